"""The telling words of a text as a question can look for them: each with every way it is written.

Likeness of whole sentences is worked out at load; a draft that somebody is writing is not in the graph, so its words
are made ready here and looked for by the question itself.
"""

from __future__ import annotations

from graph.text import words

LEAST = 3  # letters


def telling_words(text: str) -> list[str]:
    """The words that are neither silent nor common in the field, in order: "supervis", or "father|dad|men"."""
    from graph.derive.likeness import beginnings, common, silent  # with all that derives, which few questions need

    found = (w.strip("'.%/").removesuffix("'s") for w in words(text))
    telling = (w for w in found if len(w) >= LEAST and not w[0].isdigit() and not silent(w) and not common(w))
    return list(dict.fromkeys("|".join(beginnings(w)) for w in telling))
