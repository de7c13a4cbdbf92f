"""Zip folders, gzip files, web archives and feeds give a reading for each thing in them, within caps."""

from __future__ import annotations

import gzip
import json
import warnings
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from counterclaim.inputs.limits import Limits
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]
PAGE = (
    b"<html><body><p>"
    + b"Two men died in the raid on Orsa, the council said on Sunday. " * 5
    + b"</p></body></html>"
)


def pack(files: dict[str, bytes], links: tuple[str, ...] = ()) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            if name in links:
                member.external_attr = 0o120777 << 16
            archive.writestr(member, data)
    return packed.getvalue()


def code_of(reading: Reading) -> str:
    assert reading.document is None
    return reading.issues[0].code


def found(readings: list[Reading]) -> dict[str, str | None]:
    """By what stands after # in the origin: the text, or the code of what stood against it."""
    return {
        reading.origin.partition("#")[2]: reading.document.text
        if reading.document
        else reading.issues[0].code
        for reading in readings
    }


def test_a_zip_folder_is_read_file_by_file_in_order(read_file: ReadFile) -> None:
    data = pack(
        {
            "b/two.txt": b"Two men died.",
            "a.txt": b"One man died.",
            "rows.jsonl": b'{"doc": "x", "text": "Three died."}\n',
            ".hidden": b"no",
            "__MACOSX/a.txt": b"no",
            "photo.jpg": b"\xff\xd8\xff",
        }
    )
    assert found(read_file(data, "pages.zip")) == {
        "a.txt": "One man died.",
        "b/two.txt": "Two men died.",
        "photo.jpg": "input.binary",
        "rows.jsonl#1": "Three died.",
    }


@pytest.mark.parametrize("name", ["../up.txt", "/etc/passwd", "a/../../up.txt", "..\\up.txt", "C:\\up.txt"])
def test_a_name_that_leads_out_of_the_zip_is_refused(read_file: ReadFile, name: str) -> None:
    assert found(read_file(pack({name: b"One.", "good.txt": b"One died."}), "x.zip")) == {
        name: "input.zip_name",
        "good.txt": "One died.",
    }


def test_a_link_in_a_zip_is_refused(read_file: ReadFile) -> None:
    (reading,) = read_file(pack({"link": b"/etc/passwd"}, links=("link",)), "x.zip")
    assert code_of(reading) == "input.zip_name"


def test_a_zip_or_gzip_bomb_stops_at_its_cap(read_file: ReadFile) -> None:
    zeros = b"\0" * (20 << 20)
    (zipped,) = read_file(pack({"big.txt": zeros}), "x.zip")
    (gzipped,) = read_file(gzip.compress(zeros), "x.gz")
    assert [code_of(zipped), code_of(gzipped)] == ["input.bomb", "input.bomb"]
    assert "--limit ratio=1000" in zipped.issues[0].message


def test_archives_inside_archives_end_somewhere(read_file: ReadFile) -> None:
    data = pack({"a.txt": b"One died."})
    for _ in range(6):
        data = pack({"inner.zip": data})
    (reading,) = read_file(data, "x.zip")
    assert code_of(reading) == "input.nested"
    data = b"One died."
    for _ in range(6):
        data = gzip.compress(data)
    (reading,) = read_file(data, "x.gz")
    assert code_of(reading) == "input.nested"


def test_a_zip_of_many_files_is_read_up_to_the_cap_in_all(read_file: ReadFile) -> None:
    words = [bytes(f"{number} died. ", "ascii") * (80 << 10) for number in range(3)]
    data = pack({f"{number}.txt": text for number, text in enumerate(words)})
    readings = read_file(data, "x.zip", limits=Limits(unpacked_mib=1, ratio=100_000))
    assert found(readings)["1.txt"] == "input.too_large"
    assert len(readings) == 2


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 and no more", pack({"a": b"1"})[:40], b"PK\x05\x06" + b"\0" * 18]
)
def test_a_damaged_or_empty_zip_is_refused(read_file: ReadFile, data: bytes) -> None:
    (reading,) = read_file(data, "x.zip")
    assert code_of(reading) in ("input.zip", "input.empty")


def test_a_gzipped_page_is_read_and_one_that_breaks_off_refused(read_file: ReadFile) -> None:
    packed = gzip.compress(b"One man died. ") + gzip.compress(b"Two men died. ") + gzip.compress(b"Three.")
    (whole,) = read_file(packed, "page.txt.gz")
    (cut,) = read_file(packed[:-12], "page.txt.gz")
    assert whole.document is not None
    assert (whole.document.text, whole.document.doc) == ("One man died. Two men died. Three.", "page.txt")
    assert code_of(cut) == "input.zip"


def archive(*answers: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """A web archive of answers: address, status, content type, body."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the writer does not close its spools
        writer.write_record(writer.create_warcinfo_record("x", {"software": "test"}))
        for address, status, kind, body in answers:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(address, "response", BytesIO(body), http_headers=headers)
            writer.write_record(record)
            del record
    return out.getvalue()


ANSWERS = (
    ("https://radio.example/raid", "200 OK", "text/html; charset=utf-8", PAGE),
    ("https://radio.example/gone", "404 Not Found", "text/html", b"gone"),
    ("https://radio.example/logo", "200 OK", "image/png", b"\x89PNG"),
    ("https://radio.example/note", "200 OK", "text/plain", b"One man died."),
)


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_a_web_archive_are_read_and_the_rest_is_counted(
    read_file: ReadFile, packed: bool
) -> None:
    data = archive(*ANSWERS, packed=packed)
    page, note, remark = read_file(data, "x.warc.gz")
    assert page.document is not None
    assert note.document is not None
    assert page.document.doc == "https://radio.example/raid"
    assert page.document.text.startswith("Two men died")
    assert note.document.text == "One man died."
    assert [(issue.code, issue.severity) for issue in remark.issues] == [("input.archive", "info")]
    told = remark.issues[0].message
    assert "5 records" in told
    assert sha256(data).hexdigest() in told
    assert "1 answers of status 404" in told
    assert "1 image/png" in told


def test_a_web_archive_cut_inside_a_record_says_so(read_file: ReadFile) -> None:
    data = archive(*ANSWERS, packed=False)
    *_, note, _ = read_file(data[: data.rindex(b"man died")], "x.warc")
    assert [issue.code for issue in note.issues] == ["input.archive"]
    assert "breaks off" in note.issues[0].message


def test_a_web_archive_cut_between_records_shows_by_its_count(read_file: ReadFile) -> None:
    whole = archive(*ANSWERS, packed=False)
    *_, remark = read_file(whole[: whole.rindex(b"WARC/1.")], "x.warc")
    assert "4 records" in remark.issues[0].message


def test_a_changed_page_in_a_web_archive_is_told_by_its_digest(read_file: ReadFile) -> None:
    data = archive(*ANSWERS, packed=False).replace(b"One man died.", b"Six man died.")
    *_, note, _ = read_file(data, "x.warc")
    assert "digest" in note.issues[0].message


def wacz(inner: bytes, stated: str) -> bytes:
    package = {"resources": [{"path": "archive/data.warc.gz", "hash": f"sha256:{stated}"}]}
    return pack({"archive/data.warc.gz": inner, "datapackage.json": json.dumps(package).encode()})


def test_a_wacz_is_checked_against_the_hash_in_its_package(read_file: ReadFile) -> None:
    inner = archive(*ANSWERS)
    good = read_file(wacz(inner, sha256(inner).hexdigest()), "x.wacz")
    bad = read_file(wacz(inner, "0" * 64), "x.wacz")
    assert [reading.document is not None for reading in good] == [True, True, False]
    assert bad[0].issues[0].severity == "warning"
    assert "SHA-256" in bad[0].issues[0].message
    assert len(bad) == len(good) + 1


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Orsa</title>
<item><title>Raid &amp; reply</title><link>https://radio.example/1</link>
<pubDate>Tue, 12 Mar 2024 23:30:00 -0500</pubDate>
<description>&lt;p&gt;Two men died in the raid, the council said.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>
<item><title>No words</title><link>https://radio.example/2</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Coastal News</title><entry><id>urn:1</id><title>Ship</title>
<published>2024-03-12T09:00:00Z</published><updated>2024-03-15T09:00:00Z</updated>
<content type="html">&lt;p&gt;A ship sank off the pier.&lt;/p&gt;</content><summary>A ship sank.</summary></entry></feed>"""


def test_each_entry_of_a_feed_is_a_document_and_an_empty_one_is_named(read_file: ReadFile) -> None:
    raid, empty = read_file(RSS.encode(), "feed.xml")
    document = raid.document
    assert document is not None
    assert document.text == "Two men died in the raid, the council said."
    assert (document.doc, document.title) == ("https://radio.example/1", "Raid & reply")
    assert (document.outlet, document.published) == ("Radio Orsa", "2024-03-12")
    assert code_of(empty) == "input.empty"
    assert empty.origin.endswith("feed.xml#2")


def test_an_atom_feed_keeps_the_days_of_publication_and_change_apart(read_file: ReadFile) -> None:
    (reading,) = read_file(ATOM.encode(), "feed")
    assert reading.document is not None
    assert reading.document.text == "A ship sank off the pier."
    assert reading.document.published == "2024-03-12"
    assert [issue.code for issue in reading.issues] == ["date.modified"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>',
            "input.xml",
        ),
        (b'<?xml version="1.0"?><rss><channel><title>Empty</title></channel></rss>', "input.empty"),
        (b'<?xml version="1.0"?><newsml><p>Two men died.</p></newsml>', "input.xml"),
    ],
)
def test_a_feed_without_entries_or_with_entities_is_refused(
    read_file: ReadFile, data: bytes, code: str
) -> None:
    (reading,) = read_file(data, "feed.xml")
    assert code_of(reading) == code
