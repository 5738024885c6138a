"""The tracker's own list of initials and short names ("HT: Head of Safeguarding"), so that a lead is a role.

Names of people that stand in such a list are left out: only role and agency are kept.
"""

from __future__ import annotations

import re

from graph.text import joined, key
from loaders.parse.items.agencies import kind_of
from loaders.trackers.leads import is_person
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import colour_word, listed, pattern, status_of

_ONE = re.compile(
    r"(?:^|[;,|•\n:]|\.\s)\s*(?P<token>[A-Z](?:[A-Za-z&]{0,4}[A-Z0-9])?)\s*=\s*(?P<meaning>[^;|•\n=,]+?)(?=$|[;,|•\n])"
)
_WIDEST = 3  # cells of an entry: initials, role, and whose it is
_TOKEN = re.compile(r"[A-Z][A-Za-z&]{0,4}[A-Z0-9]")
_PAIR = re.compile(r"(?:^|[;,|•\n:]|\.\s)\s*(?P<token>[A-Z][A-Za-z&]{0,4}[A-Z0-9])\s*(?:=|:|[-–—](?=\s))\s*(?P<meaning>[^;|•\n=]+?)(?=$|[;|•\n]|[,.]\s*[A-Z][A-Za-z&]{0,4}[A-Z0-9]\s*(?:=|:|[-–—]\s))")  # fmt: skip  # noqa: E501


def initials_of(tables: list[Table], taken: dict[int, set[int]]) -> tuple[dict[str, str], dict[int, set[int]]]:
    """What initials stand for, and by id of table the rows of the list.

    Args:
        tables: all tables of the tracker.
        taken: by id of table, the numbers of the rows that head or hold actions.
    """
    found: dict[str, str] = {}
    places: dict[int, set[int]] = {}
    for table in tables:
        own: dict[str, str] = {}
        rows: set[int] = set()
        headed = False
        for row in table:
            if row.number in taken.get(id(table), set()):
                continue
            starts = any(
                len(c.text.split()) <= 8 and pattern("initials_heads").search(key(c.text)) for c in row.own.values()
            )
            entries = _entries(row)
            if entries or starts:
                rows.add(row.number)
            own |= {token: meaning for token, meaning in entries.items() if token not in own}
            headed = headed or starts
        for block in table.before:
            own |= {t: m for t, m in _line(block.raw or block.text).items() if t not in own}
        if len(own) > 1 or (own and headed):
            found = own | found
            places[id(table)] = rows
    return found, places


def _entries(row: Row) -> dict[str, str]:
    """The entries of one row: initials in a cell with their meaning beside it, or a line of pairs."""
    own = [cell.text for cell in row.own.values()]
    if len(own) == 1:
        return _line(next(iter(row.own.values())).raw or own[0])
    found: dict[str, str] = {}
    if len(own) > _WIDEST and sum(map(_is_token, own)) < len(own) // _WIDEST:
        return found  # a row of a table whose first column numbers it ("JUN3")
    for place, text in enumerate(own[:-1]):
        if _is_token(text):
            told: list[str] = []
            for other in own[place + 1 :]:
                if _is_token(other) and told:
                    break
                told.append(other)
            if meaning := _role(told):
                found[text] = meaning
    return found


def _line(text: str) -> dict[str, str]:
    pairs = [(m["token"], joined(m["meaning"]).strip(" .,")) for m in _PAIR.finditer(text)]
    found = {token: meaning for token, said in pairs if _is_token(token) and (meaning := _role([said]))}
    if pattern("initials_heads").search(key(text.split(":")[0])):  # "Lead key: CSC = …; P = Police": single letters too
        single = {m["token"]: meaning for m in _ONE.finditer(text) if (meaning := _role([joined(m["meaning"])]))}
        if len(single) > len(found):
            return single
    return found if len(found) > 1 and len(found) == len(pairs) else {}


def _is_token(text: str) -> bool:
    return bool(_TOKEN.fullmatch(text)) and colour_word(text) is None and status_of(text) is None


def _role(texts: list[str]) -> str:
    """Role and agency of an entry without the person's name; "" where it names no body."""
    parts = [p for text in texts for p in (re.split(r",\s+|\s+[-–—]\s+", text) if _opens_with_person(text) else [text])]
    kept = [joined(re.sub(r"\([^()]*\)", lambda m: "" if is_person(m[0][1:-1], "lead") else m[0], p)) for p in parts]
    kept = [p for p in kept if p and not is_person(p, beside="lead") and not _TOKEN.fullmatch(p)]
    said = ", ".join(kept)
    is_body = kind_of(said) is not None or any(w in listed("bodies") for w in re.findall(r"[a-z'-]+", key(said)))
    return said if is_body and (status_of(said) is None or len(kept) > 1 or kind_of(said) is not None) else ""


def _opens_with_person(text: str) -> bool:
    return is_person(re.split(r",\s+|\s+[-–—]\s+", text)[0], beside="lead")
