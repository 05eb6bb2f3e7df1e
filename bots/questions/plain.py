"""Plain questions of the same meaning as a verb's: `why did Norway leave Lao PDR?` is `why Norway Lao PDR`."""

import re

_COURTESIES = re.compile(
    r"^(please|can you|could you|would you|show( me)?|list|tell me( about)?|give me|what are|which are|i want|"
    r"all|the|hi|hello|hey)[, ]+",
    re.IGNORECASE,
)
_LEAVING = (
    "leave|leaves|leaving|left|cut|cuts|cutting|reduced?|end|ended|stop|stopped|withdrew|withdraw|withdrawn|"
    "redirect|redirected|shift|shifted|change|changed|increased?|drop|dropped|abandon|abandoned"
)
_GAP = (
    r"(?: (?:its|their|the|all|any|support|supporting|funding|financing|assistance|assisting|aid|help|helping|"
    r"money|away|to|for|from|in|of))*"
)
_REWRITES = [
    (re.compile(pattern.replace("LEAVING", _LEAVING).replace("GAP", _GAP), re.IGNORECASE), instead)
    for pattern, instead in (
        (r"why (?:did|has|have|does|do|is|was) (?P<donor>.+?) (?:LEAVING)GAP (?P<state>.+)", "why {donor} {state}"),
        (r"(?P<flag>open|unexplained) (?P<verb>requests|shifts|outcomes)\b ?(?P<rest>.*)", "{verb} {rest} {flag}"),
        (
            r"what (?:has|have|did|does|do) (?P<state>.+?) "
            r"(?:ask(?:ed)? for|ask|asked|request(?:ed)?|need(?:ed)?|seek|sought)\b ?(?P<rest>.*)",
            "requests {state} {rest}",
        ),
        (
            r"what (?:has|have|did|does|do) (?P<donor>.+?) "
            r"(?:pledged?|promised?|commit(?:ted)?|paid|pay|given?|gave)\b ?(?P<rest>.*)",
            "pledges from {donor} {rest}",
        ),
        (r"what (?:is|was|falls|is going to be) due(?: for| in| from)?\b ?(?P<rest>.*)", "deadlines {rest}"),
        (r"when (?:is|are) (?P<state>.+?)(?:'s)? deadlines?(?: due)?", "deadlines {state}"),
        (r"what came out of the meetings?", "outcomes all"),
        (r"what (?:has )?happened (?:in|to|with|about) (?P<state>.+)", "history {state}"),
        (r"who (?:has |have )?(?:LEAVING)GAP (?P<state>.+?)(?: and why)?", "shifts {state}"),
    )
]


def as_verb(question: str) -> str:
    """The question as a verb would ask it; unchanged where it is none of these."""
    while (shorter := _COURTESIES.sub("", question)) != question:
        question = shorter
    question = re.sub(r",? please$", "", question, flags=re.IGNORECASE)
    for pattern, instead in _REWRITES:
        if found := pattern.fullmatch(question):
            return " ".join(instead.format(**found.groupdict()).split())
    return question
