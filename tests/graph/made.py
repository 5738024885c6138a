"""Hand-built records of invented partnerships, for tests of resolve, project and derive."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from graph.codebook import Codebook, Concept
from graph.records import (
    Action,
    Child,
    Coding,
    DateSpan,
    Document,
    DocumentRecord,
    Finding,
    Recommendation,
    Review,
    ReviewDates,
)

ASHMERE = "Ashmere Safeguarding Children Partnership"
BRACKENFORD = "Brackenford Safeguarding Children Partnership"

CODEBOOK = Codebook(
    version="test",
    concepts={
        c.id: c
        for c in (
            Concept(id="practice", label="Practice"),
            Concept(id="planning", label="Plans and planning", broader="practice"),
            Concept(id="escalation", label="Escalation", broader="practice", specific=True),
            Concept(id="bruising", label="Bruising in babies", specific=True),
            Concept(id="strategy", label="Strategy discussions", specific=True),
            Concept(id="neglect", label="Neglect"),
        )
    },
)


def span(first: str, last: str | None = None, printed: str | None = None) -> DateSpan:
    return DateSpan.model_validate(
        {
            "from": date.fromisoformat(first),
            "to": date.fromisoformat(last or first),
            "precision": "span" if last else "day",
            "basis": "printed",
            "printed": printed,
        }
    )


def record(file: str, partnership: str | None = ASHMERE, **values: Any) -> DocumentRecord:
    about = {n: values.pop(n) for n in list(values) if n in Document.model_fields}
    about.setdefault("title", file)
    about.setdefault("sha256", hashlib.sha256(file.encode()).hexdigest())
    return DocumentRecord(document=Document(partnership=partnership, file=file, **about), **values)


def coded(*themes: str) -> list[Coding]:
    return [Coding(id=t, cue=t, rule="test") for t in themes]


def finding(text: str, *themes: str, polarity: Any = "shortfall", line: int = 1) -> Finding:
    return Finding(text=text, quote=text, polarity=polarity, themes=coded(*themes), line=line)


def recommendation(text: str, *themes: str, ref: str | None = None, **values: Any) -> Recommendation:
    return Recommendation(text=text, quote=text, themes=coded(*themes), ref=ref, line=1, **values)


def action(text: str, *themes: str, **values: Any) -> Action:
    return Action(text=text, quote=text, themes=coded(*themes), line=1, **values)


def review(name: str | None, kind: Any = "lcspr", **values: Any) -> Review:
    dates = ReviewDates(**{n: values.pop(n) for n in ("incident", "notified", "completed", "published") if n in values})
    child = {n: values.pop(n) for n in ("age", "age_months", "sex", "outcome") if n in values}
    children = values.pop("children", [Child(name=name, **child)] if child else [])
    return Review(name=name, kind=kind, dates=dates, children=children, quote=f"Heading {name}", line=1, **values)


def audit(name: str, day: str | None = None, **values: Any) -> Review:
    values.setdefault("test", "audit")
    return review(name, values.pop("kind", "audit"), completed=span(day) if day else None, **values)
