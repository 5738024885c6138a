"""Facts that the keeper of a document gives beside it, in a manifest: applied to its record, and never in silence.

A given fact takes the place of the printed one and says so: `Document.given` keeps what the document itself prints.
They stay with the record, so that a later load without the manifest does not lose them.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl, TypeAdapter

from graph.dates import from_iso, iso, period_of, read_date
from graph.records import DateSpan, Document, DocumentRecord, GivenFact, Note
from graph.text import joined, same

_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)


def _text(value: Any) -> Any:
    return joined(value) if isinstance(value, str) else value


def _address(value: Any) -> Any:
    try:
        _URL.validate_python(value)
    except ValueError as error:
        raise ValueError("is no address that begins with http:// or https://") from error
    return str(value).strip()


def _day(value: Any) -> Any:
    """A date as ISO, as far as known: 2023, 2023-11, 2023-11-13 or a printed form."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    span = from_iso(text) or read_date(text)
    if span is None or span.precision not in ("day", "month", "year"):
        raise ValueError("is no date; write it as 2023, 2023-11 or 2023-11-13")
    return iso(span)


def _period(value: Any) -> Any:
    """A period as text ("2018-19", "April 2018 to March 2019") or as {from, to}."""
    if isinstance(value, dict):
        ends = [from_iso(_day(value.get(name, ""))) for name in ("from", "to")]
        first, last = ends
        if set(value) != {"from", "to"} or first is None or last is None or first.from_ > last.to:
            raise ValueError("is no period; write {from: 2018-04, to: 2019-03}")
        return DateSpan.model_validate(
            {"from": first.from_, "to": last.to, "precision": "span", "basis": "manifest", "printed": None}
        )
    found = period_of(str(value)) or read_date(str(value))
    if found is None:
        raise ValueError("is no period; write {from: 2018-04, to: 2019-03}")
    return found.model_copy(update={"basis": "manifest"})


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_text), Field(min_length=1)]


class Given(BaseModel):
    """What a manifest says of one file. Raises pydantic's ValidationError where a value makes no sense."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text | None = None
    publisher: Text | None = None
    partnership: Annotated[list[Text], BeforeValidator(_several)] | None = None  # several: they publish jointly
    published: Annotated[str, BeforeValidator(_day)] | None = None
    period: Annotated[DateSpan, BeforeValidator(_period)] | None = None
    address: Annotated[str, BeforeValidator(_address)] | None = Field(
        default=None, validation_alias=AliasChoices("address", "url")
    )
    licence: Text | None = Field(default=None, validation_alias=AliasChoices("licence", "license"))
    hold: bool | str = False  # true, or the reason why it is not loaded
    reason: Text | None = None  # why it is held

    @property
    def held(self) -> str | None:
        """Why the file is not to be loaded; None: it is."""
        if not self.hold:
            return None
        return self.reason or (self.hold if isinstance(self.hold, str) else "no reason is given")


def apply(record: DocumentRecord, told: Given) -> DocumentRecord:
    """The record with the given facts in place of the printed ones, each noted where they differ.

    Facts that an earlier manifest gave and this one does not are left to the caller: `record` is as read.
    """
    document = record.document.model_copy(deep=True)
    given: list[GivenFact] = []
    for field in ("title", "publisher", "partnership", "published", "period", "address", "licence"):
        value = getattr(told, field)
        if value is None:
            continue
        before = _in_print(document, field)
        _put(document, field, value)
        after = _in_print(document, field) or ""
        given.append(GivenFact(field=field, value=after, printed=None if before and same(before, after) else before))
    document.given = given
    notes = [
        Note(where="manifest", message=f"{fact.field} is “{fact.value}”; the document prints “{fact.printed}”")
        for fact in given
        if fact.printed
    ]
    report = record.report.model_copy(update={"notes": [*record.report.notes, *notes]})
    title = record.document.title
    problems = [
        problem.model_copy(update={"document": document.title}) if problem.document == title else problem
        for problem in record.inconsistencies
    ]
    return record.model_copy(update={"document": document, "report": report, "inconsistencies": problems})


def carried(record: DocumentRecord, known: Document) -> DocumentRecord:
    """The record of the same content read again, with the facts that a manifest gave at an earlier load.

    A record that comes with facts of its own manifest is returned as it is.
    """
    if record.document.given or not known.given:
        return record
    facts: dict[str, Any] = {fact.field: getattr(known, fact.field) for fact in known.given}
    if "partnership" in facts:
        facts["partnership"] = known.partnerships or [known.partnership]
    return apply(record, Given.model_construct(**facts))


def in_words(fact: GivenFact) -> str:
    """A given fact as it is shown: "title: X (the document prints “Y”)"."""
    return f"{fact.field}: {fact.value}" + (f" (the document prints “{fact.printed}”)" if fact.printed else "")


def _put(document: Document, field: str, value: Any) -> None:
    if field == "partnership":
        document.partnership, document.partnerships = (value[0], []) if len(value) == 1 else (None, list(value))
    else:
        setattr(document, field, value)
    if field == "published":
        document.published_basis = "manifest"


def _in_print(document: Document, field: str) -> str | None:
    if field == "partnership":
        return " and ".join(document.partnerships) or document.partnership
    value = getattr(document, field)
    if isinstance(value, DateSpan):
        return value.printed or f"{value.from_.isoformat()} to {value.to.isoformat()}"
    return value if value is None else str(value)
