"""Boards: each column is a state ("To do | Doing | Done") and each cell below it a card with an action.

A board is turned into what all other tables are, a head and a row an action, so that one reading serves both.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.dates import find_dates
from graph.text import joined
from loaders.trackers.contents import SHORT, only_date
from loaders.trackers.dates import plain
from loaders.trackers.header import heads_of
from loaders.trackers.leads import is_body
from loaders.trackers.reviews import label_of
from loaders.trackers.tables import Row, Table
from loaders.trackers.unworded import DEEP
from loaders.trackers.vocabulary import field_of, pattern, status_of

LEAST = 3  # states that make a board
_ACTS = 4  # words of a card
_NAMES = ("Status", "Action", "Lead", "Due date", "Progress")
_LANE = len(_NAMES) + 1
_NAMED = re.compile(r"^\W*(?P<name>[A-Za-z][A-Za-z ]{1,20}):\s*(?P<said>.+)$", re.S)
_BY = re.compile(r"^(?:due|by|target|deadline|before)\b[:\s]*", re.I)
_BULLET = re.compile(r"^\s*(?:[•*·▪‣]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*", re.M)


def off_the_board(table: Table) -> Table:
    """The table with a row for each card where its columns are states; any other table as it is."""
    for place, row in enumerate(table.rows[:DEEP]):
        states = _states(row)
        below = table.rows[place + 1 :]
        if states and _holds_cards(states, below) and not heads_of(table):
            return _laid_out(table, place, states)
    return table


def _states(row: Row) -> dict[int, str]:
    """The columns of a head of states; {} for any other row. One column more, at the left, may name the lanes."""
    own = row.own
    states = {c: cell.text for c, cell in own.items() if _is_state(cell.text)}
    others = [c for c in own if c not in states]
    lanes_only = not others or others == [min(own)]
    return states if len(states) >= LEAST and lanes_only and len(set(states.values())) == len(states) else {}


def _is_state(text: str) -> bool:
    bare = re.sub(r"\s*\(\d+\)$", "", text)
    return len(bare.split()) <= _ACTS and "?" not in bare and status_of(bare) is not None


def _holds_cards(states: dict[int, str], below: list[Row]) -> bool:
    """Whether nearly all that stands below the states are sentences, and not ticks, dates or numbers."""
    texts = [row.own[c].text for row in below for c in states if c in row.own]
    return len(texts) > 1 and 10 * sum(len(t.split()) >= _ACTS and not only_date(t) for t in texts) >= 9 * len(texts)


def _laid_out(table: Table, place: int, states: dict[int, str]) -> Table:
    head = table.rows[place]
    first = next(iter(head.own.values()))
    lanes = min(states) - 1
    made = Table(table.name, table.rows[:place], table.before, after=table.after)
    names = [*_NAMES, _lane_head([row.text(lanes) for row in table.rows[place + 1 :]])]
    cells = {n: replace(first, text=t, raw=t, column=n, merged=None) for n, t in enumerate(names, 1) if t}
    made.rows.append(replace(head, cells=cells))
    number, lane = head.number, None
    for row in table.rows[place + 1 :]:
        lane = row.cells.get(lanes) or lane
        begins = row.own
        if not any(c in begins for c in states):
            number += 1
            made.rows.append(replace(row, number=number, place=str(row.number)))
        for column, state in states.items():
            for said in _cards(row.raw(column)) if column in begins else ():
                number += 1
                card = Row(number, row.line, place=f"cell {_letter(column)}{row.number}")
                parts = [re.sub(r"\s*\(\d+\)$", "", state), *_parts(said)]
                cell = row.cells[column]
                for n, text in enumerate(parts, 1):
                    if text:
                        own = replace(cell, text=joined(text), raw=text, value=None, row=number, column=n, merged=None)
                        card.cells[n] = own if n == _NAMES.index("Action") + 1 else replace(own, fill=None)
                if lane is not None and names[-1]:
                    card.cells[_LANE] = replace(lane, row=number, column=_LANE, merged=None)
                made.rows.append(card)
    return made


def _lane_head(lanes: list[str]) -> str:
    """What the lanes of a board are called: after who leads, reviews, or anything else."""
    told = [text for text in lanes if text]
    if not told:
        return ""
    if all(map(is_body, told)):
        return "Supporting agency"
    return "Review" if any(map(label_of, told)) else "Priority"


def _cards(raw: str) -> list[str]:
    """The cards in one cell: one a bullet or a blank line, else the whole."""
    raw = raw.strip()
    if len(_BULLET.findall(raw)) > 1 and _BULLET.match(raw):
        return [part.strip() for part in _BULLET.split(raw) if part and part.strip()]
    return [part.strip() for part in re.split(r"\n\s*\n", raw) if part.strip()]


def _parts(card: str) -> list[str]:
    """Action, who leads, when it is due, and what else is said, of one card."""
    lines = [line.strip() for line in card.splitlines() if line.strip()]
    action, rest = lines[0], lines[1:]
    if (inside := re.fullmatch(r"(?P<text>.+?)\s*[(\[](?P<in>[^()\[\]]+)[)\]]\.?", action)) and _tells(inside["in"]):
        action, rest = inside["text"], [*re.split(r"\s*[;,]\s+", inside["in"]), *rest]
    elif len(pieces := re.split(r"\s+[–—|-]\s+", action)) > 1 and _tells(", ".join(pieces[1:])):
        action, rest = pieces[0], [*pieces[1:], *rest]
    leads: list[str] = []
    due: list[str] = []
    news: list[str] = []
    for piece in rest:
        named = _NAMED.match(piece)
        said, name = (named["said"], field_of(named["name"])) if named else (piece, None)
        if name == "leads" or (name is None and _names_body(piece)):
            leads.append(said)
        elif name == "due" or (name is None and _is_due(piece)):
            due.append(_BY.sub("", said))
        else:
            news.append(piece)
    return [action, "; ".join(leads), "; ".join(due), "\n".join(news)]


def _tells(words: str) -> bool:
    """Whether words beside an action say who leads or when it is due."""
    pieces = re.split(r"\s*[;,]\s+", words)
    return any(_is_due(piece) or _names_body(piece) or _NAMED.match(piece) for piece in pieces)


def _is_due(piece: str) -> bool:
    bare = _BY.sub("", piece)
    dated = len(piece.split()) <= SHORT and bool(find_dates(plain(bare)))
    return (dated and (bare != piece or len(bare.split()) <= _ACTS)) or bool(pattern("open_ended").match(bare))


def _names_body(piece: str) -> bool:
    parts = [part for part in re.split(r"\s*[/&+]\s*|\s+and\s+", piece) if part]
    return len(piece.split()) <= SHORT and bool(parts) and all(map(is_body, parts))


def _letter(column: int) -> str:
    return chr(64 + column) if column <= 26 else str(column)
