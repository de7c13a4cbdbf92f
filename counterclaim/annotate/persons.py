"""People named in a text: "US envoy Samantha Power", "Col. Ahmed al-Hamid", two capitalised words unknown elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from counterclaim.lexicons.tokens import CAPITAL, UPPER, Word, bare_end

_TITLES = frozenset(
    """president minister premier secretary chancellor king queen prince princess sheikh sheik emir pope ayatollah
    imam mullah general gen colonel col captain capt major maj lieutenant lt brigadier brig admiral adm marshal
    sergeant sgt commander cmdr chief director head spokesman spokeswoman spokesperson envoy ambassador governor
    mayor senator sen representative rep congressman mr mrs ms miss dr doctor professor prof activist journalist
    reporter correspondent photographer resident analyst lawyer judge leader coordinator chairman chairwoman
    commissioner negotiator rapporteur adviser advisor deputy official officer medic teacher farmer monsignor
    archbishop bishop father rev reverend cleric sir lord comrade nurse
    driver student survivor villager volunteer paramedic surgeon engineer shopkeeper witness prosecutor trader elder""".split()
)
_TITLE_PARTS = frozenset(
    "prime foreign press defence defense interior vice deputy former health information".split()
)
_PARTICLES = frozenset(
    "al el ul bin ibn bint abu abd abdel abdul ad as ash an ar az de da di del der dos la le van von of".split()
)
_ARTICLES = ("al", "el")  # in small letters they start a name that goes on with a capital
# Words that are capitalised at the start of sentences and in titles, never as a first name.
_ORDINARY = frozenset(
    """the a an this that these those he she it they we i you his her its their our my your who what when where why how
    if in on at by for from to of with as and or but nor so yet after before during since while until although though
    because despite according also however meanwhile earlier later then there here now today yesterday some many most
    several all both each few more less no not one two three four five six seven eight nine ten dozens hundreds
    thousands about around over under at least up another other others only even still just such same
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday ramadan eid christmas easter islam
    islamic muslim muslims christian christians sunni shia shiite shiites alawite jewish arab arabs catholic god allah
    state government army police rebel rebels activists residents witnesses officials sources reports activist
    northern southern eastern western north south east west central upper lower new old great greater
    news agency international national local civil military world war human rights photo image video file read
    killed dead attack attacks air strike strikes breaking update watch editing reporting writing additional
    local media yes source death toll bus convoy bomb bombs bombing bombings kill kills injure injured wounded civilians
    foreign affairs strategic basic education garden principles coalition commanders opposition factions operation
    terrorist terrorists militants islamist islamists kurds shia regime rebel target targeted targets hit hits hospital
    peace ceasefire truce deal talks crisis conflict minister troops soldiers forces fighters refugees aid humanitarian
    social internal external general supreme high special joint combined former deputy interim first second third fourth
    fifth good friday holy saint privacy cookie cookies accept reject general-secretary story related more about share
    photo photos caption getty images reuters afp""".split()
)
_GROUPS = {
    "monitor": "monitor observatory watchdog",
    "armed_group": "brigade brigades battalion battalions front army movement militia legion forces squad fighters faction",
    "institution": """council committee commission ministry department office centre center agency organization
        organisation association union foundation institute network society party coalition alliance court tribunal
        parliament assembly group federation command authority authorities bureau league club forum
        governorate directorate board fund bank mission team delegation administration congress university police staff""",
    "outlet": "times post news tv television radio daily herald tribune press journal channel",
}
_GROUP_TYPES = {word: kind for kind, words in _GROUPS.items() for word in words.split()}
_THINGS = frozenset(
    """hospital street road square mosque church school airport airbase base camp bridge river dam mountain mountains
    hills valley sea ocean island islands city town village province district region market hotel prison palace park
    stadium gate crossing highway club building tower zone plain field fields refinery strip bank agreement accords
    accord treaty convention act law resolution operation plan day week year month war spring revolution cup games
    prize cross house room declaration protocol pact summit talks report policy overview""".split()
)
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central national united new upper lower".split()
)
_GROUP_OPENERS = _DIRECTIONS | {"general", "joint", "supreme"}  # "general" is a title elsewhere
# First words of groups and of places in Arabic and Kurdish names.
_GROUP_STARTS = frozenset(
    "jabhat jabha liwa jaish jaysh harakat katiba katibat kataib ahrar ansar saraya faylaq failaq lashkar tehrik "
    "tehreek jamaat jamaah hizb".split()
)
_PLACE_STARTS = frozenset(
    "kafr kfar marj tal tel tell ard deir dayr beit bayt jisr khirbet khirbat ras wadi jabal jebel bab ain ayn ein umm "
    "bani beni nahr qalat qalaat mount lake fort port camp saint san santa los las".split()
)
# Share of capitalised words from which a sentence is a headline in title case, where capitals say nothing.
_TITLE_CASE = 0.7
_LONGEST = 6  # words of a name


class Named(NamedTuple):
    """A capitalised name: span with a title before it where there is one, and what it is."""

    start: int
    end: int
    name: str
    type: str  # person, or the kind of group that its last word shows
    titled: bool


def find_named(text: str, words: list[Word], taken: Collection[int], soft: Collection[int]) -> list[Named]:
    """Names of people, and of groups that no lexicon has.

    Args:
        text: what the words are of.
        words: in order.
        taken: positions of words that name a listed party.
        soft: positions of words that name a place or nation; they may stand in the name of a
            group ("Aleppo Police Command") but not of a person.
    """
    found: list[Named] = []
    next_free = 0
    for first, word in enumerate(words):
        if first < next_free or not (word.case or word.norm in _ARTICLES):
            continue
        after = _run_end(words, first, taken)
        if after is None:
            continue
        if not _group_type(words[after - 1]):
            inside = [k for k in range(first, after) if k in soft]
            if inside and inside[0] == first:
                continue
            after = inside[0] if inside else after
        named = _read(text, words, first, after)
        if named is not None and (named.titled or named.type != "person" or not _in_title_case(words)):
            found.append(named)
        next_free = after
    return found


def _in_title_case(words: list[Word]) -> bool:
    longer = [word for word in words if len(word.norm) > 3 and word.norm.isalpha()]
    return len(longer) > 5 and sum(1 for word in longer if word.case) > _TITLE_CASE * len(longer)


def _group_type(word: Word) -> str | None:
    return _GROUP_TYPES.get(word.norm) or _GROUP_TYPES.get(word.stem)


def _run_end(words: list[Word], at: int, taken: Collection[int]) -> int | None:
    if not _starts_name(words, at, taken):
        return None
    after = at + 1
    while after < min(len(words), at + _LONGEST) and after not in taken:
        if not words[after - 1].joined and not _initial(words, after - 1):
            break
        word = words[after]
        if not _capital(word):
            if word.norm in _GROUP_TYPES:
                return after + 1  # "Shahid Ahmad Abdo brigade"
            onward = after + 1 < len(words) and words[after + 1].case >= CAPITAL
            if word.norm not in _PARTICLES or word.norm == "of" or not onward:
                break
        after += 1
    while after > at + 1 and words[after - 1].norm in _PARTICLES and not words[after - 1].case:
        after -= 1
    return after


def _starts_name(words: list[Word], at: int, taken: Collection[int]) -> bool:
    word = words[at]
    if at in taken or word.norm in _ORDINARY or len(word.norm) < 2 or not word.norm[0].isalpha():
        return False
    if word.norm in _ARTICLES and not word.case:
        return at + 1 < len(words) and word.joined and _capital(words[at + 1]) and at + 1 not in taken
    return _capital(word)


def _capital(word: Word) -> bool:
    return word.case == CAPITAL or (word.case == UPPER and len(word.norm) > 3)


def _initial(words: list[Word], at: int) -> bool:
    """ "Stephen J. Townsend", "Gen. Smith": the full stop is no border."""
    word = words[at]
    return word.case == CAPITAL and (len(word.norm) == 1 or word.norm in _TITLES) and len(word.norm) <= 5


def _read(text: str, words: list[Word], first: int, after: int) -> Named | None:
    start = first
    while first < after - 1 and (words[first].norm in _TITLES or _is_title_part(words, first, after)):
        first += 1  # capitalised titles inside the run: "Foreign Minister Laurent Fabius"
    last = words[after - 1]
    end = bare_end(text, last)
    kind = _group_type(last)
    while kind is not None and start > 0 and _opens_group(words[start - 1]):
        start -= 1  # "the East Valley Monitor", "the General Staff"
    if kind is not None and after - start > 1:
        return Named(words[start].start, end, text[words[start].start : end], kind, False)
    if last.norm in _THINGS or last.stem in _THINGS or words[after - 1].norm in _TITLES:
        return None
    if start > 0 and words[start - 1].norm == "operation" and words[start - 1].joined:
        return None
    begin = titles_before(words, start)
    titled = first > start or begin < start
    length = sum(1 for word in words[first:after] if word.case and word.norm not in _PARTICLES)
    ordinary = any(words[k].norm in _ORDINARY for k in range(first, after))
    if not titled and words[first].norm in _GROUP_STARTS and length > 1:
        return Named(words[first].start, end, text[words[first].start : end], "armed_group", False)
    if words[first].norm in _PLACE_STARTS:
        return None
    if words[first].norm in _ORDINARY or (not titled and (length < 2 or ordinary)):
        return None
    return Named(words[begin].start, end, text[words[first].start : end], "person", titled)


def _opens_group(word: Word) -> bool:
    return word.case >= CAPITAL and word.joined and word.norm in _GROUP_OPENERS


def _is_title_part(words: list[Word], at: int, after: int) -> bool:
    """ "Prime" of "Prime Minister", "Press" of "Press Secretary"."""
    return at + 1 < after and words[at + 1].norm in _TITLES and words[at + 1].norm not in _ARTICLES


def titles_before(words: list[Word], at: int) -> int:
    """The first word of the titles that stand right before `words[at]`: "Prime Minister", "Brig. Gen."."""
    while at > 0 and _joined_title(words, at - 1):
        at -= 1
    if at > 0 and words[at].norm in _TITLES and words[at - 1].norm in _TITLE_PARTS and words[at - 1].joined:
        at -= 1
    return at


def is_full_name(words: list[Word]) -> bool:
    """Whether there is more than a surname: "Vitaliy Churkin", but not "President Assad" or "al-Assad"."""
    return sum(1 for w in words if w.case and w.norm not in _PARTICLES and w.norm not in _TITLES) > 1


def is_facility(words: list[Word], at: int) -> bool:
    """Whether a name ending before `words[at]` goes on as that of a building or place: "hospital"."""
    return 0 < at < len(words) and words[at - 1].joined and words[at].norm in _THINGS


def _joined_title(words: list[Word], at: int) -> bool:
    return words[at].norm in _TITLES and (words[at].joined or _initial(words, at))
