"""How much of a drawn table was read: learning, requests and actions by their words, and how far each row is."""

from __future__ import annotations

from collections import Counter

from graph.records import DocumentRecord, Recommendation
from graph.text import key
from tests.loaders.trackers.made_tables import CODES, Made

DONE = CODES["done"]


def scored(record: DocumentRecord, table: Made) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Counts by (what, right/more/missing), and the faults in words."""
    boxes = [record, *record.reviews]
    counts: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []

    def compare(what: str, read: list[str], wanted: list[str], fine: list[str]) -> None:
        have, want = Counter(map(_plain, read)), Counter(map(_plain, wanted))
        spare = have - want - Counter({_plain(t): 9 for t in fine})
        for how, found in (("right", have & want), ("more", spare), ("missing", want - have)):
            counts[what, how] += found.total()
            faults.extend(f"{what} {how}: {text}" for text in found if how != "right")

    def column(role: str) -> list[str]:
        return [row[role] for row in table.rows if row.get(role)]

    actions = [action for box in boxes for action in box.actions]
    asked = [one for box in boxes for one in box.recommendations]
    compare("findings", [f.text for box in boxes for f in box.findings], column("finding"), column("progress"))
    compare("recommendations", [one.text or "" for one in asked], column("recommendation"), [])
    planned = column("action") or [text.partition(". ")[0] for text in column("action+progress")]
    news = [] if planned else column("progress")
    compare("actions", [one.text or "" for one in actions], planned, [*column("recommendation"), *news])
    for row, stand in zip(table.rows, table.stand, strict=True):
        own = [t for role in ("action", "recommendation") if (t := row.get(role))]
        own += [row["action+progress"].partition(". ")[0]] if "action+progress" in row else []
        own += [row["progress"]] if row.get("progress") and not planned else []
        texts = {_plain(text) for text in own}
        told = {one.status for one in [*actions, *asked] if _plain(one.text or "") in texts} - {"not-stated"}
        if told & DONE and stand != "done":
            counts["wrongly done", "more"] += 1
            faults.append(f"wrongly done: {row}")
        if stand and own:
            right = bool(told) and told <= CODES[stand]
            counts["statuses", "right" if right else "missing"] += 1
            if not right:
                faults.append(f"status: {told} for {stand}: {row}")
        if row.get("recommendation") and row.get("action"):
            mine = [one for one in actions if _plain(one.text or "") == _plain(row["action"])]
            right = any(_answers(one.recommendation, row["recommendation"], asked) for one in mine)
            counts["links", "right" if right else "missing"] += 1
    return counts, faults


def f1(counts: Counter[tuple[str, str]], what: str) -> float:
    """2·right / (2·right + too many + missing); 1.0 where nothing was to be read."""
    right, more, missing = (counts[what, how] for how in ("right", "more", "missing"))
    return 2 * right / (2 * right + more + missing) if right + more + missing else 1.0


def _answers(named: str | None, text: str, asked: list[Recommendation]) -> bool:
    if named is None:
        return False
    refs = {one.ref for one in asked if _plain(one.text or "") == _plain(text)}
    return _plain(named) == _plain(text) or named in refs


def _plain(text: str) -> str:
    return key(text).strip(" .")
