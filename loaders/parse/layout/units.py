"""One block to units of text, each with a meaning: items stay whole, prose goes sentence by sentence.

Running text is context until a sentence opens something else ("Good practice was identified …"); what it opens holds
for the rest of the paragraph.
"""

from __future__ import annotations

import re

from graph.dates import find_dates
from graph.records import DocumentKind
from loaders.blocks import Block, BlockKind
from loaders.coding import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.parse.cues import cue
from loaders.parse.items.announcing import announces_items, announces_requests
from loaders.parse.items.asking import each_asked_that, reports_request, review_asked, says_should
from loaders.parse.items.deeds import told_by_the_way
from loaders.parse.items.leads import asks_somebody
from loaders.parse.items.status import tells_of_work, worded
from loaders.parse.items.terms import terms_in
from loaders.parse.layout.judging import POINTS, Unit, judged, told_by_words, wanting
from loaders.parse.layout.praising import with_praise
from loaders.parse.layout.reported import counts_requests, listed_in, reported
from loaders.parse.layout.requested import (
    asked_after_count,
    asked_and_since,
    asked_then_done,
    asks,
    asks_in_line,
    deeds_of,
    each_asked,
    requests,
    stands_behind,
    tells_how_far,
    tells_progress,
    tells_what_was_done,
    with_how_it_stands,
)
from loaders.parse.layout.saying import said_by
from loaders.parse.passages import ITEMS
from loaders.parse.sections import Meaning, lead_in_of, meaning, meaning_of
from loaders.parse.sentences import counted_in, sentences

_LONG = 420  # characters: a numbered paragraph longer than this is prose, told sentence by sentence
_LABELLED = re.compile(r"[A-Z][^:]{2,60}:\s")  # "Learning: …"
_NUMBER_WORD = re.compile(
    r"(?P<word>recommendation|rec|proposal|suggestion|action|finding|learning point|lesson)s?\b|(?P<short>R)\d"
    r"|(?P<point>(?-i:AP) ?)\d",
    re.I,
)
_NUMBER_MEANS = {
    "rec": "recommendations",
    "pro": "recommendations",
    "sug": "recommendations",
    "act": "actions",
    "fin": "learning",
    "lea": "learning",
    "les": "learning",
}
_HEADLINE = 8  # words of a headline in bold at the head of a paragraph
_SEVERAL = 3  # sentences of a numbered paragraph that tells more than one point
_BELOW_TOPIC = ("below-statement", "analysis")
_POINT_BY_POINT = ("learning", "both-sides")
_BY_SENTENCE = ("finding", "activity", "action", "judgement", "status")


def is_loose(found: Meaning | None) -> bool:
    """Whether a place leaves it to the sentences what they are."""
    return found is None or found.becomes in ("context", "divider")


def heads_list(block: Block, following: Block | None, kind: DocumentKind) -> bool:
    """Whether a short line above a list says what the list is, whatever type it is set in ("Strengths")."""
    if block.kind is not BlockKind.PARAGRAPH or following is None or following.kind not in ITEMS:
        return False
    short = len(block.text.split()) <= 7 and not re.search(r"[.!;:,]$", block.text)
    found = meaning_of(block.text, kind) if short else None
    return found is not None and found.becomes in ("finding", "recommendation", "action", "impact")


def is_free(found: Meaning | None) -> bool:
    """Whether a place leaves it to an item's own number to say what it is."""
    free = ("context", "divider", "finding", "explanation", "recommendation", "judgement")
    return found is None or found.becomes in free or (found.becomes == "action" and found.promise)


def numbered_as(block: Block) -> Meaning | None:
    """What an item says it is by its printed number: "Learning point 3:", "Recommendation 2.", "Action 4"."""
    found = _NUMBER_WORD.match(block.number or "")
    if found and found["point"]:
        return meaning("actions")  # "AP3", an action point
    return meaning(_NUMBER_MEANS[(found["word"] or "rec")[:3].lower()]) if found else None


def item_units(block: Block, found: Meaning | None, *, inspected: bool = False) -> list[Unit]:
    """A list item, numbered paragraph or cell; of an inspection each sentence of a paragraph is what it found."""
    if found and found.id in _BELOW_TOPIC:
        own = "." in (block.number or "") or (found.id == "analysis" and block.kind is BlockKind.NUMBERED)
        if own and len(sentences(block.text)) > 1:
            return prose_units(block, found)  # a paragraph with a number of its own ("4.2"), and no point of a list
        found = meaning("learning")
    if found and found.becomes == "activity":
        return [
            (sentence, meaning("learning") if wanting(sentence) and not tells_of_work(sentence) else found)
            for sentence in sentences(block.text)
        ]
    numbered = block.kind is BlockKind.NUMBERED and "." in (block.number or "")
    if found and found.becomes == "priority" and numbered and worded(block.text).promise:
        return [(sentence, meaning("actions-to-do")) for sentence in sentences(block.text)]  # "We will finish …"
    if found and found.becomes == "finding" and _numbered_work(block):
        return [(sentence, _turned(sentence, found)) for sentence in sentences(block.text)]
    if found and found.id == "needs-improvement" and asks_somebody(sentences(block.text)[0]):
        return [(block.text, meaning("recommendations"))]  # "Commissioners should check …" asks; it found nothing
    if found and found.id == "to-happen" and not stands_behind(block.text) and _planned(block.text):
        return [(block.text, meaning("actions-to-do"))]
    if found and found.id == "asked-before":
        return asked_and_since(sentences(block.text), found)
    if (
        found
        and found.becomes == "recommendation"
        and (done := asked_then_done(block.text) or stands_behind(block.text))
    ):
        return [(done[0], found), *((one, meaning("actions")) for one in done[1:])]
    if found and found.becomes == "recommendation" and block.kind is BlockKind.BULLET and tells_progress(block.text):
        return [(block.text, meaning("actions"))]
    told = lead_in_of(block.text) if found and found.becomes == "recommendation" and numbered else None
    if told is not None and told.becomes == "action":  # "The Trust tells us that …" asks nothing
        return [(sentence, told) for sentence in sentences(block.text)]
    if found and found.becomes == "action" and numbered:
        return [(sentence, found) for sentence in sentences(block.text)]
    if found and found.becomes == "action" and block.kind is BlockKind.NUMBERED:
        return [(deed, found) for deed in deeds_of(block.text)]
    if found and block.kind is BlockKind.NUMBERED and found.becomes in ("finding", "judgement"):
        if len(block.text) > _LONG:
            by_point = found.id in _POINT_BY_POINT and not inspected
            each = [(point, told_by_words(point, by_wanting=True)) for point in sentences(block.text) if by_point]
            if sum(says is not None for _, says in each) >= POINTS:
                return [(point, says or meaning("below-statement")) for point, says in each]
            return [(point, _turned(point, found)) for point in sentences(block.text)]
        if found.id == "good-practice" and "." in (block.number or "") and len(sentences(block.text)) >= _SEVERAL:
            return [(point, _turned(point, found)) for point in sentences(block.text)]
        if (
            found.id in _POINT_BY_POINT
            and len(points := sentences(block.text)) >= _SEVERAL
            and any(map(told_by_words, points))
        ):
            return [(point, told_by_words(point) or meaning("below-statement")) for point in points]
        return [(block.text, _turned(sentences(block.text)[0], found))]
    if found and found.becomes == "finding" and cue("passages", "frames-learning").search(block.text):
        return [(block.text, meaning("context"))]
    return [(block.text, found)]


def _numbered_work(block: Block) -> bool:
    """Whether a numbered paragraph opens with what a body promises or did, whatever list it closes."""
    told = sentences(block.text) if block.kind is BlockKind.NUMBERED else []
    return len(told) > 1 and told_by_the_way(told[0]) is not None


def _planned(text: str) -> bool:
    """Whether a line under "What needs to happen" is of a plan: it names who leads it, or gives a day and no duty."""
    return bool(terms_in(text).leads) or (bool(find_dates(text)) and not requests(text))


def activity_units(block: Block, found: Meaning) -> list[Unit]:
    """Prose of work inside a case, as newsletters tell of one: what opens learning there is learning."""
    units: list[Unit] = []
    current, learnt = found, None
    for sentence in sentences(block.text):
        opened = lead_in_of(sentence)
        told = opened if opened and opened.becomes in ("finding", "action") else current
        if said_by(sentence) == "asked" and reports_request(sentence):
            units += [(one, meaning("asked")) for one in each_asked_that(sentence)]
            continue
        if opened is None and learnt and not tells_of_work(sentence) and polarity_of(sentence, None) == "shortfall":
            told = learnt  # goes on with what was found
        elif opened is None and (
            (not tells_of_work(sentence) and wanting(sentence)) or cue("prose", "reviewer-found").search(sentence)
        ):
            told = meaning("learning")
        learnt = told if told.becomes == "finding" else learnt
        current = told if opened and re.match(r"[^:]{3,60}:\s", sentence) else current  # "Key messages: A. B."
        units.append((sentence, told))
    return units


def prose_units(block: Block, found: Meaning) -> list[Unit]:
    """A paragraph in a section whose meaning is known."""
    if found.id in _BELOW_TOPIC:
        return [(sentence, told_by_words(sentence, by_wanting=True) or found) for sentence in sentences(block.text)]
    if found.id == "needs-improvement" and cue("passages", "somebody-should").search(block.text):
        return [(block.text, meaning("recommendations"))]
    if found.becomes == "recommendation" and (opened := lead_in_of(block.text)) and opened.becomes == "action":
        return [(sentence, opened) for sentence in sentences(block.text)]  # "I am glad that you have …" asks nothing
    if found.becomes == "recommendation" and (listed := listed_in(block.text)):
        return [(text, meaning(name) if name else None) for text, name in listed]
    if found.becomes == "recommendation" and (counted := _counted(block.text)):
        return counted
    if found.becomes == "recommendation" and (done := asked_then_done(block.text)):
        return [(done[0], found), *((one, meaning("actions")) for one in done[1:])]
    if found.becomes == "recommendation" and len(asked := counted_in(block.text) or each_asked(block.text)) > 1:
        return [(text, meaning("asked") if text.startswith(("that ", "to ")) else found) for text in asked]
    told = sentences(block.text)
    if found.id == "actions-done" and len(told) > 1 and requests(told[0]):
        return [(told[0], meaning("recommendations")), *((one, found) for one in told[1:])]  # "… should. They now do."
    if found.becomes in _BY_SENTENCE and found.author_role != "panel":
        working = found.becomes in ("action", "activity", "status")
        units: list[Unit] = [
            (one, meaning("asked") if working and review_asked(text) else _turned(one, found))
            for text in (with_how_it_stands if working else list)(_with_headline(block))
            for one in (each_asked_that(text) if working and review_asked(text) else [text])
        ]
        return with_praise(units) if found.becomes == "finding" else units
    return [(block.text, found)]


def _counted(text: str) -> list[Unit]:
    """What a paragraph of requests tells that says how many there are: each, and what became of them; else []."""
    told = reported(text) if counts_requests(sentences(text)[0]) else []
    asked = {one for one, name in told if name == "asked"}
    if not all(one in asked for one in sentences(text)[1:] if asks_in_line(one)):
        return []
    return [(one, meaning(name or "context")) for one, name in told]


def below_list_units(block: Block, found: Meaning) -> list[Unit]:
    """A paragraph right below a list of requests or of learning, in its section: what is done about them is work.

    "The guide was published in May. Joint visits have started." asks for nothing. A paragraph that asks goes on asking.
    """
    told = sentences(block.text)
    asked = found.becomes == "recommendation"
    begun = announces_items(told[0]) and not announces_requests(told[0])
    begun = begun or cue("prose", "in-hand").match(told[0]) is not None
    if len(told) > 1 and begun and not any(map(asks, told)):
        return [(one, meaning("actions")) for one in told]  # "Some changes have been made. The form was altered …"
    working = [
        tells_what_was_done(one)
        or (tells_of_work(one) and worded(one).status in _HELD_UP)
        or (asked and not asks(one) and not _ACCEPTS.search(one) and worded(one).status != "not-stated")
        for one in told
    ]
    paper = any(_OF_PAPER.match(one) or cue("work", "publication").search(one) for one in told)
    then_asked = asked and working[0] and all(works or asks(one) for one, works in zip(told, working, strict=True))
    if not any(working) or paper or (asked and not (all(working) or then_asked)):
        return prose_units(block, found)
    return [
        (one, meaning("actions") if works else _turned(one, found)) for one, works in zip(told, working, strict=True)
    ]


def _with_headline(block: Block) -> list[str]:
    """The sentences of a paragraph; a headline in bold that opens it stays with the sentence behind it."""
    told = sentences(block.text)
    headline = len(told) > 1 and bool(block.bold) and block.bold[0] == told[0] and len(told[0].split()) <= _HEADLINE
    return [f"{told[0]} {told[1]}", *told[2:]] if headline else told


def judged_units(units: list[Unit]) -> list[Unit]:
    """Text under a heading not known, below the learning of its case: what judges practice there is learning too."""
    told: list[Unit] = []
    for text, found in units:
        if found is not None:
            told.append((text, found))
            continue
        for sentence in sentences(text):
            blames = judged(sentence) if cue("prose", "worker").search(sentence) else None
            if blames is None and told and told[-1][1] is None:
                told[-1] = (f"{told[-1][0]} {sentence}", None)
            else:
                told.append((sentence, blames))
    return told


def _turned(sentence: str, found: Meaning) -> Meaning:
    """Inside learning, a sentence that opens good practice, a recommendation or an action is that."""
    opened = lead_in_of(sentence)
    if opened and opened.becomes == "judgement" and found.becomes == "finding":
        return opened
    if opened and opened.becomes in ("recommendation", "action") and found.becomes in ("finding", "judgement"):
        return opened
    if opened and opened.id in ("good-practice", "needs-improvement") and found.id == "learning":
        return opened
    if found.id == "inspection-judgement" and cue("passages", "of-inspection").search(sentence):
        return meaning("context")
    if found.becomes == "finding" and cue("passages", "frames-learning").search(sentence):
        return meaning("context")
    return found


_ACCEPTS = re.compile(r"\b(?:accept|agree|endorse|welcome)(?:s|d|ed)?\b(?! to\b)", re.I)
_OF_PAPER = re.compile(r"(?:the|our|this|its) (?:[\w-]+ ){0,3}(?:reports?|reviews?|briefings?|summary)\b", re.I)
_HELD_UP = ("overdue", "paused", "cancelled", "not-started")


def _ends_praise(sentence: str, current: Meaning) -> bool:
    """Whether a sentence below one that praises, in its paragraph, blames: "We were impressed … Nobody asked …"."""
    told = prose_polarity(sentence)
    blames = told in ("shortfall", "barrier") or (told == "not-stated" and polarity_of(sentence, None) == "shortfall")
    return current.id == "good-practice" and (blames or (told == "not-stated" and wanting(sentence)))


def opened_units(
    block: Block, found: Meaning | None, *, explicit: bool, may_open: bool, learned: bool = False
) -> list[Unit]:
    """Running text where the place says nothing, or context.

    Args:
        block: the paragraph.
        found: what it is until a sentence opens something.
        explicit: a heading says it is context; then only recommendations open, and the label of the paragraph itself.
        may_open: whether openers count here at all (inside a case, or where learning is the default).
        learned: whether learning of this case stands above, so that what has been done since is told here; below
            learning in the same paragraph it always is.
    """
    units: list[Unit] = []
    current = found
    counted = False  # the paragraph says how many requests there are; those behind it ask
    requested = False  # it reports what was asked; behind it stands what became of that
    for sentence in sentences(block.text):
        opened = lead_in_of(sentence) if may_open else None
        opened = meaning("recommendations") if may_open and says_should(sentence) else opened
        if counted and opened is None and (asked := asked_after_count(sentence)):
            units += zip(asked, (meaning("asked"), meaning("actions")), strict=False)
            requested = True
            continue
        if may_open and announces_requests(sentence):
            counted = True
            units.append((sentence, current))
            continue
        counted = counted or (may_open and cue("passages", "counts-recommendations").match(sentence) is not None)
        here = learned if current is found else current is not None and current.becomes == "finding"
        if opened is None and here and tells_what_was_done(sentence):
            opened = meaning("actions")
        if opened is None and requested and tells_how_far(sentence) and not _OF_PAPER.match(sentence):
            units.append((sentence, meaning("actions")))
            continue
        if opened is None and current is not found and current is not None and _ends_praise(sentence, current):
            opened = meaning("judged-in-prose")
        labelled = opened is not None and not units and _LABELLED.match(sentence) is not None
        labelled = labelled and not reports_request(sentence)
        if opened and (labelled or not explicit or opened.becomes == "recommendation"):
            asks = opened.becomes == "recommendation"
            requested = requested or (asks and reports_request(sentence))
            told_as = meaning("asked") if asks and reports_request(sentence) else opened
            units += [(one, told_as) for one in (each_asked_that(sentence) if asks else [sentence])]
            kept = not labelled and (explicit or opened.becomes == "recommendation")
            current = current if kept else opened
        elif units and units[-1][1] is current and current is found:
            units[-1] = (f"{units[-1][0]} {sentence}", found)
        else:
            units.append((sentence, current))
    return units
