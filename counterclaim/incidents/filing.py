"""The claims of sheets as a store files them, without a store."""

from __future__ import annotations

from counterclaim.core.incidents import FiledClaim
from counterclaim.core.types import Sheet


def file_claims(sheet: Sheet) -> list[FiledClaim]:
    """The sheet's claims, each with what its document says about itself."""
    document, articles, passages = sheet.document, sheet.articles or (), sheet.passages or ()
    filed = []
    for claim in sheet.claims or ():
        article = articles[claim.article] if claim.article < len(articles) else None
        filed.append(
            FiledClaim(
                document_id=document.id,
                doc=document.doc,
                outlet=(article and article.outlet) or document.outlet,
                published=(article and article.published) or document.published,
                sentence=passages[claim.passage].exact if claim.passage < len(passages) else "",
                claim=claim,
            )
        )
    return filed
