"""The Word report over dossiers as hypothesis draws them: nothing crashes or is left out, sums agree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from by_hand import done, julu, with_outcome, with_project_outcome
from dossier_strategies import dossiers
from hypothesis import given, settings
from hypothesis import strategies as st
from word_made import card_of, read_back

from evaltool import language
from evaltool.reports import Scorecard
from evaltool.reports.word import report
from evaltool.reports.word.lines import Stand, counted, stand
from evaltool.reports.word.parts import Heading, Paragraph, Part, Table
from evaltool.reports.word.phrases import one_line
from evaltool.wording import points
from scoring.compared import losses_of, losses_of_project
from scoring.model import Dossier, Objective
from scoring.rules import EXACT
from scoring.scores import ExecutionScore


def text_of(parts: tuple[Part, ...]) -> str:
    """Every text of a report, a line each."""
    texts = []
    for part in parts:
        if isinstance(part, Table):
            texts += [" | ".join(row) for row in part.rows]
        else:
            texts.append(part.text)
    return "\n".join(texts)


def chapter(card: Scorecard, title: str) -> str:
    """The texts under the heading of that chapter."""
    parts = report(card)
    starts = [at for at, part in enumerate(parts) if isinstance(part, Heading) and part.level == 1]
    ends = [*starts[1:], len(parts)]
    for start, end in zip(starts, ends, strict=True):
        head = parts[start]
        if isinstance(head, Heading) and head.text.endswith(title):
            return text_of(parts[start:end])
    raise AssertionError(title)


ANY = dossiers(readable=False, most=3)
USUAL = dossiers(most=3)
FEW = settings(max_examples=40)


@FEW
@given(ANY)
def test_any_dossier_gives_a_file_that_opens_again(dossier: Dossier) -> None:
    read = read_back(card_of(dossier))
    heads = [one.text for one in read.paragraphs if one.style and one.style.name == "Heading 1"]
    assert len(heads) == 8


@FEW
@given(ANY)
def test_no_paragraph_is_empty_and_no_sentence_has_an_empty_part(dossier: Dossier) -> None:
    for part in report(card_of(dossier)):
        if isinstance(part, Paragraph | Heading):
            assert part.text.strip()
            assert not any(
                pair in part.text for pair in ("，，", "。。", "，。", "：。", "；；", "、、", "None")
            )


@pytest.mark.parametrize("tongue", ["zh", "en"])
@FEW
@given(dossier=ANY)
def test_no_template_shows_its_braces_in_either_language(tongue: str, dossier: Dossier) -> None:
    language.use(tongue)
    try:
        said = text_of(report(card_of(dossier)))
    finally:
        language.use("zh")
    assert "{" not in said
    assert "}" not in said


@FEW
@given(USUAL)
def test_every_lost_point_is_listed_and_their_sum_is_said(dossier: Dossier) -> None:
    card = card_of(dossier)
    said = chapter(card, "扣分与偏差原因")
    losses = losses_of(card.score, dossier)
    for loss in losses.lines:
        name = "预算执行率" if isinstance(loss.line, ExecutionScore) else loss.line.indicator.name
        assert f"“{name}”扣{points(loss.points)}分" in said
    if losses.lines:
        assert f"各项目扣分共{len(losses.lines)}项，合计扣{points(losses.points)}分" in said
    total = Decimal(0)
    for project in card.score.projects:
        if project.score is not None:
            total = EXACT.add(total, losses_of_project(project, dossier).points)
    assert total == losses.points


@FEW
@given(USUAL)
def test_every_total_stands_in_the_text_and_in_the_table(dossier: Dossier) -> None:
    card = card_of(dossier)
    said, table = chapter(card, "各级指标分析"), chapter(card, "各项目得分表")
    for project in card.score.projects:
        if project.score is not None and project.score.value is not None:
            assert f"“{project.name}”总分{points(project.score.value)}分" in said
            assert points(project.score.value) in table
        elif project.score is not None:
            assert f"可能为{points(project.score.low)}分至{points(project.score.high)}分" in said


@FEW
@given(ANY)
def test_the_counts_of_indicators_add_up(dossier: Dossier) -> None:
    lines = [line for project in card_of(dossier).score.projects for line in project.indicators]
    told = counted(lines)
    if not lines:
        assert told == "没有申报绩效指标"
        return
    stands = [stand(line) for line in lines]
    assert told.startswith(f"共有指标{len(lines)}项：")
    for kind in Stand:
        assert (kind.format(count=stands.count(kind)) in told.replace("：", "，").split("，")) == (
            kind in stands
        )


@FEW
@given(ANY)
def test_every_indicator_of_a_project_that_counts_is_spoken_of(dossier: Dossier) -> None:
    card = card_of(dossier)
    said = chapter(card, "各级指标分析")
    for project in card.score.projects:
        for line in project.indicators if project.score is not None else ():
            assert f"“{line.indicator.name}”" in said


@FEW
@given(st.text(max_size=40))
def test_whatever_people_wrote_stands_in_a_file_that_opens_again(text: str) -> None:
    reason = done("90", reason=text, action=text, evidence=text)
    dossier = with_project_outcome(
        with_outcome(julu(), "完成率", reason), achieved=text, execution_reason=text
    )
    project = replace(dossier.department.projects[0], name=text, purpose=text, objectives=(text,))
    department = replace(dossier.department, name=text, objective=text, objectives=(Objective(text, text),))
    card = card_of(replace(dossier, department=replace(department, projects=(project,))))
    for part in report(card):
        if isinstance(part, Paragraph | Heading):
            assert part.text.strip()
    assert one_line(text) in "\n".join(one.text for one in read_back(card).paragraphs)
