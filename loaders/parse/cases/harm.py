"""Words by which a text tells that a child died, was harmed, or harmed somebody else.

Children are found by them too: a name is believed where the words beside it tell what befell the child.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue

DIED = re.compile(
    r"\b(?:died|dies|dying|deceased|dead|death|fatal(?:ly|ity)?|killed|murdered|drowned|stillborn|hung\s+(?:himself|herself|themselves)|hanged|"
    r"took\s+(?:his|her|their)\s+(?:own\s+)?li(?:fe|ves)|unable\s+to\s+be\s+resuscitated|could\s+not\s+be\s+resuscitated|lost\s+(?:his|her|their)\s+li(?:fe|ves)|(?:could\s+not|unable\s+to)\s+be\s+(?:revived|saved)|did\s+not\s+survive|passed\s+away"
    r"|lived\s+(?:for\s+)?(?:only\s+|just\s+)?(?:an?|one|two|three|four|five|six|a\s+few|\d{1,2})\s+(?:hours?|minutes?))\b"
    r"|\b(?:lived\s+(?:for\s+)?(?:less\s+than|under|barely)\s+(?:an?|one)\s+(?:hour|day|week)\b(?=\s*[.,;]|\s+and\s|$))",
    re.IGNORECASE,
)
HARMED = re.compile(
    r"\b(?:injur(?:y|ies|ed)|fractur(?:es?|ed)|broken\s+(?:arm|leg|bone|rib|wrist|collar|skull|jaw|thigh|elbow|ankle|femur)s?|bruis(?:es|ing|ed)|burn(?:s|t|ed)|scald(?:s|ed)?|raped?|sexual(?:ly)?\s+(?:assault\w*|abus\w+|exploit\w*)|"
    r"stabbed|(?:stab|gunshot|knife|bullet|slash)\s+wounds?|shot|shaken|assaulted|abused|abduct(?:ed|ion)|kidnap(?:ped|ping)|bleeds?\s+(?:on|in)|subdural|haematomas?|brain\s+damage|significant\s+harm|serious(?:ly)?\s+harm(?:ed)?|"
    r"(?:severe(?:ly)?|serious(?:ly)?)\s+neglect(?:ed)?|overdose|self-harm(?:ed)?|starv\w+|(?:severely|dangerously|critically|very)\s+(?:under-?weight|ill|unwell|dehydrated|malnourished)|critically\s+injured|malnourish\w+|malnutrition|(?:severe|serious)\s+(?:faltering\s+growth|weight\s+loss|dehydration)|poisoned|trafficked|almost\s+los(?:t|ing)\s+(?:his|her)\s+life|life[\s-](?:threatening|changing)|(?:badly|seriously|gravely|critically)\s+(?:hurt|wounded)|strangled|attacked\s+with|(?:hit|struck|slashed|cut)\s+with\s+an?\s+(?:\w+\s+)?(?:machete|knife|blade|sword|axe|hammer|bat|bottle)|hypothermi(?:a|c)|sexual\s+offences(?=\s+against)|(?:been|was)\s+(?:the\s+)?victim\s+of|(?:needed|required|admitted\s+to|taken\s+to|in|into)\s+(?:paediatric\s+)?intensive\s+care|near[\s-](?:fatal|drowning)|(?:badly|severely|brutally)\s+beaten|beaten\s+(?:so\s+)?(?:badly|severely|unconscious)|lost\s+(?:the\s+)?(?:sight|use)\s+of)\b"
    r"|\b(?:carer|father|uncle|stepfather|grandfather|teacher|coach|brother|adult)\s+(?:is|was)\s+the\s+father\b",
    re.IGNORECASE,
)
CAUSED = re.compile(
    r"\b(?:arrested|charged|convicted|remanded|sentenced)\b[^.;]{0,30}?\b(?:murder|manslaughter|wounding|GBH|grievous|rape|stabbing|sexual\s+(?:assault|offen\w+)|"
    r"assault|robbery|arson|terroris\w+|killing)|\b(?:arrested|charged|convicted)\s+(?:for|over|in\s+connection\s+with)\s+(?:the\s+)?(?:\w+\s+)?death\b|\b(?:stabbed|killed|raped|murdered)\s+(?:a|an|another|his|her|their)\s",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|nor|neither|nearly|almost)\s+(?:[\w-]+\s+){0,3}$|n['’]t\s+(?:\w+\s+)?$"
    r"|\b(?:would|could|might|may|can)\s+(?:have|be|not|prove|have\s+been|have\s+proved)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def told_of_harm(text: str) -> bool:
    """Whether a text tells that somebody died, was harmed, or that something befell a child."""
    return bool(DIED.search(text) or HARMED.search(text) or cue("prose", "befell").search(text))


def negated_before(text: str, place: int) -> bool:
    """Whether what stands at `place` is said not to have happened ("was not injured")."""
    return _NEGATED.search(text[:place]) is not None
