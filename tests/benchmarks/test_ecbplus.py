"""The stress test on ECB+, on planted documents of the same shape."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.quality import ecbplus
from benchmarks.quality.command import judge
from benchmarks.quality.coreference import score_clusters
from benchmarks.quality.corpora import MissingError
from benchmarks.quality.ecbplus_corpus import (
    EcbDocument,
    mentions_of,
    parse_checked,
    parse_document,
    read_split,
)
from benchmarks.quality.ecbplus_lemmas import baselines, cosines, lemma_delta
from benchmarks.quality.ecbplus_losses import losses
from benchmarks.quality.ecbplus_ours import (
    Ours,
    incidents_completed,
    incidents_read,
    parted,
    read_documents,
    whole,
)

Sentences = Sequence[str]
Marks = Sequence[tuple[int, tuple[str, ...], str | None]]  # sentence, words, cluster over documents

CHECKED = "Topic,File,Sentence Number\n12,1ecb,0\n12,1ecb,1\n12,2ecb,0\n12,3ecbplus,0\n"
FIRST = (
    "Shells hit a market in Aleppo on 3 May 2016 and killed 12 people .",
    "Rescuers condemned the shelling .",
    "Nobody was hurt in Idlib .",
)
SECOND = ("At least 12 people were killed on 3 May 2016 when shells struck a market in Aleppo .",)
THIRD = ("A gunman killed two guards at a bank in Homs on 9 June 2016 .",)
FIRST_MARKS: Marks = (
    (0, ("hit",), "ACT1"),
    (0, ("killed",), "ACT2"),
    (1, ("condemned",), None),
    (1, ("shelling",), "ACT1"),
    (2, ("hurt",), None),  # in a sentence whose annotation nobody checked
)
SECOND_MARKS: Marks = ((0, ("killed",), "ACT2"), (0, ("struck",), "ACT1"))
THIRD_MARKS: Marks = ((0, ("killed",), "ACT3"),)


def xml_of(name: str, sentences: Sentences, marks: Marks) -> bytes:
    """A document as the corpus writes it, each mention marked at the first place of its words."""
    tokens = [(number, word) for number, each in enumerate(sentences) for word in each.split()]
    lines = [f'<Document doc_name="{name}.xml">']
    lines += [
        f'<token t_id="{at + 1}" sentence="{number}" number="0">{word}</token>'
        for at, (number, word) in enumerate(tokens)
    ]
    lines.append("<Markables>")
    relations = []
    for key, (number, words, cluster) in enumerate(marks):
        anchors = [
            next(at for at, token in enumerate(tokens) if token == (number, word)) + 1 for word in words
        ]
        inner = "".join(f'<token_anchor t_id="{anchor}"/>' for anchor in anchors)
        lines.append(f'<ACTION_OCCURRENCE m_id="{key}">{inner}</ACTION_OCCURRENCE>')
        if cluster is not None:
            relations.append(
                f'<CROSS_DOC_COREF r_id="{key}" note="{cluster}"><source m_id="{key}"/><target m_id="99"/></CROSS_DOC_COREF>'
            )
    lines += ['<LOC_GEO m_id="98"><token_anchor t_id="1"/></LOC_GEO>', '<ACTION_OCCURRENCE m_id="99"/>']
    lines += ["</Markables>", "<Relations>", *relations, "</Relations>", "</Document>"]
    return "\n".join(lines).encode()


def document(name: str, sentences: Sentences, marks: Marks) -> EcbDocument:
    return parse_document(name, xml_of(name, sentences, marks), parse_checked(CHECKED))


@pytest.fixture(scope="module")
def documents() -> list[EcbDocument]:
    return [
        document("12_1ecb", FIRST, FIRST_MARKS),
        document("12_2ecb", SECOND, SECOND_MARKS),
        document("12_3ecbplus", THIRD, THIRD_MARKS),
    ]


def test_events_of_checked_sentences_are_read_with_their_clusters(documents: list[EcbDocument]) -> None:
    first = documents[0]
    assert [(mention.words, mention.cluster) for mention in first.mentions] == [
        ("hit", "ACT1"),
        ("killed", "ACT2"),
        ("condemned", "12_1ecb alone 2"),
        ("shelling", "ACT1"),
    ]
    assert [span.of(first.text) for span in first.sentences] == [
        sentence.replace(" .", ".") for sentence in FIRST
    ]
    assert all(mention.span.of(first.text) == mention.words for mention in first.mentions)


def test_the_two_events_of_a_topic_are_subtopics(documents: list[EcbDocument]) -> None:
    assert [each.subtopic for each in documents] == ["12 ecb", "12 ecb", "12 ecbplus"]
    assert {each.topic for each in documents} == {12}


def test_words_apart_are_one_mention_over_all_between_them() -> None:
    sentence = "Police cut the old power lines off ."
    split = document("12_1ecb", (sentence,), ((0, ("cut", "off"), None),)).mentions[0]
    assert split.words == "cut off"
    assert split.span.of(sentence) == "cut the old power lines off"


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("A 24 - year - old , from Homs ( Syria ) .", "A 24-year-old, from Homs (Syria)."),
        ('"We left , " he said .', '"We left," he said.'),
        ("`` We left , '' he said .", "``We left,'' he said."),
        ("The navy 's ship", "The navy's ship"),
    ],
)
def test_text_is_rebuilt_as_it_was_printed(tokens: str, text: str) -> None:
    assert document("12_1ecb", (tokens,), ()).text == text


def test_mentions_joined_within_a_document_share_a_cluster_of_that_document() -> None:
    content = xml_of("12_1ecb", FIRST, FIRST_MARKS[:2]).replace(b"CROSS_DOC_COREF", b"INTRA_DOC_COREF")
    read = parse_document("12_1ecb", content, parse_checked(CHECKED))
    assert [mention.cluster for mention in read.mentions] == ["12_1ecb within 0", "12_1ecb within 1"]


def test_baselines_join_by_topic_subtopic_and_lemma(documents: list[EcbDocument]) -> None:
    def together(name: str) -> set[frozenset[str]]:
        homes = baselines(documents)[name]
        found: dict[str, set[str]] = {}
        for mention, home in homes.items():
            found.setdefault(home, set()).add(f"{mention.document} {mention.words}")
        return {frozenset(members) for members in found.values() if len(members) > 1}

    killings = {"12_1ecb killed", "12_2ecb killed"}
    assert together("none joined") == set()
    assert together("topic") == {frozenset(f"{m.document} {m.words}" for m in mentions_of(documents))}
    assert together("lemma in topic") == {frozenset((*killings, "12_3ecbplus killed"))}
    assert together("lemma in subtopic") == {frozenset(killings)}


def test_one_lemma_is_joined_over_documents_alike_and_no_others(documents: list[EcbDocument]) -> None:
    copy = document("12_2ecb", FIRST, FIRST_MARKS)
    homes = lemma_delta([documents[0], copy, documents[2]])
    killed = [home for mention, home in homes.items() if mention.words == "killed"]
    assert killed[0] == killed[1] != killed[2]


def test_documents_are_alike_by_the_words_that_few_have() -> None:
    alike = cosines(["the navy caught pirates", "the navy caught smugglers", "the bank burned"])
    assert alike[0, 1] > 0.2 > alike[0, 2]
    assert alike.diagonal().tolist() == [1.0, 1.0, 1.0]


def test_one_shelling_in_two_reports_is_joined_and_parted_from_its_dead(documents: list[EcbDocument]) -> None:
    read = incidents_read(documents, read_documents(documents))
    mentions = [mention for mention in mentions_of(documents) if mention in read]
    assert {"hit", "killed", "struck"} <= {mention.words for mention in mentions}
    golds = {mention: mention.cluster for mention in mentions}
    assert score_clusters(golds, parted(mentions, read))["B-cubed"]["p"] == 100.0
    assert score_clusters(golds, parted(mentions, read))["MUC"]["r"] > 0
    assert score_clusters(golds, whole(mentions, read))["B-cubed"]["p"] < 100.0  # the dead with the shells


def test_what_no_claim_tells_of_gets_a_claim_of_its_own(documents: list[EcbDocument]) -> None:
    read, completed = incidents_read(documents, read_documents(documents)), incidents_completed(documents)
    assert read.keys() <= completed.keys()
    assert "condemned" in {mention.words for mention in completed}


def test_each_pair_is_lost_at_one_step_or_joined(documents: list[EcbDocument]) -> None:
    lost = losses(documents, read_documents(documents))
    # hit and struck, shelling and struck, killed and killed
    assert sum(row["n"] for row in lost.values()) == 3
    assert lost["7 joined"]["n"] >= 1


def test_what_is_not_told_in_an_incident_stands_alone(documents: list[EcbDocument]) -> None:
    mentions = mentions_of(documents)
    result = ecbplus.rows(documents, Ours({}, {}))
    assert result["found"] == {"percent": 0.0, "n": len(mentions)}
    assert result["read: CoNLL"] == result["none joined: CoNLL"]
    assert result["topic 12, read: MUC"]["f1"] == 0.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / ecbplus.CORPUS / "ECB+"
    (corpus / "12").mkdir(parents=True)
    (corpus / "ECBplus_coreference_sentences.csv").write_text(CHECKED)
    (corpus / "12" / "12_1ecb.xml").write_bytes(xml_of("12_1ecb", FIRST, FIRST_MARKS))
    (corpus / "12" / "12_2ecb.xml").write_bytes(xml_of("12_2ecb", SECOND, SECOND_MARKS))
    return tmp_path


def test_the_command_prints_a_row_for_each_system(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = argparse.Namespace(folder=folder, split="dev", json=False)
    judge("ecbplus without floors", options, ecbplus.measure, show=ecbplus.print_systems)
    out = capsys.readouterr().out
    assert "CEAF-e" in out
    assert {"read", "completed", "lemma in topic"} <= {line[:42].strip() for line in out.splitlines()}


def test_the_result_is_one_line_of_json_if_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = argparse.Namespace(folder=folder, split="dev", json=True)
    judge("ecbplus without floors", options, ecbplus.measure, show=ecbplus.print_systems)
    assert json.loads(capsys.readouterr().out)["lemma in topic: LEA"]["gold"] == 3


def test_a_split_that_is_kept_elsewhere_is_missing(folder: Path) -> None:
    with pytest.raises(MissingError, match="no document of test"):
        read_split(folder, "test")
