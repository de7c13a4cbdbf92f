"""Deciding: each decision adds its rulings and one entry of the audit, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select, update

from counterclaim.core.claims import Claim
from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.core.ids import hash_fields
from counterclaim.core.types import Sheet
from counterclaim.store import find, schema
from counterclaim.store.added import added_claims, adding, with_added
from counterclaim.store.audit import Entry, Role, append, canonical, read_entries, read_entry
from counterclaim.store.choices import Choice, plan, state_of
from counterclaim.store.chunks import in_chunks
from counterclaim.store.claim_rows import decode_claim
from counterclaim.store.counts import codes_holding, recount
from counterclaim.store.link_rulings import LinkDecision, add_link_ruling
from counterclaim.store.linking import link_documents
from counterclaim.store.reviews_schema import audit, audit_claims
from counterclaim.store.rulings import Ruling, add_ruling
from counterclaim.store.write import mark_unlinked, now, put_claims


class Signed(NamedTuple):
    """Who decides, as what, why, and on which form (None: on none that could be sent twice)."""

    who: str
    role: Role = "reviewer"
    why: str = ""
    form: str | None = None
    at: str = ""  # UTC, ISO 8601; "" is now


class Standing(NamedTuple):
    """A claim as ruled. `version` changes with every decision and every reading that changes the claim."""

    document_id: str
    claim: Claim
    decision: str | None
    version: str


# What a reviewer who decides without knowing of it would overrule.
_PUBLISHED = (audit.c.role == "reviewer", audit.c.action != "unsure")


def find_standing(connection: Connection, claim_id: str) -> Standing:
    """The claim as ruled, rejected or not.

    Raises:
        NotFoundError: the store has no such claim.
    """
    row = connection.execute(
        select(schema.claims.c.document_id, schema.claims.c.body, schema.claims.c.decision).where(
            schema.claims.c.id == claim_id
        )
    ).one_or_none()
    if row is None:
        raise NotFoundError(f"no claim has the id {claim_id!r}")
    version = hash_fields([last_decision(connection, [claim_id]), row.decision, row.body])
    return Standing(row.document_id, decode_claim(row.body), row.decision, version)


def last_decision(connection: Connection, claims: Collection[str]) -> int:
    """Number of the newest published decision on any of the claims; 0 where there is none."""
    newest = [
        connection.scalar(
            select(audit.c.number)
            .join(audit_claims, audit_claims.c.number == audit.c.number)
            .where(audit_claims.c.claim_id.in_(ids), *_PUBLISHED)
            .order_by(audit.c.number.desc())
            .limit(1)
        )
        for ids in in_chunks(sorted(claims))
    ]
    return max((number or 0 for number in newest), default=0)


def entry_of_form(connection: Connection, form: str | None) -> Entry | None:
    """The entry that this form made when it was sent before."""
    found = read_entries(connection, audit.c.form == form) if form else []
    return found[0] if found else None


def decide(
    connection: Connection,
    claim_id: str,
    choice: Choice,
    signed: Signed,
    *,
    link: bool,
    standing: Standing | None = None,
) -> int:
    """Decide about a claim; the number of the entry.

    What a coder decides is only counted. With `link`, incidents are what the decision makes them at once.
    `standing` is the claim where the caller has looked at it in this transaction.

    Raises:
        NotFoundError: the store has no such claim.
        DataError: the claim cannot take the choice.
    """
    signed = _now(signed)._replace(why=choice.why or signed.why)
    standing = standing or find_standing(connection, claim_id)
    claim, decision = standing.claim, standing.decision
    if signed.role == "coder":  # who decides on what was read, whatever others made of it
        claim, decision = find.read_claim_as_made(connection, claim_id)[1], None
    sheet = find.read_sheet(connection, standing.document_id) if choice.action == "move" else None
    planned = plan(sheet, claim, decision, choice, signed.who)
    touched = {claim_id, *planned.after}
    before = {**_states(connection, touched - {claim_id}), claim_id: state_of(claim, decision)}
    rows = _add(connection, planned.rulings, signed)
    if rows:
        _renew(connection, standing.document_id, touched, planned.rulings, before, link=link)
    return append(
        connection,
        **_sign(signed),
        action=choice.action,
        reason=choice.reason,
        claims=touched,
        before=before,
        after=planned.after or before,
        rulings=rows,
    )


def add_claim(connection: Connection, sheet: Sheet, claim: Claim, beside: str | None, signed: Signed) -> int:
    """Add a claim that the reader missed, as `choices.stand_at` makes it; the number of the entry.

    Raises:
        DataError: the document has it already.
    """
    if claim.id in _states(connection, [claim.id]):
        raise DataError(f"the document has this claim already: {claim.id}")
    signed = _now(signed)
    rulings = (adding(sheet.document.id, claim, beside), Ruling(claim.id, "accept"))
    number = append(
        connection,
        **_sign(signed),
        action="add",
        claims=[claim.id],
        before={},
        after={claim.id: state_of(claim, "accept")},
        rulings=_add(connection, rulings, signed),
    )
    if signed.role == "reviewer":
        _renew(connection, sheet.document.id, [claim.id], rulings, {}, link=True)
    return number


def rule_link(
    connection: Connection,
    decision: LinkDecision,
    claims: Sequence[str],
    others: Sequence[str],
    signed: Signed,
    *,
    link: bool,
    undoes: int | None = None,
    entry: int | None = None,
) -> tuple[int, int]:
    """Rule on links; the numbers of the ruling and of the entry.

    Raises:
        NotFoundError: the store has no such claim.
    """
    touched = {*claims, *others}
    before = {"incidents": incidents_of(connection, touched)}
    signed = _now(signed)
    row, documents = add_link_ruling(
        connection, decision, claims, others, undoes=undoes, who=signed.who, why=signed.why, at=signed.at
    )
    mark_unlinked(connection, documents)
    if link:
        link_documents(connection, len(documents), documents)
    number = append(
        connection,
        **_sign(signed),
        action="undo" if undoes is not None else "redo" if entry is not None else decision,
        claims=touched,
        before=before,
        after={"ruled": decision, **({"incidents": incidents_of(connection, touched)} if link else {})},
        rulings=[row],
        entry=entry,
    )
    return int(row["id"]), number


def undo(connection: Connection, number: int, signed: Signed, *, link: bool) -> int:
    """Let a decision no longer count; undoing an undoing redoes what it undid. The number of the new entry.

    Raises:
        NotFoundError: there is no such entry.
        DataError: it was undone before, or redone.
    """
    entry = read_entry(connection, number)
    if entry.action == "undo":
        return _redo(connection, entry, signed, link=link)
    if entry.undone:
        raise DataError(f"decision {number} does not count any more; redo it if it should")
    for row in entry.rulings:
        if row["table"] == "link_rulings":
            return rule_link(
                connection,
                "undo",
                json.loads(row["claims"]),
                json.loads(row["others"]),
                signed,
                link=link,
                undoes=row["id"],
                entry=number,
            )[1]
    rulings = [
        Ruling(row["claim_id"], "undo", document_id=row["document_id"], undoes=row["id"])
        for row in entry.rulings
    ]
    return _counter(connection, entry, "undo", number, rulings, signed, link=link)


def _redo(connection: Connection, undoing: Entry, signed: Signed, *, link: bool) -> int:
    """Decide anew what an undoing took back."""
    original = read_entry(connection, undoing.entry or 0)
    if read_entries(connection, audit.c.entry == undoing.number, limit=1):
        raise DataError(f"decision {original.number} was redone before")
    for row in original.rulings:
        if row["table"] == "link_rulings":
            claims, others = json.loads(row["claims"]), json.loads(row["others"])
            decision = row["decision"]
            return rule_link(connection, decision, claims, others, signed, link=link, entry=undoing.number)[1]
    rulings = [Ruling(**{name: row[name] for name in Ruling._fields}) for row in original.rulings]
    return _counter(connection, original, "redo", undoing.number, rulings, signed, link=link)


def _counter(
    connection: Connection,
    entry: Entry,
    action: Any,
    number: int,
    rulings: Sequence[Ruling],
    signed: Signed,
    *,
    link: bool,
) -> int:
    signed = _now(signed)._replace(role=entry.role)  # taking back what was only counted publishes nothing
    before = _states(connection, entry.claims)
    rows = _add(connection, rulings, signed)
    if rulings:
        document_id = _document_of(connection, entry.claims, rulings)
        _renew(connection, document_id, entry.claims, rulings, before, link=link)
    return append(
        connection,
        **_sign(signed),
        action=action,
        claims=entry.claims,
        before=before,
        after=_states(connection, entry.claims),
        rulings=rows,
        entry=number,
    )


def _document_of(connection: Connection, claims: Iterable[str], rulings: Sequence[Ruling]) -> str:
    added = next((each.document_id for each in rulings if each.document_id is not None), None)
    if added is not None:
        return added
    of = schema.claims.c
    found = connection.scalar(select(of.document_id).where(of.id.in_(sorted(claims))))
    if found is None:
        raise NotFoundError("the claim is not in the newest reading of its document; read it again first")
    return str(found)


def _now(signed: Signed) -> Signed:
    return signed._replace(at=signed.at or now())


def _sign(signed: Signed) -> dict[str, Any]:
    return {
        "at": signed.at,
        "who": signed.who,
        "role": signed.role,
        "why": signed.why,
        "form": signed.form,
    }


def _add(connection: Connection, rulings: Iterable[Ruling], signed: Signed) -> list[dict[str, Any]]:
    """Add the rulings of a reviewer; a coder's are none."""
    if signed.role == "coder":
        return []
    return [add_ruling(connection, each, who=signed.who, why=signed.why, at=signed.at) for each in rulings]


def _states(connection: Connection, claims: Iterable[str]) -> dict[str, dict[str, Any]]:
    of = schema.claims.c
    rows = connection.execute(select(of.id, of.body, of.decision).where(of.id.in_(sorted(claims))))
    return {row.id: {"decision": row.decision, "claim": json.loads(row.body)} for row in rows}


def incidents_of(connection: Connection, claims: Collection[str]) -> dict[str, list[str]]:
    """Which of the claims each incident holds, by its code."""
    member = schema.incident_claims.c
    found: dict[str, list[str]] = {}
    for ids in in_chunks(sorted(claims)):
        rows = connection.execute(
            select(member.code, member.claim_id).where(member.claim_id.in_(ids)).order_by(member.code)
        )
        for code, claim in rows:
            found.setdefault(code, []).append(claim)
    return found


def _renew(
    connection: Connection,
    document_id: str,
    claims: Iterable[str],
    rulings: Sequence[Ruling],
    before: dict[str, dict[str, Any]],
    *,
    link: bool,
) -> None:
    """Make the rows of these claims what the rulings make them, and link the document if that changes one.

    Args:
        connection: a transaction that writes.
        document_id: that holds the claims.
        claims: their ids.
        rulings: those just added, the newest.
        before: how the claims stood.
        link: whether to link at once.
    """
    wanted = set(claims)
    if all(ruling.decision in ("accept", "reject") for ruling in rulings):
        for ruling in rulings:
            of = update(schema.claims).where(schema.claims.c.id == ruling.claim_id)
            connection.execute(of.values(decision=ruling.decision))
        recount(connection, codes_holding(connection, wanted))
    else:
        _put(connection, find.read_sheet(connection, document_id), wanted)
    old = {name: _counts(state) for name, state in before.items()}
    if old != {name: _counts(state) for name, state in _states(connection, wanted).items()}:
        mark_unlinked(connection, [document_id])
        if link:
            link_documents(connection, 1, [document_id])


def _put(connection: Connection, sheet: Sheet, wanted: set[str]) -> None:
    """Write these claims of a document as ruled; one that nobody adds any more goes."""
    every = with_added(sheet.claims or (), added_claims(connection, sheet))
    put_claims(connection, {sheet.document.id: [claim for claim in every if claim.id in wanted]})
    gone = sorted(wanted - {claim.id for claim in every})
    if gone:
        held = codes_holding(connection, gone)
        connection.execute(delete(schema.claims).where(schema.claims.c.id.in_(gone)))
        recount(connection, held)


def _counts(state: dict[str, Any]) -> object:
    """What linking sees of a claim: nothing of one that is rejected."""
    return None if state["decision"] == "reject" else canonical(state["claim"])
