"""What was odd about a document is kept with the import, and goes with it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspace_samples import CODE, YEAR, department, doubt, opened, reading

from evaltool.workspace import Workspace
from scoring.findings import Finding, Severity
from scoring.model import Key, Reading, Source, Subject

texts = st.text(max_size=8)
keys = st.builds(Key, *[texts] * 5, st.integers(1, 3))
findings = st.builds(
    Finding,
    texts,
    st.sampled_from(Severity),
    st.builds(Subject, texts, st.none() | keys, texts),
    st.dictionaries(texts, texts, max_size=3),
    st.none() | st.builds(Source, texts, st.integers(0, 9), cell=texts),
)


def odd(*found: Finding, name: str = "巨鹿县政协") -> Reading:
    return replace(reading(department(name=name)), findings=found)


def fields(workspace: Workspace) -> list[str]:
    return [item.subject.field for item in workspace.journal(1)[0].items]


@given(st.lists(findings, max_size=4).map(tuple), st.lists(findings, max_size=2).map(tuple))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_was_odd_comes_back_and_so_does_what_was_odd_before(
    first: tuple[Finding, ...], second: tuple[Finding, ...]
) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "a.db") as workspace:
        workspace.adopt(odd(*first))
        kept = workspace.document_findings(CODE, YEAR)
        assert [(each, each.source) for each in kept] == [(each, each.source) for each in first]
        if workspace.adopt(odd(*second, name="新名称")).change_id:
            assert workspace.document_findings(CODE, YEAR) == second
            workspace.undo()
        assert workspace.document_findings(CODE, YEAR) == first
        workspace.undo()
        workspace.redo()
        assert workspace.document_findings(CODE, YEAR) == first
        assert workspace.verify() is None


def test_an_import_is_one_change_with_what_is_declared_and_what_was_odd(workspace: Workspace) -> None:
    workspace.adopt(odd(doubt("≥9595%"), name="新名称"))
    assert fields(workspace) == ["declared", "findings"]
    assert workspace.journal(1)[0].items[1].new == (doubt("≥9595%"),)
    workspace.undo()
    assert workspace.document_findings(CODE, YEAR) == ()
    assert workspace.department(CODE, YEAR) == department()


def test_a_document_read_otherwise_is_a_change_although_it_declares_the_same(workspace: Workspace) -> None:
    workspace.adopt(odd(doubt("≥9595%")))
    adopted = workspace.adopt(odd(doubt("≥9090%")))
    assert (adopted.difference.same, adopted.change_id, fields(workspace)) == (True, 3, ["findings"])
    workspace.undo()
    assert workspace.document_findings(CODE, YEAR) == (doubt("≥9595%"),)


def test_the_same_doubts_from_another_place_are_no_change(workspace: Workspace) -> None:
    workspace.adopt(odd(doubt("≥9595%")))
    moved = replace(doubt("≥9595%"), source=Source("别处/样本.txt", line=99))
    assert workspace.adopt(odd(moved)).change_id is None


def test_a_document_without_doubts_takes_those_of_the_one_before_away(workspace: Workspace) -> None:
    workspace.adopt(odd(doubt("≥9595%")))
    workspace.adopt(odd())
    assert workspace.document_findings(CODE, YEAR) == ()


def test_doubts_belong_to_one_year(workspace: Workspace) -> None:
    workspace.adopt(replace(reading(department(year=2023)), findings=(doubt("≥9595%"),)))
    assert workspace.document_findings(CODE, YEAR) == ()
    assert len(workspace.document_findings(CODE, 2023)) == 1
