"""Facts and links told as steps: what each is in plain words, when, how sure, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from graph.trace.gather import Fact, Key, Link, Thread
from graph.trace.model import Step
from graph.trace.words import DONE, GOING_ON, GRADE, LEARNING, OUTCOME, STATUS, VIEW, basis, when

PRINTED = "as printed"
_SURE = {"confirmed": 0, "probable": 1, "possible": 2}
_ORDER = (
    "review",
    "what happened",
    "learning",
    "what needs to improve",
    "what got in the way",
    "stated as not present",
    "done well",
    "view",
    "recommended",
    "priority",
    "promised",
    "under way",
    "to be done",
    "done",
    "evidence",
    "reply",
    "tested",
    "improved",
    "seen again",
    "seen elsewhere",
    "status",
    "closed",
)


def steps_of(thread: Thread, *, themed: bool = False) -> list[Step]:
    """Every fact of a thread as a step, in order of the last day each can have been; undated ones last.

    `themed`: it is the thread of a theme, so that a review is in it for what its case was about.
    """
    owners = {k.target: k.source_name for k in thread.links if k.type in ("IDENTIFIES", "MAKES", "LED_TO", "RECEIVED")}
    again = _strongest(thread.links_of("RECURS_IN"))
    later = Later(again, _strongest(thread.links_of("ECHOED_IN")), _strongest(thread.links_of("IMPROVED_IN")))
    tested: dict[Key, list[Link]] = defaultdict(list)
    for link in thread.links_of("TESTS"):
        tested[link.source].append(link)
    places = {f.partnership for f in thread.facts.values() if f.partnership}
    steps = []
    for fact in thread.facts.values():
        step = _step(fact, thread, later, tested.get(fact.key, []), themed)
        if step:
            kind, text, detail, certainty, why = step
            if dated := basis(fact.basis):
                detail = f"{detail}; dated {dated}" if detail else f"dated {dated}"
            steps.append(
                Step(
                    "" if fact.label == "Child" else when(fact.first, fact.last),
                    kind,
                    text,
                    certainty,
                    fact.evidence,
                    fact.first,
                    fact.last,
                    detail,
                    why,
                    ", ".join(w for w in (owners.get(fact.key), fact.partnership if len(places) > 1 else None) if w),
                    fact.label,
                    fact.id,
                    fact.by_wording,
                )
            )
    return in_order([*steps, *_two_accounts(thread)])


def in_order(steps: list[Step]) -> list[Step]:
    """Steps by the last day each can have been."""

    def order(step: Step) -> tuple[Any, ...]:
        last = step.last or step.first
        if last is None and step.kind == "what happened":
            return (False, "", "", 1, "", step.id)
        rank = _ORDER.index(step.kind) if step.kind in _ORDER else len(_ORDER)
        return (last is None, last.isoformat() if last else "", str(step.first or ""), rank, step.text, step.id)

    return sorted(steps, key=order)


def _strongest(links: list[Link]) -> dict[Key, Link]:
    """For each later side, the surest link to it; the surest with a recommendation first."""
    found: dict[Key, Link] = {}
    ranked = sorted(
        links, key=lambda k: (_SURE.get(k.certainty or "", 3), k.source[0] != "Recommendation", k.source, k.theme or "")
    )
    for link in ranked:
        found.setdefault(link.target, link)
    return found


Told = tuple[str, str, str, str, str]


class Later(NamedTuple):
    """The surest link to each later learning point: as seen again, as seen in another area, as seen improved."""

    again: dict[Key, Link]
    elsewhere: dict[Key, Link]
    better: dict[Key, Link]

    def of(self, key: Key) -> tuple[str, Link] | None:
        """The first of the three that leads to it, in a word."""
        for kind, links in zip(("seen again", "seen elsewhere", "improved"), self, strict=True):
            if key in links:
                return kind, links[key]
        return None


def _step(fact: Fact, thread: Thread, later: Later, tests: list[Link], themed: bool) -> Told | None:
    """Kind, text, detail, certainty and why; None for what is told within another step."""
    code = fact.code or ""
    match fact.label:
        case "Finding":
            if found := later.of(fact.key):
                kind, link = found
                first = f"first: “{_short(thread.facts[link.source].text)}”"
                return kind, fact.text, first, link.certainty or "possible", link.why or ""
            return LEARNING.get(code, "learning"), fact.text, "", PRINTED, ""
        case "Recommendation":
            parts = [f"number {fact.detail}" if fact.detail else "", f"due {fact.extra}" if fact.extra else ""]
            return "recommended", fact.text, "; ".join(p for p in parts if p), PRINTED, ""
        case "Action":
            return _action(fact, thread)
        case "Assurance":
            size = f"{fact.extra} cases" if fact.extra else ""
            by = f"by {fact.detail}" if fact.detail else ""
            about = [_short(thread.facts[k.target].text) for k in tests if k.target[0] != "Review"]
            what = "of: " + "; ".join(f"“{a}”" for a in dict.fromkeys(about)) if about else ""
            sure = min((k.certainty or PRINTED for k in tests), key=lambda c: _SURE.get(c, -1), default=PRINTED)
            why = next((k.why for k in tests if k.why), "") or ""
            return "tested", fact.text, ", ".join(p for p in (by, size, what) if p), sure, why
        case "Evidence":
            return "evidence", fact.text, GRADE.get(code, ""), PRINTED, ""
        case "StatusEvent":
            decided = fact.extra not in ("printed", "derived", None)
            if not fact.stated and not decided:
                return None
            whose = next(
                (thread.facts[k.source].text for k in thread.links_of("HAS_STATUS") if k.target == fact.key), ""
            )
            of = f"of: “{_short(whose)}”" if whose else ""
            if decided:
                told = f"decided by the {fact.extra}; {of}" if of else f"decided by the {fact.extra}"
                return "closed" if fact.stated else "status", fact.text, told, "confirmed", ""
            return "closed", fact.detail or fact.text, of, PRINTED, ""
        case "Judgement":
            return "view", fact.text, fact.detail or VIEW.get(code, "a view"), PRINTED, ""
        case "Priority":
            return "priority", fact.text, f"number {fact.detail}" if fact.detail else "", PRINTED, ""
        case "Response":
            by = f"by {fact.detail}" if fact.detail else "by whom is not stated"
            return "reply", fact.text, f"{code}, {by}{_to(fact, thread)}", PRINTED, ""
        case "ChronologyEntry":
            return "what happened", fact.text, f"printed: {fact.detail}" if fact.detail else "", PRINTED, ""
        case "Child":
            parts = [fact.detail or "age not stated", OUTCOME.get(code, "")]
            return "what happened", f"{fact.text}: " + ", ".join(p for p in parts if p), "", PRINTED, ""
        case "Case":
            dated = f"The incident, printed as {fact.detail}" if fact.detail else "The incident; its date is not stated"
            return "what happened", dated, "", PRINTED, ""
        case "Review":
            return "in the story of the case" if themed else "review", fact.text, fact.detail or "", PRINTED, ""
    return None


def _to(reply: Fact, thread: Thread) -> str:
    """The recommendations that a reply answers, by number or words; nothing where it answers a review or test whole."""
    asked = (thread.facts[k.source] for k in thread.links_of("RESPONDED_WITH") if k.target == reply.key)
    told = [f"number {a.detail}" if a.detail else f"“{_short(a.text)}”" for a in asked if a.label == "Recommendation"]
    return f", to {' and '.join(dict.fromkeys(told))}" if told else ""


def _action(fact: Fact, thread: Thread) -> Told:
    code = fact.code or ""
    detail = f"printed: {fact.detail}" if fact.detail else STATUS.get(code, "")
    if fact.decided:
        detail = f"{STATUS.get(code, fact.assessed)}, says the {fact.by}" + (f"; {detail}" if fact.detail else "")
    if fact.extra:
        detail = f"{detail}; due {fact.extra}" if detail else f"due {fact.extra}"
    by = thread.ends_of("DELIVERED_BY")[1].get(fact.key)
    sure, why = (by.certainty or PRINTED, by.why or "") if by else (PRINTED, "")
    if (
        fact.promise and not fact.decided and not (fact.detail and code in GOING_ON)
    ):  # printed as going on, it is more than promised
        return "promised", fact.text, detail, sure, why
    if code in DONE:
        shown = fact.key in thread.ends_of("EVIDENCED_BY")[0]
        said = "said to be done" if shown else "said to be done; evidence not stated"
        return "done", fact.text, f"{said}; {detail}" if fact.detail or fact.extra else said, sure, why
    return "under way" if code in GOING_ON else "to be done", fact.text, detail, sure, why


def _two_accounts(thread: Thread) -> list[Step]:
    """A test that says of one practice both that it is done well and that it needs to improve."""
    found = []
    by_test: dict[Key, list[Fact]] = defaultdict(list)
    for link in thread.links_of("IDENTIFIES"):
        if link.source[0] == "Assurance":
            by_test[link.source].append(thread.facts[link.target])
    for test, facts in by_test.items():
        good = [f for f in facts if f.code == "good-practice"]
        bad = [f for f in facts if f.code in ("shortfall", "barrier")]
        if good and bad:
            told = thread.facts[test]
            text = f"“{_short(good[0].text)}” and “{_short(bad[0].text)}”"
            passages = (*good[0].evidence[:1], *bad[0].evidence[:1])
            found.append(
                Step(
                    when(told.first, told.last),
                    "two accounts",
                    text,
                    PRINTED,
                    passages,
                    told.first,
                    told.last,
                    f"both in {told.text}",
                )
            )
    return found


def _short(text: str, limit: int = 110) -> str:
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
