"""Score what `extract` gives against the labels of one fictional document.

Counts are (right, too many, missing). Items pair one to one by their words (Dice ≥ 0.72); a label told in two sentences
may be read as two items, which then count once. An action of a plan is told twice in its row, as what is asked and as
what was done about it, and is met by its text or by the last update it carries; so its status is judged either way.
`*_acceptable`, good practice, feedback and impacts cost nothing where they are read, and nothing where they are not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

LIKE = 0.72
PART = 0.85
COVERED = 0.6
UNITS = {"day": 1 / 30.4, "week": 12 / 52, "month": 1.0, "year": 12.0}
NUMBERS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
PLAIN = {
    "complete-evidence-awaited": {"done"},
    "complete-evidenced": {"done"},
    "embedded": {"done"},
    "on-track": {"in-progress", "open"},
    "under-way": {"in-progress", "open"},
    "at-risk": {"in-progress", "open"},
    "overdue": {"in-progress", "open"},
    "not-started": {"planned", "open"},
    "paused": {"planned", "open"},
}
Label = Mapping[str, Any]


@dataclass
class Score:
    """Counts by what was measured, and the faults in words."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    faults: list[str] = field(default_factory=list)

    def add(self, what: str, right: int, more: int, missing: int) -> None:
        """Count one comparison."""
        for place, number in enumerate((right, more, missing)):
            self.counts[what][place] += number

    def told(self, what: str, right: bool, fault: str) -> None:
        """Count one fact that is right or wrong."""
        self.add(what, int(right), int(not right), int(not right))
        if not right:
            self.faults.append(f"{what}: {fault}")

    def f1(self, what: str) -> float:
        """2·right / (2·right + too many + missing); 1.0 where nothing was to be read."""
        right, more, missing = self.counts.get(what, [0, 0, 0])
        return 2 * right / (2 * right + more + missing) if right + more + missing else 1.0

    def join(self, other: Score) -> None:
        """Add another document's counts."""
        for what, (right, more, missing) in other.counts.items():
            self.add(what, right, more, missing)
        self.faults += other.faults


def words(text: str) -> Counter[str]:
    """The words of a text, in lower case, as a bag."""
    return Counter(re.findall(r"[a-z0-9/%]+", text.lower().replace("’", "").replace("'", "")))


def likeness(one: str, other: str) -> float:
    """Dice of the two bags of words."""
    first, second = words(one), words(other)
    return 2 * sum((first & second).values()) / max(1, sum(first.values()) + sum(second.values()))


def within(part: str, whole: str) -> float:
    """The share of the first text's words that stand in the second."""
    bag = words(part)
    return sum((bag & words(whole)).values()) / max(1, sum(bag.values()))


def text_of(item: Any) -> str:
    """The text of a label or of a record."""
    return item if isinstance(item, str) else str(item.get("text") or "")


def some(value: Any) -> set[str]:
    """One value or several that are right."""
    return set(value) if isinstance(value, list) else {value}


def ids(items: Iterable[Any] | None) -> set[str]:
    """Theme ids, bare or with a cue."""
    return {item if isinstance(item, str) else item["id"] for item in items or ()}


def months(age: Any) -> float | None:
    """An age in months, whatever words tell it."""
    said = str(age or "").lower()
    if re.search(r"newborn|at birth|same day", said):
        return 0.0
    found = re.search(r"(\d+(?:\.\d+)?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")[\s-]*([a-z]*)", said)
    if not found:
        return None
    number = NUMBERS.index(found[1]) if found[1] in NUMBERS else float(found[1])
    unit = next((unit for unit in UNITS if found[2].startswith(unit)), "year")
    return round(number * UNITS[unit], 1)


def key(name: Any) -> str:
    """What a reference says once the words around it are left out."""
    bare = re.sub(r"\b(baby|child|young person|rapid review|lcspr|rr|case|review|and)\b", " ", str(name or "").lower())
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"\b0+(\d)", r"\1", bare))


def names(review: Mapping[str, Any]) -> set[str]:
    """Every key a review may be found by."""
    children = [child.get("name") for child in review.get("children") or ()]
    told = [review.get("ref"), review.get("name"), *(review.get("aliases") or ()), *children]
    return {key(name) for name in told if key(name)}


def pairs(read: Sequence[str], labels: Sequence[str]) -> list[tuple[int, int]]:
    """Greedy one-to-one pairs, best first."""
    order = sorted(((likeness(r, g), i, j) for i, r in enumerate(read) for j, g in enumerate(labels)), reverse=True)
    left, right, out = set[int](), set[int](), []
    for like, i, j in order:
        if like >= LIKE and i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j))
    return out


def match_cases(read: Sequence[Any], labels: Sequence[Label]) -> dict[int, int]:
    """Label → review: by name, then by the child's age, then whatever nameless is left."""
    found: dict[int, int] = {}
    free = list(range(len(read)))

    def take(fits: Any) -> None:
        for place, label in enumerate(labels):
            if place not in found:
                hit = next((i for i in free if fits(label, read[i])), None)
                if hit is not None:
                    found[place] = hit
                    free.remove(hit)

    def ages(review: Mapping[str, Any]) -> set[float]:
        told = (months(child.get("age")) for child in review.get("children") or ())
        return {age for age in told if age is not None}

    take(lambda label, review: names(label) & names(review))
    take(lambda label, review: not names(label) and ages(label) & ages(review))
    take(lambda label, review: not names(label) and label.get("kind") == review.get("kind"))
    return found


def flat(box: Any, what: str, key_of_document: str) -> list[tuple[Any, int | None]]:
    """Every item with the place of its case, or none."""
    cases = box.get("reviews") if "reviews" in box else box.get("cases")
    out: list[tuple[Any, int | None]] = [(item, None) for item in box.get(key_of_document) or ()]
    for place, case in enumerate(cases or ()):
        out += [(item, place) for item in case.get(what) or ()]
    return out


def neutral_texts(labels: Label, what: str) -> list[str]:
    """What may be read or not."""
    out = [text_of(item) for item in labels.get(f"{what}_acceptable") or () if item]
    out += [text_of(item) for item in labels.get("findings_narrative") or ()] if what == "findings" else []
    for box in (labels, *(labels.get("cases") or ())):
        for name in ("good_practice", "feedback", "impacts", "document_good_practice", "document_impacts"):
            out += [text_of(item) for item in box.get(name) or ()]
        out += [text_of(item) for item in box.get(f"{what}_acceptable") or () if box is not labels]
    return out


def _last_update(item: Any) -> str:
    """What a row of a plan says last of how far its action is, which the reader keeps on the action."""
    updates = item.get("updates") or () if isinstance(item, Mapping) else ()
    return text_of(updates[-1]) if updates else ""


def score_items(what: str, read: Any, labels: Label, cases: Mapping[int, int], score: Score) -> None:
    """Findings, recommendations or actions, wherever they hang."""
    gold = flat(labels, what, f"document_{what}")
    items = [
        (item, place)
        for item, place in flat(read, what, what)
        if not (what == "findings" and item.get("polarity") == "good-practice")
    ]
    texts, wanted = [text_of(item) for item, _ in items], [text_of(item) for item, _ in gold]
    found = pairs(texts, wanted)
    used, met = {i for i, _ in found}, {j for _, j in found}
    for j, label in enumerate(wanted):
        parts = [i for i in range(len(items)) if i not in used and within(texts[i], label) >= PART]
        if parts and j not in met and within(label, " ".join(texts[i] for i in parts)) >= COVERED:
            found.append((parts[0], j))
            met.add(j)
        used.update(parts)
    for j, label in enumerate(wanted):
        rows = (i for i, (item, _) in enumerate(items) if i not in used and likeness(_last_update(item), label) >= LIKE)
        if j not in met and (row := next(rows, None)) is not None:
            found.append((row, j))
            met.add(j)
            used.add(row)
    free = [i for i in range(len(items)) if i not in used]
    spare = {i for i, _ in pairs([texts[i] for i in free], neutral_texts(labels, what))}
    more = [texts[i] for place, i in enumerate(free) if place not in spare]
    missing = [wanted[j] for j in range(len(gold)) if j not in met]
    score.add(what, len(found), len(more), len(missing))
    score.faults += [f"{what} too many: {text}" for text in more] + [f"{what} missing: {text}" for text in missing]
    for i, j in found:
        item, place = items[i]
        label, case = gold[j]
        home = cases.get(case) if case is not None else None
        score.told(f"{what} on the right case", place == home, wanted[j])
        if isinstance(label, str):
            continue
        if what == "findings" and label.get("polarity"):
            score.told("polarity", item["polarity"] in some(label["polarity"]), f"{item['polarity']} · {wanted[j]}")
        if what == "actions" and label.get("status"):
            code = PLAIN.get(item["status"], {item["status"]}) | {item["status"]}
            score.told("action status", bool(code & some(label["status"])), f"{item['status']} · {wanted[j]}")
            wrongly = "done" in code and "done" not in some(label["status"])
            score.told("not wrongly done", not wrongly, f"{item['status']} · {wanted[j]}")
        if what == "recommendations" and label.get("addressed_to"):
            told = {name if isinstance(name, str) else name.get("name") for name in item.get("addressees") or ()}
            score.told("addressees", told == some(label["addressed_to"]), f"{told} · {wanted[j]}")


def score_children(label: Label, review: Any, score: Score) -> None:
    """Number, age, sex, outcome and role of the children a case is about."""
    gold, read = list(label.get("children") or ()), list(review.get("children") or ())
    paired = min(len(gold), len(read))
    score.add("children", paired, len(read) - paired, len(gold) - paired)
    if len(read) != len(gold):
        score.faults.append(f"children: {label.get('ref')} {[child.get('name') for child in read]}")
    for child in gold:
        best = max(
            read,
            default=None,
            key=lambda r: (
                bool(key(child.get("name"))) and key(r.get("name")) == key(child.get("name")),
                months(r.get("age")) == months(child.get("age")),
                r.get("sex") == child.get("sex"),
            ),
        )
        for what in ("age", "sex", "outcome", "role"):
            if child.get(what) is None:
                continue
            got = best.get(what) if best else None
            same = months(got) == months(child[what]) if what == "age" else got in some(child[what])
            score.told(f"child {what}", same, f"{label.get('ref')} {got} for {child[what]}")
        if best is not None:
            read.remove(best)


def score_sets(what: str, read: set[str], gold: set[str], fine: set[str], where: Any, score: Score) -> None:
    """Two sets, with those that may be there or not."""
    more, missing = read - gold - fine, gold - read
    score.add(what, len(read & gold), len(more), len(missing))
    if more or missing:
        score.faults.append(f"{what} {where}: too many {sorted(more)}, missing {sorted(missing)}")


def themes_of(box: Any) -> set[str]:
    """Themes of what went wrong or is to be done, with those of the story."""
    shown = [item for item in box.get("findings") or () if item.get("polarity") not in ("absent", "good-practice")]
    return set().union(*[ids(item.get("themes")) for item in shown], ids(box.get("themes")))


def score_case(label: Label, review: Any, score: Score) -> None:
    """One case: kind, children, harms, themes, agencies."""
    kinds = some(label.get("kind")) | set(label.get("kind_also") or ())
    if label.get("kind"):
        score.told("case kind", review["kind"] in kinds, f"{label.get('ref')} {review['kind']}")
    score_children(label, review, score)
    where, fine = label.get("ref"), set(label.get("harms_acceptable") or ())
    score_sets("harms", ids(review.get("harms")), set(label.get("harms") or ()), fine, where, score)
    told = {agency["name"] for agency in review.get("agencies") or ()} | {
        agency["kind"] for agency in review.get("agencies") or ()
    }
    for agency in label.get("agencies") or ():
        score.told("agencies named", agency in told, f"{where} lacks {agency} in {sorted(map(str, told))}")
    for agency in label.get("not_agencies") or ():
        score.told("traps", agency not in told, f"{where} {agency} was not involved")
    if "themes" not in label and "themes_acceptable" not in label:
        return  # letters are labelled without themes
    fine = set(label.get("themes_acceptable") or ())
    score_sets("case themes", themes_of(review), set(label.get("themes") or ()), fine, where, score)


def score_statistics(read: Any, labels: Label, score: Score) -> None:
    """Figures that are a part of a whole, as numbers; unit and sense where the label tells them."""

    def figure(item: Any) -> tuple[Any, Any, Any]:
        return item.get("numerator"), item.get("denominator"), item.get("percent")

    def firm(items: Iterable[Any]) -> list[Any]:
        return [item for item in items if item.get("denominator") is not None or item.get("percent") is not None]

    gold = firm(labels.get("statistics") or ())
    fine = Counter(figure(item) for item in firm(labels.get("statistics_acceptable") or ()))
    found = firm(read.get("statistics") or ())
    have, want = Counter(map(figure, found)), Counter(map(figure, gold))
    spare, lost = have - want, want - have
    spare = spare - fine
    score.add("statistics", sum((have & want).values()), sum(spare.values()), sum(lost.values()))
    if spare or lost:
        score.faults.append(f"statistics: too many {sorted(map(str, spare))}, missing {sorted(map(str, lost))}")
    for label in gold:
        hit = next((item for item in found if figure(item) == figure(label)), None)
        for what in ("unit", "sense", "source"):
            if hit is not None and label.get(what):
                score.told(f"statistic {what}", hit.get(what) in some(label[what]), f"{hit.get(what)} {figure(label)}")


def score_document(read: Any, labels: Label) -> Score:
    """Every measure of one document; `read` as `extract --format json` prints it."""
    score = Score()
    gold, reviews = labels.get("cases") or [], read.get("reviews") or []
    cases = match_cases(reviews, gold)
    real = [place for place, label in enumerate(gold) if not label.get("mention_only")]
    hits = [place for place in real if place in cases]
    easy = set(labels.get("cases_acceptable_kinds") or ())
    extra = [r for i, r in enumerate(reviews) if i not in cases.values() and r["kind"] not in easy]
    extra = [] if labels.get("cases_acceptable") else extra
    score.add("cases", len(hits), len(extra), len(real) - len(hits))
    score.faults += [f"case too many: {r.get('ref')} {r.get('name')} {r.get('kind')}" for r in extra]
    score.faults += [f"case missing: {gold[p].get('ref')}" for p in real if p not in cases]
    for place in hits:
        score_case(gold[place], reviews[cases[place]], score)
    for what in ("findings", "recommendations", "actions"):
        score_items(what, read, labels, cases, score)
        for trap in labels.get(f"not_{what}") or ():
            texts = [text_of(item) for item, _ in flat(read, what, what)]
            score.told("traps", not any(likeness(text, text_of(trap)) > 0.8 for text in texts), text_of(trap))
    score_themes(read, labels, score)
    score_statistics(read, labels, score)
    score_good_practice(read, labels, score)
    report = read["report"]
    score.told("nothing dropped", report["read"] == report["kept"] + len(report["rejected"]), str(report["read"]))
    return score


def score_themes(read: Any, labels: Label, score: Score) -> None:
    """Themes of the whole document, cases and all; nothing where its labels tell none."""
    if not {"document_themes", "document_themes_acceptable"} & set(labels) and not any(
        "themes" in case for case in labels.get("cases") or ()
    ):
        return
    gold, fine = set(labels.get("document_themes") or ()), set(labels.get("document_themes_acceptable") or ())
    for case in labels.get("cases") or ():
        gold |= set(case.get("themes") or ())
        fine |= {*(case.get("themes_acceptable") or ()), *(case.get("harms") or ())}
        fine |= set(case.get("harms_acceptable") or ())
    told = themes_of(read).union(*[themes_of(review) for review in read.get("reviews") or ()])
    score_sets("document themes", told, gold, fine, "document", score)


def score_good_practice(read: Any, labels: Label, score: Score) -> None:
    """Good practice kept as a finding of that polarity."""
    kept = [text_of(f) for f, _ in flat(read, "findings", "findings") if f.get("polarity") == "good-practice"]
    wanted = [
        text_of(item) for box in (labels, *(labels.get("cases") or ())) for item in box.get("good_practice") or ()
    ]
    for text in wanted:
        hit = any(likeness(one, text) >= LIKE or within(one, text) >= PART for one in kept)
        score.add("good practice", int(hit), 0, int(not hit))
        if not hit:
            score.faults.append(f"good practice missing: {text}")
