"""Reading many inputs into a store: order, repetition and bad inputs change nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counterclaim.run.local import link_store, read_all
from counterclaim.store import Store
from counterclaim.store.checks import dump_lines

PAGES = {
    "a": "Shells struck the market in Dorel on Tuesday, killing at least 24 people, the health ministry said.",
    "b": "The East Valley Monitor put the death toll in the shelling of Dorel at 31.",
    "c": "The army denied that it had shelled the market in Dorel.",
    "d": "Gunmen abducted seven aid workers near Orsa on Monday, police said.",
}


def rows(names: str) -> list[str]:
    return [
        json.dumps({"doc": name, "outlet": f"Outlet {name}", "published": "2024-03-13", "text": PAGES[name]})
        for name in names
    ]


def filled(folder: Path, *orders: str) -> list[str]:
    """The store's canonical dump after reading the pages in the given orders, one after another."""
    with Store.open(folder / "s.db") as store:
        for number, order in enumerate(orders):
            table = folder / f"{number}.jsonl"
            table.write_text("\n".join(rows(order)) + "\n", "utf-8")
            for _ in read_all([str(table)], store=store):
                pass
        link_store(store)
        assert store.check() == []
        return [line for line in dump_lines(store) if ".jsonl" not in line]


@pytest.mark.parametrize("orders", [("dcba",), ("ab", "cd"), ("abcd", "dcba"), ("a", "a", "bcd")])
def test_order_and_repetition_of_inputs_change_nothing(tmp_path: Path, orders: tuple[str, ...]) -> None:
    once, otherwise = tmp_path / "once", tmp_path / "otherwise"
    once.mkdir()
    otherwise.mkdir()
    strip = [line.partition('"origin"')[0] for line in filled(once, "abcd")]
    assert [line.partition('"origin"')[0] for line in filled(otherwise, *orders)] == strip


def test_each_input_comes_back_once_as_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGES["a"], "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    done = list(read_all([str(tmp_path), str(tmp_path / "missing.txt")]))
    assert sorted((Path(item.origin).name, item.outcome) for item in done) == [
        ("empty.txt", "refused"),
        ("good.txt", "read"),
        ("missing.txt", "refused"),
    ]
    assert all(item.issues for item in done if item.outcome == "refused")


def test_one_incident_is_told_by_several_documents(tmp_path: Path) -> None:
    filled(tmp_path, "abcd")
    with Store.open(tmp_path / "s.db", read_only=True) as store:
        documents = [{item.doc for item in store.claims_of(incident)} for incident in store.incidents()]
        relations = {relation.kind for incident in store.incidents() for relation in incident.relations}
    assert {"a", "b"} <= max(documents, key=len)
    assert {"d"} in documents
    assert relations
