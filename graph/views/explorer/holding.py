"""What the page holds: rows of the explorer's queries, shaped once and made safe to send."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from graph.marks import MARK, meaning
from graph.sharing import heading_of, texts_of
from graph.trace.words import GRADE, LEARNING, STATUS, VIEW, when
from graph.views.explorer.more import PARTS, add_more
from graph.views.explorer.overview import overview
from graph.views.explorer.sentences import KIND, sentences
from graph.views.rows import plain

if TYPE_CHECKING:
    from graph.store import Store

_SLICE = 2_000  # facts asked for at once
_OF_A_LINK = ("theme", "closure", "certainty", "why", "opportunity", "kind", "change")
REVIEW = {
    "rapid-review": "rapid review",
    "lcspr": "practice review",
    "scr": "serious case review",
    "learning-review": "learning review",
    "thematic-review": "thematic review",
    "other": "review",
}


def held(store: Store, *, internal: bool = False, start: str | None = None) -> dict[str, Any]:
    """What the page holds, as plain JSON, and the place it opens on.

    `{themes, facts, links, sentences, documents, partnerships, load, overview, mark, words}`. A fact is `{id, kind,
    text, code, when, since, until, printed, promise, bodies, evidence, themes, four}`, its id `kind:id`, with
    `by_wording` where it was taken by its words alone (`mark` says so), and what is said of some kinds (see
    `graph.views.explorer.more`); a link `{source, type, target}` with what is known of it; `four` are
    places in `sentences`, and their `facts` places in `facts`. Views carry the role of who says so, never a name; names
    of officials are left out of every text, and words that are not to be quoted, unless it is `internal`.
    """
    ids = _ids(store)
    facts = [_fact(row) for row in _sliced(store, "facts", ids)]
    known = {f["id"]: f for f in facts}
    reviews = {f"review:{row['id']}": row for row in _rows(store, "reviews")}
    for id_, row in reviews.items():
        if review := known.get(id_):
            review |= {"text": heading_of(row["names"]), "name": review["text"], "agencies": row["agencies"]}
            review["only_in_tracker"] = bool(row["only_in_tracker"])
    leads = map(_link, _sliced(store, "links", ids))
    links = [link for link in leads if link["source"] in known and link["target"] in known]
    add_more(known, {part: _rows(store, part) for part in PARTS}, internal=internal)
    themes = _rows(store, "themes")
    told = {id_: row["case_themes"] for id_, row in reviews.items()}
    told |= {f"evidence:{row['id']}": row["themes"] for row in _rows(store, "priorities")}
    # a page to be sent joins no accounts of one child: there each account of a review stands for itself
    joined = {id_: row["canonical"] for id_, row in reviews.items()} if internal else {}
    said = sentences(facts, links, themes, told, joined)
    for fact in facts:
        for name in ("period", "published", "assessed", "stands", "assessed_by", "replies"):
            del fact[name]
        if not fact["by_wording"]:
            del fact["by_wording"]
    found = {
        "themes": themes,
        "facts": facts,
        "links": links,
        "sentences": said,
        "documents": [d | {"when": when(d["since"], d["until"])} for d in _rows(store, "documents")],
        "partnerships": _rows(store, "partnerships"),
        "load": next(iter(_rows(store, "load")), {}),
        "overview": overview(themes, facts),
        "mark": {"short": MARK, "says": f"This {meaning(1)}"},
        "words": {"learning": LEARNING, "action": STATUS, "evidence": GRADE, "view": VIEW, "review": REVIEW},
    }
    whole: dict[str, Any] = plain(found) | {"internal": internal, "start": start}
    if internal:
        return whole
    safe: dict[str, Any] = texts_of(store).safe(whole)
    return safe


def _ids(store: Store) -> dict[str, list[str]]:
    """Ids of all facts by kind, both in order."""
    ids: dict[str, list[str]] = {}
    for row in _rows(store, "fact-ids"):
        ids.setdefault(row["kind"], []).append(row["id"])
    return ids


def _sliced(store: Store, part: str, ids: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Rows of a query asked for some facts at a time: for all at once an engine had not memory enough."""
    for kind, told in ids.items():
        for start in range(0, len(told), _SLICE):
            yield from _rows(store, part, {"kind": kind, "ids": told[start : start + _SLICE]})


def _rows(store: Store, part: str, params: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    text = files("cypher").joinpath("explorer", f"{part}.cypher").read_text(encoding="utf-8")
    return [dict(row) for row in store.read(text, params)]


def _fact(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"id": f"{row['kind']}:{row['id']}", "when": when(row["since"], row["until"])}


def _link(row: dict[str, Any]) -> dict[str, Any]:
    source, target = f"{KIND[row['from']]}:{row['source']}", f"{KIND[row['to']]}:{row['target']}"
    more = {k: row[k] for k in _OF_A_LINK if row[k] is not None}
    if row["order_of"] == "R4":
        more["after"] = "national or elsewhere"
    return {"source": source, "type": row["type"], "target": target, **more}
