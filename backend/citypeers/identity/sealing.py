"""Secrets at rest: sealed with a key that comes from the instance's secret (Fernet: AES-128-CBC and HMAC-SHA256)."""

import base64
import hashlib

from cryptography.fernet import Fernet


def _box(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"citypeers.sealing:" + secret.encode()).digest()))


def seal(secret: str, text: str) -> str:
    """What is kept of a text that the program must read again."""
    return _box(secret).encrypt(text.encode()).decode()


def unseal(secret: str, sealed: str) -> str:
    """The text; an error if it was sealed with another secret."""
    return _box(secret).decrypt(sealed.encode()).decode()


def digest(text: str) -> str:
    """What is kept of a random text that the program only has to recognise."""
    return hashlib.sha256(text.encode()).hexdigest()
