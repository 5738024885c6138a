"""Cypher text as tokens, aware of strings, comments and quoted names: all that the linter builds on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<quoted>`(?:[^`]|``)*`)
  | (?P<param>\$(?:[A-Za-z_]\w*|`[^`]+`))
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<sign><>|<=|>=|=~|\.\.|[-+*/%^=<>(){}\[\],.:;|!&])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """A piece of Cypher. `kind`: string, quoted, param, number, name, sign, or unknown; `line` from 1."""

    kind: str
    text: str
    line: int

    @property
    def word(self) -> str:
        """A bare name in capitals, for comparing with keywords; empty for anything else."""
        return self.text.upper() if self.kind == "name" else ""

    @property
    def name(self) -> str:
        """A name or quoted name as it is meant."""
        return self.text.strip("`").replace("``", "`") if self.kind in ("name", "quoted") else ""


def tokens(text: str) -> list[Token]:
    """All tokens but space and comments. A sign that Cypher does not have is of kind unknown."""
    found: list[Token] = []
    at, line = 0, 1
    while at < len(text):
        match = _TOKEN.match(text, at)
        piece = match[0] if match else text[at]
        kind = (match.lastgroup or "unknown") if match else "unknown"
        if kind not in ("space", "comment"):
            found.append(Token(kind, piece, line))
        line += piece.count("\n")
        at += len(piece)
    return found


def closing(found: list[Token], start: int) -> int:
    """Index of the bracket that closes the one at `start`; the end where none does."""
    pairs = {"(": ")", "[": "]", "{": "}"}
    depth: list[str] = []
    for i in range(start, len(found)):
        token = found[i]
        if token.kind != "sign":
            continue
        if token.text in pairs:
            depth.append(pairs[token.text])
        elif depth and token.text == depth[-1]:
            depth.pop()
            if not depth:
                return i
    return len(found)
