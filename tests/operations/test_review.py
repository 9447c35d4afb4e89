"""What a person decides about a document before it is adopted: corrected, chosen, left out, and said so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from evaltool import operations as ops
from evaltool.operations.review import Review
from scoring.checks import declaration
from scoring.findings import Finding
from scoring.model import (
    Actual,
    Department,
    Indicator,
    Key,
    Outcome,
    Outcomes,
    Project,
    ProjectOutcome,
    Reading,
    Sense,
    Source,
    Subject,
    Target,
)
from scoring.notation import read_target

JULU, BEIDAIHE = (example.document for example in ops.examples())
RATE = Key("P1", "", "产出指标", "质量指标", "合格率")
DAY = Key("P1", "", "产出指标", "时效指标", "完成时间")
CALLS = Key("P2", "", "产出指标", "数量指标", "走访次数")


def indicator(key: Key, text: str, year: int | None = None) -> tuple[Indicator, tuple[Finding, ...]]:
    subject, place = Subject(key.project, key, "target"), Source("样本.docx", page=3, table=2, row=5)
    target, odd = read_target(
        text, level2=key.level2, name=key.name, year=year, subject=subject, source=place
    )
    return Indicator(key, target, source=place), odd


@pytest.fixture
def reading() -> Reading:
    """Two projects; a target nobody can read, one whose day has no year, and results beside."""
    rate, unread = indicator(RATE, "≥九十吧 5 3")
    day, no_year = indicator(DAY, "12月底前")
    calls, _none = indicator(CALLS, "4次")
    projects = (
        Project("P1", "检测费", budget=Decimal(143), indicators=(rate, day)),
        Project("P2", "走访费", indicators=(calls,)),
    )
    department = Department("D", "某单位", None, projects=projects)
    outcomes = Outcomes(
        {CALLS: Outcome(Actual(Decimal(5), text="5")), RATE: Outcome(Actual(Decimal(91), "%", text="91%"))},
        {"P2": ProjectOutcome(achieved="完成")},
    )
    findings = (*unread, *no_year, *declaration(department))
    return Reading(department, outcomes, {CALLS: Decimal(10)}, findings, Source("样本.docx"))


def target(reading: Reading, name: str) -> Target:
    return next(one.target for one in reading.department.indicators() if one.name == name)


def codes(reading: Reading) -> list[str]:
    return [odd.code for odd in reading.findings]


def corrected(review: Review, subject: Subject, text: str) -> Review:
    after, findings = review.correct(subject, text)
    assert after is not None, findings
    return after


def test_without_decisions_the_reading_is_the_one_found():
    for document in (JULU, BEIDAIHE):
        found = ops.read(document)
        assert Review(found).reading is found


def test_a_corrected_target_is_read_as_if_typed_and_its_doubts_go(reading: Reading):
    subject = Subject("P1", RATE, "target")
    assert target(reading, "合格率").sense is Sense.UNREAD
    after = corrected(Review(reading), subject, " ≥９５％ ").reading
    assert (target(after, "合格率").sense, target(after, "合格率").value) == (Sense.AT_LEAST, Decimal(95))
    assert not [odd for odd in after.findings if odd.subject == subject and odd.code.startswith("text.")]


def test_the_text_as_found_stays_with_its_place_in_a_finding(reading: Reading):
    after = corrected(Review(reading), Subject("P1", RATE, "target"), "≥95%").reading
    (said,) = [odd for odd in after.findings if odd.code == "document.corrected"]
    assert said.facts == {"field": "target", "text": "≥九十吧 5 3", "read": "≥95%"}
    assert said.source == Source("样本.docx", page=3, table=2, row=5)
    assert said.subject == Subject("P1", RATE, "target")


@pytest.mark.parametrize(
    ("subject", "text", "code"),
    [
        (Subject("P1", RATE, "target"), "三 5 6", "text."),
        (Subject("P1", RATE, "target"), "", "document.blank_field"),
        (Subject("P1", RATE, "name"), "  ", "document.blank_field"),
        (Subject(field="year"), "廿三", "document.bad_year"),
        (Subject(field="year"), "²⁰²²", "document.bad_year"),
        (Subject("P1", field="code"), "P2", "document.code_taken"),
        (Subject("P1", field="budget"), "很多", "amount."),
        (Subject("P1", RATE, "weight"), "-3", "actuals.not_positive"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused_and_says_why(
    reading: Reading, subject: Subject, text: str, code: str
):
    after, findings = Review(reading).correct(subject, text)
    assert after is None
    assert findings[0].code.startswith(code)


def test_the_text_as_found_takes_a_correction_back(reading: Reading):
    subject = Subject("P2", CALLS, "target")
    once = corrected(Review(reading), subject, "6次")
    assert corrected(once, subject, "4次") == Review(reading)


def test_a_year_that_was_missing_dates_the_targets_that_need_it(reading: Reading):
    assert "text.no_year" in codes(reading)
    after = corrected(Review(reading), Subject(field="year"), "２０２４年").reading
    assert after.department.year == 2024
    day = target(after, "完成时间").date
    assert day is not None
    assert day.isoformat() == "2024-12-31"
    assert "text.no_year" not in codes(after)


def test_level_and_name_decide_the_sense_of_a_figure_without_a_sign(reading: Reading):
    assert target(reading, "走访次数").sense is Sense.AT_LEAST
    after = corrected(Review(reading), Subject("P2", CALLS, "level2"), "成本").reading
    (moved,) = after.department.projects[1].indicators
    assert moved.level2 == "成本指标"
    assert moved.target.sense is Sense.AT_MOST


def test_what_was_achieved_goes_with_the_corrected_names(reading: Reading):
    review = corrected(Review(reading), Subject("P2", field="code"), "走访-2")
    review = corrected(review, Subject("P2", CALLS, "name"), "走访户数")
    key = CALLS._replace(project="走访-2", name="走访户数")
    after = review.reading
    assert set(after.outcomes.indicators) == {key, RATE}
    assert set(after.outcomes.projects) == {"走访-2"}
    assert after.printed == {key: Decimal(10)}
    assert {odd.subject.project for odd in after.findings} <= {"", "P1", "走访-2"}


def test_two_indicators_corrected_to_one_name_stay_two(reading: Reading):
    review = corrected(Review(reading), Subject("P1", DAY, "name"), "合格率")
    review = corrected(review, Subject("P1", DAY, "level2"), "质量")
    keys = [one.key for one in review.reading.department.indicators()]
    assert len(set(keys)) == len(keys)
    assert sorted(key.ordinal for key in keys if key.name == "合格率") == [1, 2]


def test_budget_weight_and_names_are_corrected(reading: Reading):
    review = Review(reading)
    for subject, text in {
        Subject(field="code"): "D2",
        Subject(field="name"): "另一单位",
        Subject("P1", field="budget"): "1386000元",
        Subject("P1", field="name"): "检验费",
        Subject("P2", CALLS, "weight"): "10分",
    }.items():
        review = corrected(review, subject, text)
    department = review.reading.department
    assert (department.code, department.name) == ("D2", "另一单位")
    assert (department.projects[0].name, department.projects[0].budget) == ("检验费", Decimal("138.6"))
    assert department.projects[1].indicators[0].weight == Decimal(10)
    assert corrected(review, Subject("P1", field="budget"), "").reading.department.projects[0].budget is None


def test_what_is_left_out_takes_its_outcomes_and_doubts_along_and_is_named(reading: Reading):
    review = Review(reading).turn(Subject("P2")).turn(Subject("P1", RATE))
    after = review.reading
    assert [one.name for one in after.department.indicators()] == ["完成时间"]
    assert (after.outcomes.indicators, after.outcomes.projects, after.printed) == ({}, {}, {})
    said = [odd.facts["name"] for odd in after.findings if odd.code == "document.left_out"]
    assert sorted(said) == ["合格率", "走访费"]
    assert not [
        odd for odd in after.findings if odd.code.startswith("text.") and odd.subject.indicator == RATE
    ]
    again = review.turn(Subject("P2")).turn(Subject("P1", RATE))
    assert again == Review(reading)


def test_last_years_results_can_be_the_start_of_this_year(reading: Reading):
    review = Review(reading, targets_only=True)
    after = corrected(review, Subject(field="year"), "2025").reading
    assert after.outcomes == Outcomes()
    assert after.printed == {}
    assert after.department.year == 2025
    assert len(after.department.indicators()) == 3


def test_of_conflicting_targets_one_is_picked_or_both_are_kept():
    review = Review(ops.read(JULU))
    asked = [one for one in review.found.department.own_indicators() if one.name == "提案交办率"]
    rivals = review.rivals(asked[0].key)
    assert [one.target.text for one in rivals] == ["95%", "达100%"]
    picked = review.choose(rivals[1].key, rivals)
    own = [one.target.text for one in picked.reading.department.own_indicators() if one.name == "提案交办率"]
    assert own == ["达100%"]
    assert "targets.conflict" not in codes(picked.reading)
    other = picked.choose(rivals[0].key, rivals)
    assert not other.is_left_out(Subject("", rivals[0].key))
    assert other.is_left_out(Subject("", rivals[1].key))
    assert "targets.conflict" in codes(other.choose(None, rivals).reading)


def test_indicators_that_agree_are_no_rivals():
    review = Review(ops.read(JULU))
    project = review.found.department.projects[0]
    assert [review.rivals(one.key) for one in project.indicators] == [()] * len(project.indicators)


def test_findings_of_a_decided_document_come_in_its_order():
    review = Review(ops.read(BEIDAIHE))
    project = review.found.department.projects[1]
    after = corrected(review, Subject(project.code, project.indicators[0].key, "target"), "≥80%").reading
    lines = [odd.source.line for odd in after.findings if odd.source]
    assert lines == sorted(lines)


def test_what_was_decided_before_is_found_again_where_the_text_is_the_same(reading: Reading):
    review = Review(reading).turn(Subject("P2"))
    for subject, text in {
        Subject("P1", RATE, "target"): "≥95%",
        Subject("P1", RATE, "name"): "抽检合格率",
        Subject("P1", field="code"): "P9",
        Subject("P1", DAY, "target"): "2022年6月底前",
    }.items():
        review = corrected(review, subject, text)
    again = Review(reading).again(review.reading.findings)
    assert again == review
    day, _odd = indicator(DAY, "11月底前")
    project = reading.department.projects[0]
    moved = replace(project, indicators=(project.indicators[0], day))
    changed = replace(reading, department=replace(reading.department, projects=(moved,)))
    partly = Review(changed).again(review.reading.findings)
    assert Subject("P1", DAY, "target") not in partly.corrections
    assert set(partly.corrections) == set(review.corrections) - {Subject("P1", DAY, "target")}
    assert partly.left_out == frozenset()
