"""What one sentence promises in a list of verbs or of counted parts ("By May we will test the form, brief staff …").

Each is an action of its own, and the day that opens the sentence is the day of all.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue
from loaders.parse.sentences import counted_in, sentences

_SEVERAL = 3  # verbs of a list; two may be one piece of work
_LED = re.compile(
    r"(?P<lead>(?:[^:;.]{3,60}, |[^:;.,]{3,40} )?(?:we|partners|(?:the|our|each|both|all) (?:[\w’'-]+ ){1,4}?)\s?"
    r"\b(?:will|shall)(?: also| now| then| therefore| all)*:?)\s+(?P<rest>\S.*)",
    re.I,
)


def listed_promises(text: str) -> tuple[str, list[str]]:
    """The words before what a sentence promises in a list of verbs or of counted parts, and each of these.

    "By May we will test the form, brief all staff and publish the guide."
    """
    found = _LED.match(text)
    if found is None or cue("claims", "family").search(found["lead"]) or len(sentences(text)) > 1:
        return "", []
    acts = rf"(?:{cue('agents', 'acts').pattern})\b"
    counted = counted_in(f" {found['rest']}")
    each = counted or re.split(rf",? and (?={acts})|[,;] (?={acts})", found["rest"].rstrip("."), flags=re.I)
    opened = [one for one in each if re.match(acts, one, re.I) and len(one.split()) > 1]
    least = 2 if counted else _SEVERAL
    return (found["lead"], each) if len(opened) == len(each) >= least else ("", [])
