"""Who says an act was not theirs, or not somebody else's, without the verb "deny"."""

from __future__ import annotations

from counterclaim.claims.clauses import closing, whole_of
from counterclaim.claims.credit import Credit
from counterclaim.claims.deeds import claim_of, content_at, is_act, party_before, party_in
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Responsibility

DISOWNED = frozenset(
    [
        "was not behind",
        "were not behind",
        "not responsible for",
        "was not involved",
        "were not involved",
        "no involvement in",
        "had no part in",
        "did not carry out",
        "had not carried out",
        "did not attack",
        "did not bomb",
        "did not shell",
        "did not target",
        "never targeted",
        "never bombed",
        "denied responsibility",
        "denied involvement",
        "denied any involvement",
        "denied any responsibility",
        "denies involvement",
        "denies responsibility",
    ]
)
# Said of something else too: "nothing to do with the raid", but not "with the vote".
APART = frozenset(["no hand in", "nothing to do with", "no role in", "played no part in"])
# "Have not carried out any strikes", "did not use gas", "never fired on the town".
DEEDS = frozenset(
    """carry carried attack attacked target targeted bomb bombed shell shelled strike struck kill killed fire fired launch
    launched conduct conducted shoot shot hit use used""".split()
)
WEAPONS = frozenset("weapons gas sarin chlorine bombs munitions phosphorus shells".split())
NEGATION_REACH = 5
# "No confirmed cases of air strikes on troops": the document itself denies an act.
NOT = frozenset(["not", "never"])
NO = frozenset(["no"])
NO_CASES = frozenset("cases evidence reports indication indications confirmation proof sign signs".split())


def denials_in(sentence: Sentence, given: list[Credit], carried: list[Slot]) -> list[Responsibility]:
    """At most one denial; `accused` None where it is the speaker's own act.

    `carried` are words whose speaker another sentence names.
    """
    for slot, phrase in sentence.find(DISOWNED | APART):
        content = content_at(given, slot.first) or _denied(given, slot) or whole_of(sentence)
        if phrase in APART and not is_act(sentence, content):
            continue
        accused = party_before(sentence, content.first, slot.first) if phrase.startswith("den") else None
        return [claim_of(sentence, content, content.first, "denies", accused)]
    return _negated(sentence, given, carried) or _no_cases(sentence)


def _denied(given: list[Credit], slot: Slot) -> Slot | None:
    """From the verb on, where somebody denies it in so many words: "the coalition has denied responsibility"."""
    verb = (credit for credit in given if slot.first in credit.cue)
    return next((Slot(slot.first, max(slot.last, credit.content.last)) for credit in verb), None)


def _negated(sentence: Sentence, given: list[Credit], carried: list[Slot]) -> list[Responsibility]:
    """ "The ministry said its planes had not carried out any strikes", "the army has never used gas"."""
    negations = [index for index, low in enumerate(sentence.low) if low in NOT or low.endswith("n't")]
    for index in negations:
        if _is_future(sentence, index):
            continue
        content = content_at(given, index) or next((slot for slot in carried if index in slot), None)
        after = sentence.low[index + 1 : index + 1 + NEGATION_REACH]
        done = [word for word in after if word in DEEDS]
        if (
            content is None
            or not done
            or (done[0] in ("use", "used") and not WEAPONS & set(sentence.low[index:]))
        ):
            continue
        own = {"it", "we", "its", "our"} & set(sentence.low[content.first : index])
        accused = party_before(sentence, content.first, index)
        if own or accused is not None:
            return [claim_of(sentence, content, content.first, "denies", accused)]
    return []


def _is_future(sentence: Sentence, index: int) -> bool:
    """ "Would not strike a hospital" denies no act; "has not and will not use gas" does."""
    near = sentence.low[max(0, index - 2) : index + 1]
    return bool({"would", "will", "could", "should", "might", "may", "wouldn't", "won't"} & set(near))


def _no_cases(sentence: Sentence) -> list[Responsibility]:
    end = closing(sentence)
    for index in sentence.at(NO):
        window = sentence.low[index + 1 : index + 4]
        nouns = [word for word in window if word in NO_CASES]
        if not nouns:
            continue
        noun = index + 1 + window.index(nouns[0])
        if sentence.low[noun + 1 : noun + 2] == ("of",) and is_act(sentence, Slot(noun, end)):
            accused = party_in(sentence, noun, end)  # without one it is an event that did not happen
            return [claim_of(sentence, Slot(index, end), index, "denies", accused)] if accused else []
    return []
