"""The files that commands of the how-to pages name, small and made up."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from tests.console import ROOT
from tests.imports.rows import event, ged, write_table
from tests.inputs.test_archives import archive
from tests.inputs.test_documents import make_pdf

NEWS = "Rebels said an air strike near Aleppo on 3 May 2016 killed 14 soldiers."
HTML = (
    "<html><head><title>Raid on Orsa</title></head><body>"
    + "<p>Two men died in the raid on Orsa, the council of the town said on Sunday.</p>" * 5
    + "</body></html>"
)


def plant(page: str, folder: Path) -> None:
    """Everything that the page's commands ask for, in an empty folder."""
    if (planter := _PLANTERS.get(page)) is not None:
        planter(folder)


def _plant_inputs(folder: Path) -> None:
    _plant_pages(folder)
    pdf = make_pdf(("Two men died in the raid on Orsa,", "the council of the town said."))
    (folder / "report.pdf").write_bytes(pdf)
    (folder / "long.pdf").write_bytes(pdf)
    (folder / "mail.eml").write_text(
        f"From: a@b.example\nSubject: Raid\nDate: Wed, 4 May 2016 10:00:00 +0000\n\n{NEWS}\n"
    )
    (folder / "feed.xml").write_text(
        f"<rss version='2.0'><channel><title>Coast Post</title><item><title>Raid</title><description>{NEWS}</description></item></channel></rss>"
    )
    answer = ("https://radio.example/raid", "200 OK", "text/html", HTML.encode())
    (folder / "crawl.warc.gz").write_bytes(archive(answer))
    (folder / "rows.csv").write_text(f'code,text,remark,when\nr1,"{NEWS}","{NEWS}",2016-05-04\n')
    with zipfile.ZipFile(folder / "pages.zip", "w") as packed:
        packed.writestr("one.html", HTML)


def _plant_pages(folder: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "raid.html").write_text(HTML)
    (folder / "articles.csv").write_text(f'body,date\n"{NEWS}",2016-05-04\n')


def _plant_imports(folder: Path) -> None:
    write_table(folder / "ged261.csv", [ged()])
    write_table(folder / "syria.csv", [event()])
    book = Workbook()
    sheet = book.worksheets[0]
    row = {
        "doc": "note", "text": "Two men died in Orsa on 3 June 2017.", "quote": "Two men died",
        "type": "casualty", "harm": "killed", "min": 2, "max": 2,
    }  # fmt: skip
    sheet.append(list(row))
    sheet.append(list(row.values()))
    book.save(folder / "coded.xlsx")


def _plant_reports(folder: Path) -> None:
    (folder / "reports").mkdir()
    (folder / "reports" / "note.txt").write_text(NEWS)


def _plant_list(folder: Path) -> None:
    page = (ROOT / "docs" / "howto" / "privacy.md").read_text("utf-8")
    (folder / "privacy.toml").write_text(page.partition("```toml\n")[2].partition("```")[0], "utf-8")


_PLANTERS: dict[str, Callable[[Path], None]] = {
    "howto/ged.md": _plant_pages,
    "howto/import.md": _plant_imports,
    "howto/inputs.md": _plant_inputs,
    "howto/llm.md": _plant_reports,
    "howto/privacy.md": _plant_list,
}
