"""The one list of the screen for writing: in which form, in which formats, of which departments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from textual.content import Content
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import N_, _
from evaltool.operations.reporting import OF_MANY, Form, Format, Wanted
from evaltool.tui.book import DepartmentId
from evaltool.tui.cells import cut, one_line
from evaltool.tui.marks import marked

FORM, FORMAT, ALL, DEPARTMENT = "form", "format-", "all", "department-"
"""What a line is about; a format's is followed by its suffix, a department's by its number in the list."""

FORMS: Mapping[Form, str] = MappingProxyType(
    {
        Form.NATIONAL: N_("项目支出绩效自评表（全国通用）"),
        Form.HEBEI: N_("项目支出绩效自评表（河北）"),
        Form.DEPARTMENT: N_("部门整体支出绩效自评表"),
        Form.SUMMARY: N_("多个部门的汇总，合为一个文件"),
    }
)
FORMATS: Mapping[Format, str] = MappingProxyType(
    {
        Format.XLSX: N_("Excel 工作簿：自评表、对照、复算和评分依据"),
        Format.DOCX: N_("Word 自评报告"),
        Format.HTML: N_("网页，一个文件，离线可看"),
        Format.PDF: N_("PDF，须装有 LibreOffice"),
        Format.CSV: N_("数据表，每个指标一行"),
        Format.JSON: N_("数据，每个指标一行，供其他系统读取"),
    }
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen to be written."""

    departments: frozenset[DepartmentId]
    formats: frozenset[Format] = frozenset({Format.XLSX})
    form: Form = Form.NATIONAL

    def changed(self, line: str, known: Sequence[DepartmentId]) -> Choice:
        """What is chosen once a line is turned: the next form, or something chosen or not."""
        if line == FORM:
            forms = tuple(Form)
            return replace(self, form=forms[(forms.index(self.form) + 1) % len(forms)])
        if line.startswith(FORMAT):
            turned = self.possible & {Format(line.removeprefix(FORMAT))}
            return replace(self, formats=self.formats ^ turned)
        if line == ALL:
            everybody = frozenset(known)
            return replace(self, departments=frozenset() if everybody <= self.departments else everybody)
        one = known[int(line.removeprefix(DEPARTMENT))]
        return replace(self, departments=self.departments ^ {one})

    @property
    def possible(self) -> frozenset[Format]:
        """The formats that there are in the form chosen."""
        return frozenset(OF_MANY if self.form is Form.SUMMARY else Format)

    @property
    def wanted(self) -> Wanted:
        """The formats in their usual order, without those that the form has not, and the form."""
        return Wanted(tuple(one for one in Format if one in self.formats & self.possible), self.form)


def options(choice: Choice, summaries: Sequence[ops.Summary], room: int) -> Iterator[Option]:
    """The lines in `room` cells, the chosen ones marked."""
    form = _("表样：{form}（按空格换一种）").format(form=_(FORMS[choice.form]))
    yield Option(Content(cut(form, room)), id=FORM)
    chosen = choice.wanted.formats
    for one, meaning in FORMATS.items():
        said = _(meaning) if one in choice.possible else _("汇总没有这种格式")
        line = marked(f"{one:<4}  {said}", one in chosen)
        yield Option(Content(cut(line, room)), id=f"{FORMAT}{one}")
    everybody = _("全部单位（{count} 个）：全部选定，或全部不选").format(count=len(summaries))
    yield Option(Content(cut(everybody, room)), id=ALL)
    for number, summary in enumerate(summaries):
        name = one_line(f"{summary.year or ''} {summary.name}").strip()
        is_chosen = (summary.code, summary.year) in choice.departments
        yield Option(Content(cut(marked(name, is_chosen), room)), id=f"{DEPARTMENT}{number}")
