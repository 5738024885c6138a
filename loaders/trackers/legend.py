"""The tracker's own key to its colours, letters and words: it comes before any general meaning.

A key stands beside the table ("Key: B finished …"), in coloured cells, in a line of text or on a sheet of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from graph.text import joined, key
from loaders.blocks import Block
from loaders.trackers.colours import name_of
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import colour_word, data, is_sign, pattern, says, status_of

_PAIR = re.compile(r"(?:^|[;,|•\n]|\s{2,}|\.\s)\s*(?P<token>[A-Za-z/ ]{1,14}?|[^\w\s;:,.|•()=–—-]{1,3})\s*(?:=|:|[-–—](?=\s))\s*(?P<meaning>[^;|•\n=]+?)(?=$|[;|•\n]|,\s*[A-Za-z/ ]{1,14}\s*=|\.(?:\s|$))")  # fmt: skip  # noqa: E501
_SIGN_PAIR = re.compile(r"(?:^|[;,|\n\s(])(?P<token>[^\w\s;:,.|•()=–—'\"“”‘’&/+-]{1,3})\s*(?:=|:|[-–—](?=\s)|\s)\s*(?P<meaning>[A-Za-z][^;|•\n=]*?)(?=$|[;|•\n)]|[,.]?\s+[^\w\s;:,.|•()=–—'\"“”‘’&/+-]{1,3}\s*(?:=|:|[-–—]|\s))")  # fmt: skip  # noqa: E501
_ENTRY = re.compile(r"^\s*(?P<token>[A-Za-z/]{1,8}|[^\w\s]{1,3})\s*(?:=|:|[-–—](?=\s))\s*(?P<meaning>[^=]{2,})$")
_NUMBERS = re.compile(
    r"(?:^|[;,|•\n]|\s)\s*(?P<token>\d)\s*(?:=|:|[-–—](?=\s))\s*(?P<meaning>[^;,|•\n=]+?)(?=$|[;,|•\n])"
)
_COLOUR = rf"(?:{data()['colour_words']})"
_BARE = re.compile(rf"(?:^|[:;,]\s*(?:and\s+)?|\band\s+)(?P<token>{_COLOUR})\s+(?P<meaning>[a-z][^:;,.=()]*?)(?=$|[;,.]|\s+and\s+{_COLOUR}\s)", re.I)  # fmt: skip  # noqa: E501
_LETTER = re.compile(r"(?P<token>[BGARYbgary])\s+(?P<meaning>[a-z][^=]+)\.?")
_HEADED = re.compile(r"^[^:=]{0,40}:\s*(?=[^:=]{1,20}=|[A-Za-z/]{1,8}\s+[–—-]\s)")  # "RAG: Blue = done, …"
TOKEN = 3  # words of a code or colour word
MEANING = 40  # words of what a key says of one


@dataclass(slots=True)
class Legend:
    """Words, letters, colour names and fills with their meanings as printed."""

    words: dict[str, str] = field(default_factory=dict)  # in one spelling → meaning
    fills: dict[str, str] = field(default_factory=dict)  # RRGGBB → meaning
    rows: dict[int, set[int]] = field(default_factory=dict)  # id of table → numbers of its rows that are the key

    def __bool__(self) -> bool:
        return bool(self.words or self.fills)

    def meaning(self, text: str) -> str | None:
        """What the key says of a printed word, letter or colour."""
        return self.words.get(key(text).strip(" ."))

    def of_fill(self, fill: str | None) -> str | None:
        """What the key says of a colour: of the very colour, else of the one other shade of the same name."""
        if fill is None:
            return None
        if fill in self.fills:
            return self.fills[fill]
        name = name_of(fill)
        shades = {meaning for shade, meaning in self.fills.items() if name and name_of(shade) == name}
        return shades.pop() if len(shades) == 1 else self.words.get(key(name)) if name and not shades else None

    def add(self, token: str, meaning: str, fill: str | None = None) -> bool:
        """Keep one entry; False for what is none."""
        meaning = joined(meaning)
        if not meaning or len(meaning.split()) > MEANING or pattern("initials_heads").fullmatch(key(meaning)):
            return False
        if token:
            self.words.setdefault(key(token).strip(" ."), meaning)
        if fill and name_of(fill):
            self.fills.setdefault(fill, meaning)
        return True


def legend_of(tables: list[Table], taken: dict[int, set[int]], initials: Collection[str] = ()) -> Legend:
    """The key of a tracker.

    Args:
        tables: all its tables.
        taken: by id of table, the numbers of the rows that head or hold actions.
        initials: short names that a list of the tracker explains, which are no words of status.
    """
    legend = Legend()
    for block in (block for table in tables for block in (*table.before, *table.after) if block.table is None):
        said = _HEADED.sub("", block.raw or block.text)
        if not _signs(legend, block.raw or block.text) and tells_key(block):
            _line(legend, said)
    for table in tables:
        rows = [row for row in table.rows if row.number not in taken.get(id(table), set())]
        own_sheet = not taken.get(id(table)) and table.name is not None and says("key_sheets", table.name)
        open_, last = own_sheet, 0
        swatches = {row.number for row in rows if _swatch(row)}
        for row in rows:
            if not own_sheet and open_ and row.number > last + 2:
                open_ = False
            starts = _starts(row) or _tells_itself(row) or _pairs_sign(row)
            starts = starts or (len(swatches) > 1 and row.number in swatches)
            if not (open_ or starts):
                continue
            if _entries(legend, row) or starts:
                legend.rows.setdefault(id(table), set()).add(row.number)
                open_, last = True, row.number
            elif not own_sheet:
                open_ = False
    for short in initials:
        legend.words.pop(key(short), None)
    return legend


def _swatch(row: Row) -> bool:
    """Whether a row is a colour without a word and a status beside it."""
    own = list(row.own.values())
    bare = [cell.fill for cell in row.cells.values() if not cell.text and name_of(cell.fill)]
    return len(own) == 1 and len(bare) == 1 and status_of(own[0].text) is not None and len(own[0].text.split()) <= 12


def _pairs_sign(row: Row) -> bool:
    """Whether a row says what a sign or a disc of colour means: the sign in one cell, a status beside it."""
    own = list(row.own.values())
    return len(own) == 2 and is_sign(own[0].text) and status_of(own[1].text) is not None


def _signs(legend: Legend, text: str) -> int:
    """A key of signs in a line of text ("✔ done; ◐ begun"); gives how many, 0 where it is none."""
    pairs = [(m["token"], m["meaning"].strip(" .")) for m in _SIGN_PAIR.finditer(text) if is_sign(m["token"])]
    if len(pairs) < 2 or not any(status_of(meaning) for _, meaning in pairs):
        return 0
    for token, meaning in pairs:
        legend.add(token, meaning)
    return len(pairs)


def _pairs(text: str) -> list[tuple[str, str]]:
    """Tokens with their meanings in a line; where nothing but space parts them ("B = done  G = on course") too."""
    text = re.sub(r"\s+means?\s+", " = ", text)  # "Blue means finished, Green means on time"
    if text.count("=") > 2:
        text = re.sub(rf"(?<=[\w%)])\s+(?=(?:[A-Za-z/]{{1,3}}|{data()['colour_words']})\s*=)", "; ", text, flags=re.I)
    return _bare_pairs(text) or [(m["token"].strip(), m["meaning"].strip()) for m in _PAIR.finditer(text)]


def _bare_pairs(text: str) -> list[tuple[str, str]]:
    """Colours listed with their meanings and no sign between ("blue finished, green to plan, red stopped")."""
    found = [(m["token"], m["meaning"].strip()) for m in _BARE.finditer(text)]
    told = [meaning for _, meaning in found if status_of(meaning)]
    several = len(found) > 2 and len({colour_word(token) for token, _ in found}) == len(found)
    return found if several and 2 * len(told) > len(found) else []


def _starts(row: Row) -> bool:
    first = next(iter(row.own.values()), None)
    if first is None or not pattern("key_heads").search(key(first.text)):
        return False
    return len(first.text.split()) <= 6 or bool(_pairs(first.text)) or len(_NUMBERS.findall(first.text)) > 2


def pairs_in(row: Row) -> bool:
    """Whether every cell of a row but the one that heads it is an entry of a key ("B = finished")."""
    own = list(row.own.values())
    if own and (pattern("key_heads").search(key(own[0].text)) or not _ENTRY.match(own[0].text)):
        own = own[1:]
    pairs = [found for cell in own if (found := _ENTRY.match(cell.text))]
    told = [p for p in pairs if status_of(p["meaning"]) is not None]
    return len(pairs) > 1 and len(pairs) == len(own) and 2 * len(told) >= len(pairs)


def _tells_itself(row: Row) -> bool:
    """Whether a row is a key without saying so: statuses in several colours, or "B = done, G = on course, …"."""
    own = list(row.own.values())
    shades = {cell.fill for cell in own if name_of(cell.fill) and len(cell.text.split()) <= 8}
    if (
        len(own) > 1
        and len(shades) == len(own)
        and sum(status_of(cell.text) is not None for cell in own) * 2 > len(own)
    ):
        return True
    return (len(own) == 1 and tells_key(own[0])) or pairs_in(row)


def tells_key(cell: Block) -> bool:
    """Whether one text is a whole key: "B = done, G = on course, …"."""
    own = [cell]
    if len(_SIGN_PAIR.findall(own[0].raw or own[0].text)) > 1 and _signs(Legend(), own[0].raw or own[0].text):
        return True
    pairs = _pairs(own[0].raw or own[0].text)
    told = [m for t, m in pairs if (colour_word(t) or len(t) <= 2) and not t.isdigit() and status_of(m)]
    return len(told) > 1 and 2 * len(told) >= len(pairs)


def _entries(legend: Legend, row: Row) -> int:
    """Add the entries of one row; gives how many."""
    own = list(row.own.items())
    if own and pattern("key_heads").search(key(own[0][1].text)):
        head = own[0][1]
        own = own[1:]
        rest = re.sub(
            r"^[^:=]{0,30}(?:key|legend|colou?rs?|ratings?|definitions?|b?rag|status(?:es)?|codes?|scores?)[^:=]{0,12}:\s*",
            "",
            head.raw,
            flags=re.I,
        )
        if not own and _line(legend, rest):
            return 1
    if pairs_in(row):
        pairs = [(_ENTRY.match(cell.text), cell.fill) for _, cell in own]
        return sum(legend.add(p["token"], p["meaning"], fill) for p, fill in pairs if p)
    found, place = 0, 0
    while place < len(own):
        column, cell = own[place]
        following = own[place + 1] if place + 1 < len(own) else None
        before = row.cells.get(column - 1)
        swatch = before.fill if before is not None and not before.text else None
        if _is_token(cell) and following is not None and _explains(following[1]) and _one_entry(cell, following[1]):
            fill = cell.fill or swatch or following[1].fill
            meaning = following[1].text
            more = own[place + 2][1].text if place + 2 < len(own) and len(own) == 3 else ""
            if more and status_of(meaning) is None and status_of(more) is not None:
                meaning = f"{meaning}: {more}"
            found += legend.add(cell.text, meaning, fill)
            place += 2
            continue
        if (cell.fill or swatch) and name_of(cell.fill or swatch):
            found += _coloured(legend, cell, cell.fill or swatch)
        elif _line(legend, cell.raw):
            found += 1
        place += 1
    return found


def _coloured(legend: Legend, cell: Block, fill: str | None) -> bool:
    """A meaning printed in or beside its colour, perhaps with the colour's name before it."""
    pair = re.match(r"^\s*(?P<token>[A-Za-z/ ]{1,14}?)\s*(?:=|:|[-–—])\s*(?P<meaning>.+)$", cell.text)
    if pair and (colour_word(pair["token"]) or len(pair["token"]) <= 3):
        return legend.add(pair["token"], pair["meaning"], fill)
    return legend.add("", cell.text, fill) if status_of(cell.text) or not colour_word(cell.text) else False


def _is_token(cell: Block) -> bool:
    return len(cell.text.split()) <= TOKEN and (len(cell.text) <= 4 or colour_word(cell.text) is not None or status_of(cell.text) is not None)  # fmt: skip  # noqa: E501


def _one_entry(cell: Block, following: Block) -> bool:
    """Whether two cells are one entry: two meanings in colours of their own are two."""
    apart = name_of(following.fill) is not None and following.fill != cell.fill
    return not apart or status_of(cell.text) is None or colour_word(cell.text) is not None


def _explains(cell: Block) -> bool:
    return (len(cell.text) > 4 or status_of(cell.text) is not None) and not (
        colour_word(cell.text) and len(cell.text.split()) == 1
    )


def _line(legend: Legend, text: str) -> bool:
    """A key in a line of text: "B = complete; G = on track"."""
    if _signs(legend, text):
        return True
    text = _HEADED.sub("", text)
    pairs = _pairs(text)
    numbers = [(m["token"], m["meaning"].strip()) for m in _NUMBERS.finditer(text)]
    if len(numbers) > 2 and all(status_of(meaning) for _, meaning in numbers):  # "1 = Not started; 2 = …"
        pairs = numbers
    elif (
        not pairs
        and (bare := [_LETTER.fullmatch(part.strip()) for part in re.split(r"[,;|\n]", text)])
        and len(bare) > 2
    ):
        pairs = [(m["token"], m["meaning"]) for m in bare if m] if all(bare) else []  # "B finished, G going well, …"
    good = [(t, m) for t, m in pairs if t and (colour_word(t) or len(t) <= 4) and (not t.isdigit() or pairs is numbers)]
    if not good or (len(good) == 1 and status_of(good[0][1]) is None):
        return False
    for token, meaning in good:
        legend.add(token, meaning)
    return True
