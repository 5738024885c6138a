"""The linter: every shipped file passes, every kind of fault is found with its line; then Neo4j's own two opinions."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.declare import NODES, RELATIONSHIPS
from graph.lint import lint_file, lint_text
from graph.lint.tokens import tokens
from graph.questions import find_question

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "cypher").rglob("*.cypher"))
GOOD = find_question("good-practice").text


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT / "cypher")))
def test_every_shipped_file_is_clean(path: Path) -> None:
    assert [str(problem) for problem in lint_file(path)] == []


def faults(statement: str) -> list[str]:
    return [p.message for p in lint_text(statement, "x.cypher", header=False)]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE (n:Theme) RETURN n.id AS id ORDER BY id", "CREATE writes"),
        ("MATCH (n:Theme) SET n.name = 'x' RETURN n.id AS id ORDER BY id", "SET writes"),
        ("MATCH (n:Theme) DETACH DELETE n", "DETACH writes"),
        ("MATCH (n:Theme) REMOVE n.name RETURN n.id AS id ORDER BY id", "REMOVE writes"),
        ("MATCH (n:Theme) /* */ mErGe (m:Theme) RETURN n.id AS id ORDER BY id", "MERGE writes"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row AS row ORDER BY row", "LOAD CSV"),
        ("CALL db.labels() YIELD label RETURN label ORDER BY label", "CALL of a procedure"),
        ("CALL { MATCH (t:Theme) RETURN t } RETURN t.id AS id ORDER BY id", "write CALL (x)"),
        ("MATCH (t:Theme) FOREACH (x IN [1] | SET t.name = 'x')", "FOREACH writes"),
        ("DROP INDEX i", "DROP writes"),
        ("MATCH (t:Theme) RETURN t.id AS id ORDER BY id; MATCH (t:Theme) DELETE t", "one statement"),
        ("MATCH (t:Theme) WHERE t.name = '\\u0027' RETURN t.id AS id ORDER BY id", "is taken apart"),
        ("MATCH (t:Themes) RETURN t.id AS id ORDER BY id", "no label Themes"),
        ("MATCH (t:Theme)-[:NARROWER]->(u:Theme) RETURN t.id AS id ORDER BY id", "no relationship NARROWER"),
        ("MATCH (t:Theme)-[:ABOUT]->(f:Finding) RETURN t.id AS id ORDER BY id", "no (:Theme)-[:ABOUT]->(:Finding)"),
        ("MATCH (f:Finding|Partnership)-[:ABOUT]->(t:Theme) RETURN t.id AS id ORDER BY id", "no (:Partnership)"),
        ("MATCH (f:Finding) MATCH (f)-[:DELIVERED_BY]->(a:Action) RETURN a.id AS id ORDER BY id", "no (:Finding)-"),
        ("MATCH (t:Theme) RETURN t.label AS id ORDER BY id", "Theme has no property label"),
        ("MATCH (f:Finding)-[a:ABOUT]->(t:Theme) RETURN a.status AS s ORDER BY s", "ABOUT has no property status"),
        ("MATCH (t:Theme)-[:BROADER]-(u:Theme) RETURN t.id AS id ORDER BY id", "has a direction"),
        ("MATCH (t:Theme)-->(u:Theme) RETURN t.id AS id ORDER BY id", "names its type"),
        ("MATCH (t:Theme)-[:BROADER*]->(u:Theme) RETURN t.id AS id ORDER BY id", "bounded"),
        ("MATCH (t:Theme)-[:BROADER*1..]->(u:Theme) RETURN t.id AS id ORDER BY id", "bounded"),
        ("MATCH (t:Theme)-[:BROADER*..99]->(u:Theme) RETURN t.id AS id ORDER BY id", "bounded"),
        ("MATCH (t:Theme) RETURN t.id AS id", "no ORDER BY"),
        ("MATCH (t:Theme) RETURN elementId(t) AS id ORDER BY id", "differs between engines"),
        ("MATCH (t:Theme) RETURN apoc.text.join([t.id], '') AS id ORDER BY id", "not on every engine"),
        (
            "MATCH (t:Theme) WHERE t.id = '' OR EXISTS { (t)-[:BROADER]->(:Theme) } RETURN t.id AS id ORDER BY id",
            "WITH",
        ),
        (
            "MATCH (t:Theme) RETURN t.id AS id UNION MATCH (t:Theme) RETURN t.id AS id ORDER BY id",
            "put UNION into CALL",
        ),
        ("", "there is no statement"),
    ],
)
def test_each_fault_is_found(statement: str, said: str) -> None:
    assert any(said in fault for fault in faults(statement)), faults(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (t:Theme) WHERE t.name = 'CREATE; DELETE' RETURN t.id AS id ORDER BY id // SET nothing",
        'MATCH (t:Theme) WHERE t.name = "it\'s // MERGE" RETURN t.id AS id ORDER BY id',
        "MATCH (t:Theme) /* DROP */ RETURN {set: t.id, create: 1}.set AS id ORDER BY id",
        "MATCH (n:LoadRun) RETURN n.id AS load ORDER BY load",
        "MATCH (t:Theme)-[:BROADER*0..5]->(u) WHERE size([x IN [1] WHERE x > 0]) = 1 RETURN u.id AS id ORDER BY id",
        "MATCH (x:Action|Finding) RETURN CASE WHEN x:Action THEN 'a' ELSE 'f' END AS kind ORDER BY kind",
    ],
)
def test_words_in_strings_comments_and_maps_are_no_clauses(statement: str) -> None:
    assert faults(statement) == []


def test_faults_come_with_file_and_line() -> None:
    found = lint_text("// a comment\nMATCH (t:Theme)\nRETURN t.nam AS id\nORDER BY id\n", "mine.cypher", header=False)
    assert [str(p) for p in found] == ["mine.cypher:3: Theme has no property nam"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("$text", "$words", "$words is not declared"),
        ("toLower(f.text) CONTAINS toLower($text)", "true", "'text' is declared and not used"),
        ("f.text AS text", "f.text AS words", "RETURN gives words"),
        ("LIMIT $limit", "LIMIT 5", "LIMIT $limit"),
        ("// revision: 1\n", "", "lacks 'revision'"),
    ],
)
def test_header_and_statement_must_agree(old: str, new: str, said: str) -> None:
    text = GOOD.replace("($text IS NULL OR ", "(").replace(old, new)
    found = [p.message for p in lint_text(text, "good-practice.cypher")]
    assert any(said in message for message in found), found


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "broken.cypher"
    path.write_bytes(b"\x89PNG")
    assert [p.message for p in lint_file(path)] == ["a letter here is not UTF-8 text; save it as UTF-8"]


@pytest.fixture(scope="module")
def language_support(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Neo4j's language support installed, kept between runs; a visible skip without Node and npm."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Neo4j's language support needs node and npm")
    source = ROOT / "tests" / "lint_neo4j"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "goldenthread-tests" / "lint_neo4j"
    cache.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "lint.mjs"):
        changed = not (cache / name).exists() or (cache / name).read_bytes() != (source / name).read_bytes()
        if changed and name != "lint.mjs":
            shutil.rmtree(cache / "node_modules", ignore_errors=True)
        shutil.copy(source / name, cache / name)
    if not (cache / "node_modules").exists():
        npm = [str(shutil.which("npm")), "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(npm, cwd=cache, capture_output=True, text=True, timeout=240, check=False)
        if done.returncode:
            shutil.rmtree(cache / "node_modules", ignore_errors=True)
            pytest.skip(f"npm could not install Neo4j's language support: {done.stderr.strip()[-200:]}")
    return cache


def neo4j_lint(folder: Path, texts: dict[str, str]) -> list[str]:
    """What it finds. A file without a finding is not read again while it, the model and the linter are the same."""
    properties = {p for n in NODES.values() for p in n.properties} | {
        p for r in RELATIONSHIPS.values() for p in r.properties
    }
    schema = {
        "labels": list(NODES),
        "relationshipTypes": list(RELATIONSHIPS),
        "propertyKeys": sorted(properties),
        "graphSchema": [{"from": s, "to": t, "relType": r.type} for r in RELATIONSHIPS.values() for s, t in r.triples],
        "defaultLanguage": "CYPHER 5",
    }
    files = [
        {"path": name, "text": text, "parameters": {t.text[1:]: None for t in tokens(text) if t.kind == "param"}}
        for name, text in texts.items()
    ]
    by = [schema, *((folder / name).read_text("utf-8") for name in ("lint.mjs", "package-lock.json"))]
    keys = {
        f["path"]: hashlib.sha256(json.dumps([*by, f["text"], f["parameters"]]).encode()).hexdigest() for f in files
    }
    clean = folder / "clean"
    clean.mkdir(exist_ok=True)
    done = subprocess.run(
        [str(shutil.which("node")), "lint.mjs"],
        cwd=folder,
        input=json.dumps({"schema": schema, "files": [f for f in files if not (clean / keys[f["path"]]).exists()]}),
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    found = json.loads(done.stdout)
    for path in keys.keys() - {d["path"] for d in found}:
        (clean / keys[path]).touch()
    return [f"{d['path']}:{d['line']}: {d['message']}" for d in found]


def test_neo4js_own_language_support_finds_what_is_wrong(language_support: Path) -> None:
    found = neo4j_lint(language_support, {"a": "MATCH (n:Nonsense) RETURN m", "b": "MATCH (n RETURN n"})
    assert any("Nonsense" in f for f in found)
    assert any("`m`" in f for f in found)
    assert any(f.startswith("b:") for f in found)


def test_neo4js_own_language_support_is_content(language_support: Path) -> None:
    assert neo4j_lint(language_support, {str(p.relative_to(ROOT)): p.read_text("utf-8") for p in FILES}) == []


@pytest.mark.neo4j
def test_neo4j_explains_every_file_without_a_notification(empty_neo4j: dict[str, str]) -> None:
    import neo4j

    auth = (empty_neo4j.get("username", "neo4j"), empty_neo4j["password"])
    properties = {p for n in NODES.values() for p in n.properties} | {
        p for r in RELATIONSHIPS.values() for p in r.properties
    }
    with neo4j.GraphDatabase.driver(empty_neo4j["address"], auth=auth) as driver, driver.session() as session:
        for label in NODES:
            session.run("CALL db.createLabel($x)", x=label).consume()
        for type_ in RELATIONSHIPS:
            session.run("CALL db.createRelationshipType($x)", x=type_).consume()
        for name in sorted(properties):
            session.run("CALL db.createProperty($x)", x=name).consume()
        for path in FILES:
            text = path.read_text("utf-8")
            params = {t.text[1:]: None for t in tokens(text) if t.kind == "param"} | {"limit": 10}
            summary = session.run("EXPLAIN " + text, params).consume()
            said = [f"{s.gql_status} {s.status_description}" for s in summary.gql_status_objects if s.is_notification]
            assert said == [], path
