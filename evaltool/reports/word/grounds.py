"""七、评分依据: the rulebook, its clauses that moved points, the open doubts, where the proof stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evaltool.language import _
from evaltool.reports import titles
from evaltool.reports.clauses import evidence, followed
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.parts import Column, Heading, Paragraph, Part, Set, Table
from evaltool.reports.word.phrases import one_line, prose
from evaltool.wording import clause as clause_name
from evaltool.wording import clause_value, place, say, suggestion, term
from scoring.findings import Finding, Severity


def chapter(card: Scorecard) -> Iterator[Part]:
    """The chapter."""
    yield Heading(1, _("评分依据"))
    yield Heading(2, _("评分规则"))
    rules = card.rulebook
    yield Paragraph(prose(titles.rulebook(rules), titles.standing(rules), card.made))
    yield Paragraph(_("本次得分所依据的条款"), Set.CAPTION)
    yield _clauses(card)
    yield Heading(2, _("推断的判读"))
    yield Paragraph(prose(*_inferred(card)))
    yield Heading(2, _("尚未答复的疑点"))
    yield from _findings(card)
    yield Heading(2, _("计算过程"))
    proof = _("每项得分的计算过程见本单位绩效自评表工作簿的“{basis}”表，可重算的公式见其中的“{proof}”表")
    proof = proof.format(basis=_("评分依据"), proof=_("复算"))
    yield Paragraph(prose(proof, _("工作簿所载的数据校验应与本报告一致")))


def _clauses(card: Scorecard) -> Table:
    columns = (
        Column(_("条款"), 12, is_centred=False),
        Column(_("取值"), 18, is_centred=False),
        Column(_("出处"), 22, is_centred=False),
        Column(_("证据"), 10),
    )
    used = followed(card.score)
    rows = tuple(
        (
            clause_name(clause.key),
            clause_value(clause),
            clause.cite,
            evidence(clause),
        )
        for clause in card.rulebook.clauses()
        if clause.key in used
    )
    return Table(columns, rows)


def _inferred(card: Scorecard) -> Iterator[str]:
    count = sum(bool(one.target.inferred) for one in card.department.indicators())
    if count:
        words = _("绩效文本没有写明、由内容推断的指标值共{count}项，逐项判读见工作簿的“{basis}”表")
        yield words.format(count=count, basis=_("评分依据"))
    else:
        yield _("没有推断的指标值")


def _findings(card: Scorecard) -> Iterator[Part]:
    """Errors and warnings one by one; notes, and what has been answered, stand in the workbook."""
    found = [one for one in card.open_findings if one.severity is not Severity.NOTE]
    notes = len(card.open_findings) - len(found)
    if found:
        yield Paragraph(prose(_("尚未答复的疑点共{count}条").format(count=len(found))))
        columns = (
            Column(_("位置"), 20, is_centred=False),
            Column(_("级别"), 6),
            Column(_("疑点与建议"), 36, is_centred=False),
        )
        rows = ((_place(card, one), term(one.severity), _said(one)) for one in found)
        yield Table(columns, tuple(rows))
    else:
        yield Paragraph(prose(_("没有尚未答复的疑点")))
    others = [
        (notes, _("另有级别为提示的{count}条，见工作簿的“{basis}”表")),
        (len(card.answered), _("已答复的疑点共{count}条，答复见工作簿的“{basis}”表")),
    ]
    basis = _("评分依据")
    said = prose(*(words.format(count=count, basis=basis) for count, words in others if count))
    if said:
        yield Paragraph(said)


def _place(card: Scorecard, found: Finding) -> str:
    """Where a doubt is, its project by name."""
    subject = found.subject
    names = {project.code: project.name for project in card.department.projects}
    named = replace(subject, project=names.get(subject.project, subject.project))
    return one_line(place(replace(found, subject=named))) or one_line(card.department.name)


def _said(found: Finding) -> str:
    return prose(one_line(say(found)), one_line(suggestion(found)))
