"""Tables that carry scores, as offices keep them: lists and forms; and the copy of one with remarks."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.documents import Unreadable
from evaltool.documents.scored import read_published
from evaltool.operations import Rechecked, Refused, recheck_file, write_remarks
from scoring.recheck import PublishedLine
from scoring.rulebook import load

ENGLISH = "document,project,level1,level2,indicator,target,actual,weight,score"
CHINESE = "项目名称,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分"
ROWS = "道路养护,产出指标,数量指标,养护里程,≥38公里,40,20,20\n,,质量指标,★合格率(≥**%),95%,≥95%,20,18"

FORM: list[list[object]] = [
    ["项目支出绩效自评表"],
    ["（2022年度）"],
    ["项目名称", "", "暖通改造"],
    ["主管部门", "", "发改委", "", "实施单位", "食品学校"],
    [
        "项目资金（万元）",
        "",
        "年初预算数",
        "全年预算数（A）",
        "全年执行数（B）",
        "分值",
        "执行率（B/A）",
        "得分",
    ],
    ["", "年度资金总额：", 43.2, 43.2, 37.24, 10, "80%", 9],
    ["", "其中：当年财政拨款", 43.2, 43.2, 37.24, "-", "", "-"],
    ["", "其他资金", "", "", "", "-", "", "-"],
    ["年度总体目标", "预期目标", "", "", "实际完成情况"],
    ["", "改造完成", "", "", "完成"],
    [
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度\n指标值",
        "实际\n完成值",
        "分值",
        "得分",
        "偏差原因",
    ],
    ["", "产出指标\n（50分）", "数量指标", "指标1：工程量", "≥10个", 10, 20, 20],
    ["", "", "", "指标2：", "", "", "", ""],
    ["", "", "", "……"],
    ["", "", "质量指标", "合格率", 0.95, 0.9, 10, 9.5],
    ["", "", "时效指标", "完成时间", "12月底前", "11月", 20, 20],
    ["", "效益指标（30分）", "社会效益指标", "能力", "有效提升", "达成预期指标", 30, 28],
    ["", "满意度指标（10分）", "", "学生满意度", "≥90%", "95%", 10, 10],
    ["总分", "", "", "", "", "", 100, 98],
    ["注：一级指标分值统一设置"],
    ["填报人：", "张三", "", "联系电话：", "123"],
]


def filled(sheet: Worksheet) -> Worksheet:
    for row in FORM:
        sheet.append(row)
    sheet["E15"].number_format = sheet["F15"].number_format = "0%"
    sheet.merge_cells("B12:B16")
    return sheet


@pytest.fixture
def form(tmp_path: Path) -> Path:
    book = Workbook()
    filled(book.worksheets[0])
    path = tmp_path / "自评表.xlsx"
    book.save(path)
    return path


def of_text(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "自评表.csv"
    path.write_bytes(text.encode(encoding))
    return path


def checked(path: Path) -> Rechecked:
    return recheck_file(path, load())


def said(line: PublishedLine) -> str:
    return f"{line.project}/{line.level1}/{line.level2}/{line.indicator}"


def printed(path: Path) -> list[PublishedLine]:
    return [one.line for one in read_published(path).printed]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("above", ["", "县财政局\n2022年绩效自评表,,\n\n"])
def test_a_list_in_any_making_of_csv_is_read(tmp_path, encoding, above):
    lines = printed(of_text(tmp_path, f"{above}{CHINESE}\n{ROWS}\n", encoding))
    assert [said(line) for line in lines] == [
        "道路养护/产出指标/数量指标/养护里程",
        "道路养护/产出指标/质量指标/★合格率(≥**%)",
    ]
    assert [(line.target, line.actual, line.weight, line.score) for line in lines] == [
        ("≥38公里", "40", "20", "20"),
        ("95%", "≥95%", "20", "18"),
    ]
    assert [line.year for line in lines] == [2022 if above else None] * 2


def test_english_columns_in_any_order_are_read_and_a_verdict_in_the_file_is_not(tmp_path):
    text = "expected,score,weight,actual,target,indicator,level2,level1,project,document,verdict\n"
    path = of_text(tmp_path, f"{text}1.00,5,10,90%,≥95%,率,质量指标,产出指标,甲,丙,agrees\n")
    (line,) = checked(path).lines
    assert (line.line.document, line.line.project, line.verdict.value) == ("丙", "甲", "lower")
    assert str(line.expected) == "9.47"


def test_rows_keep_their_levels_and_an_empty_level_2_stays_empty(tmp_path):
    rows = "乙,预算执行率,,年度资金总额,9,9,9,9\n,,,一率,1,1,5,5\n,决策,,二率,1,1,5,5\n,,,三率,1,1,5,5\n"
    assert [said(line) for line in printed(of_text(tmp_path, f"{CHINESE}\n{rows}"))] == [
        "乙/预算执行率//年度资金总额",
        "乙///一率",
        "乙/决策//二率",
        "乙/决策//三率",
    ]


def test_a_list_that_names_its_documents_has_a_line_for_each_row_as_it_stands(tmp_path):
    rows = "甲,乙,产出,数量,一,1,1,5,5\n丙,,,,,,,,\n丙,,,,二,,,,\n"
    lines = printed(of_text(tmp_path, f"{ENGLISH}\n{rows}"))
    assert [(line.document, said(line)) for line in lines] == [
        ("甲", "乙/产出/数量/一"),
        ("丙", "///"),
        ("丙", "///二"),
    ]


@pytest.mark.parametrize("nothing", ["/", "—", "无", "不涉及", "-", ""])
def test_rows_of_a_form_that_hold_nothing_but_strokes_are_no_lines(nothing, tmp_path):
    row = ",".join([nothing] * 5)
    empty = f",,质量,{row}\n,,,合格,1,1,5,5\n,效益,社会,{row}\n,{nothing},{nothing},{row}\n"
    rows = f"甲,产出,数量,里程,1,1,5,5\n{empty},,,受益,1,1,5,5\n,,,就业,{nothing or 1},,,\n"
    lines = printed(of_text(tmp_path, f"{CHINESE}\n{rows}"))
    assert [said(line) for line in lines] == [
        "甲/产出/数量/里程",
        "甲/产出/质量/合格",
        "甲/效益/社会/受益",
        "甲/效益/社会/就业",
    ]


def test_rows_of_money_that_hold_nothing_but_strokes_are_no_lines(tmp_path):
    head = "项目资金,,全年预算数,全年执行数,分值,执行率,得分\n,年度资金总额,10,9,10,90%,9\n"
    rows = ",其中：财政拨款,10,9,-,-,-\n,上年结转资金,/,/,-,-,-\n,其他资金,无,无,/,/,/\n"
    path = of_text(tmp_path, f"{head}{rows}{CHINESE}\n{ROWS}\n")
    assert [line.indicator for line in printed(path)][:3] == ["年度资金总额", "其中:财政拨款", "养护里程"]


def test_a_national_form_is_read_with_its_money_its_levels_and_its_total(form):
    assert [said(line) for line in printed(form)] == [
        "暖通改造/预算执行率//年度资金总额",
        "暖通改造/预算执行率//其中:当年财政拨款",
        "暖通改造/产出指标（50分）/数量指标/指标1：工程量",
        "暖通改造/产出指标（50分）/质量指标/合格率",
        "暖通改造/产出指标（50分）/时效指标/完成时间",
        "暖通改造/效益指标（30分）/社会效益指标/能力",
        "暖通改造/满意度指标（10分）//学生满意度",
        "暖通改造///总分",
    ]


def test_a_national_form_is_scored_again(form):
    done = checked(form)
    verdicts = [(str(line.expected or ""), line.verdict.value) for line in done.lines]
    assert verdicts == [
        ("8.62", "rounded"),
        ("", "not_checkable"),
        ("20.00", "agrees"),
        ("9.47", "rounded"),
        ("20.00", "agrees"),
        ("", "not_checkable"),
        ("10.00", "agrees"),
        ("96.50", "higher"),
    ]
    assert [odd.code for odd in done.findings] == ["recheck.rate_differs", "recheck.total_differs"]
    assert done.findings[0].source is not None
    assert (done.findings[0].source.row, done.findings[0].facts["rate"]) == (6, "86.203704")


def in_yuan(*above: list[object], label: str = "项目资金") -> Workbook:
    book = Workbook()
    money = [
        ["年度资金总额", "70万元", 630000, 10, "90%", 9],
        ["其中：财政拨款", 700000, 630000, "-", "", "-"],
    ]
    header = [label, "", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    for row in (*above, header, *(["", *row] for row in money), *FORM[10:]):
        book.worksheets[0].append(row)
    return book


@pytest.mark.parametrize(
    "book",
    [in_yuan(["单位：元"]), in_yuan(label="项目资金（元）"), in_yuan(["项目名称", "甲", "金额单位：元"])],
)
def test_money_is_in_the_unit_that_the_form_names(book, tmp_path):
    book.save(tmp_path / "自评表.xlsx")
    done = checked(tmp_path / "自评表.xlsx")
    assert [line.line.unit for line in done.lines[:2]] == ["元", "元"]
    assert (done.lines[0].verdict.value, str(done.lines[0].expected)) == ("agrees", "9.00")
    assert "recheck.parts_differ" not in [odd.code for odd in done.findings]


def test_every_sheet_of_a_workbook_is_a_table_of_its_own(tmp_path):
    book = Workbook()
    filled(book.worksheets[0])
    filled(book.create_sheet("另一个"))
    book.save(tmp_path / "两个.xlsx")
    done = checked(tmp_path / "两个.xlsx")
    assert len(done.lines) == 16
    assert [odd.code for odd in done.findings] == ["recheck.rate_differs", "recheck.total_differs"] * 2


def test_the_hebei_form_has_signs_and_units_in_columns_and_a_second_header_row(tmp_path):
    text = (
        "一级指标,二级指标,三级指标,指标分值,预期指标值,,,单项指标实际完成值,自评得分,,\n"
        ",,,,符号,值,单位(文字描述),,单项指标得分,权重占比(%),单项指标折算得分\n"
        "产出指标,质量指标,覆盖率,25.00,>=,98,%(百分比),100%,25.00,25.00,6.25\n"
        ",时效指标,完成率,25.00,>=,99,%(百分比),98%,100,25.00,24.75\n"
    )
    done = checked(of_text(tmp_path, text))
    assert [line.line.target for line in done.lines] == [">=98%(百分比)", ">=99%(百分比)"]
    assert [line.verdict.value for line in done.lines] == ["agrees", "agrees"]
    assert [odd.code for odd in done.findings] == ["recheck.shrunk"]


def test_a_form_may_give_the_sense_and_the_unit_in_columns_of_their_own(tmp_path):
    text = (
        "一级指标,二级指标,三级指标,指标性质,指标值,度量单位,完成值,权重,得分\n"
        "产出指标,经济成本指标,成本控制数,≤,30,万元,33,11,10\n"
        "产出指标,质量指标,质量,定性,优良,,优良,10,10\n"
    )
    done = checked(of_text(tmp_path, text))
    assert [line.line.target for line in done.lines] == ["≤30万元", "优良"]
    assert [line.verdict.value for line in done.lines] == ["agrees", "not_checkable"]


@pytest.mark.parametrize("text", ["一,二\n1,2\n", "指标,目标\n甲,乙\n", "\n\nx"])
def test_a_file_without_scores_is_said_to_be_none(tmp_path, text):
    with pytest.raises(Unreadable) as refused:
        checked(of_text(tmp_path, text))
    assert refused.value.code == "recheck.no_header"


def comments(path: Path) -> dict[str, str]:
    sheet = load_workbook(path).worksheets[0]
    return {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}


def test_the_copy_of_a_csv_carries_the_verdicts_at_the_scores(tmp_path):
    done = checked(of_text(tmp_path, f"{CHINESE}\n{ROWS}\n"))
    write_remarks(done, tmp_path / "复核.xlsx")
    remarks = comments(tmp_path / "复核.xlsx")
    assert list(remarks) == ["H2", "H3"]
    assert remarks["H3"].splitlines()[:3] == [
        "达标却扣分",
        "应得 20.00",
        "按规则应得满分 20.00，得分却为 18",
    ]
    assert "规则：forward（national-2020）" in remarks["H3"]


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1+1", "@SUM(1)", "-2", "=1+1"])
def test_what_a_csv_says_never_becomes_a_formula(tmp_path, text):
    row = '"' + text.replace('"', '""') + '"'
    done = checked(of_text(tmp_path, f"{ENGLISH}\n甲,乙,产出指标,数量指标,{row},{row},{row},10,{row}\n"))
    write_remarks(done, tmp_path / "复核.xlsx")
    sheet = load_workbook(tmp_path / "复核.xlsx").worksheets[0]
    assert {(sheet[cell].value, sheet[cell].data_type) for cell in ("E2", "F2", "G2", "I2")} == {(text, "s")}


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_copy_of_a_workbook_keeps_every_other_part_as_it_is(tmp_path):
    book = Workbook()
    sheet = filled(book.worksheets[0])
    sheet["K1"] = "=SUM(H12:H18)"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=8, min_row=12, max_row=18))
    sheet.add_chart(chart, "K3")
    sheet["H6"].comment = Comment("原有批注", "王")
    sheet["A3"].comment = Comment("另一处", "王")
    book.create_sheet("其他")["A1"] = "留着"
    before, after = tmp_path / "自评表.xlsx", tmp_path / "复核.xlsx"
    book.save(before)
    write_remarks(checked(before), after)
    old, new = parts(before), parts(after)
    changed = {name for name in new if new[name] != old.get(name)}
    assert old.keys() == new.keys()
    assert {name.rpartition("/")[2] for name in changed} == {"comment1.xml", "commentsDrawing1.vml"}
    remarks = comments(after)
    assert remarks["A3"] == "另一处"
    assert remarks["H6"].startswith("原有批注\n按位数取舍一致\n应得 8.62")
    assert len(remarks) == 9


def test_a_sheet_without_comments_gets_them_where_the_format_wants_them(form, tmp_path):
    write_remarks(checked(form), tmp_path / "复核.xlsx")
    sheet = parts(tmp_path / "复核.xlsx")["xl/worksheets/sheet1.xml"].decode()
    assert sheet.index("pageMargins") < sheet.index("legacyDrawing") < sheet.index("</worksheet>")
    assert len(comments(tmp_path / "复核.xlsx")) == 8


def test_the_same_table_gives_the_same_copy_and_another_file_is_never_overwritten(form, tmp_path):
    output = tmp_path / "复核.xlsx"
    write_remarks(checked(form), output)
    first = output.read_bytes()
    write_remarks(checked(form), output)
    assert output.read_bytes() == first
    output.write_bytes(b"somebody else's")
    with pytest.raises(Refused) as refused:
        write_remarks(checked(form), output)
    assert (refused.value.code, output.read_bytes()) == ("write.exists", b"somebody else's")
    with pytest.raises(Refused):
        write_remarks(checked(form), form)
    assert load_workbook(io.BytesIO(form.read_bytes())).worksheets[0]["A1"].value == "项目支出绩效自评表"


def test_a_folder_that_is_not_there_is_a_refusal(form, tmp_path):
    with pytest.raises(Refused) as refused:
        write_remarks(checked(form), tmp_path / "没有" / "复核.xlsx")
    assert refused.value.code == "write.failed"


def test_a_target_that_a_workbook_takes_for_a_formula_is_read_as_it_was_typed(tmp_path):
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (CHINESE.split(","), ["甲", "产出指标", "数量指标", "补助村数", "=8个", 8, 8, "=4+4"]):
        sheet.append(row)
    book.save(tmp_path / "自评表.xlsx")
    (line,) = printed(tmp_path / "自评表.xlsx")
    assert (line.target, line.score) == ("=8个", "=4+4")
    assert line.pending == {"score"}


def uncalculated(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in (CHINESE.split(","), *rows):
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_formulas_without_a_result_are_not_checkable_and_accuse_nobody(tmp_path):
    path = uncalculated(
        tmp_path / "自评表.xlsx",
        ["甲", "产出指标", "数量指标", "一", "≥10次", "=8+1", 20, 20],
        ["甲", "产出指标", "数量指标", "二", "=5+5", 9, 20, 20],
        ["甲", "产出指标", "数量指标", "三", "≥10次", 10, "=10+10", 20],
        ["甲", "产出指标", "数量指标", "四", "≥10次", 10, 20, "=F5*2"],
        ["甲", "合计", "", "", "", "", "=SUM(G2:G5)", "=SUM(H2:H5)"],
    )
    done = checked(path)
    assert [(line.verdict.value, line.said.code) for line in done.lines] == [
        ("not_checkable", "recheck.no_result")
    ] * 5
    assert [str(line.expected) for line in done.lines] == ["None", "None", "None", "20.00", "None"]
    assert done.findings == ()


def test_the_unit_of_a_number_format_is_what_the_cell_says(tmp_path):
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(CHINESE.split(","))
    sheet.append(["甲", "产出指标", "成本指标", "成本", "≤143万元", 1386000, 20, 20])
    sheet["F2"].number_format = '#,##0.00"元"'
    book.save(tmp_path / "自评表.xlsx")
    (line,) = checked(tmp_path / "自评表.xlsx").lines
    assert (line.line.actual, line.verdict.value) == ("1386000元", "agrees")


@pytest.mark.parametrize(("delimiter", "encoding"), [("\t", "utf-16"), (";", "utf-8"), ("\t", "gb18030")])
def test_unicode_text_and_other_separators_are_read(tmp_path, delimiter, encoding):
    path = of_text(tmp_path, f"{CHINESE}\n{ROWS}\n".replace(",", delimiter), encoding)
    assert [line.verdict.value for line in checked(path).lines] == ["agrees", "met_but_deducted"]


def test_a_second_column_of_the_same_name_is_named(tmp_path):
    text = f"{CHINESE},得分\n甲,产出指标,数量指标,里程,≥38公里,40,20,20,10\n"
    (odd,) = checked(of_text(tmp_path, text)).findings
    assert (odd.code, odd.facts["header"]) == ("recheck.header_twice", "得分")
    assert odd.source is not None
    assert odd.source.line == 1


def test_a_cell_beyond_the_header_is_named_in_a_text_and_is_nobodys_in_a_workbook(tmp_path):
    row = ["甲", "产出指标", "数量指标", "里程", "≥1,200公里", "1300公里", 20, 20]
    (odd,) = checked(of_text(tmp_path, f"{CHINESE}\n{','.join(map(str, row))}\n")).findings
    assert (odd.code, odd.facts["text"], odd.facts["row"]) == ("table.extra_cell", "20", "里程")
    assert checked(uncalculated(tmp_path / "自评表.xlsx", [*row, "经办人备注"])).findings == ()
