"""Names of officials in running text, found by the office, title or words beside them. The words are data.

Roles stay, names go: "Jane Doe, Independent Chair" is sent as "[name left out], Independent Chair". Published
pseudonyms, agencies and places are no officials; what is known by name in the collection is given as `kept`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.sharing.vocabulary import APOSTROPHE, FULL, LEFT_OUT, PUBLISHED, SMALL, UP, rules

_WORD = re.compile(
    rf"(?<![\w@./]){FULL}(?!\w)|(?<![\w@./])[{UP}]{{1,2}}(?![\w])\.?|(?<=\s){SMALL}(?=\s+(?:{SMALL}\s+)*[{UP}])"
)
_TWO = re.compile(rf"[{UP}][\w.'’ʼ-]*\s+(?:{SMALL}\s+)*(?:[ae]l-)?[{UP}]|[ae]l-[{UP}]")
_BETWEEN = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:,|;|&|,?\s+and|\n)\s*")
_TITLE = re.compile(r"(?<!\w)([A-Z]\w*)\.?[^\S\n]+$")
_MOST_WORDS = 4
# Words that no name holds, but that begin an office: "Jane Doe Independent Chair".
_OPENS = frozenset(
    ("chair", "independent", "chief", "head", "lead", "director", "deputy", "designated", "senior", "vice", "executive")
)


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def initial(self) -> bool:
        return len(self.text.rstrip(".")) <= 2 and self.text[:1].isupper() and self.text.rstrip(".").isupper()

    @property
    def plain(self) -> str:
        return re.sub(rf"{APOSTROPHE}s$|{APOSTROPHE}$", "", self.text).rstrip(".").casefold()


def names_in(text: str, kept: frozenset[str] = frozenset()) -> set[str]:
    """Names of officials that the words beside them give away; `kept` (casefolded) are names that are none."""
    if not _TWO.search(text):  # most sentences: nothing capitalised stands beside something capitalised
        return set()
    return {text[a:b] for a, b in _spans(text, kept)}


def people_in(authors: Iterable[str]) -> list[str]:
    """Names of persons in authors as printed ("J. Doe, Chair of the Board"), longest first; offices are no names."""
    found: set[str] = set()
    for author in authors:
        for part in re.split(r"[,;:()/&–—|]|\band\b", author):
            for run in _runs(part):
                if _joined_length(run, part) == len(part.strip()) and _could_be(run):
                    found.add(part.strip())
                    found.add(part[_untitled(run)[0].start : run[-1].end])
    return longest_first(found)


def is_person(name: str) -> bool:
    """Whether a name by itself is a person's: a common given name and a second name, or a title and a name."""
    return any(
        part in rules().given or part.rstrip(".").casefold() in rules().titles for part in name.split()[:1]
    ) and bool(people_in([name]))


def lead_sent(lead: str, places: frozenset[str] = frozenset()) -> str:
    """A lead who is of no known kind of agency as it may be sent: a part with the shape of a name is left out."""
    parts = re.split(r"(\s+[-–/:]\s+|\s*[()]\s*)", lead)
    return "".join(LEFT_OUT if _may_be_person(part, places) else part for part in parts)


def _may_be_person(lead: str, places: frozenset[str]) -> bool:
    """One to three words, none of which a body holds."""
    parts = [part for part in re.split(r"[\s.,]+", lead) if part]
    whole = [part for part in parts if len(part) > 2]
    if not whole or len(parts) > 3 or lead.casefold() in places or any(p.casefold() in places for p in whole):
        return False
    words = rules()
    return all(re.fullmatch(rf"{FULL}|[{UP}]{{1,2}}|[{UP}]{{6,}}", part) for part in parts) and not any(
        (p.casefold() in words.never and p not in words.words) or words.role_word.match(p) for p in whole
    )


def longest_first(names: Iterable[str]) -> list[str]:
    """Names in the order they are to be replaced."""
    return sorted(names, key=lambda name: (-len(name), name))


def _spans(text: str, kept: frozenset[str]) -> list[tuple[int, int]]:
    """Where names stand: those that words beside them give away, then those listed beside such a name."""
    found: list[tuple[int, int]] = []
    possible: list[tuple[int, int]] = []
    for run in _runs(text):
        for segment in _segments(run):
            name = _untitled(segment)
            while len(name) > 2 and name[-1].initial:  # "QC", "MP"
                name = name[:-1]
            if _is_kept(name, text, kept):
                continue
            span = (name[0].start, name[-1].end)
            if _is_told(text, run, segment, name):
                found.append(span)
            elif _could_be(name) and not _goes_on(run, name):
                possible.append(span)
    for span in possible + possible[::-1]:
        if span not in found and any(_listed(text, span, other) for other in found):
            found.append(span)
    return found


def _is_told(text: str, run: list[_Word], segment: list[_Word], name: list[_Word]) -> bool:
    """Whether a title, an office, a given name or the words around say that this is a person's name."""
    words = rules()
    left = text[max(0, segment[0].start - 90) : segment[0].start]
    titled = name[0] is not segment[0] or ((w := _TITLE.search(left)) and w[1].casefold() in words.titles)
    right = text[name[-1].end : name[-1].end + 140]
    if titled and _after_title(name):
        return not (name[-1].plain in words.authors and PUBLISHED.match(right))
    of_a_place = len(name) == 2 and name[1].plain in words.never and name[0].plain not in words.never
    if of_a_place:  # a surname that is also a word of places
        return bool(words.role_after.match(right) or words.role_before.search(left))
    if not _could_be(name) or _goes_on(run, name):
        return False
    if not all(w.text.isascii() or re.search(APOSTROPHE, w.text) for w in name):  # no English word has such letters
        return True
    if name[0].text in words.given or words.role_after.match(right) or words.role_before.search(left):
        return True
    beside = words.before.search(left) or words.after.match(right)
    return bool(beside) and (name[0].initial or len(name) == 2)


def _listed(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether nothing but a comma, "and" or the end of a line is between two."""
    first, second = sorted((one, other))
    return bool(_BETWEEN.fullmatch(text[first[1] : second[0]]))


def _runs(text: str) -> Iterator[list[_Word]]:
    """Capitalised words that stand beside each other, with nothing but white space between them."""
    run: list[_Word] = []
    for match in _WORD.finditer(text):
        word = _Word(match[0], match.start(), match.end())
        gap = text[run[-1].end : word.start] if run else ""
        if run and (
            not re.fullmatch(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*", gap) or ("\n" in gap and (len(run) > 1 or _begins(run[0])))
        ):
            yield run
            run = []
        if run or word.text[:1].isupper():
            run.append(word)
    if run:
        yield run


def _begins(word: _Word) -> bool:
    """Whether a word is an office or body on its own line rather than a given name."""
    return word.plain in rules().never or word.plain in rules().titles


def _segments(run: list[_Word]) -> Iterator[list[_Word]]:
    """Parts of a run between words that no name holds; a title begins a part."""
    words = rules()
    part: list[_Word] = []
    for word in run:
        if part and part[-1].text in words.given and word.plain in words.surnames:
            yield [*part, word]
            part = []
        elif part and word.initial and part[-1].plain in words.titles:  # "Dr A Vaughan": no article
            part.append(word)
        elif word.plain in words.never and word.plain not in words.titles:
            if part:
                yield part
            part = []
        elif word.plain in words.titles:
            if part and not all(w.plain in words.titles for w in part):
                yield part
                part = []
            part.append(word)
        else:
            part.append(word)
    if part:
        yield part


def _untitled(run: list[_Word]) -> list[_Word]:
    while len(run) > 1 and run[0].plain in rules().titles:
        run = run[1:]
    return run


def _joined_length(run: list[_Word], part: str) -> int:
    return run[-1].end - run[0].start if part.strip().startswith(run[0].text) else -1


def _could_be(run: list[_Word]) -> bool:
    """Two to four words, at least the last a whole one, none a word that no name holds."""
    words = rules()
    name = _untitled(run)
    if not 2 <= len(name) <= _MOST_WORDS or name[-1].initial or not name[-1].text[:1].isupper():
        return False
    return not any((w.plain in words.never and not w.initial) or _office(w) for w in name)


def _office(word: _Word) -> bool:
    return bool(rules().role_word.match(word.plain))


def _after_title(name: list[_Word]) -> bool:
    """What stands after a title: at least one whole word; "Mr A" and "Ms B" are how reviews hide a name already."""
    return (
        not all(w.initial for w in name)
        and len(name) <= 4
        and not any(w.plain in rules().never and not w.initial for w in name)
    )


def _goes_on(run: list[_Word], name: list[_Word]) -> bool:
    """Whether the run goes on with a word of a body or place: "Mary Ward House" is no person."""
    at = run.index(name[-1]) + 1
    return at < len(run) and run[at].plain in rules().never and not _office(run[at]) and run[at].plain not in _OPENS


def _is_kept(name: list[_Word], text: str, kept: frozenset[str]) -> bool:
    whole = " ".join(text[name[0].start : name[-1].end].split()).casefold()
    return whole in kept or whole in rules().bodies
