"""A mailbox gives a reading per message, each as a mail of its own would be read."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.inputs.limits import DEFAULTS, Limits
from counterclaim.inputs.mbox import split_mbox
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]


def message(subject: str, body: str, end: str = "\n") -> bytes:
    lines = [
        "From: desk@radio.example",
        "To: all@radio.example",
        f"Subject: {subject}",
        "Date: Tue, 12 Mar 2024 10:00:00 +0000",
        "",
        *body.split("\n"),
    ]
    return "".join(f"{line}{end}" for line in lines).encode()


def boxed(*messages: bytes, end: bytes = b"\n") -> bytes:
    """As a mail program puts them in a box."""
    quoted = [
        b"".join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in one.splitlines(keepends=True))
        for one in messages
    ]  # fmt: skip
    return b"".join(b"From desk@radio.example Tue Mar 12 10:00:00 2024" + end + one + end for one in quoted)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_message_is_read_as_a_mail_of_its_own(read_file: ReadFile, end: str) -> None:
    mails = [
        message("Raid on Orsa", "Two men died.", end),
        message("Raid on Dorel", "From here,\none fled.", end),
    ]
    readings = read_file(boxed(*mails, end=end.encode()), "box.bin", outlet="Radio Orsa")
    assert [reading.document and reading.document.title for reading in readings] == [
        "Raid on Orsa",
        "Raid on Dorel",
    ]
    for number, (reading, mail) in enumerate(zip(readings, mails, strict=True), start=1):
        (alone,) = read_file(mail, "alone.eml", outlet="Radio Orsa")
        assert reading.document is not None
        assert alone.document is not None
        assert reading.document.id == alone.document.id
        assert reading.document.text == alone.document.text
        assert reading.document.published == "2024-03-12"
        assert reading.origin.endswith(f"box.bin#{number}")


def test_words_that_begin_with_from_do_not_end_a_message(read_file: ReadFile) -> None:
    body = "Two men died.\n\nFrom what we know, both were farmers.\nIt rained."
    (reading,) = read_file(boxed(message("Raid", body)), "box")
    assert reading.document is not None
    assert "From what we know, both were farmers." in reading.document.text


def test_a_huge_message_is_refused_and_the_next_is_read(read_file: ReadFile) -> None:
    huge = message("Huge", "a b c d\n" * 200_000)
    readings = read_file(boxed(huge, message("Raid", "Two men died.")), "box", limits=Limits(file_mib=1))
    assert [issue.code for issue in readings[0].issues] == ["input.too_large"]
    assert readings[1].document is not None


def test_a_box_of_too_many_messages_says_which_cap_to_raise(read_file: ReadFile) -> None:
    mails = [message(f"Raid {number}", f"{number} men died.") for number in range(3)]
    readings = read_file(boxed(*mails), "box", limits=Limits(members=2))
    assert [reading.document is None for reading in readings] == [False, False, True]
    assert "--limit members=" in readings[2].issues[0].message


def test_a_message_without_words_has_a_reason(read_file: ReadFile) -> None:
    readings = read_file(boxed(message("Empty", ""), message("Raid", "Two men died.")), "box")
    assert [issue.code for issue in readings[0].issues] == ["input.empty"]


WORDS = st.text(st.sampled_from("From :>abc\n"), max_size=60)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_every_message_comes_out_of_the_box_as_it_went_in(bodies: list[str]) -> None:
    mails = [message("Raid", body) for body in bodies]
    assert [one.rstrip(b"\n") for one in split_mbox(BytesIO(boxed(*mails)), DEFAULTS)] == [
        mail.rstrip(b"\n") for mail in mails
    ]


@given(st.binary(max_size=200))
def test_any_bytes_come_out_in_pieces_that_hold_them(data: bytes) -> None:
    pieces = list(split_mbox(BytesIO(b"From x\nA: b\n" + data), DEFAULTS))
    assert sum(map(len, pieces)) <= len(data) + 20
