"""What a process is once it has begun."""

import os
import subprocess
import sys
from pathlib import Path

SELDOM = {
    "PIL",
    "alembic",
    "holidays",
    "httpx",
    "icalendar",
    "numpy",
    "obstore",
    "ortools",
    "psycopg",
    "pycrdt",
    "webauthn",
    "xlsxwriter",
}
BEGUN = f"""
import gc, sys
from citypeers.__main__ import application
application()
print(gc.isenabled(), gc.get_freeze_count() > 100_000, *({SELDOM} & set(sys.modules)))
"""
COMMANDED = "import sys, citypeers.cli; print(*{'citypeers.main', 'uvicorn'} & set(sys.modules))"


def test_a_command_carries_nothing_that_only_a_server_needs() -> None:
    begun = subprocess.run([sys.executable, "-c", COMMANDED], capture_output=True, text=True, check=True)
    assert begun.stdout.split() == []


def test_a_server_carries_only_what_most_requests_need(tmp_path: Path) -> None:
    environment = {**os.environ, "CITYPEERS_ENVIRONMENT": "test", "CITYPEERS_DATABASE_URL": f"sqlite:///{tmp_path}/a.db"}
    begun = subprocess.run(
        [sys.executable, "-c", BEGUN],
        env={**environment, "CITYPEERS_INDEX_DIR": f"{tmp_path}/index"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert begun.stdout.split() == ["True", "True"], begun.stderr
