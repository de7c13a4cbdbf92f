"""The phrase that names who says something, before or after the cue."""

from __future__ import annotations

from counterclaim.claims.clauses import QUOTE_MARKS, skip_adjuncts, starts_clause
from counterclaim.claims.credit import Credit
from counterclaim.claims.heads import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    TAIL_PREPOSITIONS,
    bare,
    is_head,
    is_noun_like,
    own_head,
)
from counterclaim.claims.phrases import phrase_after, phrase_before
from counterclaim.claims.sentence import DASHES, Sentence, Slot
from counterclaim.lexicons.words import act_classes, act_words, cue_classes, cue_words

INVERTIBLE = frozenset("said says reported reports added adds wrote warned".split())
MAX_APPOSITION_TOKENS = 14
MAX_ADDRESSED = 4
MAX_ASIDE = 25  # tokens between the commas
BESIDE = frozenset("speaking flanked standing appearing addressing accompanied".split())
PAUSES = DASHES | {","}
MAX_UNLISTED_TOKENS = 9
PLAIN_SAYING = frozenset("said says told tells recalled".split())
# What goes on behind "said the mayor" and shows that the speaker's phrase is complete.
FOLLOWING = frozenset([",", "who", "which", "that", "from", ".", "speaking", "adding", "citing"])
MODIFIERS = frozenset("local medical military security senior official several rebel opposition".split())
STARTS = DETERMINERS | MODIFIERS
CLAUSE_LINKS = CONJUNCTIONS | {","}
OPENING = CLAUSE_LINKS | QUOTE_MARKS
GOING_ON_TO = frozenset(["continue", "continues", "continued"])  # "the government continues to deny"
BESIDE_CUES = ADVERBS - {"and"}  # what may stand between a speaker and the verb


def source_before(sentence: Sentence, cue: int) -> Slot | None:
    end = cue
    if sentence.low[cue - 1] == "to" and sentence.low[max(0, cue - 2)] in GOING_ON_TO:
        end = cue - 2
    while end > 0 and (sentence.low[end - 1] in BESIDE_CUES or _is_manner(sentence, end - 1)):
        if sentence.low[end - 1] == "on" and end == cue:
            break
        end -= 1
    if end > 0 and sentence.low[end - 1] in PAUSES:
        aside = _aside(sentence, end - 1)
        if aside is not None:
            return phrase_before(sentence, aside)
        opening = end - 2
        while opening > 0 and sentence.low[opening] in PAUSES:
            opening -= 1  # a dash of two hyphens
        while opening > 0 and end - opening < 25 and sentence.low[opening] not in PAUSES:
            opening -= 1
        if opening > 0 and sentence.low[opening] in PAUSES:
            return _apposed(sentence, phrase_before(sentence, opening), Slot(opening + 1, end - 1))
        return None
    stated = _before_statement(sentence, end)
    if stated is not None:
        return stated
    source, subject = (
        _named_before(sentence, phrase_before(sentence, end)),
        _before_relative(sentence, end, cue),
    )
    if source is None or subject is None:
        return source or subject or _unlisted(sentence, end, cue)
    opener = sentence.low[source.first - 1]
    is_verb = sentence.low[source.first + 1] in TAIL_PREPOSITIONS or source.last - source.first > 2
    if opener in OPENING or (opener in ("which", "who") and not is_verb):
        return source
    return subject  # "the recorder which relies on a network of sources says"


def _aside(sentence: Sentence, closing: int) -> int | None:
    """Where the comma before "speaking in Geneva beside his counterpart, Ali Noor," stands."""
    for index in range(closing - 1, max(0, closing - MAX_ASIDE), -1):
        if sentence.low[index] in cue_classes():
            return None
        if sentence.low[index] in PAUSES and sentence.low[index + 1] in BESIDE:
            return index
    return None


def _unlisted(sentence: Sentence, end: int, cue: int, *, tails: bool = True) -> Slot | None:
    """A speaker by a noun that no list has: "a deacon at the church told", "Fishermen said"."""
    if sentence.low[cue] not in PLAIN_SAYING:
        return None
    first = end - 1
    while first >= 0 and end - first <= MAX_UNLISTED_TOKENS:
        low = sentence.low[first]
        if low in DETERMINERS and (starts_clause(sentence, first) or sentence.low[first - 1] in QUOTE_MARKS):
            break
        if not (
            is_noun_like(sentence, first) or (tails and (low in TAIL_PREPOSITIONS or low in DETERMINERS))
        ):
            return None
        first -= 1
    alone = first == -1 and end == 1 and is_noun_like(sentence, 0)  # "Fishermen said", "Okonkwo said"
    if first < 0 and not alone:
        return None
    slot = Slot(max(first, 0), end)
    noun = sentence.low[own_head(sentence, slot)]
    lifeless = noun in act_words("things") or noun in act_words("structures") or noun in act_classes("events")
    empty = noun in DETERMINERS or noun in TAIL_PREPOSITIONS
    return None if lifeless or empty or noun.endswith(("ed", "ing", "ly")) else slot


def _is_manner(sentence: Sentence, index: int) -> bool:
    """ "Flatly denied": an adverb, but not a name such as "Vasily"."""
    return sentence.low[index].endswith("ly") and not sentence.tokens[index].is_capital


def _before_statement(sentence: Sentence, end: int) -> Slot | None:
    """The speaker before "in a statement posted online": "The group in a statement on Telegram said"."""
    carriers, cues = cue_words("carriers"), cue_classes()
    for index in range(end - 2, max(0, end - 16), -1):
        if sentence.low[index] in carriers and sentence.low[index - 1] in (
            "a",
            "an",
            "its",
            "the",
        ):
            opens = sentence.low[index - 2] in ("in", "via", "on")
            return phrase_before(sentence, index - 2) if opens else None
        if sentence.low[index] in cues and sentence.low[index] != "posted":
            return None
    return None


def _named_before(sentence: Sentence, source: Slot | None) -> Slot | None:
    """The name that an apposition follows without commas: "Mental Health Watch an NGO said"."""
    if source is None or source.first == 0 or sentence.low[source.first] not in ("a", "an", "another"):
        return source
    named = phrase_before(sentence, source.first)
    if named is None or sentence.mention_at(source.first - 1, "actor", "person") is None:
        return source
    opens = named.first == 0 or sentence.low[named.first - 1] in CLAUSE_LINKS
    return named if opens else source


def _apposed(sentence: Sentence, outer: Slot | None, inner: Slot) -> Slot | None:
    """ "An army spokesman, Anna Berg, said", "a rights group, Indepaz, said": who is named between the commas."""
    if sentence.low[inner.first : inner.first + 2] in (("known", "as"), ("identified", "as")):
        inner = Slot(inner.first + 2, inner.last)
    person = sentence.mention_at(inner.first, "person")
    if person is not None and person[0] == inner:
        return Slot(outer.first, inner.last) if outer is not None else inner
    named = all(sentence.tokens[index].is_capital for index in range(inner.first, inner.last))
    if outer is not None and sentence.low[outer.last - 1] == "them":
        return inner  # "One of them, a colonel, said"
    described = outer is not None and sentence.low[outer.first] in ("a", "an", "another", "one")
    return inner if named and described else outer


def _before_relative(sentence: Sentence, end: int, cue: int) -> Slot | None:
    """The speaker before its relative clause: "the recorder which tracks the war said"."""
    cues = cue_classes()
    for index in range(end - 1, max(0, end - 16), -1):
        low = sentence.low[index]
        if low in ("which", "who", "whose"):
            return told_of(sentence, index) or _unlisted(sentence, index, cue, tails=False)
        if low in cues or low in (";", ":", "”"):
            return None
    return None


def is_relative(sentence: Sentence, source: Slot, cue: int) -> bool:
    """Whether it is in a clause about the speaker that they speak: "witnesses, who said"."""
    behind = sentence.low[source.last : cue]
    opens = behind[:1] in (("who",), ("which",)) or behind[:2] in ((",", "who"), (",", "which"))
    return opens and len(behind) <= MAX_ADDRESSED and "," not in behind[1:]


def told_of(sentence: Sentence, relative: int) -> Slot | None:
    """Whom "who" or "which" at `relative` means."""
    return phrase_before(sentence, relative - 1 if sentence.low[relative - 1] == "," else relative)


def carried_subject(sentence: Sentence, cue: int, earlier: list[Credit]) -> Slot | None:
    """The speaker of an earlier cue: "put the toll at 83 and said …", "…, adding that …"."""
    before = cue - 1
    while before > 0 and sentence.low[before] in BESIDE_CUES:
        before -= 1
    joined = before >= 0 and sentence.low[before] in ("and", ",", "but")
    if not (joined or sentence.low[cue].endswith("ing")):
        return None
    known = [credit.source for credit in earlier if credit.source is not None and credit.cue.first < cue]
    return known[-1] if known else None


def inverted_source(sentence: Sentence, cue: int, at_clause_start: bool) -> Slot | None:
    """The speaker after the cue: "…, said Kevin Kennedy, the coordinator"."""
    if cue + 1 >= len(sentence.tokens) or cue < 2:
        return None
    if at_clause_start:
        return _all_that_follows(sentence, cue)
    before = sentence.low[cue - 1]
    closes = before in QUOTE_MARKS or before == ","
    opens = closes or is_head(sentence, cue + 1) or sentence.low[cue + 1] in STARTS
    if not opens or sentence.low[cue + 1] in ("that", ":", ","):
        return None
    source = phrase_after(sentence, cue + 1)
    if source is None:
        return None
    source = _until_participle(sentence, source)
    tail = skip_adjuncts(sentence, source.last)
    if sentence.low[tail : tail + 1] and sentence.low[tail] in ("a", "an", "the", "head"):
        tail = len(sentence.tokens) if len(sentence.tokens) - tail <= MAX_APPOSITION_TOKENS else tail
    reaches_end = tail >= len(sentence.tokens) - 1 or sentence.low[source.last] in FOLLOWING
    return source if closes or reaches_end else None


def _all_that_follows(sentence: Sentence, cue: int) -> Slot | None:
    """ "… and six men who guarded it said director Anna Berg.": a name alone behind the cue is no content."""
    source = phrase_after(sentence, cue + 1)
    if source is None or source.last < len(sentence.tokens) - 1:
        return None
    return source if sentence.mention_at(source.last - 1, "person") is not None else None


def _until_participle(sentence: Sentence, source: Slot) -> Slot:
    """ "Said local sources speaking on condition of anonymity": the speaker ends before "speaking"."""
    for index in range(source.first + 1, source.last):
        if sentence.low[index] in ("speaking", "reached", "contacted", "who"):
            return Slot(source.first, index)
    return source


def is_known_speaker(sentence: Sentence, source: Slot) -> bool:
    """Whether the phrase or what stands before its first tail is known to speak: "a source in Kismayo"."""
    if source.last - source.first == 1 and sentence.low[source.first] in ("he", "she", "it", "they"):
        return True
    heads = (own_head(sentence, source), source.last - 1)
    return any(
        bare(sentence.low[head]) in cue_words("role_heads")
        or sentence.mention_at(head, "actor", "person") is not None
        for head in heads
    )


def addressee(sentence: Sentence, index: int) -> Slot | None:
    """To whom it was told: "told Reuters that", "told state television"."""
    slot = phrase_after(sentence, index)
    if slot is None:
        return _addressed_so_far(sentence, index)
    named = slot.first + 1 if sentence.low[slot.first] == "the" else slot.first
    mention = sentence.mention_at(named, "actor")
    return (
        Slot(slot.first, mention[0].last)
        if mention is not None
        else Slot(slot.first, min(slot.last, index + 4))
    )


def _addressed_so_far(sentence: Sentence, index: int) -> Slot | None:
    """ "Told researchers that", "told the paper he": whoever it is, up to where the telling begins."""
    for at in range(index + 1, min(len(sentence.tokens), index + MAX_ADDRESSED + 1)):
        if sentence.low[at] == "that" or sentence.low[at] in cue_words("pronouns"):
            return Slot(index, at)
        if not sentence.tokens[at].is_word:
            return None
    return None


def cited_after(sentence: Sentence, index: int) -> Slot | None:
    """The source behind "according to", cut where text without commas goes on with its content."""
    source = phrase_after(sentence, index)
    if source is None or sentence.low[source.last : source.last + 1] == (",",):
        return source
    for at in range(source.first, source.last - 1):
        named = sentence.mention_at(at + 1, "actor", "person")
        carries = bare(sentence.low[at]) in cue_words("carriers") or sentence.low[at] == "reports"
        if carries and named is not None and named[0].first == at + 1:
            return Slot(source.first, at + 1)  # "according to the bulletin the army shelled …"
        hit = sentence.mention_at(at, "actor")
        after = sentence.tokens[at + 1]
        ends = hit is not None and hit[0].last == at + 1 and not after.is_capital
        if (
            ends
            and after.low not in TAIL_PREPOSITIONS
            and not is_head(sentence, at + 1)
            and after.low != "and"
        ):
            return Slot(source.first, at + 1)  # "according to Mwatana heavy shelling …"
    return source


def cited_source(sentence: Sentence, index: int) -> Slot | None:
    """Whom an agency leans on: "TASS said, citing emergency services, that"."""
    if sentence.low[index : index + 1] not in (("citing",), ("quoting",)):
        return None
    cited = phrase_after(sentence, index + 1)
    closed = cited is not None and sentence.low[cited.last : cited.last + 1] in ((",",), ("that",))
    return cited if closed else None


def cited_between(sentence: Sentence, source: Slot, cue: int) -> Slot | None:
    """Whom the source leans on: "the agency, citing witnesses, said"."""
    opens = sentence.low[source.last : source.last + 1] == (",",)
    if not opens or sentence.low[source.last + 1 : source.last + 2] not in (("citing",), ("quoting",)):
        return None
    return phrase_after(sentence, source.last + 2, stop=cue)
