"""Cases of children whom no heading and no turn of speech gives, and whose names keep the company of children's names.

Asked last, and only of what stands outside every case: "Donal", over a paragraph about a pupil; a row of a table of
children; "We know her as Bryony". Somewhere the paper has to tell of the child, with an age or with what befell it, so
that a name in a list of links opens nothing; nor does an imagined child, or one of another area. A paper without any
case that names the child in a heading, or again and again, is about that child as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.company import likely_names
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.introduced import children_shown, told_elsewhere
from loaders.parse.cases.mentions import AGE, mentions_in
from loaders.parse.cases.naming import CaseLabel, is_common, kind_of
from loaders.parse.cues import cue
from loaders.parse.layout.stories import goes_on
from loaders.parse.layout.whole import names_several
from loaders.parse.passages import Entry, Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_LIKELY = 0.6  # nine of ten such names are those of children (docs/measured.md)
_OFTEN = 3  # blocks that name the child of whom a whole paper is
_MOST = 5  # children of one family
_OF_SEVERAL = re.compile(r"\b(?:children|siblings|brothers|sisters|twins|boys|girls|family)\b(?!['’])", re.I)
_OF_ONE = re.compile(
    r"\b(?:he|she|him|her|his|child|baby|boy|girl|infant|twins|son|daughter|lad|pupil|young (?:man|woman|person))\b",
    re.I,
)
# an adult's age; one of those who help, or were asked, speaks; a forename or surname stands beside it
_GROWN = r"\b{0}(?: [A-Z][a-z]+)?(?:,| is| was| \()+ ?(?:then |now |just |aged )*[2-9]\d\b(?!%| (?:month|week|day)s)"
_SPEAKS = r"\b{0}(?:,? \(?(?:aged )?\d{{1,2}}\)?,?)? (?:said|says|told us|tells us)\b"
_SURNAMED = r"\b(?:[A-Z][a-z]+ {0}|{0} [A-Z][a-z]+)\b"
_TOLD = ("finding", "recommendation", "action", "activity", "impact", "status")  # what stays what it is, of the case


def open_by_name(walked: Outline, blocks: Sequence[Block], title: str, own: Collection[str]) -> None:
    """Open the cases of children who are only named, and give them what stands beside their names.

    Args:
        walked: the passages so far.
        blocks: all of the paper.
        title: of the paper.
        own: the bodies whose reviews it tells of.
    """
    shares = likely_names(blocks) | dict.fromkeys(_called(blocks), 1.0)
    for entry in walked.entries:
        if not (entry.label.name or entry.label.test):
            _name(entry, walked, blocks, shares, title, own)
    if any(entry.whole for entry in walked.entries):
        return
    known = {word for entry in walked.entries for word in re.findall(r"\w+", _spoken(entry.label))}
    free = [passage for passage in walked.passages if passage.entry is None]
    names = [
        name
        for name, share in shares.items()
        if share >= _LIKELY and name not in known and _is_told_of(name, free, own)
    ]
    children = [_Child(together, free) for together in _together(names, blocks)]
    if not children:
        return
    if not walked.entries and len(children) == 1 and _whole(children[0], blocks, title):
        entry = children[0].entry(blocks[0], whole=True)
        walked.entries.append(entry)
        walked.passages = [_of(passage, entry) for passage in walked.passages]
        return
    _open_each(walked, children, own)


def _name(
    entry: Entry,
    walked: Outline,
    blocks: Sequence[Block],
    shares: Mapping[str, float],
    title: str,
    own: Collection[str],
) -> None:
    """Name a case without a name by the one child, or the children of one family, whom its passages name."""
    passages = [passage for passage in walked.passages if passage.entry is entry]
    others = {word for one in walked.entries for word in re.findall(r"\w+", one.label.name or "")}
    names = [
        name
        for name, share in shares.items()
        if share >= _LIKELY and name not in others and _is_told_of(name, passages, own)
    ]
    names = [name for name in names if _is_label(name, blocks)]
    shown = {word for name in children_shown(" ".join(block.text for block in blocks)) for word in _each(name)}
    if names_several(title) or shown - {*names}:
        return
    groups = _together(names, blocks)
    several = entry.whole and _OF_SEVERAL.search(f"{title} {entry.label.printed}")
    if len(groups) == 1 or (1 < len(names) <= _MOST and several):
        entry.label = replace(entry.label, name=_listed(groups))


def _is_label(name: str, blocks: Sequence[Block]) -> bool:
    """Whether a name is what the paper calls the child, and not one that slipped into a sentence of it."""
    one = re.compile(rf"\b{re.escape(name)}\b")
    naming = [block for block in blocks if one.search(block.text)]
    return len(naming) >= _OFTEN or name in {*_called(naming)} or any(b.kind is BlockKind.HEADING for b in naming)


def _called(blocks: Iterable[Block]) -> Iterator[str]:
    """The names of children that sentences say outright ("is given the name Robin", "We know her as Robin")."""
    for block in blocks:
        for sentence in sentences(block.text):
            for found in cue("prose", "names-outright").finditer(sentence):
                before = mentions_in(sentence[: found.start()], {})
                of_child = not before or before[-1].kind not in ("adult", "sibling")
                name = found["name"] or found["own"]
                if of_child and _OF_ONE.search(sentence) and not is_common(name):
                    yield name


def _listed(groups: Sequence[str]) -> str:
    """The names as one ("Ada, Bea and Cal")."""
    names = [name for group in groups for name in _each(group)]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


class _Child:
    """Children who are named together, and how."""

    def __init__(self, names: str, passages: Iterable[Passage]) -> None:
        self.names = names
        self.one = re.compile(rf"\b(?:{'|'.join(map(re.escape, _each(names)))})\b(?! [A-Z][a-z])")
        self.opened: Entry | None = None
        texts = [text for p in passages for text in (p.heading or "", p.text) if self.one.search(text)]
        self.kind = next((kind for text in texts if (kind := kind_of(text))), None)

    def entry(self, block: Block, *, whole: bool = False) -> Entry:
        """The case, opened at a block."""
        self.opened = Entry(CaseLabel(self.names, self.kind or "other", None, self.names), block, whole)
        return self.opened


def _spoken(label: CaseLabel) -> str:
    return " ".join([label.printed, label.name or "", *label.aliases])


def _each(names: str) -> list[str]:
    return re.split(r",? and | & |, ", names)


def _is_told_of(name: str, passages: Iterable[Passage], own: Collection[str]) -> bool:
    """Whether a passage outside every case tells of the child of this area, and not only names it."""
    one = re.compile(rf"\b{re.escape(name)}\b")
    told = [p for p in passages if one.search(p.text) or (p.heading and one.search(p.heading))]
    if any(cue("prose", "imagined").search(f"{p.heading or ''} {p.text}") for p in told):
        return False
    spoken = " ".join(p.text for p in told)
    if re.search(_GROWN.format(re.escape(name)), spoken) or re.search(_SPEAKS.format(re.escape(name)), spoken):
        return False
    if 2 * len(re.findall(_SURNAMED.format(re.escape(name)), spoken)) >= len(one.findall(spoken)):
        return False
    return any(
        (_brings_in(p.text, name) or _says_reviewed(p.text, name)) and not told_elsewhere(p.text, own) for p in told
    )


def _brings_in(text: str, name: str) -> bool:
    """Whether a text says of a child how old it was, or what befell it."""
    spoken = any(m.kind in ("name", "child", "children") for m in mentions_in(text, {name: name}))
    return spoken and bool(AGE.search(text) or cue("prose", "aged").search(text) or told_of_harm(text))


def _says_reviewed(text: str, name: str) -> bool:
    """Whether a text says outright what the child of a review is called."""
    called = any(name in (found["name"], found["own"]) for found in cue("prose", "names-outright").finditer(text))
    return called and cue("prose", "reviewed").search(text) is not None


def _together(names: Sequence[str], blocks: Iterable[Block]) -> list[str]:
    """The names, those as one that are somewhere printed side by side ("Hazel and Heath")."""
    if not names:
        return []
    one = rf"(?:{'|'.join(map(re.escape, names))})"
    beside = re.compile(rf"\b{one}(?:(?:,? and |, | & ){one})+\b(?! [A-Z][a-z])")
    printed = {found[0] for block in blocks for found in beside.finditer(block.text)}
    pairs: list[str] = []
    for text in sorted(printed, key=lambda text: (len(_each(text)), text)):
        if not any(set(_each(text)) & set(_each(pair)) for pair in pairs):
            pairs.append(text)
    alone = [name for name in names if not any(name in _each(pair) for pair in pairs)]
    order = {name: at for at, name in enumerate(names)}
    return sorted([*pairs, *alone], key=lambda text: min(order[name] for name in _each(text)))


def _whole(child: _Child, blocks: Sequence[Block], title: str) -> bool:
    """Whether a paper without any case is about one child as a whole."""
    headed = any(b.kind is BlockKind.HEADING and child.one.search(b.text) for b in blocks)
    return (
        headed or child.one.search(title) is not None or sum(bool(child.one.search(b.text)) for b in blocks) >= _OFTEN
    )


def _of(passage: Passage, entry: Entry) -> Passage:
    if passage.entry is not None:
        return passage
    unread = passage.meaning is None or passage.meaning.becomes == "statistic"
    return replace(passage, entry=entry, meaning=meaning("context") if unread else passage.meaning)


def _open_each(walked: Outline, children: Sequence[_Child], own: Collection[str]) -> None:
    """Open each case where a paragraph, a heading or a row of a table brings the child in."""
    told: list[Passage] = []
    at: tuple[_Child, Passage] | None = None
    for passage in walked.passages:
        named = [child for child in children if child.one.search(passage.text)]
        headed = [child for child in children if passage.heading and child.one.search(passage.heading)]
        child = headed[0] if len(headed) == 1 else named[0] if len(named) == 1 else None
        if child is None and not named and at is not None and _goes_on(at, passage):
            child = at[0]
        if passage.entry is not None or child is None:
            at = None
            told.append(passage)
            continue
        if child.opened is None:
            walked.entries.append(child.entry(passage.block))
        at = (child, passage)
        kept = passage.meaning is not None and passage.meaning.becomes in _TOLD
        if kept and not headed:
            told.append(replace(passage, entry=child.opened))
            if passage.meaning is not None and passage.meaning.becomes == "finding":
                told.append(replace(passage, entry=child.opened, meaning=meaning("context")))
        else:
            told.append(_of(passage, child.opened))  # type: ignore[arg-type]
    walked.passages = told


def _goes_on(at: tuple[_Child, Passage], passage: Passage) -> bool:
    """Whether a passage that names no child goes on with the story above: in its row, its paragraph or by its words."""
    child, before = at
    block, above = passage.block, before.block
    if block is above:
        return True
    if block.kind is BlockKind.CELL:
        return above.kind is BlockKind.CELL and (block.table, block.row) == (above.table, above.row)
    label = child.opened.label if child.opened else CaseLabel(child.names)
    return block.kind is BlockKind.PARAGRAPH and passage.heading == before.heading and goes_on(passage.text, label)
