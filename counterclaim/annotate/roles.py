"""People and bodies without a name: "a military source", "residents", "the monitor"; and pronouns."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.core.patterns import any_of, pattern

# Heads that a role phrase may end in, by the kind of party they stand for.
_HEADS = {
    "person": """source sources official officials spokesman spokeswoman spokesperson spokesmen spokespeople
        activist activists resident residents witness witnesses eyewitness eyewitnesses commander commanders
        medic medics doctor doctors paramedic paramedics nurse nurses rescuer rescuers volunteer volunteers
        correspondent correspondents reporter reporters journalist journalists photographer analyst analysts
        expert experts diplomat diplomats lawmaker lawmakers survivor survivors villager villagers relative
        relatives governor mayor observers investigators campaigners negotiator negotiators mediators elders
        elder leader leaders lawyer lawyers chief director ambassador envoy priest cleric worker workers
        refugees refugee evacuees prosecutor prosecutors locals general colonel officer officers farmer farmers
        driver shopkeeper teacher aide advisers adviser deputy minister president""",
    "armed_group": """rebels rebel insurgents insurgent militants militant jihadists gunmen guerrillas fighters
        militia militias separatists terrorists attackers militiamen extremists kidnappers gang gangs cartel
        cartels bandits paramilitaries herders tribesmen mercenaries assailants""",
    "military": "army military troops soldiers navy peacekeepers warplanes",
    "police": "police gendarmes",
    "government": "government regime authorities opposition parliament junta administration cabinet",
    "ministry": "ministry",
    "monitor": "monitor monitors observatory watchdog",
    "agency": "agency",
    "institution": "group groups organisation organization organisations organizations charity charities "
    "committee commission council court movement mission embassy coalition alliance statement",
    "outlet": "reports newspaper newspapers channel broadcaster outlets footage",
}
_PHRASES = {
    "rescue workers": "person",
    "aid workers": "person",
    "health workers": "person",
    "medical workers": "person",
    "medical staff": "person",
    "hospital staff": "person",
    "human rights groups": "monitor",
    "rights groups": "monitor",
    "rights group": "monitor",
    "monitoring group": "monitor",
    "monitoring groups": "monitor",
    "war monitor": "monitor",
    "war monitors": "monitor",
    "aid agencies": "ngo",
    "aid groups": "ngo",
    "security forces": "military",
    "government forces": "military",
    "government troops": "military",
    "regime forces": "military",
    "coalition forces": "coalition",
    "rebel forces": "armed_group",
    "rebel groups": "armed_group",
    "opposition forces": "armed_group",
    "opposition factions": "armed_group",
    "armed men": "armed_group",
    "gang members": "armed_group",
    "militia members": "armed_group",
    "armed group": "armed_group",
    "armed groups": "armed_group",
    "jihadist group": "armed_group",
    "terrorist groups": "armed_group",
    "state media": "state_media",
    "state television": "state_media",
    "state TV": "state_media",
    "state radio": "state_media",
    "local media": "outlet",
    "media reports": "outlet",
    "media outlets": "outlet",
    "news reports": "outlet",
    "social media": "outlet",
    "civil defence": "institution",
    "civil defense": "institution",
    "news agency": "agency",
    "prime minister": "person",
    "foreign minister": "person",
    "defence minister": "person",
    "defense minister": "person",
    "press secretary": "person",
    "defence ministry": "ministry",
    "defense ministry": "ministry",
    "foreign ministry": "ministry",
    "interior ministry": "ministry",
    "health ministry": "ministry",
    "human rights activists": "person",
    "army command": "military",
    "air force": "military",
    "regional governor": "person",
}
TYPES = {head: kind for kind, heads in _HEADS.items() for head in heads.split()} | _PHRASES
_MODIFIERS = """military security medical local rebel rebels opposition senior unnamed anonymous jihadist islamist
    hospital police government intelligence diplomatic tribal civil defence defense rescue aid humanitarian health
    western media human rights pro-government pro-opposition anti-government pro-regime regime army high-ranking
    top former field unidentified armed militant insurgent separatist militia community religious village town city
    provincial district regional state official national informed reliable well-informed independent several some
    many two three four five six other another political resistance front-line frontline front line camp border
    presidential parliamentary judicial legal palestinian kurdish arab sunni shia shiite christian muslim maoist
    tuareg paramilitary monitoring war news medical emergency relief peacekeeping coalition press chief deputy
    citizen opposition-linked pro-rebel pro-russian russian-backed iranian-backed us-backed saudi-led
    britain-based british-based uk-based london-based britain based uk eye displaced university air force
    foreign interior militant extremist ethnic church student union labour labor trade gang cartel""".split()
# A role that only its article or its verb makes a party: "the group", but "group" in "group photo" is none.
_NEEDS_ARTICLE = frozenset(
    """official source activist resident witness eyewitness commander medic correspondent reporter journalist
    analyst expert diplomat survivor villager relative rebel insurgent militant militia military army opposition
    government regime junta agency group organisation organization committee commission council court movement mission coalition
    alliance channel monitor monitors observatory watchdog ministry embassy cabinet gang cartel statement general
    colonel chief director president minister deputy driver teacher elder officer worker priest leader
    administration mayor governor newspaper broadcaster footage charity parliament""".split()
)

# Heads that are adjectives too: "the rebel stronghold", "the government decision" are no parties.
_ALSO_ADJECTIVES = frozenset(
    """group groups rebel insurgent militant militia military army government regime opposition police official coalition
    church resident expert court parliament agency reports footage general chief deputy""".split()
)
_GOES_ON = pattern(  # what may follow a noun that ends its phrase
    r"""^ (?: $ | [,.;:!?"”’)\]–—] | \s+ (?: said | says? | told | has | have | had | is | are | was | were | will | would
        | and | or | but | who | which | that | in | at | on | of | for | from | to | with | by | also | near | after
        | claims? | claimed | den(?:y|ies|ied) | adds? | added | put | did | does | could | may | might | later
        | earlier | quoted | suggest(?:ed)? | indicated? | confirm(?:ed|s)? | report(?:ed|s)? | blamed? | accused?
        | [a-z]+ed | [a-z]+ly | as | during | inside ) \b )
    """
)

_ARTICLES = ["the", "a", "an", "one", "another", "some", "several", "its", "their", "his", "her"]
# Without groups RE2 takes a third of the time; the article is told from the first word.
_ROLE = pattern(
    rf"""\b (?: {any_of(_ARTICLES)} \s+ )?
        (?: {any_of(_MODIFIERS)} \s ){{0,4}} {any_of(list(TYPES))} \b
    """,
    ignore_case=True,
)
_PRONOUN = pattern(
    r"""(?: ^ | [,;:.!?"“”'‘(\[–—-] \s* | \b (?: and | but | that | because | as | when | while | which
            | if | where | after | before | although | though | said | says | say | added | adds ) \s+ )
        (?P<pronoun> he | she | it | they ) \b
    """,
    ignore_case=True,
)


class Role(NamedTuple):
    """A role phrase: `[start, end)` with its article, `[word, end)` without."""

    start: int
    word: int
    end: int
    name: str  # the words without article
    type: str
    head: str  # its last words, in small letters
    bare: bool  # lacks the article or owner that its head needs: "group" alone is no party


def find_roles(text: str) -> list[Role]:
    """Role phrases from left to right.

    >>> text = "The monitor said a rebel commander spoke to local media."
    >>> [text[role.word : role.end] for role in find_roles(text)]
    ['monitor', 'rebel commander', 'local media']
    """
    roles = []
    for match in _ROLE.finditer(text):
        first, *rest = match.group().split()
        article = rest and first.lower() in _ARTICLES
        start = match.end() - len(match.group()[len(first) :].lstrip()) if article else match.start()
        name = " ".join(rest if article else (first, *rest))
        words = name.lower()
        head = next(head for head in _ends(words) if head in _LOWER_TYPES)
        bare = words == head and head in _NEEDS_ARTICLE and not article
        if text[match.end() : match.end() + 1] == "-":
            continue
        if head in _ALSO_ADJECTIVES and not _GOES_ON.match(text[match.end() : match.end() + 30]):
            continue
        roles.append(Role(match.start(), start, match.end(), name, _LOWER_TYPES[head], head, bare))
    return roles


_LOWER_TYPES = {head.lower(): kind for head, kind in TYPES.items()}


def _ends(words: str) -> list[str]:
    """Endings of a phrase, longest first."""
    parts = words.split(" ")
    return [" ".join(parts[at:]) for at in range(len(parts))]


def find_pronouns(text: str) -> list[tuple[int, int]]:
    """Where he, she, it or they starts a clause."""
    index = _PRONOUN.groupindex["pronoun"]
    return [(match.start(index), match.end(index)) for match in _PRONOUN.finditer(text)]
