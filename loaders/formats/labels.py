"""What a line of a list begins with: a bullet sign or a printed number.

A sign is only believed where it can be a label: a number standing close to the next word may be a quantity ("14
children"), a year or the end of a sentence, so whoever asks also weighs the gap and the place (`pdf/blocks.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLETS = frozenset("•●▪■◼◾◦○–—‣⁃·∙*-➔➢➤✓✔✗✘◊◆❖►▶»□☐☑→⇒−›¤§✅✖✕❌☒★")
_NUMBER = re.compile(
    r"\(?(?:[A-Z]{0,3}\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,5}|[A-Z])[.):]{1,2}$"  # 1. 3.2) R1: (a) iv. A)
    r"|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)$"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}$"  # 3.2
    r"|[A-Z]{1,3}\d{1,3}[a-z]?$"  # R1
)
_KEYCAP = re.compile(r"(\d)\ufe0f?\u20e3$")  # a number drawn as a key: 1️⃣
_PLAIN = re.compile(r"\d{1,3}$")  # 1
_NAMED = re.compile(
    r"(?:recommendation|proposal|suggestion|action|finding|learning point|lesson|priority|objective)$", re.I
)
_NAMED_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|[A-H])(?P<sign>[.):]?)$")


@dataclass(frozen=True, slots=True)
class Label:
    """The first `words` words of a line read as a list sign; `number` as printed, None for a bullet.

    `sure`: no prose begins like this; otherwise the place has to speak for it. `plain`: a bare whole number.
    """

    words: int
    number: str | None = None
    sure: bool = False
    plain: bool = False
    signed: bool = False  # a full stop, bracket or colon follows the number


def label(words: list[str], symbol: bool = False) -> Label | None:
    """The label at the head of a line, from its words; `symbol`: the first is set in a font of signs."""
    if len(words) < 2:
        return None
    first = words[0]
    if len(first) <= 2 and (symbol or all(c in BULLETS or "\ue000" <= c <= "\uf8ff" for c in first)):
        return Label(1, sure=symbol or first not in "-–—*−")
    if keycap := _KEYCAP.match(first):
        return Label(1, keycap[1], sure=True, signed=True)
    if first == "o":
        return Label(1, sure=True)
    if not any(c.isalpha() for word in words[1:] for c in word):
        return None
    if _NUMBER.match(first):
        return Label(1, _bare(first), signed=not first[-1].isalnum())
    if _PLAIN.match(first):
        return Label(1, first, plain=True)
    for count in (1, 2):
        if len(words) > count + 1 and _NAMED.match(" ".join(words[:count])):
            number = _NAMED_NUMBER.match(words[count])
            if number and (number["sign"] or words[count + 1] in "–—-:"):
                skip = count + 1 if number["sign"] else count + 2
                if skip < len(words):
                    return Label(skip, " ".join([*words[:count], _bare(words[count])]), sure=True)
    return None


def is_sign(text: str, symbol: bool = False) -> bool:
    """Whether a word alone can be a bullet or a list number (used to tell a hanging number from a column)."""
    return label([text, "x"], symbol) is not None


def follows(number: str, earlier: str | None) -> bool:
    """Whether `number` is the next in a list after `earlier`: "4" after "3", "2.1" after "1.9", "b" after "a"."""
    if earlier is None:
        return False
    one, two = _counts(earlier), _counts(number)
    if one and two:
        return (
            (len(one) == len(two) and one[:-1] == two[:-1] and two[-1] == one[-1] + 1)
            or (len(two) == len(one) + 1 and two[:-1] == one and two[-1] == 1)
            or (len(two) <= len(one) and two[:-1] == one[: len(two) - 1] and two[-1] == one[len(two) - 1] + 1)
        )
    return len(earlier) == len(number) == 1 and ord(number) == ord(earlier) + 1


def _counts(number: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", number)]


def _bare(number: str) -> str:
    return number.rstrip(".):").lstrip("(")
