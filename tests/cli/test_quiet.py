"""Nothing is sent anywhere: a load, an answer and a page open no connection that leaves this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCH = """
import sys
LOOPBACK = ("127.0.0.1", "::1", "localhost")
LOG = open({log!r}, "a")
def watch(event, args):
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        if isinstance(address, tuple):
            LOG.write(("near" if address[0] in LOOPBACK else "far") + f" {{address[0]}}\\n"); LOG.flush()
    elif event == "socket.getaddrinfo" and args[0] not in (*LOOPBACK, None, ""):
        LOG.write(f"far {{args[0]}}\\n"); LOG.flush()
sys.addaudithook(watch)
"""
ELM = """Elm Safeguarding Partnership
Learning from Elm 2024

Learning
- Nobody asked the older sister about the weekend. See https://www.example.org/review.pdf
"""


@pytest.mark.embedded
def test_no_connection_leaves_this_machine(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    log = tmp_path / "connections.txt"
    (tmp_path / "site" / "sitecustomize.py").write_text(WATCH.format(log=str(log)), "utf-8")
    (tmp_path / "elm.txt").write_text(ELM, "utf-8")
    root = Path(__file__).resolve().parents[2]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path / "site"), str(root)))}
    for words in (("load", "elm.txt"), ("ask", "recurring-themes"), ("explore", "-o", "page.html")):
        call = [sys.executable, "-m", "graph.cli", *words]
        done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=240, check=False)
        assert done.returncode == 0, done.stderr
    told = log.read_text("utf-8").splitlines()
    assert any(line.startswith("near") for line in told)  # the engine was reached, so the watching works
    assert [line for line in told if line.startswith("far")] == []
