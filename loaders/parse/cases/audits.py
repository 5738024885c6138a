"""Headings and titles that name a test of practice: an audit, a deep dive, a dip sample."""

from __future__ import annotations

import re

from graph.text import joined, printed
from loaders.parse.cases.naming import CaseLabel, Test

_TEST = re.compile(
    r"\b(?P<deep>deep[- ]dives?)\b|\b(?P<dip>dip[- ]sampl(?:e|ing))\b|\b(?P<audit>(?:re-?)?audit(?: activity)?)\b", re.I
)
_NOT_A_TEST = re.compile(
    r"\b(?:findings?|framework|programme|events?|results?|tools?|group|schedule|cycle|template|outcomes?|recommendations?"
    r"|learning|section 11|s11|audits|assurance and|activity|methodolog\w+|method|process|questions?|team|scope"
    r"|approach|grad(?:es?|ings?)|themes?|(?<!dip )(?<!dip-)samples?|standards?|criteria|measures|expectations|calendar"
    r"|timetable)\b",
    re.I,
)
_TEST_TITLE = re.compile(
    rf"{_TEST.pattern}|\b(?<!overview and )(?P<scrutiny>scrutin(?:y|eer(?:['’]s)?) (?:review|exercise|visit|report))\b",
    re.I,
)
_NOT_A_TEST_TITLE = re.compile(
    r"\b(?:framework|programme|tools?|group|schedule|cycle|templates?|section 11|s11|audits|policy|guidance|annual"
    r"|(?<!protection )(?<!on a )(?<!on )(?<!in need )plan"  # "children on a plan" are who is told of
    r"|yearly|standards|criteria|calendar|timetable|newsletter|bulletin|strategy|section 175|self[- ]assessment)\b"
    r"|\b(?:why|how|what) [^?]{0,40}audits?\b|^(?:quality (?:assurance )?|learning from )audits?$",
    re.I,
)
_COLUMN = re.compile(  # a column of a newsletter or a slide of figures, and no test
    r"(?:the |our |latest |recent )*audit[’'s]* (?:corner|round-?up|updates?|news|watch|desk|diary|page|column"
    r"|spotlight|in numbers|at a glance|in figures)",
    re.I,
)
_OF_IT = re.compile(r"(?:from|since|after|following|compar(?:e|ed|ing|ison))\b", re.I)  # it goes back to a test
_TWO = re.compile(
    r"\b(?:audit|dive|sampl\w+) (?:and|&|or|vs?\.?|versus|against) (?:[\w-]+ ){0,3}(?:audit|deep|dip)\b", re.I
)


def _without_report(title: str) -> str:
    """The name of a test whose title says that this is its report ("Multi-agency audit report: neglect")."""
    return re.sub(r"\b(audit|sample|dive|scrutiny|review) report\b", r"\1", title, flags=re.I)


def title_of_test(title: str) -> CaseLabel | None:
    """The test of practice that a whole document tells of by its title ("Multi-agency audit report: neglect")."""
    title = printed(title)
    found = _TEST_TITLE.search(title)
    if not found or _NOT_A_TEST_TITLE.search(title) or len(title.split()) > 22:
        return None
    test: Test = "deep-dive" if found["deep"] and not found["audit"] else "dip-sample" if found["dip"] else "audit"
    return CaseLabel(title, "audit", None, _without_report(joined(title.rstrip(" :"))), test=test)


def test_label(text: str, heading: str) -> CaseLabel | None:
    """The test that a heading names; `text`: the heading as printed, `heading`: without its number."""
    found = _TEST.search(heading)
    if not found or _NOT_A_TEST.search(heading) or len(heading.split()) > 12:
        return None
    if re.match(r"case reviews?\b|(?:why|how|what|when|who)\b|quality (?:assurance )?audits?$", heading, re.I):
        return None
    if _COLUMN.fullmatch(heading):
        return None
    if _OF_IT.match(heading) or _TWO.search(heading):
        return None  # "From the audit: what needs to change", "The 2030 audit and the 2031 audit"
    test: Test = "deep-dive" if found["deep"] else "dip-sample" if found["dip"] else "audit"
    if found["deep"] and re.search(r"\baudit\b", heading, re.I):
        test = "audit"  # an audit that follows a deep dive
    return CaseLabel(text, "audit", None, heading, test=test)
