"""What the page holds: rows of the explorer's queries, shaped once and made safe to send."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from graph.sharing import heading_of, texts_of
from graph.trace.words import GRADE, LEARNING, STATUS, VIEW, when
from graph.views.explorer.overview import overview
from graph.views.rows import plain

if TYPE_CHECKING:
    from graph.store import Store

KINDS = {
    "Finding": "learning",
    "Recommendation": "recommendation",
    "Action": "action",
    "Evidence": "evidence",
    "Assurance": "test",
    "Judgement": "view",
    "StatusEvent": "closed",
    "Review": "review",
}
REVIEW = {
    "rapid-review": "rapid review",
    "lcspr": "practice review",
    "scr": "serious case review",
    "learning-review": "learning review",
    "thematic-review": "thematic review",
    "other": "review",
}


def held(store: Store, *, internal: bool = False) -> dict[str, Any]:
    """What the page holds, as plain JSON.

    `{themes, facts, links, documents, partnerships, load, overview, words}`. A fact is `{id, kind, text, code, when,
    since, until, printed, promise, again, bodies, evidence, themes}`, its id `kind:id`; a link `{source, type, target,
    theme, closure, certainty, why}`. Views carry the role of who says so, never a name; names of officials are left
    out of every text, and words that are not to be quoted, unless it is `internal`.
    """
    facts = [_fact(row) for row in _rows(store, "facts")]
    known = {f["id"]: f for f in facts}
    for row in _rows(store, "reviews"):
        review = known.get(f"review:{row['id']}")
        if review:
            review |= {"text": heading_of(row["names"]), "name": review["text"], "agencies": row["agencies"]}
    for row in _rows(store, "promises"):
        if action := known.get(f"action:{row['id']}"):
            action["again"] = row["said"]
    links = [link for link in map(_link, _rows(store, "links")) if link["source"] in known and link["target"] in known]
    themes = _rows(store, "themes")
    found = {
        "themes": themes,
        "facts": facts,
        "links": links,
        "documents": [d | {"when": when(d["since"], d["until"])} for d in _rows(store, "documents")],
        "partnerships": _rows(store, "partnerships"),
        "load": next(iter(_rows(store, "load")), {}),
        "overview": overview(themes, facts),
        "words": {"learning": LEARNING, "action": STATUS, "evidence": GRADE, "view": VIEW, "review": REVIEW},
    }
    whole: dict[str, Any] = plain(found) | {"internal": internal}
    if internal:
        return whole
    safe: dict[str, Any] = texts_of(store).safe(whole)
    return safe


def _rows(store: Store, part: str) -> list[dict[str, Any]]:
    text = files("cypher").joinpath("explorer", f"{part}.cypher").read_text(encoding="utf-8")
    return [dict(row) for row in store.read(text)]


def _fact(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"id": f"{row['kind']}:{row['id']}", "when": when(row["since"], row["until"]), "again": []}


def _link(row: dict[str, Any]) -> dict[str, Any]:
    source, target = f"{KINDS[row['from']]}:{row['source']}", f"{KINDS[row['to']]}:{row['target']}"
    return {
        "source": source,
        "type": row["type"],
        "target": target,
        **{k: row[k] for k in ("theme", "closure", "certainty", "why") if row[k] is not None},
    }
