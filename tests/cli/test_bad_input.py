"""Bad input: one sentence, exit 1 or 2, and the good files are still loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_sentence

GOOD = """Marsham Safeguarding Children Partnership

Learning from Rapid Reviews 2022

RR 1/22

This review was for a two-month-old baby girl who died while sleeping beside a parent.

Learning identified included:

- Safe sleep advice was not given to the father
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def _spoil(folder: Path, kind: str) -> Path:
    path = (
        folder
        / {
            "empty": "empty.txt",
            "unknown": "film.mov",
            "truncated": "cut.pdf",
            "no-text": "scan.pdf",
            "encoding": "odd.txt",
            "huge": "huge.txt",
        }[kind]
    )
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "unknown":
        path.write_bytes(b"\x00\x01film")
    elif kind == "truncated":
        path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    elif kind == "no-text":
        path.write_bytes(_blank_pdf())
    elif kind == "encoding":
        path.write_bytes(bytes(range(128, 256)) * 40)
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(200_000_000)
    return path


def _blank_pdf() -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    return out + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


@pytest.mark.usefixtures("engine_stays")
@pytest.mark.parametrize("kind", ["empty", "truncated", "no-text", "encoding", "huge", "unknown"])
def test_a_bad_file_is_named_and_the_good_one_is_loaded(run: Run, good: Path, kind: str) -> None:
    bad = _spoil(good, kind)
    done = run("load", bad, good / "good.txt", "--format", "json")
    assert done.returncode == 1, done.stdout + done.stderr
    assert bad.name in done.stderr
    assert one_sentence(done.stderr), done.stderr
    assert [d for d in json.loads(done.stdout)["documents"] if d["read"]], done.stdout
    rows = json.loads(run("ask", "recurring-themes", "--format", "json").stdout)["rows"]
    assert "safe-sleep" in [r["theme"] for r in rows]


@pytest.mark.usefixtures("engine_stays")
def test_a_missing_path_is_named_and_the_good_one_is_loaded(run: Run, good: Path) -> None:
    done = run("load", good / "nowhere.pdf", good / "good.txt")
    assert done.returncode in (1, 2)
    assert "nowhere.pdf" in done.stderr
    assert one_sentence(done.stderr)
    assert run("ask", "recurring-themes").returncode == 0


def test_a_folder_with_nothing_to_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = run("load", tmp_path / "none")
    assert done.returncode in (1, 2)
    assert one_sentence(done.stderr)


def test_a_server_that_does_not_answer_is_said_within_ten_seconds(run: Run, good: Path) -> None:
    done = run(
        "load", good, "--store", "bolt://127.0.0.1:9", timeout=10, NEO4J_USERNAME="neo4j", NEO4J_PASSWORD="wrong"
    )
    assert done.returncode == 1
    assert "127.0.0.1:9" in done.stderr
    assert one_sentence(done.stderr)


def test_a_damaged_store_is_said_and_can_be_mended(run: Run, good: Path, tmp_path: Path) -> None:
    assert run("load", good).returncode == 0
    for path in (tmp_path / "goldenthread.db" / "engine").rglob("*"):
        if path.is_file() and path.suffix not in {".jsonl", ".json"}:
            path.write_bytes(b"damaged")
    done = run("ask", "recurring-themes")
    assert done.returncode == 1
    assert one_sentence(done.stderr), done.stderr


@pytest.mark.parametrize("verb", ["load", "runs"])
def test_a_folder_is_not_given_a_second_collection(verb: str, good: Path, run: Run, tmp_path: Path) -> None:
    done = run(verb, *([good] if verb == "load" else []), "--collection", "elsewhere")
    assert done.returncode == 2
    assert one_sentence(done.stderr)
    assert "--store elsewhere" in done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in"]
