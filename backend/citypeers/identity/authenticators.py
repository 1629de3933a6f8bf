"""What browsers ask the devices that hold passkeys (WebAuthn), and whether their answers are good.

The only module that knows the library for it. That is large, so this is imported where a passkey is used.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, parse_client_data_json
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from citypeers.identity.accounts import ISSUER
from citypeers.identity.models import Account, Passkey
from citypeers.identity.passkeys_schemas import NewCredential, ShownCredential

ALGORITHMS = [
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
]


@dataclass(frozen=True)
class Made:
    """A passkey that a device has made; bytes are written in base64url, as they are kept."""

    credential_id: str
    public_key: str
    sign_count: int


class Refused(Exception):
    """An answer that is not good."""


def _party(address: str) -> str:
    return urlsplit(address).hostname or ""


def challenge_of(client_data: str) -> str:
    """The challenge that an answer says it is to; :class:`Refused` if it says none."""
    try:
        return bytes_to_base64url(parse_client_data_json(base64url_to_bytes(client_data)).challenge)
    except Exception:  # the library raises more than its own errors at hostile texts
        raise Refused from None


def asks_for_new(address: str, account: Account, known: Iterable[str], challenge: str, seconds: int) -> dict[str, Any]:
    """What a browser that came to ``address`` asks the device for, so that it makes a passkey that is none of the ``known``."""
    options = webauthn.generate_registration_options(
        rp_id=_party(address),
        rp_name=ISSUER,
        user_id=bytes.fromhex(account.id),
        user_name=account.email,
        user_display_name=account.name,
        challenge=base64url_to_bytes(challenge),
        timeout=seconds * 1000,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(each)) for each in known],
        supported_pub_key_algs=ALGORITHMS,
    )
    asked: dict[str, Any] = json.loads(webauthn.options_to_json(options))
    return asked


def made(address: str, credential: NewCredential, challenge: str) -> Made:
    """The passkey that a device has made for whoever came to ``address``; :class:`Refused` if it is not to this challenge."""
    try:
        found = webauthn.verify_registration_response(
            credential=credential.model_dump(by_alias=True),
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_party(address),
            expected_origin=address,
            require_user_verification=True,
            supported_pub_key_algs=ALGORITHMS,
        )
    except Exception:  # as above
        raise Refused from None
    return Made(bytes_to_base64url(found.credential_id), bytes_to_base64url(found.credential_public_key), found.sign_count)


def asks_to_show(address: str, challenge: str, seconds: int) -> dict[str, Any]:
    """What a browser that came to ``address`` asks the device for, whosever passkey it holds."""
    options = webauthn.generate_authentication_options(
        rp_id=_party(address),
        challenge=base64url_to_bytes(challenge),
        timeout=seconds * 1000,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    asked: dict[str, Any] = json.loads(webauthn.options_to_json(options))
    return asked


def shown(address: str, credential: ShownCredential, challenge: str, passkey: Passkey) -> int:
    """How often a passkey was used, as its device counts; :class:`Refused` if it did not sign this challenge."""
    try:
        return webauthn.verify_authentication_response(
            credential=credential.model_dump(by_alias=True),
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_party(address),
            expected_origin=address,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        ).new_sign_count
    except Exception:  # as above
        raise Refused from None
