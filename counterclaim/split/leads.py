"""How much a line reads like the first of a news story, or like one that leans on what stands before."""

from __future__ import annotations

from counterclaim.core.patterns import pattern

_WORD = r"[\p{L}\p{N}’'\-]+"
# "ISIS has briefly overrun a hospital", "Strikes have destroyed four oil tanks": the news itself, told
# in the present perfect within the first words.
_FRESH = pattern(
    rf"^\W* (?: {_WORD}\ ){{1,9}}? (?: has|have ) (?: \ (?:\p{{Ll}}+ly|now|also|again|been) )* \ \p{{Ll}}{{3,}}"
)
_TAIL = pattern(
    rf""", \s+ (?: {_WORD}\s+ ){{0,6}} (?: say|says|said|report|reports|reported|announced )
          (?: \s+ (?: on\s+)? \p{{Lu}}\p{{L}}+day )? \W* $""",
)
_PLACE_IN_FULL = pattern(
    rf"""\b (?: city|town|village|province|district|region|governorate|county|state|port|capital|suburb|camp
            |cities|towns|villages|provinces|peninsula|island|border\ town|border\ crossing )s? (?: \ of )? ,? \ \p{{Lu}}
       | \b (?: north|south|east|west|central|north-?east|north-?west|south-?east|south-?west )(?: ern )? \ \p{{Lu}}\p{{Ll}}+
       | \p{{Lu}}\p{{Ll}}+ (?:’s|'s)? \ (?: {_WORD}\ )? (?: city|town|province|district|region|governorate )\b""",
)
_FIRST_MENTION = pattern(
    r"""^\W* (?: \d | (?: an?|at\ least|more\ than|up\ to|nearly|dozens|hundreds|thousands|scores|several|some\ \d+
            |two|three|four|five|six|seven|eight|nine|ten|eleven|twelve )\ )""",
    ignore_case=True,
)
_LEANS = pattern(  # on what stands before: pronouns, definites, connectives, the order of events
    r"""^\W* (?: (?: it|its|he|his|she|her|they|their|them|we|our|i|this|that|these|those|there|such|both|neither|either
               |another|others|other|one|some|many|most|few|all|each|none|the\ (?: \p{Ll} | latter|former )
               |but|and|or|so|yet|also|then|still|however|meanwhile|moreover|instead|nevertheless|nonetheless
               |earlier|later|afterwards?|since|before|after|when|while|where|if|only|although|though|as|because|during
               |in\ (?: a|an|his|her|its|their|the|addition|response|recent|turn|total|all|fact|january|february|march|april
                    |may|june|july|august|september|october|november|december|\d )
               |on\ (?: \p{L}+day|the|his|her|january|february|march|april|may|june|july|august|september|october|november|december )
               |at\ (?: the|that|a|an|his|her|one )|by\ |for\ |with\ |from\ |to\ |of\ |under\ |last\ |previous|recent|asked
               |according|for\ example|speaking|asked|witnesses|residents|analysts|critics|activists|opposition )\b
           )""",
    ignore_case=True,
)
_QUOTED_START = pattern(r"""^\s* [“"‘'«]""")
_LATE = pattern(r"\b (?: also|meanwhile|however|added|earlier|previously|later )\b", ignore_case=True)
_SAID_START = pattern(rf"^\W* (?: {_WORD}\ ){{1,5}}? (?: said|told|added|says )\b")

_HEAD = 400  # code points looked at; a first sentence is shorter
_SHORT = 35  # words; lines that open a story are seldom longer

# Points. Place, fresh news and length: the logistic regression of `cohesion`, rounded. Fresh news with
# a tail ("…, officials say.") is rare in its stories and common in broadcasters' leads: chosen.
PLACE, FRESH, FIRST_MENTION, FRESH_WITH_TAIL, SHORT = 1.5, 0.5, 0.25, 1.0, 0.5


def leans_back(text: str) -> bool:
    """Whether a line needs what stands before it: a pronoun, "the attack", "also", a quotation.

    >>> leans_back("It also said so."), leans_back("Gunmen have seized a dam, officials say.")
    (True, False)
    """
    head = text[:_HEAD]
    return any(found.search(head) is not None for found in (_LEANS, _QUOTED_START, _LATE, _SAID_START))


def score_lead(text: str) -> float:
    """Points for reading like the first line of a story, from 0 to 4.

    >>> score_lead("Gunmen have seized a dam near the city of Orsa, officials say.")
    3.5
    >>> score_lead("Prices rose.")
    0.5
    """
    head = text[:_HEAD]
    fresh = _FRESH.search(head) is not None
    points = FRESH if fresh else 0.0
    if fresh and _TAIL.search(head) is not None:
        points += FRESH_WITH_TAIL
    if _PLACE_IN_FULL.search(head) is not None:
        points += PLACE
    if _FIRST_MENTION.search(head) is not None:
        points += FIRST_MENTION
    return points + (SHORT if len(text.split()) <= _SHORT else 0.0)
