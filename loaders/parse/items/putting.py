"""Requests put in other words than a duty: "It is recommended that …", "The Board is invited to …".

They ask wherever they stand, and say by their grammar whom: what is wanted of a body is asked of it, what a family
wants or a reader is invited to is not. The words are data (`requests.yaml`).
"""

from __future__ import annotations

from loaders.parse.cues import cue

_OUTRIGHT = ("recommended", "weighed", "asked")


def puts_request(sentence: str) -> bool:
    """Whether a sentence asks by other words than those of a duty."""
    return any(cue("requests", name).search(sentence) for name in _OUTRIGHT) or asked_body(sentence) is not None


def asked_body(sentence: str) -> str | None:
    """The body of which a sentence wants something ("The Board is asked to say …"), None where it wants it of none."""
    wanted = cue("requests", "wanted").search(sentence)
    body = cue("requests", "somebody").match(sentence[: wanted.start()].rstrip()) if wanted else None
    return body["who"] if body is not None else None
