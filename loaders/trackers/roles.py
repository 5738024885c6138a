"""Which column is the learning, the request, the work, its news or its state: told by all that speaks for it, together.

A head's words, what the cells below it do (`voices`) and the order in which such tables go on (learning, request, work,
news) are weighed for all open columns at once, so that one column's role is never taken because its head came first.
What no evidence tells is left open: such a column is named as not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations, product

from loaders.parse.sections import meaning_of
from loaders.trackers.head import Head
from loaders.trackers.leads import names_agency
from loaders.trackers.vocabulary import meant_by, says
from loaders.trackers.voices import Voices, voices

ORDER = ("finding", "recommendation", "action", "updates", "status")  # from left to right
_OPEN = (None, "measure")  # what a head may say and yet be wrong where nothing else is the work
_LEAST = 0.55  # of evidence, for a role to be given at all
_NAMED = 0.5  # what a head's words weigh; all cells speaking alike weigh 1
_MOST = 0.6  # of a column's cells
_PLACE = 0.2  # what it weighs that two columns stand in their order
_FULLER = 0.002  # what a word of a cell weighs: of two columns that plan, the fuller one is the work
_SEVERAL = 7  # open columns that are weighed together; more are told one by one
_WORDY = 4  # words of a cell that can be anything but a state
_BY_MEANING = {"finding": "finding", "recommendation": "recommendation", "action": "action", "status": "updates"}
_NEWS = ("actions-done", "activity", "scrutiny")  # headings over what was done
_WHY = {
    "finding": "read as the learning because of what stands in it and beside it",
    "recommendation": "read as what is recommended because each cell asks for something",
    "action": "read as the action because of what stands in it and beside it",
    "updates": "read as notes on progress because each cell says how far something is",
    "status": "read as the status because of what stands in it",
}


def settle(head: Head, texts: Mapping[int, list[str]], apart: Callable[[list[str]], bool] = lambda said: False) -> None:
    """Give the columns of a head that are open, or whose role another claims too, what fits them best together.

    `apart`: whether a column is of another kind, such as who and when.
    """
    open_ = _open(head, texts, apart)
    if not open_:
        return
    fixed = {c: name for c, name in head.fields.items() if name in ORDER and c not in open_}
    given = assigned(open_, fixed, head.labels, head.over)
    for column, role in given.items():
        known = head.fields.get(column)
        if known == role:
            continue
        if role is None:
            if known in (*given.values(), *fixed.values()):  # another column is what its head says
                del head.fields[column]
            continue
        head.fields[column] = role
        head.told[column] = _WHY[role]


def bears_work(labels: Mapping[int, str], texts: Mapping[int, list[str]], over: str, *, beside: bool) -> bool:
    """Whether columns taken together are requests or work with what came of them.

    `over`: the heading of the table; `beside`: who or when stands there.

    Heads alone prove nothing here: what is asked must be heard in the cells, or news beside what is planned.
    """
    head = Head(0, 0, dict(labels), {c: name for c, label in labels.items() if (name := meant_by(label))}, over=over)
    settle(head, texts)
    heard = {name: voices(texts[c]) for c, name in head.fields.items() if name in ORDER}
    asked, planned = heard.get("recommendation", Voices()), heard.get("action", Voices())
    told = any(heard.get(name, Voices()).news >= _MOST for name in ("updates", "status"))
    if asked.asks + asked.to_do >= _MOST:
        return told or beside or planned.plans >= _MOST or any("action" in _named(label) for label in labels.values())
    named = any(_named(label) & {"action", "updates", "status"} for label in labels.values())
    main = planned if planned.words else asked
    return (named or says("asked_over", over)) and told and main.plans >= _MOST and main.words >= 2


def assigned(
    open_: Mapping[int, Voices], fixed: Mapping[int, str], labels: Mapping[int, str], over: str = ""
) -> dict[int, str | None]:
    """The role of each open column, None for no role, beside columns whose role is known."""
    columns = sorted(open_)[:_SEVERAL]
    choices = []
    for column in columns:
        weighed = weights(open_[column], labels.get(column, ""), over)
        best = sorted((one for one in weighed.items() if one[1] >= _LEAST), key=lambda one: -one[1])[:3]
        choices.append([(None, _LEAST), *best])
    found: tuple[float, tuple[str | None, ...]] = (-1.0, ())
    for chosen in product(*choices):
        roles = dict(zip(columns, (role for role, _ in chosen), strict=True))
        every = {**fixed, **{c: role for c, role in roles.items() if role}}
        taken = [role for role in every.values() if role != "updates"]
        if len(set(taken)) < len(taken) and any(taken.count(r) > 1 for r in roles.values() if r and r != "updates"):
            continue
        sum_ = round(sum(weight for _, weight in chosen) + _placed(every), 6)
        if sum_ > found[0]:
            found = sum_, tuple(roles.values())
    return dict(zip(columns, found[1], strict=True))


def weights(heard: Voices, label: str, over: str = "") -> dict[str, float]:
    """What speaks for each role of a column: what its cells do, what its head says, and what the heading over all."""
    asked = max(heard.asks, 0.8 * heard.to_do)
    told = {
        "finding": 0.9 * heard.found + 0.3 * heard.past - heard.asks,
        "recommendation": heard.asks + 0.8 * heard.to_do,
        "action": min(1.0, 2 * heard.own) * (0.9 * heard.plans + 0.4 * heard.asks) + _FULLER * min(heard.words, 20),
        "updates": 0.9 * heard.news - 0.3 * heard.states + 0.2 * heard.past - asked,
        "status": heard.states if heard.words <= _WORDY else 0.0,
    }
    named = _named(label)
    if not named and heard.plans and says("asked_over", over):
        named = {"recommendation"}
        told["action"] -= _NAMED / 2
    for name in named:
        told[name] += _NAMED
    return told


def _named(label: str) -> set[str]:
    """The roles that the words of a head speak for, by either vocabulary of the house."""
    own, meaning = meant_by(label) if label else None, meaning_of(label) if label else None
    named = {own} & set(ORDER) if own else set()
    if meaning is not None:
        told = "updates" if meaning.id in _NEWS else _BY_MEANING.get(meaning.becomes)
        named |= {told} if told else set()
        if meaning.id == "actions-done":
            named.add("action")  # "What we did about it" may be either
    return {name for name in named if name}


def _placed(roles: Mapping[int, str]) -> float:
    """How well columns stand in their order; news and states stand in either."""
    told = [min(ORDER.index(role), ORDER.index("updates")) for _, role in sorted(roles.items())]
    return _PLACE * sum((one < other) - (one > other) for one, other in combinations(told, 2))


def _open(head: Head, texts: Mapping[int, list[str]], apart: Callable[[list[str]], bool]) -> dict[int, Voices]:
    """The columns of words whose role is to be weighed: unknown ones, and those that share a role or have two."""
    main = [name for name in head.fields.values() if name in ("recommendation", "action", "finding")]
    found = {}
    for column, said in texts.items():
        name, label = head.fields.get(column), head.labels.get(column, "")
        unsure = name in ("action", "recommendation", "finding") and (
            main.count(name) > 1 or len(_named(label) - {"updates"}) > 1
        )
        unknown = name is None or (name in _OPEN and "action" not in main)
        if not (unsure or unknown) or names_agency(label) or sum(map(bool, said)) < 2 or apart(said):
            continue
        heard = voices(said)
        if unsure or heard.words >= 3 or heard.states >= 0.6:
            found[column] = heard
    return found
