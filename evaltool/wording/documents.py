"""What is odd about a document and its tables, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_

DOCUMENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # a file that is no document
        "document.not_found": (N_("没有这个文件"), N_("请核对文件名和文件夹")),
        "document.no_file": (N_("这不是文件"), N_("请指定一个文件")),
        "document.not_readable": (N_("文件无法读取：{reason}"), N_("请核对文件权限")),
        "document.too_large": (
            N_("文件约 {megabytes} MB，超过 {limit} MB，未读取"),
            N_("请核对是否选错文件"),
        ),
        "document.too_many_lines": (N_("文件超过 {limit} 行，未读取"), N_("请核对是否选错文件")),
        "document.empty": (N_("文件是空的"), N_("请核对是否选错文件")),
        "document.binary": (N_("文件不是文本，无法读取"), N_("请另存为纯文本（.txt）")),
        "document.encoding": (N_("文件的编码不是 UTF-8 或 GB18030"), N_("请另存为 UTF-8 文本")),
        "document.unknown": (N_("文件不是能读取的格式，或者已损坏"), N_("请另存为 docx 或 xlsx")),
        "document.locked": (N_("文件设有打开密码，无法读取"), N_("请取消密码后另存")),
        "document.in_english": (N_("这是本工具生成的英文版自评表，无法读取"), N_("请以中文重新生成，再读取")),
        "document.broken": (N_("文件已损坏，无法按 {format} 格式读取"), N_("请用原软件打开后另存")),
        "document.no_text": (
            N_("PDF 共 {pages} 页，没有文字，可能是扫描件"),
            N_("请使用 Word、Excel 原件，或者先做文字识别"),
        ),
        "document.picture_pages": (
            N_("第 {pages} 页只有图片，没有文字，可能是扫描件，未读取"),
            N_("请使用 Word、Excel 原件，或者先做文字识别"),
        ),
        "document.no_office": (
            N_("读取这种格式需要安装 LibreOffice，本机没有找到"),
            N_("请在 WPS 或 Word 中打开，另存为 docx"),
        ),
        "document.office_failed": (
            N_("LibreOffice 没有能够转换这个文件"),
            N_("请在 WPS 或 Word 中打开，另存为 docx"),
        ),
        "document.died": (
            N_("读取 {format} 文件时程序中断（文件可能已损坏，或者占用内存过多）"),
            N_("请用原软件打开后另存"),
        ),
        "document.too_slow": (N_("读取超过 {seconds} 秒，已停止"), N_("请核对是否选错文件")),
        "document.unpacks_too_large": (N_("文件解压后超过 {limit} MB，未读取"), N_("请核对是否选错文件")),
        "document.too_many_pages": (
            N_("PDF 共 {pages} 页，超过 {limit} 页，未读取"),
            N_("请核对是否选错文件"),
        ),
        "document.too_many_cells": (N_("表格超过 {limit} 个单元格，未读取"), N_("请核对是否选错文件")),
        "document.hidden_sheet": (N_("隐藏的工作表“{sheet}”未读取"), ""),
        "document.score_by_person": (
            N_("“{name}”的得分由人工评定，没有作为人工评分读入：{text}"),
            N_("仍要采用的，请读入后重新填写人工评分"),
        ),
        "document.bare_fraction": (
            N_("“{text}”可能是百分比 {read}，原文件没有给出数字格式"),
            N_("请核对原表"),
        ),
        "document.pending_formula": (N_("公式“{text}”没有计算结果，未读取"), N_("请用表格软件打开并保存")),
        "document.not_recognised": (N_("不是绩效目标文本：没有找到{looked_for}"), N_("请核对是否选错文件")),
        # a document as a whole
        "document.damaged_text": (N_("有 {lines} 行含无法识别的字符"), N_("请核对原文件是否损坏")),
        "document.missing_part": (N_("没有找到：{part}"), N_("请核对文本是否完整")),
        "document.year_inferred": (N_("没有标明年度，由“{text}”推断为 {year} 年"), N_("请核对年度")),
        "document.other_department": (N_("单位名称前后不一：{first}；{text}"), N_("请核对单位名称")),
        "document.no_weights": (N_("没有申报分值，按评分规则分配，得分仅供参考"), ""),
        # what a person decided about a document
        "document.corrected": (N_("{field}原文为“{text}”，导入时人工更正为“{read}”"), ""),
        "document.left_out": (N_("“{name}”导入时由人工选择不采用"), ""),
        "document.bad_year": (N_("“{text}”不是年度"), N_("请输入四位数的年份，如 2024")),
        "document.code_taken": (N_("编码“{text}”已属于另一个项目"), N_("请核对项目编码")),
        "document.title_taken": (N_("已有名为“{text}”的目标"), N_("请换一个名称")),
        "document.blank_field": (N_("{field}不能为空"), N_("请填写，或还原原来的内容")),
        "document.code_from_name": (N_("没有单位编码，以名称“{read}”代替"), N_("请补充单位编码")),
        "department.spent_not_split": (
            N_("全年执行数 {spent} 万元没有分列基本支出和项目支出，未录入"),
            N_("请分别录入基本支出和项目支出的执行数"),
        ),
        "clause.unread": (N_("“{objective}”中的“{text}”含百分比，未作为可衡量内容"), ""),
        "clause.too_many": (N_("“{objective}”起可衡量内容超过 {limit} 项，其余未读取"), N_("请核对文本")),
        # tables
        "table.unreadable": (
            N_("文件不是 CSV 文本或工作簿，或者已损坏，无法读取"),
            N_("请用表格软件另存为 CSV（UTF-8）或 xlsx"),
        ),
        "table.extra_cell": (N_("该行多出“{text}”，已按表头读取其余各列（{row}）"), N_("请核对该行各列")),
        "table.short_row": (N_("该行缺少：{missing}（{row}）"), N_("请核对该行各列")),
        "table.unknown_column": (N_("不认识的列“{header}”，未读取"), ""),
        "table.unread_row": (N_("未读取的行：“{text}”"), ""),
        "indicator.no_name": (N_("指标没有名称，该行未读取：“{text}”"), N_("请补充三级指标名称")),
        "indicator.sub_row": (N_("“其中”行只列示，不作为指标：“{text}”"), ""),
        "target.in_name": (N_("指标值一栏为空，由名称“{text}”读取：{read}"), N_("请核对指标值")),
        "target.of_grades": (N_("以“优”的标准作为指标值（{text}）"), N_("请核对评价标准")),
        "indicator.no_level": (N_("指标“{name}”没有一级指标"), N_("请补充一级指标")),
        "indicators.level_absent": (N_("没有{level}"), N_("请核对指标是否完整")),
        "level.renamed": (N_("“{text}”读作“{read}”"), ""),
        # projects
        "project.code_twice": (N_("项目编码 {printed} 重复，后一个记作 {read}"), N_("请核对项目编码")),
        "project.code_from_name": (N_("没有项目编码，以名称“{read}”代替"), ""),
        "project.no_unit": (N_("没有标明金额单位，按{unit}读取"), N_("请核对金额单位")),
        "project.unit_assumed": (N_("金额单位“{text}”不明确，按{unit}读取"), N_("请核对金额单位")),
        "project.budget_parts_differ": (
            N_("预算数 {budget} 与各项资金合计 {parts} 不一致"),
            N_("请核对"),
        ),
        "plan.amounts_under_percent": (
            N_("资金支出计划的表头是百分比，填的是金额（{amounts}），按预算数 {budget} 折算为 {percents}"),
            N_("请核对"),
        ),
        "plan.blank": (N_("资金支出计划缺少 {month} 月底"), N_("请补充")),
    }
)
