"""Accounts side by side: what each speaker says of one incident."""

from msgspec.structs import replace

from counterclaim.core.claims import Assessment, Casualty, Claim, Harm
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.accounts import accounts_of
from counterclaim.incidents.relations import relate


def filed(claim: Claim, document: str = "d1", outlet: str | None = None) -> FiledClaim:
    return FiledClaim(
        document_id=document, doc=f"{document}.txt", outlet=outlet, published=None, sentence="", claim=claim
    )


def figure(claim_id: str, harm: Harm, number: int, *speakers: str, start: int = 0) -> Casualty:
    claim = Casualty(start=start, end=start + 1, quote=f"{harm} {number}", harm=harm, min=number, max=number)
    return replace(claim, id=claim_id, speakers=speakers)


def incident(*claims: FiledClaim) -> Incident:
    return Incident(
        code="CC-000000", title="", claims=tuple(one.claim.id for one in claims), relations=relate(claims)
    )


def test_each_speaker_has_one_account_and_the_own_voice_comes_last() -> None:
    claims = (
        filed(Assessment(id="o", start=0, end=1, quote="It was the worst raid so far")),
        filed(figure("a", "killed", 4, "army", start=1)),
        filed(figure("w", "wounded", 30, "monitor", start=2)),
        filed(figure("k", "killed", 9, "monitor", start=3)),
    )
    accounts = accounts_of(incident(*claims), claims)
    assert [account.speaker for account in accounts] == ["monitor", "army", None]
    assert [one.claim.id for one in accounts[0].claims] == ["k", "w"]  # the killed first


def test_a_joint_claim_stands_in_the_account_of_each_speaker() -> None:
    claims = (filed(figure("j", "killed", 4, "Russia", "Syria")),)
    assert [account.speaker for account in accounts_of(incident(*claims), claims)] == ["Russia", "Syria"]


def test_a_repeat_in_another_outlet_is_folded_and_the_outlet_listed() -> None:
    claims = (
        filed(figure("a", "killed", 9, "monitor"), "d1", "Daily"),
        filed(figure("b", "killed", 9, "monitor"), "d2", "Weekly"),
        filed(figure("c", "killed", 9, "monitor"), "d3"),
    )
    (account,) = accounts_of(incident(*claims), claims)
    assert [one.claim.id for one in account.claims] == ["a"]
    assert account.outlets == ("Daily", "Weekly", "d3.txt")


def test_a_joint_claim_is_not_folded_for_the_speaker_who_said_it_once() -> None:
    claims = (
        filed(figure("a", "killed", 9, "monitor"), "d1"),
        filed(figure("b", "killed", 9, "monitor", "medics"), "d2"),
    )
    accounts = {account.speaker: account.claims for account in accounts_of(incident(*claims), claims)}
    assert [one.claim.id for one in accounts["monitor"]] == ["a"]
    assert [one.claim.id for one in accounts["medics"]] == ["b"]


def test_claims_of_other_incidents_stay_out() -> None:
    mine, other = filed(figure("a", "killed", 9, "monitor")), filed(figure("b", "killed", 8, "army"))
    assert [account.speaker for account in accounts_of(incident(mine), (mine, other))] == ["monitor"]
