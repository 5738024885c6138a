"""The status of one row: the words or the colour as printed, and what they mean in this tracker.

The tracker's own key comes first, then the words themselves, then what a colour usually means. What is not in a key
that the tracker has is not stated: it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from graph.records import ActionStatus
from graph.text import key
from loaders.blocks import Block
from loaders.parse.items.status import stand_of
from loaders.parse.items.undone import taken_back
from loaders.parse.sentences import sentences
from loaders.trackers.agreeing import settled
from loaders.trackers.colours import name_of
from loaders.trackers.legend import Legend
from loaders.trackers.vocabulary import STATUSES, answer_to, colour_word, data, is_sign, says, sign_in, status_of

_FINISHED = ("done", "complete-evidenced", "complete-evidence-awaited")
_DENIED = re.compile(r"\b(?:not|yet|never|outstanding|remain\w*)\b|n['’]t\b", re.I)
_OPEN = ("under-way", "not-started", "overdue", "paused", "at-risk")


@dataclass(slots=True)
class Standing:
    """Status as code and as printed, with what is odd about it."""

    status: ActionStatus = "not-stated"
    printed: str | None = None
    odd: list[str] = field(default_factory=list)
    by_custom: bool = False  # a colour read by its usual meaning, because the tracker has no key


def standing(
    cells: list[Block],
    legend: Legend,
    *,
    evidence: bool,
    coloured: bool = False,
    wanted: Mapping[str, str] | None = None,
    head: str = "",
) -> Standing:
    """Read the status cells of a row.

    Args:
        cells: its cells of status, blank but coloured ones too.
        legend: the tracker's key.
        evidence: whether evidence is recorded in the row.
        coloured: whether colours in these cells vary from row to row, so that they say something.
        wanted: a user's own meanings, printed word or colour → status.
        head: the head of their column, which may be a question ("Complete?").
    """
    texts = [cell.text for cell in cells if cell.text and not re.fullmatch(r"[-–—./]+|n/?a", key(cell.text))]
    fill = next((cell.fill for cell in cells if name_of(cell.fill)), None)
    colour = name_of(fill) if coloured or not texts else None
    if not texts and colour is None:
        return Standing(odd=["no status is given: the status cell has neither word nor colour"])
    printed = " / ".join(dict.fromkeys(texts)) or str(colour)
    if texts and colour and colour_word(printed) is None:
        printed = f"{printed} ({colour})"
    elif is_sign(printed) and (named := colour_word(printed)) is not None:
        printed = f"{printed} ({named.capitalize()})"
    found = Standing(printed=printed)
    chosen = {key(str(word)): code for word, code in (wanted or {}).items()}
    code = next((chosen[key(t)] for t in (*texts, colour or "") if key(t) in chosen), None)
    chosen_by_user = code is not None
    code = code or _of_words(texts, legend, found, head)
    if code is None and not texts:
        code = _of_fill(fill, str(colour), legend, found, head)
    elif not chosen_by_user:
        told = [(str(colour), legend.of_fill(fill))] if texts and fill and coloured else []
        code = _beside_colours(texts, code, told, legend, found)
    if code == "done":
        code = "complete-evidenced" if evidence else "complete-evidence-awaited"
    if code == "complete-evidenced" and not evidence:
        found.odd.append(f"marked “{_said(printed, legend, fill)}”, but no evidence is recorded")
    found.status = cast(ActionStatus, code) if code in STATUSES else "not-stated"
    return found


def _said(printed: str, legend: Legend, fill: str | None) -> str:
    meaning = legend.meaning(printed) or legend.of_fill(fill)
    return f"{printed}: {meaning}" if meaning and key(meaning) != key(printed) else printed


def _of_words(texts: list[str], legend: Legend, found: Standing, head: str) -> str | None:
    """The status by words: the key's meaning of the whole, the words, the key's meaning of the colour they name."""
    for text in [text for text in texts if not names_colour(text)]:  # a word says more than a colour beside it
        if (meaning := legend.meaning(text)) is not None:
            return status_of(meaning) or _unknown(text, f"the key's meaning “{meaning}” says no status", found)
    for text in sorted(texts, key=lambda t: t.rstrip().endswith("%")):  # a word of status says more than a share
        if code := status_of(_without_colour(text)) or answer_to(head, text):
            ended = next(
                (c for t in texts if (c := status_of(_without_colour(t))) in ("cancelled", "superseded")), None
            )
            if ended and code in _FINISHED:
                return ended  # "Done" beside "Won't do": closed, but not as done
            if text.rstrip().endswith("?"):  # "Complete?" asks
                return _unknown(text, f"“{text}” asks and does not say", found)
            if code in _FINISHED and _still_open(text):
                found.odd.append(f"“{text}” says that a part is done and that another is not: read as under way")
                return "under-way"
            return code
    for text in texts:
        colour = colour_word(text)
        if colour and (meaning := legend.meaning(text) or legend.meaning(colour)) is not None:
            return status_of(meaning) or _unknown(text, f"the key's meaning “{meaning}” says no status", found)
        if colour and (shade := _fill_named(legend, colour)) is not None:
            return status_of(shade)
        if colour and not legend:
            found.by_custom = True
            return str(data()["colours"].get(colour, "not-stated"))
        if not legend and (code := sign_in(text)):
            found.by_custom = True
            return code
    if texts:
        why = f"“{texts[0]}” is not in the tracker's key" if legend else f"“{texts[0]}” is no known word of status"
        return _unknown(texts[0], f"{why}; its meaning is unknown", found)
    return None


def _still_open(text: str) -> bool:
    """Whether a cell that opens with a word of done says of the rest, in a sentence behind it, that it is not."""
    first, *behind = sentences(text)
    back = taken_back(text, "embedded", first) if behind and stand_of(first).status not in _OPEN else None
    return back is not None and _DENIED.search(back[1]) is not None  # "Next audit planned" takes nothing back


def _fill_named(legend: Legend, colour: str) -> str | None:
    meanings = {meaning for fill, meaning in legend.fills.items() if key(name_of(fill) or "") == colour}
    return meanings.pop() if len(meanings) == 1 else None


def _without_colour(text: str) -> str:
    return re.sub(rf"^\W*(?:{data()['colour_words']})\b\W*", "", key(text)) or ""


def _unknown(text: str, message: str, found: Standing) -> str:
    found.odd.append(message)
    return "not-stated"


def _of_fill(fill: str | None, colour: str, legend: Legend, found: Standing, head: str) -> str:
    meaning = legend.of_fill(fill)
    if meaning is not None:
        return status_of(meaning) or _unknown(colour, f"the key's meaning “{meaning}” says no status", found)
    if legend:
        return _unknown(colour, f"the colour {colour.lower()} ({fill}) is not in the tracker's key", found)
    usual = str(data()["colours"].get(key(colour), "not-stated"))
    if usual in (*_FINISHED, "not-stated") or not says("rated_heads", head):  # no colour alone closes anything
        return _unknown(colour, f"the cell is {colour.lower()}, and nothing says what that means here", found)
    found.by_custom = True
    return usual


def _beside_colours(
    texts: list[str], code: str | None, told: list[tuple[str, str | None]], legend: Legend, found: Standing
) -> str | None:
    """The status of words beside colours: those of the cell, and those that stand in a word of their own."""
    word = next((text for text in texts if not names_colour(text)), None)
    if word is not None:
        named = [
            (text, colour_word(text)) for text in texts if names_colour(text) or _without_colour(text) != key(text)
        ]
        told += [(colour, legend.meaning(text) or legend.meaning(colour)) for text, colour in named if colour]
    for colour, meaning in told:
        code, odd = settled(word or texts[0], code, colour, status_of(meaning) if meaning else None)
        if odd:
            found.odd.append(odd if meaning is None else f"{odd} (key: {meaning})")
    return code


def names_colour(text: str) -> bool:
    """Whether a text is a colour, or the letter or sign of one, and nothing else."""
    left = _without_colour(text)
    return colour_word(text) is not None and (left in data()["letters"] or not any(c.isalnum() for c in left))
