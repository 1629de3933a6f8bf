"""Imports go down only; a planted upward import is refused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLANTED = {
    "core sees a noun": ("core/clock.py", "from citypeers.domain.topics import models"),
    "topics see networks": ("domain/topics/schemas.py", "from citypeers.domain.networks import schemas"),
    "organisations see networks": ("domain/organisations/schemas.py", "from citypeers.domain.networks import schemas"),
    "networks see members": ("domain/networks/policy.py", "from citypeers.domain.members import schemas"),
    "a noun sees exchange": ("domain/networks/policy.py", "from citypeers.exchange.search import schemas"),
    "exchange sees the roof": ("exchange/search/schemas.py", "import citypeers.main"),
    "two rooms of exchange": ("exchange/search/schemas.py", "import citypeers.exchange.imports.files"),
    "a room that no floor names": ("helpers.py", ""),
}


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    environment = {"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "PYTHONSAFEPATH": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "backend" / "citypeers", tmp_path / "citypeers", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_stands(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("case", PLANTED)
def test_a_planted_upward_import_is_refused(copy: Path, case: str) -> None:
    name, line = PLANTED[case]
    path = copy / "citypeers" / name
    path.write_text(f"{path.read_text() if path.exists() else ''}\n{line}\n")
    result = lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "broken" in result.stdout.lower() or "missing" in result.stdout.lower(), result.stdout
