"""The claims' vocabulary in words: type, harm, stance, badges, and a short line for each claim without a figure.

Tables hold English marked for the catalogues; functions and the filter `translated` give the page's language.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from counterclaim.core.claims import (
    Agreement,
    AgreementStatus,
    Casualty,
    Change,
    Claim,
    Control,
    Event,
    Harm,
    Outcome,
    Responsibility,
    Stance,
    claim_type,
)
from counterclaim.core.incidents import RelationKind
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _
from counterclaim.web.words import fill_in

# In the order in which the columns of a matrix and the legend of a reader stand.
HARMS: dict[Harm, str] = {
    "killed": N_("killed"),
    "wounded": N_("wounded"),
    "killed_or_wounded": N_("killed or wounded"),
    "missing": N_("missing"),
    "abducted": N_("abducted"),
    "detained": N_("detained"),
    "displaced": N_("displaced"),
    "besieged": N_("besieged"),
    "evacuated": N_("evacuated"),
    "rescued": N_("rescued"),
    "surrendered": N_("surrendered"),
    "affected": N_("affected"),
}
_HARMED: dict[Harm, str] = {
    "killed": N_("%(figure)s killed"),
    "wounded": N_("%(figure)s wounded"),
    "killed_or_wounded": N_("%(figure)s killed or wounded"),
    "missing": N_("%(figure)s missing"),
    "abducted": N_("%(figure)s abducted"),
    "detained": N_("%(figure)s detained"),
    "displaced": N_("%(figure)s displaced"),
    "besieged": N_("%(figure)s besieged"),
    "evacuated": N_("%(figure)s evacuated"),
    "rescued": N_("%(figure)s rescued"),
    "surrendered": N_("%(figure)s surrendered"),
    "affected": N_("%(figure)s affected"),
}
_STANCES: dict[Stance, tuple[str, str]] = {  # of the speaker's own act, and of another's
    "accuses": (N_("accuses itself"), N_("accuses %(accused)s")),
    "admits": (N_("admits it"), N_("admits that it was %(accused)s")),
    "denies": (N_("denies it"), N_("denies that it was %(accused)s")),
    "claims": (N_("claims it as its own act"), N_("claims it for %(accused)s")),
}
TYPES: dict[str, str] = {
    "casualty": N_("people harmed"),
    "responsibility": N_("who did it"),
    "event": N_("happening"),
    "control": N_("who holds a place"),
    "damage": N_("things damaged"),
    "agreement": N_("agreement"),
    "intent": N_("aim"),
    "plan": N_("plan or demand"),
    "assessment": N_("judgement"),
}
SEGMENTS: dict[str, str] = {
    "headline": N_("headline"),
    "dateline": N_("dateline"),
    "byline": N_("byline"),
    "caption": N_("caption"),
    "embed": N_("embedded item, shown as text and not loaded"),
    "notice": N_("notice of the website"),
    "menu": N_("menu of the website"),
}
EVENTS: dict[str, str] = {
    "air_strike": N_("air strike"),
    "shelling": N_("shelling"),
    "chemical_attack": N_("chemical attack"),
    "suicide_bombing": N_("suicide bombing"),
    "bombing": N_("bombing"),
    "armed_clash": N_("armed clash"),
    "attack": N_("attack"),
    "abduction": N_("abduction"),
    "execution": N_("execution"),
    "arrest": N_("arrest"),
    "protest": N_("protest"),
    "looting": N_("looting"),
    "siege": N_("siege"),
    "withdrawal": N_("withdrawal"),
    "evacuation": N_("evacuation"),
    "aid_delivery": N_("aid delivery"),
    "deployment": N_("deployment"),
    "notification": N_("notification"),
    "meeting": N_("meeting"),
    "other": N_("other"),
}
# What incidents are called besides: kinds of happenings that no event of the claims names.
KINDS: dict[str, str] = {**EVENTS, "displacement": N_("displacement"), "agreement": N_("agreement")}
CHANGES: dict[Change, str] = {
    "holds": N_("%(place)s held by %(holder)s"),
    "seizes": N_("%(place)s seized by %(holder)s"),
    "loses": N_("%(place)s lost by %(holder)s"),
    "contests": N_("%(place)s contested by %(holder)s"),
    "besieges": N_("%(place)s besieged by %(holder)s"),
}
OUTCOMES: dict[Outcome, str] = {"destroyed": N_("destroyed"), "damaged": N_("damaged")}
STATUSES: dict[AgreementStatus, str] = {
    "announced": N_("announced"),
    "in_force": N_("in force"),
    "violated": N_("violated"),
    "ended": N_("ended"),
    "terms": N_("terms"),
    "proposed": N_("proposed"),
}
RELATIONS: dict[RelationKind, str] = {
    "repeats": N_("repeats"),
    "revises": N_("revises"),
    "corroborates": N_("corroborates"),
    "contradicts": N_("contradicts"),
    "admits": N_("admits"),
    "denies": N_("denies"),
    "part_of": N_("is part of"),
}
SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "info": N_("note")}
_MODALITIES = {"alleged": N_("alleged"), "conditional": N_("only if"), "predicted": N_("predicted")}
_SCOPES = {"part": N_("part of a larger figure"), "cumulative": N_("total over several events")}
_CREDITS = {"passive": N_("said to be so, nobody named"), "unnamed": N_("nobody named")}


def badges(claim: Claim) -> tuple[str, ...]:
    """What qualifies the claim as a whole, in words: hedged, negated, part of a figure.

    >>> badges(Casualty(start=0, end=1, quote="", harm="killed", scope="part", polarity="negated"))
    ('says it is not so', 'part of a larger figure')
    """
    denial = isinstance(claim, Responsibility) and claim.stance == "denies"  # its own words say so
    negated = claim.polarity == "negated" and not denial
    found = [_MODALITIES.get(claim.modality), N_("says it is not so") if negated else None]
    if isinstance(claim, Casualty):
        found.append(_SCOPES.get(claim.scope))
    if not claim.speakers:
        found.append(_CREDITS.get(claim.explicitness))
    return tuple(_(words) for words in found if words)


def type_words(claim: Claim) -> str:
    """The claim's type for people.

    >>> type_words(Event(start=0, end=1, quote="", event_type="air_strike"))
    'happening'
    """
    return _(TYPES[claim_type(claim)])


def harmed(figure: str, harm: Harm) -> Markup:
    """A figure, perhaps with its markup, and the harm, in the order of the language.

    >>> harmed(Markup("<b>62</b>"), "killed")
    Markup('<b>62</b> killed')
    """
    return escape(_(_HARMED[harm])) % {"figure": figure}


def kind_words(kind: str) -> str:
    """A kind of happening: "air strike". One that no table has is shown as it is called."""
    return _(KINDS.get(kind, kind.replace("_", " ")))


def gist(claim: Claim) -> Markup:
    """What a claim without a figure says, on one line; "" for types whose own words say it better.

    Names are isolated, as `fill_in` does.

    >>> gist(Responsibility(start=0, end=1, quote="", stance="accuses", accused="the navy"))
    Markup('accuses <bdi>the navy</bdi>')
    >>> gist(Responsibility(start=0, end=1, quote="", stance="denies", accused="the navy", speakers=("the navy",)))
    Markup('denies it')
    """
    match claim:
        case Responsibility():
            own, another = _STANCES[claim.stance]
            if claim.stance == "accuses" and claim.accused is None:
                return escape(_("accuses somebody not named"))
            if claim.accused in (None, *claim.speakers):
                return escape(_(own))
            return fill_in(_(another), accused=claim.accused)
        case Event():
            return _event_gist(claim)
        case Control():
            return fill_in(
                _(CHANGES[claim.change]),
                holder=claim.holder or _("somebody not named"),
                place=claim.place or _("a place not named"),
            )
        case Agreement():
            status = _(STATUSES[claim.status])
            return fill_in(_("%(thing)s: %(said)s"), thing=claim.agreement or _("agreement"), said=status)
        case _:
            return Markup()


def _event_gist(claim: Event) -> Markup:
    kind = kind_words(claim.event_type)
    if claim.actor and claim.target:
        return fill_in(
            _("%(kind)s: %(actor)s → %(target)s"), kind=kind, actor=claim.actor, target=claim.target
        )
    party = claim.actor or claim.target
    return fill_in(_("%(thing)s: %(said)s"), thing=kind, said=party) if party else escape(kind)
