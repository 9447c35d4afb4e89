"""What stopped an operation, as sentences: the workspace, a rulebook, a file that cannot be written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evaltool.language import N_
from evaltool.wording.forms import ANSWERS

FAULTS: Mapping[str, str] = MappingProxyType(
    {
        # opening a workspace
        "workspace.not_found": N_("找不到或打不开工作区文件：{path}"),
        "workspace.unsupported": N_("不支持这种工作区地址：{url}。请用本机文件，如 evaltool.db"),
        "workspace.damaged": N_("工作区文件已损坏或不是工作区文件：{path}"),
        "workspace.foreign": N_("这是其他程序的数据库，不是工作区：{path}"),
        "workspace.newer": N_("工作区由更新的版本创建（{revision}），请升级后再打开：{path}"),
        "workspace.needs_upgrade": N_("工作区是旧版本的（{revision}），以只读方式无法升级：{path}"),
        "workspace.upgrade_failed": N_("工作区升级失败（{revision}），文件未改动：{path}。原因：{reason}"),
        # using it
        "workspace.read_only": N_("工作区是只读的，没有保存：{path}"),
        "workspace.locked": N_("工作区正被其他程序占用，没有保存，可稍后重试：{path}"),
        "workspace.full": N_("磁盘已满，没有保存：{path}"),
        "workspace.failed": N_("工作区读写失败，没有保存：{path}。原因：{reason}"),
        "workspace.closed": N_("工作区已关闭，没有保存"),
        # what was asked for
        "workspace.no_department": N_("工作区中没有 {code}（{year} 年）"),
        "workspace.no_subject": N_("申报的绩效目标中没有：{project} {indicator}"),
        "workspace.no_field": N_("没有可录入的项目“{field}”（{project} {indicator}）"),
        "workspace.bad_value": N_("“{value}”不能作为{field}保存"),
        "workspace.conflict": N_("{who} 于 {at} 已改过{field}，没有保存，请核对后重新录入"),
        "workspace.redeclared": N_("{who} 于 {at} 已改过这个单位申报的内容，没有保存，请核对后重新修改"),
        "workspace.nothing_to_undo": N_("没有可以撤销的操作"),
        "workspace.nothing_to_redo": N_("没有可以重做的操作"),
        "workspace.not_undoable": N_("第 {change} 次操作不能撤销"),
        "workspace.moved": N_("不能撤销：{who} 于 {at} 又改过{field}"),
        "workspace.would_orphan": N_("不能撤销导入：之后已录入 {count} 项数据，如{field}"),
        # handing in
        "workspace.handed_in": N_(
            "{project}已交表（第 {version} 版），内容已锁定，没有保存；要改请先在工作台的“交表”里退回修改"
        ),
        "workspace.hand_in_stays": N_("交表和退回修改不能撤销；要修改已交表的内容，请在“交表”里退回修改"),
        "workspace.changed_since_check": N_("检查之后内容又有改动，没有交表；请重新检查"),
        "workspace.no_reason": N_("退回修改须写明理由"),
        # rulebooks
        "rulebook.unknown": N_("没有名为“{file}”的评分规则，最接近的是“{nearest}”"),
        "rulebook.several": N_("工作区中编号为“{id}”的评分规则有 {count} 种内容，请写明是哪一种：{several}"),
        "rulebook.only_kept": N_("“{id}”只保存在工作区中，不能作为 extends；请以自带的评分规则或文件为底"),
        "rulebook.unreadable": N_("评分规则文件无法读取：{file}。原因：{why}"),
        "rulebook.not_toml": N_("不是有效的 TOML：{why}"),
        "rulebook.missing": N_("缺少 {key}"),
        "rulebook.bad_value": N_("{key} 写作“{found}”，应为 {expected}"),
        "rulebook.bad_value.near": N_("{key} 写作“{found}”，应为 {expected}，最接近的是 {nearest}"),
        "rulebook.law_uncited": N_("{key} 写作“{found}”，须在 cite 写明是哪个文件"),
        "rulebook.lacks_level": N_("{key} 中没有 {found}，而沿用的 {needs} 要用到，须一并改写"),
        "rulebook.lacks_level.near": N_(
            "{key} 中没有 {found}，而沿用的 {needs} 要用到，最接近的是 {nearest}"
        ),
        "rulebook.contradiction": N_("{key} 为“{found}”，与 {beside} 不合，应为 {expected}"),
        "rulebook.unknown_key": N_("没有 {key} 这一项，最接近的是 {nearest}"),
        "rulebook.no_such_key": N_("没有 {key} 这一项，可写 {known}"),
        "rulebook.no_extends": N_("没有写 {key}（以哪一套评分规则为底），可写 {known}"),
        "rulebook.id_taken": N_("id 写作“{found}”，这是其他评分规则的编号，请另取一个"),
        "rulebook.twice": N_("{key} 重复，第 {first} 行已有"),
        "rulebook.circle": N_("extends 所指的 {found} 又以本文件为底"),
        "rulebook.no_parent": N_("extends 所指的 {found} 无法读取：{why}"),
        "rulebook.ending": N_("评分规则文件名应以 .toml 结尾，或不写后缀：{path}"),
        "rulebook.exists": N_("文件已存在，没有写入：{path}"),
        # choosing
        "choose.none": N_("工作区中还没有单位。请先导入绩效文本：evaltool import 文件"),
        "choose.many": N_("工作区中有多个单位或年度，请用 --department 和 --year 指定：{known}"),
        "choose.unknown": N_("工作区中没有所指定的单位或年度：{wanted}。已有：{known}"),
        # writing
        "write.exists": N_("{path} 已有其他内容，没有覆盖，请换一个文件名"),
        "write.failed": N_("无法写入 {path}：{why}"),
        "write.open": N_("无法写入 {path}：可能正在 Excel 或 WPS 中打开，请关闭后重试"),
        "report.died": N_("{name}：生成时内存不足或超过时限，没有写出"),
        # printing
        "print.no_office": N_(
            "没有安装 LibreOffice，没有生成 PDF。请安装 LibreOffice，或用 WPS、Excel 打开 xlsx 另存为 PDF"
        ),
        "print.no_font": N_(
            "没有安装中文字体，没有生成 PDF。请安装中文字体（如 思源宋体 fonts-noto-cjk），"
            "或用 WPS、Excel 打开 xlsx 另存为 PDF"
        ),
        "print.too_slow": N_("LibreOffice 超过 {seconds} 秒没有完成，没有生成 PDF"),
        "print.failed": N_("LibreOffice 没有生成 PDF，可重试，或用 WPS、Excel 打开 xlsx 另存为 PDF"),
        "template.wrong": N_("模板 {path} 不能填写：\n{wrong}"),
        "form.nothing": N_("{name} 没有项目，也没有自身目标，没有可填的内容"),
        "department.missing": N_("{file} 中没有单位的编码和名称，无法录入"),
        "year.missing": N_("{file} 中没有年度，请用 --year 指定"),
        "year.differs": N_("{file} 是 {year} 年的，不是 {wanted} 年的"),
        "department.differs": N_("{file} 是 {code} 的，不是 {wanted} 的"),
    }
)

EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        **ANSWERS,
        "expected.line": N_("加英文引号的文字，写在一行内，不含控制字符"),
        "expected.texts": N_('加英文引号的文字，用方括号列出，如 [] 或 ["甲", "乙"]'),
        "expected.positive": N_("大于 0 的数，用方括号列出，如 [50, 50]"),
        "expected.no_circle": N_("每个一级指标并入另一个一级指标，不能转回自身"),
        "expected.no_points": N_("没有分值的一级指标，已有分值的不能再并入其他"),
        "expected.named_once": N_("同一名称、同一 measure 只列一次"),
        "expected.one_lexicon": N_("只列在 less_is_better 或 more_is_better 一处的词"),
        "expected.hundredths": N_("0 … 100，最多两位小数"),
    }
)
"""What a value may be that a rulebook or a form asks for, where its reader has a code for it."""

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "EACCES": N_("没有权限"),
        "EPERM": N_("没有权限"),
        "EROFS": N_("只读"),
        "ENOSPC": N_("磁盘已满"),
        "EDQUOT": N_("磁盘已满"),
        "EEXIST": N_("同名文件已存在，不是文件夹"),
        "ENOTDIR": N_("路径中有一段是文件，不是文件夹"),
        "EISDIR": N_("是文件夹，不是文件"),
        "ENOENT": N_("路径不存在"),
        "ENAMETOOLONG": N_("文件名太长"),
        "EBUSY": N_("正被其他程序使用"),
        "ETXTBSY": N_("正被其他程序使用"),
        "encoding": N_("不是 UTF-8 文本"),
        "too_large": N_("文件超过 1 MB"),
        "toml.value": N_("值应写成数字、true、false、日期，或加英文引号的文字"),
        "toml.date": N_("没有这样的日期或时间"),
        "toml.rest": N_("一行只能写一项，行末多出了内容"),
        "toml.key": N_("应写成“键 = 值”；键若有中文，须加英文引号"),
        "toml.bracket": N_("括号没有配对"),
        "toml.quote": N_("引号没有配对"),
        "toml.digits": N_("数字太长"),
        "toml.character": N_("含有不可见的控制字符"),
        "toml.escape": N_("英文双引号内的反斜杠须写成两个"),
        "toml.twice": N_("同一项写了两次"),
        "toml.nested": N_("括号层数太多"),
    }
)
"""Why an operating system refuses, by the name of its errno. Every other reason is its own words."""
