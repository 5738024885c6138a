"""What a review looked for and did not find: a fault, a cause or a harm that was not there.

"The panel looked for signs that he was turned away and found none" tells what was no fault. "We looked for evidence
that he was asked and found none" tells a fault: what was missed there is practice. Only who reviews may say so; what
workers found at the time ("the nurse saw no bruise") is story.
"""

from __future__ import annotations

import re

from loaders.sieve import Sieve

_REVIEWER = (
    r"(?:we|i|it|they|she|he|(?:(?:the|this|our|her|his|its|each|both|lead|independent|national|rapid|learning|practice)"
    r" )*(?:review(?:er|ers| team| group| panel)?|reviews|panel(?: members)?|authors?|auditors?|scrutineer|report"
    r"|inspectors))"
)
_SOUGHT = (
    r"(?:considered|looked (?:for|into|at|hard at|hard for|carefully at|carefully for)|went looking for|searched for"
    r"|asked|explored|examined|tested)"
)
_NOT_FOUND = (
    r"(?:(?:did|do|does) not find\b|didn[’']t find\b|(?:found|find|finds|saw|heard|could find) (?:no|none|nothing)\b"
    r"|(?:none|nothing) (?:was|were) (?:found|seen)|there (?:was|were)(?:n[’']t| not| no| none))"
)
_NO_SIGN = (
    r"(?:found|find|finds|saw|see|sees|heard|hears) (?:no|nothing|little)"
    r" ?(?:evidence|signs?|indications?|suggestion|grounds?|reason|basis|support)?"
    r" (?:that|of|for|to (?:suggest|support|show|indicate|think|say|contradict|doubt|question|challenge))\b"
)
_LOOKED = Sieve(rf"\b{_REVIEWER}\b[^.;]{{0,40}}?\b{_SOUGHT}\b[^.]*?\b{_NOT_FOUND}", re.I)
_NO_GROUND = Sieve(rf"\b{_REVIEWER}\b[^.;]{{0,40}}?\b{_NO_SIGN}", re.I)
_NO_CAUSE = Sieve(
    r"\b(?:(?:is|are|was|were) not (?:thought|believed|considered|felt|judged|found) to (?:have been|be)"
    r" (?:an? |the )?(?:\w+ )?(?:factor|cause|reason|issue)"
    r"|(?:had|has|have|made|played) no (?:bearing|part in|difference to|effect on|influence on)"
    r"|could not (?:reasonably )?have (?:(?:been )?(?:predicted|prevented|foreseen|expected|avoided)|altered|changed)"
    r"|nor (?:do|did) (?:we|i|the \w+) (?:think|find|believe|consider|conclude|see) (?:any |that )"
    r"|(?:we|i) (?:do not|don[’']t|did not|didn[’']t) (?:think|believe|consider|find) (?:that )?"
    r"(?:it|this|that|they|the \w+(?: \w+)?) (?:was|were) (?:the|an?|to) (?:\w+ )?(?:cause|factor|reason|blame))\b",
    re.I,
)
_STOPPED = r"(?:predicted|prevented|foreseen|avoided|anticipated)"
_TO_BE_STOPPED = r"(?:predict|prevent|foresee|avoid)able"
_ON = r"(?:(?!\b(?:asked|what|how|whether|why|if|plan|risks?)\b)[^.;]){0,80}?"  # nobody asked, and no plan, is a fault
_UNFORESEEN = Sieve(  # a death or an injury that nobody could have stopped, in whichever words
    rf"\b(?:neither {_TO_BE_STOPPED} nor {_TO_BE_STOPPED}"
    rf"|(?:no[- ]?one|nobody|nothing|not|no (?:evidence|indication|sign|suggestion|agency|service|professional))\b{_ON}"
    rf"\b(?:(?:was|were|is|been) (?:\w+ly )?{_TO_BE_STOPPED}"
    rf"|could (?:reasonably )?have (?:\w+ly )?(?:been )?{_STOPPED})"
    rf"|unlikely that\b{_ON}\bcould have (?:been )?(?:{_STOPPED}|identified|altered|changed)"
    r"|(?:no[- ]?one|nobody|no (?:agency|service|professional|practitioner|worker)) (?:had |has )?failed\b)",
    re.I,
)
_TURNS = re.compile(  # beside it stands what was missed all the same
    r"^\W*(?:although|though|while|whilst|despite)\b|[,;]\s*(?:but|however|yet|had|although|though|nevertheless)\b",
    re.I,
)
_DONE = (
    r"(?:asked|seen|spoken|told|offered|trained|recorded|shared|considered|discussed|followed|checked|visited|reviewed|used"
    r"|explored|invited|referred|assessed|sought|heard|understood|captured|identified|noticed|taken|given|made|held|done"
    r"|listened|updated|completed|tested|embedded)"
)
_PRACTICE = re.compile(  # what was looked for is what somebody should have done
    r"\b(?:anyone|anybody|any (?:professional|practitioner|agency|worker|record)"
    rf"|(?:was|were|had|been|being|is|are) (?:\w+ly )?{_DONE}|record (?:that|of)|training|supervision|oversight|impact"
    r"|plan|assessments?|challenge|escalat\w+)\b",
    re.I,
)


_DENYING = (" no", "nor ", "little", "n't", "n’t", "unlikely", "without")  # one of them is in all that is ruled out


def ruled_out(sentence: str) -> bool:
    """Whether a sentence says that a review looked for a fault, a cause or a harm and that it was not there."""
    even = f" {sentence.lower()}"
    if not any(word in even for word in _DENYING):
        return False  # most sentences: the patterns below are slow
    if _NO_CAUSE.search(sentence) or (_UNFORESEEN.search(sentence) and not _TURNS.search(sentence)):
        return True
    found = _LOOKED.search(sentence) or _NO_GROUND.search(sentence)
    return found is not None and _PRACTICE.search(sentence) is None
