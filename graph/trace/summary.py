"""The four sentences of a thread, and what no loaded document states. Silence is said, never filled."""

from __future__ import annotations

from collections import Counter

from graph.decisions.statuses import PRINTED
from graph.marks import MARK
from graph.trace.gather import Fact, Key, Thread
from graph.trace.model import Step, Summary
from graph.trace.words import count

_SURE = {"confirmed": 0, "probable": 1, "possible": 2}
_LIKE = {"confirmed": "surely", "probable": "probably", "possible": "possibly"}
NOT_STATED = "not stated"
_SHOWN = 3  # quotations under a sentence
_KINDS = 5  # ways in which recommendations or actions are said to stand; what is rarer is one sum


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


def _said(name: str, state: str, short: str, text: str, shown: list[Step], rests_on: list[Step]) -> Summary:
    """A sentence: `shown` are the steps it quotes, `rests_on` all that it is about.

    Of how much of that was taken by its words alone, it says so at its end.
    """
    sources = tuple(e for s in shown for e in s.evidence[:1])[:_SHOWN]
    facts = tuple(dict.fromkeys((s.label, s.id) for s in rests_on if s.id))
    taken = {(s.label, s.id) for s in rests_on if s.by_wording}
    mark = f" {MARK.capitalize()}: {len(taken)} of {len(facts)}." if taken else ""
    return Summary(name, text + mark, sources, state, short + mark, facts)


def _recommended(steps: list[Step], thread: Thread) -> Summary:
    name, made = "Recommended", _kind(steps, "recommended")
    known = [s for s in made if _stated(thread, s)]
    if known:
        more = f" and {count(len(known) - 1, 'more recommendation')}" if len(known) > 1 else ""
        replied = _replied(known, thread)
        text = f"{_quoted(known[0])}{more}.{replied}"
        return _said(name, "stated", f"{count(len(known), 'recommendation')}.{replied}", text, known, known)
    if made:
        text = "Recommendations exist; their text is in none of the loaded documents."
        return _said(name, "in part", text, text, made, made)
    learning = _kind(steps, "what needs to improve", "what got in the way", "learning")
    none = "No loaded document makes a recommendation"
    if learning:
        text = f"{none}; what was learnt first is {_quoted(learning[0])}."
        return _said(name, NOT_STATED, f"{none}.", text, learning[:1], [])
    return _said(name, NOT_STATED, f"{none}.", "Not stated: no loaded document makes a recommendation.", [], [])


def _replied(made: list[Step], thread: Thread) -> str:
    """What was replied: in full to one recommendation, counted for several; nothing where no reply is stated."""
    told = [fact.replies for s in made if (fact := thread.facts.get((s.label, s.id)))]
    if len(told) == 1:
        return f" Reply: {'; '.join(told[0])}." if told[0] else ""
    ways = Counter(kind for replies in told for kind in {reply.split(",")[0] for reply in replies})
    silent = sum(not replies for replies in told)
    if not ways:
        return ""
    said = [f"{n} {kind}" for kind, n in sorted(ways.items())] + ([f"{silent} not stated"] if silent else [])
    return f" Replies: {', '.join(said)}."


def _stated(thread: Thread, step: Step) -> bool:
    fact = thread.facts.get((step.label, step.id))
    return fact is None or fact.stated


def _done(steps: list[Step], thread: Thread) -> Summary:
    """What is said to be done as assessed, with what is printed beside it; a person's word goes before both."""
    name, done = "Done", _kind(steps, "done")
    # A line of a minute that closes a recommendation is kept as an action beside it: one record, by words and place.
    closed = list({str(s.evidence[:1]): s for s in reversed(_kind(steps, "closed"))}.values())[::-1]
    parts, short = [], []
    going = _kind(steps, "under way", "promised", "to be done")
    if done:
        more = f" and {count(len(done) - 1, 'more action')}" if len(done) > 1 else ""
        unproven = _unproven(done, thread)
        parts.append(f"Said to be done: {_quoted(done[0])}{_printed(done[0], thread)}{more}{unproven}")
        short.append(f"{count(len(done), 'action')} said to be done{unproven}")
    if closed:
        whose = f" ({closed[0].detail})" if closed[0].detail else ""
        parts.append(f"Closed by record{whose}: {_quoted(closed[0])}")
    if not done and going:
        parts.append(f"Not said to be done; {going[0].kind}: {_quoted(going[0])}{_printed(going[0], thread)}")
    if going:
        one, many = ("more", "more") if done else ("action", "actions")
        short.append(f"{count(len(going), one, many)} promised, under way or with no status stated")
    if not parts:
        short_ = "No loaded document says what was done."
        return _said(name, NOT_STATED, short_, "Not stated: no loaded document says what was done.", [], [])
    if assessed := _assessed(thread):
        parts.append(assessed)
        if not _only_repeats(thread):
            short.append(assessed)
    open_ = _without_record(thread, [*done, *going])
    if not closed:
        parts.append("no closing record")
    elif open_:
        parts.append(f"no closing record for {open_}")
    short.append(count(len(closed), "closing record") if closed else "no closing record")
    if closed and open_:
        short.append(f"none for {open_}")
    state = "closed by record" if closed and not open_ else "closed in part" if closed else "said to be done"
    if not closed and done and going:
        state = "said to be done in part"
    if not closed and not done:
        state = "not said to be done"
    shown = [*done[:2], *closed[:1], *([] if done else going[:1])]
    return _said(name, state, "; ".join(short) + ".", "; ".join(parts) + ".", shown, [*closed, *done, *going])


def _printed(step: Step, thread: Thread) -> str:
    """The status of an action as printed, to stand beside what is assessed."""
    fact = thread.facts.get((step.label, step.id))
    return f", printed “{fact.detail}”" if fact and fact.label == "Action" and fact.detail else ""


def _unproven(done: list[Step], thread: Thread) -> str:
    """Of what is said to be done, for how much no evidence is offered."""
    offered = thread.ends_of("EVIDENCED_BY")[0]
    lacking = [s for s in done if (s.label, s.id) not in offered]
    if not lacking:
        return ""
    return "; evidence not stated" + (
        f" for {count(len(lacking), 'of them', 'of them')}" if len(lacking) < len(done) else ""
    )


def _assessed(thread: Thread) -> str:
    """How far it is as assessed, and by whom: of the recommendations, else of the actions; the same is counted."""
    owed = [r for r in thread.of("Recommendation") if r.stated] or thread.of("Action")
    said = Counter(_words(f) for f in owed if f.assessed)
    if len(owed) == 1:
        return "".join(f"as assessed: {words}" for words in said)
    ways = sorted(said.items(), key=lambda way: (-way[1], way[0]))
    if len(ways) > _KINDS:
        ways[_KINDS - 1 :] = [("otherwise", sum(n for _, n in ways[_KINDS - 1 :]))]
    told = [f"{n} {words}" for words, n in ways]
    listed = " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))
    return f"as assessed, of {len(owed)}: {listed}" if told else ""


def _only_repeats(thread: Thread) -> bool:
    """Whether what is assessed is of actions by print alone, which the counts of done and promised say already."""
    actions = thread.of("Action")
    asked = any(r.stated for r in thread.of("Recommendation"))
    return not asked and len(actions) > 1 and not any(a.decided for a in actions)


def _words(fact: Fact) -> str:
    by = f"says the {fact.by}" if fact.decided else "as printed" if fact.by == PRINTED else fact.by
    return f"{(fact.assessed or '').replace('; ', ', ')} ({by})"


def _closed(thread: Thread) -> set[Key]:
    """What a record closes, in itself or in the actions that deliver it, and the actions of what is closed."""
    closing = {f.key for f in thread.of("StatusEvent") if f.stated}
    shut = {k.source for k in thread.links_of("HAS_STATUS") if k.target in closing}
    delivering = thread.links_of("DELIVERED_BY")
    by_action = {k.source for k in delivering if k.target in shut}
    return shut | by_action | {k.target for k in delivering if k.source in shut}


def _unclosed(thread: Thread) -> list[Fact]:
    """The recommendations that no record closes."""
    closed = _closed(thread)
    return [r for r in thread.of("Recommendation") if r.key not in closed and r.stated]


def _without_record(thread: Thread, told: list[Step]) -> str:
    """What no record closes, in words: recommendations, and of the actions `told` those that none of these asked for.

    A theme holds the work of many: one closed recommendation does not close what others promised, or say they did.
    """
    asked = _unclosed(thread)
    counted = {k.target for k in thread.links_of("DELIVERED_BY") if k.source in {r.key for r in asked}}
    loose = {(s.label, s.id) for s in told if s.label == "Action"} - _closed(thread) - counted
    said = [count(len(asked), "other recommendation")] if asked else []
    return " and ".join([*said, *([count(len(loose), "other action")] if loose else [])])


def _shown(steps: list[Step], thread: Thread, one_practice: bool) -> Summary:
    name = "Shown to work"
    improved = _kind(steps, "improved")
    tests = {k.target for k in thread.links_of("IDENTIFIES") if k.source[0] == "Assurance"}
    found = [s for s in steps if (s.label, s.id) in tests]
    bad = [s for s in found if s.kind in ("what needs to improve", "what got in the way", "seen again")]
    good = [s for s in found if s.kind in ("done well", "improved")]
    wanting = f"{count(len(bad), 'finding')} of what needs to improve"
    well = [*good, *(s for s in improved if s not in good)]
    both = f"Tests of practice: {count(len(well), 'finding')} of what is done well, {wanting}."
    if improved and bad and not one_practice:
        text = f"In part: seen improved is {_quoted(improved[-1])}, but found wanting is {_quoted(bad[-1])}."
        return _said(name, "two accounts", both, text, [improved[-1], bad[-1]], [*well, *bad])
    if improved and not _after(bad, improved[-1]):
        text = f"Seen improved in a test: {_quoted(improved[-1])} – {improved[-1].certainty}."
        short = f"Seen improved in {count(len(improved), 'finding')} of a later test; {improved[-1].certainty}."
        return _said(name, "seen improved", short, text, improved[-1:], [*well, *bad])
    if good and bad:
        text = f"Two accounts: {_quoted(good[-1])}, but {_quoted(bad[-1])}."
        return _said(name, "two accounts", both, text, [good[-1], bad[-1]], [*well, *bad])
    if bad:
        text = f"Tested, and found wanting: {_quoted(bad[-1])}."
        return _said(name, "found wanting", f"Tested, and found wanting: {wanting}.", text, bad[-1:], bad)
    if good:
        text = f"Tested, and found done well: {_quoted(good[-1])}."
        short = f"Tested, and found done well: {count(len(good), 'finding')}."
        return _said(name, "found done well", short, text, good[-1:], good)
    offered = _kind(steps, "evidence")
    grades = {f.id: f.code for f in thread.of("Evidence")}
    proof = [s for s in offered if grades.get(s.id) in ("E3", "E4", "E5")]
    if proof:
        shows = list(dict.fromkeys(s.detail.split(";")[0] for s in proof))
        text = f"{proof[-1].detail.split(';')[0].capitalize()}: {_quoted(proof[-1])}."
        short = f"{count(len(proof), 'piece')} of evidence: {', '.join(shows)}."
        return _said(name, "in part", short, text, proof[-1:], proof)
    if tested := _kind(steps, "tested"):
        text = f"Tested ({tested[-1].text}, {tested[-1].date}); what was found is not stated."
        short = f"{count(len(tested), 'test')} of practice; what was found is not stated."
        return _said(name, NOT_STATED, short, text, tested[-1:], tested)
    if offered:
        text = f"Not shown: what is offered as evidence is {_quoted(offered[-1])}, no test of practice."
        short = f"{count(len(offered), 'piece')} of evidence offered, no test of practice."
        return _said(name, "not shown", short, text, offered[-1:], offered)
    return _said(name, NOT_STATED, "No loaded document tests it.", "Not stated: no loaded document tests it.", [], [])


def _after(found: list[Step], step: Step) -> bool:
    return any(s.first and step.last and s.first > step.last for s in found)


def _again(steps: list[Step], thread: Thread) -> Summary:
    place = {id(step): at for at, step in enumerate(steps)}

    def sure(step: Step) -> tuple[int, bool, int]:
        fact = thread.facts.get((step.label, step.id))
        topic = fact is None or fact.code != "shortfall"  # a bare topic says less than a sentence about what failed
        return (_SURE.get(step.certainty, 3), topic, place[id(step)])

    again = sorted(_kind(steps, "seen again"), key=sure)
    elsewhere, more = _kind(steps, "seen elsewhere"), ""
    if elsewhere:
        more = f" In other areas: possibly in {count(len(elsewhere), 'later learning point')}; nobody there closed it."
    if not again:
        none = "Not in the loaded documents; that does not show that it was mended." + more
        return _said("Seen again", "not seen again", none, none, elsewhere[:1], elsewhere)
    surest = again[0]
    times = f"{count(len(again), 'time')}, most surely" if len(again) > 1 else "once:"
    said = "Possibly" if surest.certainty == "possible" else "Yes"
    text = f"{said}, {times} {_quoted(surest)} – {surest.certainty}"
    if surest.why:
        text += f": {surest.why.rstrip('.')}"
    proves = "That does not by itself prove that the action failed."
    order = "the dates do not prove the order" if said == "Possibly" else f"the order is at best {surest.certainty}"
    short = f"{said}, in {count(len(again), 'later learning point')}; {order}. {proves}{more}"
    state = _LIKE.get(surest.certainty, surest.certainty)
    return _said("Seen again", state, short, f"{text}. {proves}{more}", [*again, *elsewhere], [*again, *elsewhere])


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
        said += [f"No document says who closed “{r.text}” and when." for r in _unclosed(thread)]
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
