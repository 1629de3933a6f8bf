"""Matching: which organisations can help with a request, in which order, and why."""
