"""A worker that is killed in the middle: whoever comes next loses nothing and does nothing twice."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import col
from starlette.testclient import TestClient

from citypeers.core.caller import Instance
from citypeers.domain.projects.models import Project, ProjectKey, ProjectRevision, Replication
from citypeers.exchange.imports.runs import working
from tests.conftest import Loaded
from tests.exchange.importing import done, get, move, uploaded, work
from tests.identity.people import staff

HEADER = "key,title_en,organisation,place,country,start,replicates\n"
ROWS, WRONG = 450, 9
WORKER = """
import sys, threading
from collections import Counter
from citypeers.core.db import Database
from citypeers.exchange.imports.runs import working
working.run(Database(sys.argv[1], threads=2), threading.Event(), Counter())
"""


def table(rows: int, word: str = "first") -> str:
    """A file of many rows, some of which are wrong, some of which copy others."""
    lines = []
    for n in range(rows):
        lead = "nowhere" if n % 50 == 7 else "hamburg"
        copies = f"K{(n * 7 + 3) % rows}" if n % 40 == 0 else ""
        lines.append(f"K{n},{word} thing number {n} of its own kind {n * n},{lead},Place {n},DE,2020,{copies}\n")
    return HEADER + "".join(lines)


def process(url: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", WORKER, url], env=os.environ)


def counted(instance: Instance) -> dict[str, int]:
    """What an import has written."""
    with instance.database.reading() as session:
        mine = select(col(ProjectKey.project_id)).where(col(ProjectKey.source) == "city-portal")
        return {
            "projects": session.scalar(select(func.count()).where(col(Project.id).in_(mine))) or 0,
            "revisions": session.scalar(select(func.count()).where(col(ProjectRevision.project_id).in_(mine))) or 0,
            "copies": session.scalar(select(func.count()).where(col(Replication.project_id).in_(mine))) or 0,
        }


def killed_in_the_middle(client: TestClient, instance: Instance, headers: dict[str, str], id: str, url: str) -> int:
    """Kill a worker that has begun; how far it had come."""
    begun = process(url)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        position = get(client, headers, id)["counts"]["read"]
        if position > 100:
            break
        time.sleep(0.01)
    begun.send_signal(signal.SIGKILL)
    begun.wait()
    return int(get(client, headers, id)["counts"]["read"])


def test_a_killed_worker_leaves_nothing_lost_and_nothing_doubled(changing: TestClient, instance: Instance, fresh: Loaded) -> None:
    eva = staff(changing, instance).headers
    id = uploaded(changing, eva, table(ROWS))
    assert move(changing, eva, id, "dry_run").status_code == 200
    killed_in_the_middle(changing, instance, eva, id, fresh.url)
    assert counted(instance) == {"projects": 0, "revisions": 0, "copies": 0}
    work(instance)
    tried = get(changing, eva, id)
    assert (tried["state"], tried["counts"]["read"], tried["counts"]["refused"]) == ("checked", ROWS, WRONG)
    assert move(changing, eva, id, "commit", partly=True).status_code == 200
    position = killed_in_the_middle(changing, instance, eva, id, fresh.url)
    assert 0 < position <= ROWS
    racing = [threading.Thread(target=work, args=(instance,)) for _ in range(2)]
    for thread in racing:
        thread.start()
    for thread in racing:
        thread.join()
    work(instance)
    did = get(changing, eva, id)
    assert (did["state"], did["counts"]) == ("committed", tried["counts"])
    there = counted(instance)
    assert (there["projects"], there["revisions"]) == (ROWS - WRONG, ROWS - WRONG)
    assert there["copies"] > 0
    assert move(changing, eva, id, "undo").status_code == 200
    undoing = process(fresh.url)
    time.sleep(1.2)
    undoing.send_signal(signal.SIGKILL)
    undoing.wait()
    work(instance)
    undone = get(changing, eva, id)
    assert (undone["state"], undone["counts"]["put_back"], undone["counts"]["left"]) == ("undone", ROWS - WRONG, 0)
    assert counted(instance) == {"projects": 0, "revisions": 0, "copies": 0}


def test_two_files_of_the_same_keys_at_once_make_each_record_once(changing: TestClient, instance: Instance) -> None:
    eva = staff(changing, instance).headers
    ids = [uploaded(changing, eva, table(120, word)) for word in ("first", "second")]
    for id in ids:
        done(changing, instance, eva, id, "dry_run")
        assert move(changing, eva, id, "commit", partly=True).status_code == 200

    def alone(id: str) -> None:
        for _ in range(20):
            with suppress(IntegrityError, OperationalError):  # the other was first; the worker's next turn goes on
                working.go_on(instance.database, id, threading.Event())

    racing = [threading.Thread(target=alone, args=(id,)) for id in ids]
    for thread in racing:
        thread.start()
    for thread in racing:
        thread.join()
    counts = [get(changing, eva, id) for id in ids]
    assert [each["state"] for each in counts] == ["committed", "committed"]
    assert sum(each["counts"]["created"] for each in counts) == 117
    assert sum(each["counts"]["changed"] for each in counts) == 117
    assert counted(instance)["projects"] == 117


CELLS = st.fixed_dictionaries(
    {
        "key": st.sampled_from(["A", "B", "C", "D", ""]),
        "title_en": st.sampled_from(["Trees", "Lamps", "A lake", "=1+1", "Smart Fortaleza (I3FOR)", ""]),
        "organisation": st.sampled_from(["hamburg", "muenchen", "nowhere", "citinova"]),
        "start": st.sampled_from(["", "2020", "03/04/2020", "Unknown"]),
        "replicates": st.sampled_from(["", "", "A", "B", "Z"]),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=2))
def test_what_a_dry_run_says_a_commit_does(changing: TestClient, instance: Instance, files: list[list[dict[str, str]]]) -> None:
    eva = staff(changing, instance, email=f"eva{time.monotonic_ns()}@example.org").headers
    for rows in files:
        text = "key,title_en,organisation,start,replicates\n" + "".join(",".join(row.values()) + "\n" for row in rows)
        id = uploaded(changing, eva, text)
        tried = done(changing, instance, eva, id, "dry_run")
        did = done(changing, instance, eva, id, "commit", partly=True)
        assert (did["state"], did["counts"]) == ("committed", tried["counts"])
        again = uploaded(changing, eva, text)
        told = done(changing, instance, eva, again, "dry_run")["counts"]
        assert (told["created"], told["changed"]) == (0, 0)
        assert told["unchanged"] == did["counts"]["created"] + did["counts"]["changed"] + did["counts"]["unchanged"]
        undone = done(changing, instance, eva, id, "undo")
        assert undone["counts"]["left"] == 0
        assert undone["counts"]["put_back"] == did["counts"]["created"] + did["counts"]["changed"]
        assert move(changing, eva, again, "cancel").status_code == 200
