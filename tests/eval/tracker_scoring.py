"""How well one tracker is read, field by field against labels; a row that is not found is wrong in every field."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from graph.text import key

FIELDS = ("review", "recommendation", "leads", "due", "previous due", "status", "status as printed", "updates")


def count(record: dict[str, Any], gold: dict[str, Any]) -> Counter[str]:
    """Right answers by field, with "of <field>" for how many there are; rows beside those are "rows too many"."""
    told = [(review, action) for review, action in _actions(record)]
    found: Counter[str] = Counter()
    used: set[int] = set()
    for review, wanted in _actions(gold):
        at = _match(told, used, review, wanted)
        found["of rows"] += 1
        found.update({f"of {name}": 1 for name in FIELDS})
        if at is None:
            continue
        used.add(at)
        found["rows"] += 1
        found.update({name: 1 for name, good in _fields(told[at], review, wanted).items() if good})
    found["rows too many"] = len(told) - len(used)
    notes = [(str(n["where"]), n.get("message") or n.get("reason")) for n in _notes(record)]
    for odd in gold["oddities"]:
        found["of oddities explained"] += 1
        found["oddities explained"] += any(
            _at(where, odd["where"]) and _says(text, odd["says"]) for where, text in notes
        )
    return found


def _notes(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [*record["report"]["notes"], *record["report"]["rejected"]]


def _actions(document: dict[str, Any]) -> list[tuple[dict[str, Any] | None, dict[str, Any]]]:
    own = [(None, a) for a in document["actions"]]
    return own + [(review, a) for review in document["reviews"] for a in review["actions"]]


def _match(told: list[Any], used: set[int], review: Any, wanted: dict[str, Any]) -> int | None:
    same = [n for n, (_, a) in enumerate(told) if n not in used and key(a["text"]) == key(wanted["text"])]
    return next((n for n in same if _same_review(told[n][0], review)), same[0] if same else None)


def _fields(one: tuple[Any, dict[str, Any]], review: Any, wanted: dict[str, Any]) -> dict[str, bool]:
    own, action = one
    asked = [wanted["recommendation"], *wanted.get("recommendation_also", [])]
    status = [wanted["status"], *wanted.get("status_also", [])]
    status += ["under-way"] if "on-track" in status else []  # begun, without the judgement that it will be in time
    leads, right = {key(n) for n in action["leads"]}, {key(n) for n in wanted["leads"]}
    printed = key(action["status_printed"] or "")
    words = [key(w) for w in wanted["status_printed"]]
    return {
        "review": _same_review(own, review),
        "recommendation": key(action["recommendation"] or "") in {key(a or "") for a in asked},
        "leads": right <= leads and leads - right <= {key(n) for n in wanted.get("leads_also", [])},
        "due": action["due"] in [wanted["due"], *wanted.get("due_also", [])],
        "previous due": action["previous_due"] == wanted["previous_due"],
        "status": action["status"] in status,
        "status as printed": any(w in printed for w in words) if words else not printed,
        "updates": _same_updates(action["updates"], wanted),
    }


def _same_updates(told: list[Any], wanted: dict[str, Any]) -> bool:
    """Each wanted update told once, and nothing beside them but what the label says may be told."""
    left = list(told)
    for update in [*wanted["updates"], *wanted.get("updates_also", [])]:
        dates = {update["date"], *update.get("date_also", [])}
        texts = {key(text) for text in (update["text"], *update.get("text_also", []))}
        at = next((u for u in left if u["date"] in dates and key(u["text"]) in texts), None)
        if at is not None:
            left.remove(at)
        elif update in wanted["updates"]:
            return False
    return not left


def _same_review(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return bool(_names(one) & _names(other))


def _names(review: dict[str, Any]) -> set[str]:
    said = [review.get("ref"), review.get("name"), *review.get("aliases", [])]
    return {re.sub(r"[^a-z0-9]", "", key(name)) for name in said if name}


def _at(where: str, place: dict[str, Any]) -> bool:
    if "table" in place:
        told = re.fullmatch(rf"table {place['table']}, rows? (\d+)(?:-(\d+))?", where)
        return told is not None and int(told[1]) <= place["row"] <= int(told[2] or told[1])  # a card is a few rows
    rows = {str(n) for n in place["rows"]}
    return str(place.get("sheet", "")) in where and bool(rows & set(re.findall(r"\d+", where.split("!")[-1])))


def _says(text: str, words: list[str]) -> bool:
    return any(word.lower() in text.lower() for word in words)
