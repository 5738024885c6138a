"""The linter of questions, without a server: read-only, the model's words, declared parameters and columns, an order.

It reads tokens, not text, so that a word in a string or comment is no clause. Neo4j's own language support and EXPLAIN
on a server are further layers in the tests; this one runs wherever `goldenthread lint` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import graph.model  # noqa: F401  (fills the registries)
from graph.lint.patterns import Problem, pattern_problems
from graph.lint.tokens import Token, closing, tokens
from graph.questions.encoding import read_text
from graph.questions.header import HeaderError, Question, parse

WRITES = frozenset(
    "CREATE MERGE SET DELETE DETACH REMOVE FOREACH DROP ALTER GRANT DENY REVOKE RENAME INSERT FINISH".split()  # noqa: SIM905
)
ADMIN = frozenset({"USE", "SHOW", "TERMINATE", "START", "STOP", "PROFILE", "EXPLAIN", "CYPHER", "TRANSACTIONS"})
OPENERS = frozenset(["MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"])
ENGINE_IDS = frozenset({"id", "elementid"})
LIBRARIES = frozenset({"apoc", "gds", "db", "dbms"})


def lint_file(path: Path) -> list[Problem]:
    """Everything wrong with a question file, by line. Building blocks, in folders of `cypher`, need no header."""
    try:
        text = read_text(path)
    except HeaderError as error:
        return [Problem(str(path), error.line, error.message)]
    return lint_text(text, str(path), header=path.resolve().parent.parent.name != "cypher")


def lint_text(text: str, file: str, *, header: bool = True) -> list[Problem]:
    """Everything wrong with a question's text; `file` names it in messages and, with a header, must fit the id."""
    question: Question | None = None
    problems: list[Problem] = []
    if header:
        try:
            question = parse(text, file)
        except HeaderError as error:
            problems.append(Problem(file, error.line, error.message))
    found = tokens(text)
    checks = [
        *_reads_only(found, text),
        *pattern_problems(found),
        *_ends_in_order(found, limited=header),
        *(_agrees(found, question) if question else ()),
    ]
    problems += [Problem(file, line, message) for line, message in checks]
    return sorted(set(problems), key=lambda p: (p.line, p.message))


Found = Iterator[tuple[int, str]]


def _reads_only(found: list[Token], text: str) -> Found:
    if not found:
        yield 1, "there is no statement"
        return
    if found[0].word not in OPENERS:
        yield found[0].line, f"a question begins with MATCH, CALL, UNWIND, WITH or RETURN, not {found[0].text}"
    for i, token in enumerate(found):
        before = found[i - 1].text if i else ""
        after = found[i + 1].text if i + 1 < len(found) else ""
        if token.kind == "unknown":
            yield token.line, f"unknown sign {token.text!r}"
        elif token.text == ";":
            yield token.line, "one statement a file, without a semicolon"
        elif token.word in WRITES | ADMIN and before not in (".", ":", "|") and after != ":":
            does = "writes" if token.word in WRITES else "does more than read"
            yield token.line, f"{token.word} {does}; a question only reads"
        elif token.word == "LOAD" and after.upper() == "CSV":
            yield token.line, "LOAD CSV reads files; a question only reads the graph"
        elif token.word == "CALL" and after not in ("(", "{"):
            yield token.line, "CALL of a procedure; only CALL (…) { … } is allowed"
        elif token.word == "CALL" and after == "{":
            yield token.line, "write CALL (x) { … }; CALL { WITH x … } is going out of use"
        elif token.name.lower() in ENGINE_IDS and after == "(":
            yield token.line, f"{token.text}() differs between engines; use the property id"
        elif token.name.lower() in LIBRARIES and after == "." and before != ".":
            yield token.line, f"{token.text} is not on every engine"
        elif token.word == "UNION" and _depth(found, i) == 0:
            yield token.line, "put UNION into CALL () { … }, so that one order holds for all rows"
        elif token.word == "EXISTS" and after == "{":
            end = closing(found, i + 1) + 1
            if "OR" in (found[i - 1].word, found[end].word if end < len(found) else ""):
                yield token.line, "put EXISTS { … } into WITH … AS before joining it with OR"
    for number, line in enumerate(text.splitlines(), 1):
        if "\\u" in line:
            yield number, "\\u is taken apart before the statement is read; write the letter itself"


def _depth(found: list[Token], index: int) -> int:
    opened = sum(1 for t in found[:index] if t.kind == "sign" and t.text in "({[")
    return opened - sum(1 for t in found[:index] if t.kind == "sign" and t.text in ")}]")


def _top(found: list[Token]) -> list[Token]:
    """The tokens outside all brackets."""
    outside: list[Token] = []
    i = 0
    while i < len(found):
        if found[i].kind == "sign" and found[i].text in ("(", "[", "{"):
            i = closing(found, i) + 1
            outside.append(Token("sign", "()", found[min(i, len(found)) - 1].line))
            continue
        outside.append(found[i])
        i += 1
    return outside


def _last_return(found: list[Token]) -> list[Token]:
    top = _top(found)
    starts = [i for i, t in enumerate(top) if t.word == "RETURN"]
    return top[starts[-1] :] if starts else []


def _ends_in_order(found: list[Token], *, limited: bool) -> Found:
    end = _last_return(found)
    if not end:
        yield (found[-1].line if found else 1), "there is no RETURN"
        return
    words = [t.word for t in end]
    if "ORDER" not in words:
        yield end[0].line, "there is no ORDER BY after the last RETURN"
    if not limited:
        return
    if "LIMIT" not in words or end[-1].text != "$limit" or words[-2] != "LIMIT":
        yield end[-1].line, "the last line is LIMIT $limit"


def _agrees(found: list[Token], question: Question) -> Found:
    declared = {p.name for p in question.params}
    used = {t.text[1:].strip("`"): t.line for t in reversed(found) if t.kind == "param"}
    for name, line in used.items():
        if name not in declared:
            yield line, f"${name} is not declared in params"
    for name in sorted(declared - set(used)):
        yield 1, f"the parameter '{name}' is declared and not used"
    columns = _columns(found)
    end = _last_return(found)
    if tuple(columns) != question.columns:
        line = end[0].line if end else 1
        yield line, f"RETURN gives {', '.join(columns)}; declared are {', '.join(question.columns)}"
    if "document" in columns and (missing := [c for c in ("page", "line", "quote") if c not in columns]):
        line = end[0].line if end else 1
        yield line, f"a row that names its document says where it stands: add {', '.join(missing)}"
    if any(t.text == "*" for t in end[:2]):
        yield end[0].line, "RETURN * hides the columns; name them"


def _columns(found: list[Token]) -> list[str]:
    end = _last_return(found)[1:]
    stop = next((i for i, t in enumerate(end) if t.word in ("ORDER", "SKIP", "LIMIT")), len(end))
    items: list[list[Token]] = [[]]
    for token in end[:stop]:
        if token.kind == "sign" and token.text == ",":
            items.append([])
        else:
            items[-1].append(token)
    named = [item for item in items if item]
    if named and named[0][0].word == "DISTINCT":
        named[0] = named[0][1:]
    return [item[-1].name or "".join(t.text for t in item) for item in named if item]
