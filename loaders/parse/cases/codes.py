"""Reference codes, which every paper spells in its own way: "RR 07/19" here, "RR7/19" there."""

from __future__ import annotations

import re

from loaders.parse.cases.naming import CaseLabel


def refers(code: str, label: CaseLabel) -> bool:
    """Whether a code as a heading writes it ("RR7") is that of a case, however the case's own heading spells it."""
    short = {"rapid-review": "RR", "scr": "SCR", "lcspr": "LCSPR"}.get(label.kind, "")
    known = [ref for ref in (label.ref, *label.aliases) if ref and re.search(r"\d", ref)]
    spellings = {_flat(ref) for ref in known} | {_flat(f"{short}{ref}") for ref in known if ref[0].isdigit()}
    return _flat(code) in spellings


def _flat(code: str) -> str:
    """A code without spaces, signs and leading noughts."""
    return "/".join(re.sub(r"^0+(?=\d)", "", part) for part in re.findall(r"[A-Z]+|\d+", code.upper()))
