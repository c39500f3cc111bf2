"""The workflows for the writing group's git host: what they call is there, and does what it says when it is run."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import yaml

from tests.folder import Folder

pytestmark = pytest.mark.slow

OWN = Path(__file__).parent.parent
WORKFLOWS = (".github/workflows/overens.yml", ".forgejo/workflows/overens.yml", ".gitlab-ci.yml")
SCRIPT = re.compile(r"\.ci/\w+")


@pytest.mark.parametrize("path", WORKFLOWS)
def test_every_workflow_calls_scripts_that_are_there(path: str) -> None:
    text = (OWN / path).read_text("utf-8")
    called = {command for command in _commands(yaml.safe_load(text)) if ".ci/" in command}
    assert {match[0] for command in called for match in SCRIPT.finditer(command)} >= {".ci/drafts"}
    for command in called:
        for match in SCRIPT.finditer(command):
            assert os.access(OWN / match[0], os.X_OK), match[0]


@pytest.mark.parametrize("path", WORKFLOWS)
def test_every_workflow_has_the_whole_history(path: str) -> None:
    """Without it recorded versions are lost to the build."""
    text = (OWN / path).read_text("utf-8")
    assert text.count("fetch-depth: 0") == text.count("actions/checkout") if "actions" in text else "GIT_DEPTH" in text


def _commands(node: object) -> Iterator[str]:
    match node:
        case dict():
            for key, value in node.items():
                if key in ("run", "script"):
                    yield from value if isinstance(value, list) else [value]
                else:
                    yield from _commands(value)
        case list():
            for item in node:
                yield from _commands(item)
        case _:
            pass


# --- the scripts, run --------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    """A project with one error, and the scripts beside it."""
    folder = Folder(tmp_path / "avtal")
    shutil.copytree(OWN / ".ci", folder.path / ".ci")
    folder.write("clauses/ett.md", "---\ntitel: Ett\n---\nSe [Två](tva.md).\n")
    folder.write("assemblies/avtal.yml", "titel: Avtalet\ninnehåll: [ett]\n")
    folder.commit()
    return folder


def run(folder: Folder, script: str, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    program = folder.path.parent / "overens"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{OWN}" exec "{sys.executable}" -m builder.cli "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "OVERENS": str(program), **more}
    return subprocess.run(
        [folder.path / script, *words], cwd="/", env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def test_github_gets_annotations(project: Folder) -> None:
    done = run(project, ".ci/check", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=clauses/ett.md,line=4,col=5,title=K204 fel::")


def test_gitlab_gets_a_quality_report(project: Folder) -> None:
    done = run(project, ".ci/check", "gitlab")
    (found,) = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["location"] == {"path": "clauses/ett.md", "lines": {"begin": 4}}
    assert (found["check_name"], found["severity"]) == ("K204", "major")
    assert re.fullmatch(r"[0-9a-f]{64}", found["fingerprint"])


def test_the_same_finding_on_another_line_is_the_same_finding(project: Folder) -> None:
    before = json.loads(run(project, ".ci/check", "gitlab").stdout)[0]
    project.write("clauses/ett.md", "---\ntitel: Ett\n---\nNytt först.\n\nSe [Två](tva.md).\n")
    after = json.loads(run(project, ".ci/check", "gitlab").stdout)[0]
    assert (before["fingerprint"], before["location"]["lines"]) != (after["fingerprint"], after["location"]["lines"])
    assert before["fingerprint"] == after["fingerprint"]


def test_a_pull_request_gets_comments_beside_the_lines(project: Folder) -> None:
    with server() as (address, received):
        told = {"SERVER": address, "REPOSITORY": "grupp/avtal", "PULL": "7", "TOKEN": "hemlig"}
        done = run(project, ".ci/comment", **told)
    assert done.returncode == 1
    ((path, token, body),) = received
    assert (path, token) == ("/api/v1/repos/grupp/avtal/pulls/7/reviews", "token hemlig")
    assert body["event"] == "COMMENT"
    assert [(c["path"], c["new_position"]) for c in body["comments"]] == [("clauses/ett.md", 4)]
    assert body["comments"][0]["body"].startswith("**K204 fel:**")
    assert "hemlig" not in done.stdout + done.stderr


def test_a_host_that_says_no_is_not_passed_by(project: Folder) -> None:
    with server(status=500) as (address, _):
        done = run(project, ".ci/comment", SERVER=address, REPOSITORY="a/b", PULL="1", TOKEN="x")
    assert done.returncode not in (0, 1)


def test_drafts_are_made_in_spite_of_findings(project: Folder) -> None:
    done = run(project, ".ci/drafts")
    assert done.returncode == 1, done.stderr
    assert (project.path / "build/word/avtal.docx").read_bytes()[:2] == b"PK"


@contextmanager
def server(status: int = 200) -> "Iterator[tuple[str, list[tuple[str, str, dict[str, object]]]]]":
    """A git host on this machine that keeps what it is sent."""
    received: list[tuple[str, str, dict[str, object]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            received.append((self.path, self.headers["Authorization"], json.loads(data)))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on the terminal."""

    host = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=host.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{host.server_address[1]}", received
    finally:
        host.shutdown()
        thread.join()
        host.server_close()
