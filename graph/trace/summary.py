"""The four sentences of a thread, and what no loaded document states. Silence is said, never filled."""

from __future__ import annotations

from graph.trace.gather import Thread
from graph.trace.model import Step, Summary
from graph.trace.words import count

_SURE = {"confirmed": 0, "probable": 1, "possible": 2}
_SHOWN = 3  # quotations under a sentence


def four_sentences(thread: Thread, steps: list[Step], *, one_practice: bool = True) -> list[Summary]:
    """Recommended · Done · Shown to work · Seen again.

    With `one_practice` a later improvement answers an earlier failing; otherwise the two may be about different things.
    """
    return [
        _recommended(steps, thread),
        _done(steps, thread),
        _shown(steps, thread, one_practice),
        _again(steps, thread),
    ]


def _kind(steps: list[Step], *kinds: str) -> list[Step]:
    return [s for s in steps if s.kind in kinds]


def _quoted(step: Step) -> str:
    return f"“{step.text}” ({step.date})"


def _sources(*steps: Step) -> tuple[dict[str, object], ...]:
    return tuple(e for s in steps for e in s.evidence[:1])[:_SHOWN]


def _recommended(steps: list[Step], thread: Thread) -> Summary:
    made = _kind(steps, "recommended")
    known = [s for s in made if _stated(thread, s)]
    if known:
        more = f" and {count(len(known) - 1, 'more recommendation')}" if len(known) > 1 else ""
        return Summary("Recommended", f"{_quoted(known[0])}{more}.", _sources(*known))
    if made:
        return Summary(
            "Recommended", "Recommendations exist; their text is in none of the loaded documents.", _sources(*made)
        )
    learning = _kind(steps, "what needs to improve", "what got in the way", "learning")
    if learning:
        text = f"No loaded document makes a recommendation; what was learnt first is {_quoted(learning[0])}."
        return Summary("Recommended", text, _sources(learning[0]))
    return Summary("Recommended", "Not stated: no loaded document makes a recommendation.")


def _stated(thread: Thread, step: Step) -> bool:
    fact = thread.facts.get((step.label, step.id))
    return fact is None or fact.stated


def _done(steps: list[Step], thread: Thread) -> Summary:
    done, closed = _kind(steps, "done"), _kind(steps, "closed")
    parts = []
    if done:
        more = f" and {count(len(done) - 1, 'more action')}" if len(done) > 1 else ""
        proof = _kind(steps, "evidence")
        parts.append(f"Said to be done: {_quoted(done[0])}{more}")
        parts[-1] += "" if proof else "; evidence not stated"
    if closed:
        whose = f" ({closed[0].detail})" if closed[0].detail else ""
        parts.append(f"Closed by record{whose}: {_quoted(closed[0])}")
    going = _kind(steps, "under way", "promised", "to be done")
    if not done and going:
        parts.append(f"Not said to be done; {going[0].kind}: {_quoted(going[0])}")
    if not parts:
        return Summary("Done", "Not stated: no loaded document says what was done.")
    open_ = unclosed(thread)
    if not closed:
        parts.append("no closing record")
    elif open_:
        parts.append(f"no closing record for {count(len(open_), 'other')}")
    return Summary("Done", "; ".join(parts) + ".", _sources(*done[:2], *closed[:1], *([] if done else going[:1])))


def unclosed(thread: Thread) -> list[str]:
    """Texts of the recommendations that no record closes, in themselves or in the actions that deliver them."""
    closing = {f.key for f in thread.of("StatusEvent") if f.stated}
    shut = {k.source for k in thread.links_of("HAS_STATUS") if k.target in closing}
    by_action = {k.source for k in thread.links_of("DELIVERED_BY") if k.target in shut}
    return [r.text for r in thread.of("Recommendation") if r.key not in shut | by_action and r.stated]


def _shown(steps: list[Step], thread: Thread, one_practice: bool) -> Summary:
    name = "Shown to work"
    improved = _kind(steps, "improved")
    tests = {k.target for k in thread.links_of("IDENTIFIES") if k.source[0] == "Assurance"}
    found = [s for s in steps if (s.label, s.id) in tests]
    bad = [s for s in found if s.kind in ("what needs to improve", "what got in the way", "seen again")]
    good = [s for s in found if s.kind in ("done well", "improved")]
    if improved and bad and not one_practice:
        text = f"In part: seen improved is {_quoted(improved[-1])}, but found wanting is {_quoted(bad[-1])}."
        return Summary(name, text, _sources(improved[-1], bad[-1]))
    if improved and not _after(bad, improved[-1]):
        return Summary(
            name,
            f"Seen improved in a test: {_quoted(improved[-1])} – {improved[-1].certainty}.",
            _sources(improved[-1]),
        )
    if good and bad:
        text = f"Two accounts: {_quoted(good[-1])}, but {_quoted(bad[-1])}."
        return Summary(name, text, _sources(good[-1], bad[-1]))
    if bad:
        return Summary(name, f"Tested, and found wanting: {_quoted(bad[-1])}.", _sources(bad[-1]))
    if good:
        return Summary(name, f"Tested, and found done well: {_quoted(good[-1])}.", _sources(good[-1]))
    grades = {f.id: f.code for f in thread.of("Evidence")}
    proof = [s for s in _kind(steps, "evidence") if grades.get(s.id) in ("E3", "E4", "E5")]
    if proof:
        return Summary(
            name, f"{proof[-1].detail.split(';')[0].capitalize()}: {_quoted(proof[-1])}.", _sources(proof[-1])
        )
    if tested := _kind(steps, "tested"):
        return Summary(
            name, f"Tested ({tested[-1].text}, {tested[-1].date}); what was found is not stated.", _sources(tested[-1])
        )
    weaker = _kind(steps, "evidence")
    if weaker:
        text = f"Not shown: what is offered as evidence is {_quoted(weaker[-1])}, no test of practice."
        return Summary(name, text, _sources(weaker[-1]))
    return Summary(name, "Not stated: no loaded document tests it.")


def _after(found: list[Step], step: Step) -> bool:
    return any(s.first and step.last and s.first > step.last for s in found)


def _again(steps: list[Step], thread: Thread) -> Summary:
    def sure(step: Step) -> tuple[int, bool, int]:
        fact = thread.facts.get((step.label, step.id))
        topic = fact is None or fact.code != "shortfall"  # a bare topic says less than a sentence about what failed
        return (_SURE.get(step.certainty, 3), topic, steps.index(step))

    again = sorted(_kind(steps, "seen again"), key=sure)
    if not again:
        return Summary("Seen again", "Not in the loaded documents; that does not show that it was mended.")
    surest = again[0]
    times = f"{count(len(again), 'time')}, most surely" if len(again) > 1 else "once:"
    said = "Possibly" if surest.certainty == "possible" else "Yes"
    text = f"{said}, {times} {_quoted(surest)} – {surest.certainty}"
    if surest.why:
        text += f": {surest.why.rstrip('.')}"
    return Summary("Seen again", f"{text}. That does not by itself prove that the action failed.", _sources(*again))


def not_stated(thread: Thread, steps: list[Step], promises: dict[str, tuple[int, bool]]) -> list[str]:
    """What no loaded document says, each in a sentence. `promises`: action id → (later documents that could have
    told of it and are silent, whether any tells of it)."""
    said: list[str] = []
    kinds = {s.kind for s in steps}
    recommendations = thread.of("Recommendation")
    if any(not r.stated for r in recommendations):
        said.append("The text of the recommendations is not in the loaded documents.")
    if not recommendations:
        said.append("No loaded document makes a recommendation about this.")
    cases = thread.of("Case")
    if cases and not any(f.first for f in cases):
        said.append("No document says when the incident happened.")
    if kinds & {"recommended", "done", "under way", "to be done", "promised"} and "closed" not in kinds:
        said.append("No document says who closed it and when.")
    elif "closed" in kinds:
        said += [f"No document says who closed “{text}” and when." for text in unclosed(thread)]
    if recommendations and not kinds & {"done", "under way", "to be done", "promised"}:
        said.append("No document says what was done about the recommendations.")
    if "done" in kinds and not kinds & {"tested", "improved"}:
        said.append("No document says that what was done was tested in practice.")
    grades = {f.code for f in thread.of("Evidence")}
    if kinds & {"done", "recommended"} and not grades & {"E4", "E5"}:
        said.append("No document shows a difference for children.")
    for fact in thread.of("Action"):
        later, again = promises.get(fact.id, (0, False))
        onward = any(k.source == fact.key and k.type in ("EVIDENCED_BY", "RECURS_IN") for k in thread.links)
        if fact.promise and later and not again and not onward:
            of = count(later, "later document that could have told of it", "later documents that could have told of it")
            said.append(f"What became of the promise “{fact.text}”: nothing is said of it in the {of}.")
    unanswered = [f for f in thread.of("Action") if f.promise and promises.get(f.id, (0, False)) == (0, False)]
    if unanswered:
        of = count(len(unanswered), "promise")
        said.append(f"What became of {of}: no later document that could have told of it is loaded.")
    returned = [s for s in steps if s.kind == "seen again"]
    undated = [s for s in returned if s.certainty == "possible"]
    if undated and len(undated) == len(returned):
        said.append("Whether what was seen again came after what was done: the dates do not prove it.")
    elif undated:
        said.append(
            f"Whether it came after what was done, for {len(undated)} of the {len(returned)} times it was seen again: "
            "the dates do not prove it."
        )
    return said
