"""Figures of a table: what a cell counts by the heads over and beside it, and cells of a row that are one figure.

A number alone says little; a column that counts something ("Number of reviews (of 18)"), the share beside it ("7 |
39%") or a total that the row adds up to say what it is. A column of dates, references or targets holds no figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.figures.numbers import NUMBER, Figure, counted_in, value
from loaders.parse.figures.rates import rate_of_cell

_COUNT = re.compile(r"\d{1,4}")
_ALL = re.compile(r"all (?:of (?:the )?)?(?P<n>\d{1,4})", re.I)
_SHARE = re.compile(rf"(?P<k>{NUMBER}|none)\s*(?:/|(?:out\s+)?of(?:\s+the)?)\s*(?P<n>{NUMBER})", re.I)
_PERCENT = re.compile(r"(?P<p>\d+(?:\.\d+)?)\s?%")
_FACT_HEAD = re.compile(r"\s*(?:age|ages|date|year|time|ref|no\.?$|number$)\b", re.I)  # a fact of the row, no count
_NO_SHARE_HEAD = re.compile(
    r"\b(?:dates?|when|due|by|deadline|ref\w*|page|paragraph|section|version|scores?|no\.?)\b", re.I
)
_WANTED = re.compile(  # what is wanted or normal stands in such a column, not what was found
    r"\b(?:targets?|goals?|standards?|ambition|thresholds?|tolerance|benchmark)\b(?! (?:met|achieved|reached))", re.I
)
_PERCENT_HEAD = re.compile(r"%|\bper ?cent(?:age)?\b", re.I)
_ALL_OF_IT = 100
_TOTAL = re.compile(r"\s*(?:total|all|sum|overall|n|base|sample)\b", re.I)
_BASE = re.compile(  # "2030 (12 children)", "This year (9)": a time, and how many were looked at then
    r"(?:.{0,30}\b(?:(?:19|20)\d\d|years?|audit|round|sample|quarter|now|then|before|after)\b.{0,12}?)\s*"
    r"\((?:n ?= ?)?(?P<n>\d{1,4})(?: [a-z -]{3,30})?\)$",
    re.I,
)
_OF_LABELS = re.compile(  # never a year
    r"\((?:n ?= ?(?P<n>\d{1,5})|(?P<of>(?!(?:19|20)\d\d\b)\d{1,5}) (?:replies|responses|respondents|answers|returns"
    r"|people|staff|practitioners|professionals|children|families|files|cases|records))\)"
)
_OF_HEAD = re.compile(r"(?:\b(?:out )?of|\bn ?=|/) ?(?:the |all )?(?P<n>\d{1,4})\b", re.I)
_NUMBER_AT = re.compile(r"\s*(?:number|no\.?)\b", re.I)
_ROUNDED = 0.5  # of a percentage without decimals
_COUNT_AND_SHARE = 2
_WHOLE = re.compile(r"(?:out )?of(?: a total)?|sample(?: size)?|base|denominator", re.I)  # heads of what is counted in
_LOOKED_AT = re.compile(  # heads over how many were looked at ("Cases looked at", "Files audited", "Number sampled")
    r"(?:[\w'’-]+ ){0,4}?(?:looked at|audited|(?:dip[- ])?sampled|checked|examined|tested|inspected|in (?:the )?sample)"
    r"|(?:[\w'’/-]+ ){0,3}?(?:files|records|cases|plans|assessments|referrals|notes) (?:read|reviewed|considered)",
    re.I,
)
_NOT_OF_THEM = re.compile(  # heads over what is counted or measured otherwise than by what was looked at
    r"\b(?:average|mean|median|days?|weeks?|months?|hours?|minutes?|costs?|visits?|meetings?|calls?|sessions?|staff)\b|£",
    re.I,
)
_IN_BRACKETS = re.compile(r"\((?:(?:out )?of|n ?=) ?(?P<n>\d{1,4})\)", re.I)
_NUMBER_OF = re.compile(r"\b(?:number|no\.?|total) of\b", re.I)


def wanted(block: Block) -> bool:
    """Whether a cell says what is aimed at, by the head of its column or row."""
    heads = f"{block.column_head or ''}; {block.row_head or ''}"
    return block.kind is BlockKind.CELL and _WANTED.search(heads) is not None


def cell_figure(block: Block, text: str, row: Sequence[Block] = ()) -> Figure | None:
    """The figure of a cell that holds a number alone or a share alone.

    Args:
        block: the cell.
        text: what it says.
        row: all cells of its row.
    """
    if block.kind is not BlockKind.CELL:
        return None
    head = block.column_head or ""
    if rate := rate_of_cell(text, f"{head} {block.row_head or ''}"):
        return rate
    if block.column_head is None or block.column == 1:
        return _counted(text, head, block) if block.column_head is not None else None
    if (share := _SHARE.fullmatch(text)) and not _NO_SHARE_HEAD.search(head):
        k, n = value(share["k"]), value(share["n"])
        return Figure(0, len(text), k, n) if k <= n and n > 1 else None
    if every := _ALL.fullmatch(text):
        return Figure(0, len(text), value(every["n"]), value(every["n"]))
    if told := _of_named_whole(block, text, row) or _of_looked_at(block, text, row):
        return told
    if _COUNT.fullmatch(text) and _PERCENT_HEAD.search(head) and int(text) <= _ALL_OF_IT:
        return Figure(0, len(text), count_beside(block, f"{text}%", row, int(text)), percent=int(text))
    return _of_total(block, text, row) or _counted(text, head, block)


def count_beside(block: Block, text: str, row: Sequence[Block], percent: int | float) -> int | None:
    """The one count of a row whose one share stands in this cell ("7 | 39%"), where the row holds no other number."""
    numbers = [other for other in row if re.search(r"\d", other.text) and other.column != 1]
    counts = [other for other in numbers if other is not block and _COUNT.fullmatch(printed(other.text))]
    if len(numbers) != _COUNT_AND_SHARE or len(counts) != 1 or wanted(counts[0]) or not _PERCENT.fullmatch(text):
        return None
    k, head = int(printed(counts[0].text)), counts[0].column_head or ""
    fact = _FACT_HEAD.match(head) and not _NUMBER_AT.match(head)
    return None if fact or (percent == 0) != (k == 0) else k


def of_head(block: Block) -> int | float | None:
    """What the head of a column says its figures are out of ("Comparison group (n=40)")."""
    found = _OF_HEAD.search(block.column_head or "") if block.kind is BlockKind.CELL else None
    return value(found["n"]) if found else None


def of_labels(block: Block, row: Sequence[Block]) -> int | None:
    """What the head over the labels of a table says its shares are out of ("Survey question (212 replies)")."""
    over = next((cell.column_head for cell in row if cell.column == 1), None)
    found = _OF_LABELS.search(over or "") if (block.column or 1) > 1 and "%" in block.text else None
    return int(found["n"] or found["of"]) if found else None


def _counted(text: str, head: str, block: Block) -> Figure | None:
    """A number alone in a cell whose column counts something."""
    if not _COUNT.fullmatch(text):
        return None
    if (base := _BASE.match(head)) and (block.row_head or block.column != 1):
        out_of = value(base["n"])
        return Figure(0, len(text), value(text), out_of) if value(text) <= out_of else None
    said = _NUMBER_OF.sub(" ", f"1 {head}")
    units = counted_in(said)
    whole = _OF_HEAD.search(said, max(units[0].end() - 2, 0)) if units else _IN_BRACKETS.search(said)
    if _FACT_HEAD.match(head) or not (units or whole):
        return None
    n = value(whole["n"]) if whole else None
    return None if n is not None and value(text) > n else Figure(0, len(text), value(text), n)


def _of_named_whole(block: Block, text: str, row: Sequence[Block]) -> Figure | None:
    """A count beside what the head of the next column says it is out of, whatever share is printed ("met | out of")."""
    beside = [other for other in row if other.column != 1]
    shares = [o for o in beside if _PERCENT.fullmatch(printed(o.text)) or _PERCENT_HEAD.search(o.column_head or "")]
    counts = [o for o in beside if o not in shares and _COUNT.fullmatch(printed(o.text))]
    if len(shares) > 1 or len(counts) != _COUNT_AND_SHARE or not _WHOLE.fullmatch(counts[1].column_head or ""):
        return None
    k, n = (int(printed(count.text)) for count in counts)
    fact = _FACT_HEAD.match(counts[0].column_head or "") and not _NUMBER_AT.match(counts[0].column_head or "")
    if block is not (shares or counts)[0] or fact or wanted(counts[0]) or not 1 < n >= k:
        return None
    told = re.match(r"\d+(?:\.\d+)?", text) if shares else None
    share = float(told[0]) if told else None
    percent = int(share) if share is not None and share.is_integer() else share
    return Figure(0, len(text), k, n, percent) if told or not shares else None


def _of_looked_at(block: Block, text: str, row: Sequence[Block]) -> Figure | None:
    """A count or share behind the number that was looked at ("Cases looked at | Tool used | Child's words noted")."""
    numbers = [o for o in row if o.column != 1 and re.search(r"\d", o.text) and not wanted(o)]
    counts = [int(printed(o.text)) for o in numbers if _COUNT.fullmatch(printed(o.text))]
    head = block.column_head or ""
    if not numbers or block is numbers[0] or not _LOOKED_AT.fullmatch((numbers[0].column_head or "").strip()):
        return None
    if not _COUNT.fullmatch(printed(numbers[0].text)) or _NO_SHARE_HEAD.search(head) or _NOT_OF_THEM.search(head):
        return None
    n = counts[0]
    if n < max(counts) or n < _COUNT_AND_SHARE:
        return None
    if _COUNT.fullmatch(text):
        return Figure(0, len(text), int(text), n)
    share = _PERCENT.fullmatch(text)
    fits = share is not None and abs(round(float(share["p"]) * n / 100) * 100 / n - float(share["p"])) <= _ROUNDED
    return Figure(0, len(text), None, n, value(share["p"])) if share and fits else None


def _of_total(block: Block, text: str, row: Sequence[Block]) -> Figure | None:
    """A count in a row of counts that add up to a total at its end ("2 | 6 | 10 | 2 | 20")."""
    counts = [(other, printed(other.text)) for other in row if other.column != 1]
    if len(counts) <= _COUNT_AND_SHARE or not all(_COUNT.fullmatch(count) for _, count in counts):
        return None
    last, total = counts[-1][0], int(counts[-1][1])
    if (
        block is last
        or not _TOTAL.match(last.column_head or "")
        or sum(int(count) for _, count in counts[:-1]) != total
    ):
        return None
    return Figure(0, len(text), int(text), total) if total > 1 else None
