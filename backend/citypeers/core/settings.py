"""What an operator may set, by environment variables that begin with ``CITYPEERS_``."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEVELOPMENT_SECRET = "development-only-secret"  # noqa: S105  # refused in production


class CallService(StrEnum):
    jitsi = "jitsi"
    bigbluebutton = "bigbluebutton"


class Settings(BaseSettings):
    """The configuration of one instance, read once at start."""

    model_config = SettingsConfigDict(env_prefix="CITYPEERS_", env_file=".env", extra="ignore")

    environment: Literal["development", "test", "production"] = "development"
    database_url: str = "sqlite:///var/citypeers.db"
    index_dir: Path = Path("var/index")
    """The local text index of this host; rebuilt from the database at any time."""
    frontend_dir: Path = Path("frontend/dist")
    data_dir: Path = Path("data")
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    """Signs cursors and seals the keys that sign tokens; at least 32 characters in production."""
    storage_url: str = "var/files"
    """Where files lie: a folder, or ``s3://bucket/prefix``."""
    storage_endpoint: str | None = None
    """The address of an S3-compatible service that is not Amazon's; with it come the region and the two keys."""
    storage_region: str = "us-east-1"
    storage_key_id: str | None = None
    storage_secret: SecretStr | None = None
    clamd_url: str | None = None
    """The virus scanner: ``tcp://host:3310`` or ``unix:///path``; without one files are not scanned."""
    project_files_mib: int = Field(default=250, ge=1)
    """How much the files of one project may take together."""
    public_url: str = "http://localhost:8000"
    """Where visitors reach this instance, without a trailing slash."""
    response_cache_bytes: int = Field(default=64 * 2**20, ge=0)
    """Bound of the public response cache per process; 0 switches it off."""
    access_seconds: int = Field(default=600, ge=30, le=3600)
    """How long an access token holds."""
    session_days: int = Field(default=14, ge=1, le=90)
    """How long a browser stays signed in without being used."""
    smtp_url: SecretStr | None = None
    """Where letters go: ``smtp://user:password@host:port`` (STARTTLS where offered) or ``smtps://``; without it they stay here."""
    mail_from: str = "citypeers@localhost"
    """The address that letters come from."""
    audit_days: int = Field(default=3650, ge=30)
    """How long the record of what was done reaches back."""
    oidc_issuer: str | None = None
    """The OpenID Connect provider by which people may sign in too, as it names itself; with it come the next two."""
    oidc_client_id: str | None = None
    oidc_client_secret: SecretStr | None = None
    calls_service: CallService | None = None
    """What holds the calls of sessions; without it those who meet paste a link."""
    calls_url: str | None = None
    """Where it is: ``https://meet.example.org``, or ``https://bbb.example.org/bigbluebutton``."""
    calls_app: str | None = None
    """The name under which Jitsi Meet knows this instance."""
    calls_secret: SecretStr | None = None
    """What is shared with it to sign tokens or checksums."""
    threads: int = Field(default=16, ge=1, le=200)
    """Worker threads of one process, and its database connections."""

    @property
    def second_factor_required(self) -> bool:
        """Whether roles of the secretariat wait for a second factor; whoever develops need not have one."""
        return self.environment != "development"

    @model_validator(mode="after")
    def _production_needs_secrets(self) -> Self:
        secret = self.secret_key.get_secret_value()
        if self.environment == "production" and (secret == DEVELOPMENT_SECRET or len(secret) < 32):
            raise ValueError("CITYPEERS_SECRET_KEY must be set to at least 32 characters of its own in production")
        if self.environment == "production" and not self.public_url.startswith("https://"):
            raise ValueError("CITYPEERS_PUBLIC_URL must begin with https:// in production: sessions need a secure cookie")
        return self

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None:
            parts = urlsplit(url.get_secret_value())
            if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
                raise ValueError("CITYPEERS_SMTP_URL must look like smtp://user:password@host:port or smtps://host")
        return url

    @field_validator("clamd_url")
    @classmethod
    def _scanner(cls, url: str | None) -> str | None:
        if url is not None:
            parts = urlsplit(url)
            if not (parts.scheme == "tcp" and parts.hostname) and not (parts.scheme == "unix" and parts.path):
                raise ValueError("CITYPEERS_CLAMD_URL must look like tcp://host:3310 or unix:///path/of/the/socket")
        return url

    @field_validator("storage_url")
    @classmethod
    def _storage(cls, url: str) -> str:
        if ("://" in url and not url.startswith("s3://")) or not urlsplit(url).netloc + urlsplit(url).path:
            raise ValueError("CITYPEERS_STORAGE_URL must be a folder or look like s3://bucket/prefix")
        return url

    @field_validator("mail_from")
    @classmethod
    def _sender(cls, address: str) -> str:
        if not re.fullmatch(r"[^@\s]+@[^@\s]+", address):
            raise ValueError("CITYPEERS_MAIL_FROM must be one address")
        return address

    @model_validator(mode="after")
    def _provider_is_whole(self) -> Self:
        given = [value is not None for value in (self.oidc_issuer, self.oidc_client_id, self.oidc_client_secret)]
        if any(given) and not all(given):
            raise ValueError("CITYPEERS_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET are set together or not at all")
        if self.environment == "production" and self.oidc_issuer and not self.oidc_issuer.startswith("https://"):
            raise ValueError("CITYPEERS_OIDC_ISSUER must begin with https:// in production")
        return self

    @model_validator(mode="after")
    def _calls_are_whole(self) -> Self:
        needed = [self.calls_url, self.calls_secret, *([self.calls_app] if self.calls_service is CallService.jitsi else [])]
        if self.calls_service is None:
            return self
        if not all(needed):
            raise ValueError("CITYPEERS_CALLS_SERVICE needs CITYPEERS_CALLS_URL and _SECRET, for jitsi CITYPEERS_CALLS_APP too")
        parts = urlsplit(self.calls_url or "")
        if (
            not parts.hostname
            or parts.scheme not in ("http", "https")
            or (self.environment == "production" and parts.scheme == "http")
        ):
            raise ValueError("CITYPEERS_CALLS_URL must begin with https:// in production, and name a host")
        return self
