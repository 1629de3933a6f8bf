"""The program's log stays apart from what its commands print."""

import pytest

from citypeers.main import create_app
from tests.conftest import Loaded, settings_for


def test_the_log_goes_to_standard_error(loaded: Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    production = {"environment": "production", "secret_key": "x" * 40, "public_url": "https://citypeers.example"}
    create_app(settings_for(loaded, **production))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "mail.nowhere" in printed.err
