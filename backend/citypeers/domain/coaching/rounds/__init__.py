"""Rounds of matching: all open requests get their coaches at once."""
