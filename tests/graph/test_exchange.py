"""The codebook goes out and comes back unchanged in every format, and edits come back as edits."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import yaml
from lxml import etree

from graph.cli import cli
from graph.codebook import Codebook, load
from graph.errors import GoldenThreadError
from graph.exchange import as_yaml, entries, from_qdc, from_skos, merged, qdc, skos, to_qdc, to_skos
from graph.exchange.qdc import NAMESPACE, guid
from graph.views.codebook import CARRIES, COLUMNS, read_codebook, write_codebook


def back(codebook: Codebook, kind: str) -> Codebook:
    if kind == "qdc":
        found = merged(from_qdc(to_qdc(codebook), codebook), codebook, qdc.CARRIES)
    elif kind == "skos":
        found = merged(from_skos(to_skos(codebook)), codebook, skos.CARRIES)
    else:
        found = merged(read_codebook(write_codebook(codebook)), codebook, CARRIES)
    assert found.notes == ()
    assert found.version == codebook.version
    assert found.entries == entries(codebook) or {e["id"]: e for e in found.entries} == {
        e["id"]: e for e in entries(codebook)
    }
    return codebook


@pytest.mark.parametrize("kind", ["qdc", "skos", "xlsx"])
def test_a_round_trip_changes_nothing(kind: str, tmp_path: Path) -> None:
    codebook = load()
    back(codebook, kind)


def test_the_yaml_that_is_written_is_the_codebook(tmp_path: Path) -> None:
    codebook = load()
    path = tmp_path / "again.yaml"
    path.write_text(as_yaml(entries(codebook), codebook.version), encoding="utf-8")
    assert load(path) == codebook


def test_skos_alone_holds_the_whole_codebook(tmp_path: Path) -> None:
    codebook = load()
    path = tmp_path / "from-skos.yaml"
    found = merged(from_skos(to_skos(codebook)), Codebook("0", {}), skos.CARRIES).entries
    path.write_text(as_yaml(found, codebook.version), encoding="utf-8")
    read = load(path)
    assert read.concepts.keys() == codebook.concepts.keys()
    for id_, concept in codebook.concepts.items():
        for name in ("cues", "broader", "population"):
            assert getattr(read.concepts[id_], name) == getattr(concept, name)
        assert set(read.concepts[id_].altLabels) == set(concept.altLabels)


def test_qdc_is_a_tree_of_codes_with_stable_guids() -> None:
    codebook = load()
    root = etree.fromstring(to_qdc(codebook))
    codes = root.findall(f".//{{{NAMESPACE}}}Code")
    assert len(codes) == len(codebook.concepts)
    for code in codes:
        above = code.getparent()
        assert above is not None
        (id_,) = [i for i in codebook.concepts if guid(i) == code.get("guid")]
        wide = codebook.concepts[id_].broader
        assert above.get("guid") == (guid(wide) if wide else None)


def test_edits_in_a_tool_come_back_as_edits() -> None:
    codebook = load()
    root = etree.fromstring(to_qdc(codebook))
    first = root.find(f".//{{{NAMESPACE}}}Code/{{{NAMESPACE}}}Code")
    assert first is not None
    (id_,) = [i for i in codebook.concepts if guid(i) == first.get("guid")]
    first.set("name", "Another name")
    etree.SubElement(first, f"{{{NAMESPACE}}}Code", guid="11111111-2222-3333-4444-555555555555", name="Our new code")
    found = merged(from_qdc(etree.tostring(root), codebook), codebook, qdc.CARRIES)
    new = {e["id"]: e for e in found.entries}
    assert new[id_]["prefLabel"] == "Another name"
    assert new[id_].get("cues", {}) == dict(codebook.concepts[id_].cues)  # what QDC cannot hold stays
    assert new["our-new-code"]["broader"] == id_
    assert found.version != codebook.version
    assert found.version.startswith(codebook.version)
    assert len(found.notes) == 1


def test_a_theme_that_is_missing_from_the_file_stays_and_is_said() -> None:
    codebook = load()
    found = merged(entries(codebook)[1:], codebook, CARRIES)
    assert [e["id"] for e in found.entries] == list(codebook.concepts)
    assert "is not in the file and stays" in found.notes[0]


def test_the_workbook_is_inert_and_says_what_is_missing(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_codebook(load())))
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)
    book.worksheets[0].delete_cols(2)
    book.save(tmp_path / "cut.xlsx")
    with pytest.raises(GoldenThreadError, match=f"“{COLUMNS['prefLabel']}” is missing"):
        read_codebook((tmp_path / "cut.xlsx").read_bytes())


@pytest.mark.parametrize(
    "data", [b"no xml", b"<other/>", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>']
)
def test_what_is_no_codebook_is_said(data: bytes) -> None:
    with pytest.raises(GoldenThreadError, match="REFI-QDA"):
        from_qdc(data, load())
    with pytest.raises(GoldenThreadError, match="Turtle"):
        from_skos("@prefix x <")


def test_a_codebook_of_ones_own_is_used_where_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    told = tmp_path / "themes.yaml"
    whole = yaml.safe_load(as_yaml(entries(load()), "1"))
    whole["concepts"].append({"id": "our-theme", "prefLabel": "Our theme"})
    told.write_text(yaml.safe_dump(whole), encoding="utf-8")
    out = tmp_path / "ours.yaml"
    done = CliRunner().invoke(cli, ["codebook", "import", str(told), "-o", str(out)])
    assert done.exit_code == 0, done.output
    monkeypatch.setenv("GOLDENTHREAD_CODEBOOK", str(out))
    assert "our-theme" in load().concepts
