"""Whether words plainly say that an action is complete: one judgement for trackers and for documents.

A wrong "complete" is the worst reading of all, and ways of saying that work is not done are without number. So a word
of completion counts only where a clause says it plainly: what stands before it may name the work ("all three sessions
were …") but holds no word that denies, hopes, limits, doubts or reports; what stands after it takes nothing back. Such
words are few and of closed kinds, and are data (`completion.yaml`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from graph.dates import find_dates
from graph.text import key
from graph.yaml_data import data_of

_CLAUSE = re.compile(r"\s*[.;:,()]\s+|\s+[–—-]\s+|\s*[()]\s*|\s+(?=(?:but|however|although|though|whereas|while)\b)")
_PARTICLES = frozenset("off out up over on in back down place".split())  # noqa: SIM905
_NUMERIC = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\bq[1-4] (?:20)?\d\d ?[/-] ?\d\d\b")
_NUMBERS = r"\d+|one|two|three|four|five|six|seven|eight|nine|ten"
_WHOLE = re.compile(  # "nine of nine", "all three parts"
    rf"\b(?P<n>{_NUMBERS}) (?:out )?of (?:the )?(?P=n)\b"
    rf"|\b(?:all|both|every|each)\b(?: of)?(?: the)?(?: (?:{_NUMBERS}))?(?: (?:parts?|phases?|stages?|steps?))?"
    r"(?![\w-])"
)
_NUMBERED = re.compile(  # "recommendations 1 to 4", "action 2.1"
    r"\b(?P<what>(?:recommendation|rec|action|task|item|point|priority|finding|minute|number|no)\.?s?) "
    r"\d+(?:\.\d+)*(?:(?:, ?| to | and |-|–)\d+(?:\.\d+)*)*\b"
)
_HANDED = re.compile(r"\b(?:handed(?: over)?|moved|passed|transferred|returned) (?:in)?to (?=bau\b|business as usual)")


def plainly_complete(words: str) -> bool:
    """Whether a phrase has a clause that plainly says complete, and nothing that takes it back."""
    text = _in_one_spelling(words)
    if any(one.search(text) for one in _patterns("undone")):
        return False
    return any(_says_so(clause) for clause in _CLAUSE.split(text) if clause)


def says_not_complete(words: str) -> bool:
    """Whether a phrase says that what was or should be complete is not, rather than only failing to say it."""
    text = _in_one_spelling(words)
    return any(one.search(text) for one in _patterns("undone"))


def denied(sentence: str, said: str) -> bool:
    """Whether a sentence denies, limits or takes back its own verb of work.

    Args:
        sentence: of a document, as printed.
        said: the words in it that say the work was done ("signed off").
    """
    return says_not_complete(sentence) or _governed("denied", sentence, said)


def only_completes(sentence: str, said: str) -> bool:
    """Whether the verb of a document's sentence says completion itself ("was signed off"), not what was done."""
    text, verb = key(sentence), key(said)
    at = text.find(verb)
    found = re.search(data()["complete_words"], text[max(at, 0) :])
    return found is not None and at >= 0 and found.start() < len(verb)


def put_off(sentence: str, said: str) -> bool:
    """Whether a sentence sets its own verb of work ahead ("may be signed off by June")."""
    return _governed("ahead", sentence, said)


def _governed(name: str, sentence: str, said: str) -> bool:
    words = key(said).split()
    verb = re.escape(" ".join(words[-2:] if words[-1] in _PARTICLES else words[-1:]))
    return any(re.search(one.replace("{said}", verb), key(sentence)) for one in data()[name])


def _says_so(clause: str) -> bool:
    for found in _patterns("done_word")[0].finditer(clause):
        before, after = clause[: found.start()].strip(), clause[found.end() :]
        if any(one.search(before) for one in _patterns("before_done")):
            continue
        if not any(one.search(after) for one in _patterns("after_done")):
            return True
    return False


def _in_one_spelling(words: str) -> str:
    """The text without dates and with what means "all" as that word."""
    text = key(words).replace("_", " ").lower()
    for span in find_dates(text):
        text = text.replace((span.printed or "\0").lower(), "then")
    text = _NUMBERED.sub(r"\g<what>", text)
    return _HANDED.sub("", _WHOLE.sub("all", _NUMERIC.sub("then", text)))


@cache
def data() -> dict[str, Any]:
    """The whole file of words."""
    loaded: dict[str, Any] = data_of("loaders.data", "completion.yaml")
    return loaded


@cache
def _patterns(name: str) -> list[re.Pattern[str]]:
    return [re.compile(one.replace("{complete}", data()["complete_words"])) for one in data()[name]]
