"""PDF, Word and e-mail give their words with title and day, or say why they have none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO

import pytest
from pypdf import PdfWriter

from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_pdf(*pages: tuple[str, ...], key: str | None = None) -> bytes:
    """A PDF with a line of text for each string; a page without strings is a picture of nothing."""
    bodies = []
    for lines in pages:
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        bodies.append(f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode("latin-1"))
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, body in enumerate(bodies):
        contents = f"/Contents {5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {contents} >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            len(out),
        )
    )
    if key is None:
        return bytes(out)
    writer, locked = PdfWriter(clone_from=BytesIO(bytes(out))), BytesIO()
    writer.encrypt(key, algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()


def make_docx(body: str, **more: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in more.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return packed.getvalue()


def code_of(readings: list[Reading]) -> str:
    (reading,) = readings
    assert reading.document is None
    return reading.issues[0].code


def text_of(readings: list[Reading]) -> str:
    (reading,) = readings
    assert reading.document is not None, reading.issues
    return reading.document.text


def test_a_pdfs_broken_lines_are_sentences_again(read_file: ReadFile) -> None:
    lines = (
        "Shells struck a crowded market in the town of Hadira on Tuesday, kil-",
        "ling at least 31 people, the health ministry said. A monitor counted",
        "40 dead.",
    )
    text = text_of(read_file(make_pdf(lines), "report.pdf"))
    assert text == (
        "Shells struck a crowded market in the town of Hadira on Tuesday, killing at least 31 people, the health "
        "ministry said. A monitor counted 40 dead."
    )


def test_a_pdf_page_without_text_is_named(read_file: ReadFile) -> None:
    (reading,) = read_file(make_pdf(("Two men died in Orsa.",), ()), "report.pdf")
    assert reading.document is not None
    assert [(issue.code, issue.severity) for issue in reading.issues] == [("input.pdf_no_text", "warning")]
    assert "page 2" in reading.issues[0].message


def test_a_scan_and_a_locked_and_a_cut_pdf_are_refused_with_their_reasons(read_file: ReadFile) -> None:
    assert code_of(read_file(make_pdf(()), "scan.pdf")) == "input.pdf_no_text"
    locked = make_pdf(("Two men died.",), key="no")
    assert code_of(read_file(locked, "locked.pdf")) == "input.locked"
    assert code_of(read_file(make_pdf(("Two men died.",))[:60], "cut.pdf")) == "input.pdf"


def test_a_word_file_is_read_with_its_tables_and_notes_and_without_deleted_words(read_file: ReadFile) -> None:
    body = (
        "<w:p><w:r><w:t>Two men </w:t></w:r><w:ins><w:r><w:t>and a boy </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>or more </w:delText></w:r></w:del><w:r><w:t>died.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Orsa</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>3 killed</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    notes = (
        f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>By phone.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Raids of May</dc:title></c>'
    data = make_docx(body, word__footnotes=notes, docProps__core=core)
    (reading,) = read_file(data, "raids.docx")
    assert reading.document is not None
    assert reading.document.text == "Two men and a boy died.\nOrsa\t3 killed\nBy phone."
    assert reading.document.title == "Raids of May"


def test_a_word_file_that_names_a_file_of_this_machine_does_not_get_it(read_file: ReadFile) -> None:
    outside = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r><w:t>A &x; b</w:t></w:r></w:p></w:body></w:document>'
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", outside)
    for reading in read_file(packed.getvalue(), "x.docx"):
        assert reading.document is None or "root:" not in reading.document.text


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "desk@radio.example", "Subject": "Raid on Orsa", **headers}.items():
        message[name.replace("_", "-")] = value
    message["Date"] = "Tue, 12 Mar 2024 23:30:00 -0500"
    message["Message-ID"] = "<1@radio.example>"
    return message


def test_a_mail_is_read_under_its_subject_on_the_day_it_was_sent(read_file: ReadFile) -> None:
    message = mail()
    message.set_content(
        "Rebels said on Sunday that 14 soldiers had been killed near the town of\nDorel. The army did not comment.\n"
    )
    (reading,) = read_file(bytes(message), "raid.eml", published="1999")
    document = reading.document
    assert document is not None
    assert document.text.startswith(
        "Rebels said on Sunday that 14 soldiers had been killed near the town of Dorel."
    )
    assert (document.title, document.published) == ("Raid on Orsa", "2024-03-12")


def test_what_is_attached_to_a_mail_is_read_and_pictures_are_counted(read_file: ReadFile) -> None:
    message = mail()
    message.set_content(
        "The report is attached; please read it before noon and call the desk, it says much.\n"
    )
    message.add_attachment(make_pdf(("Two men died in Orsa.",)), "application", "pdf", filename="report.pdf")
    message.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    body, attached, remark = read_file(bytes(message), "raid.eml")
    assert body.document is not None
    assert attached.document is not None
    assert attached.document.text == "Two men died in Orsa."
    assert attached.origin.endswith("raid.eml#report.pdf")
    assert (remark.document, remark.issues[0].severity) == (None, "info")
    assert "1 image/png" in remark.issues[0].message


def test_a_mail_in_html_alone_is_read(read_file: ReadFile) -> None:
    message = mail()
    message.set_content("<p>Two men died in the raid on Orsa, the council said.</p>", subtype="html")
    (reading,) = read_file(bytes(message), "raid.eml")
    assert reading.document is not None
    assert "Two men died" in reading.document.text
    assert reading.document.title == "Raid on Orsa"


def test_a_page_that_a_browser_saved_as_one_file_is_read_as_the_page(read_file: ReadFile) -> None:
    words = "Two men died in the raid on Orsa, the council of the town said on Sunday. " * 8
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://radio.example/raid\r\nSubject: Raid\r\n"
        "Date: Tue, 12 Mar 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html\r\nContent-Location: https://radio.example/raid\r\n\r\n"
        f"<html><head><title>Raid on Orsa</title></head><body><p>{words}</p></body></html>\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b--\r\n"
    )
    (reading,) = read_file(data.encode(), "raid.mhtml")
    assert reading.document is not None
    assert reading.document.text.startswith("Two men died in the raid")


@pytest.mark.parametrize("words", ["From: the ministry\n\nTwo men died.", "Subject: a raid\nTwo men died."])
def test_a_text_with_a_line_like_a_header_is_still_a_text(read_file: ReadFile, words: str) -> None:
    assert text_of(read_file(words.encode(), "note.txt")) == words
