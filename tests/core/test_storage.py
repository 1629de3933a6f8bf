"""Files in a folder and in a bucket: whole or not at all, never written over, and clear when there is no room or no store."""

import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer
from obstore.exceptions import AlreadyExistsError
from pydantic import ValidationError

from citypeers.core.problems import NotFound, Unavailable
from citypeers.core.settings import Settings
from citypeers.core.storage import Storage, storage_of

WITHOUT_ROOM = """
import sys
from citypeers.core.settings import Settings
from citypeers.core.storage import NoRoom, storage_of
try:
    storage_of(Settings(storage_url=sys.argv[1])).put("files/a/whole", b"x" * 100_000)
except NoRoom:
    print("no room")
"""


@pytest.fixture(scope="module")
def bucket() -> Iterator[dict[str, str]]:
    """The settings of a bucket of a server of our own."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    import boto3

    keys = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "eu-central-1"}
    place = {"LocationConstraint": "eu-central-1"}
    maker = boto3.client("s3", endpoint_url=endpoint, **keys)
    name = f"files-{os.urandom(4).hex()}"  # servers of one process share their buckets
    maker.create_bucket(Bucket=name, CreateBucketConfiguration=place)
    maker.close()
    yield {
        "storage_url": f"s3://{name}/citypeers",
        "storage_endpoint": endpoint,
        "storage_region": "eu-central-1",
        "storage_key_id": "key",
        "storage_secret": "secret",
    }
    server.stop()


@pytest.fixture(params=["folder", "bucket"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "folder":
        return storage_of(Settings(storage_url=str(tmp_path / "files")))
    return storage_of(Settings.model_validate(request.getfixturevalue("bucket")))


def whole(storage: Storage, key: str) -> bytes:
    return b"".join(storage.read(key))


def test_what_was_put_is_read_and_gone_once_removed(storage: Storage) -> None:
    content = os.urandom(700_000)
    storage.put("files/one/whole", content)
    assert whole(storage, "files/one/whole") == content
    storage.remove(["files/one/whole", "files/one/never-there"])
    with pytest.raises(NotFound):
        storage.read("files/one/whole")


def test_nothing_is_written_over(storage: Storage) -> None:
    storage.put("files/two/whole", b"first")
    with pytest.raises(AlreadyExistsError):
        storage.put("files/two/whole", b"second")
    assert whole(storage, "files/two/whole") == b"first"


@pytest.mark.parametrize("key", ["../outside", "files/../../outside", "files//x"])
def test_no_key_leads_outside(storage: Storage, key: str) -> None:
    with pytest.raises(ValueError, match="path"):
        storage.put(key, b"x")


def test_a_folder_is_made_when_it_is_first_needed(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    storage = storage_of(Settings(storage_url=str(folder)))
    assert not folder.exists()
    storage.put("files/a/whole", b"x")
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["whole"]


def test_a_full_disk_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then the write fails with an error, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    program = [sys.executable, "-c", WITHOUT_ROOM, str(tmp_path / "files")]
    told = subprocess.run(program, env=environment, preexec_fn=limit, capture_output=True, text=True, timeout=60)
    assert "no room" in told.stdout, told.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_store_that_is_away_is_said(bucket: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: whoever calls is refused
        away = {**bucket, "storage_endpoint": f"http://127.0.0.1:{taken.getsockname()[1]}"}
        storage = storage_of(Settings.model_validate(away))
        with pytest.raises(Unavailable):
            storage.put("files/a/whole", b"x")
        with pytest.raises(Unavailable):
            storage.read("files/a/whole")
        with pytest.raises(Unavailable):
            storage.remove(["files/a/whole"])


@pytest.mark.parametrize(
    ("name", "value"),
    [("storage_url", "ftp://example.org/x"), ("storage_url", ""), ("clamd_url", "http://localhost"), ("clamd_url", "tcp://")],
)
def test_settings_that_name_nothing_are_refused(name: str, value: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({name: value})
