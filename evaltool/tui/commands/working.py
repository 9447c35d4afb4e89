"""The commands of the working screen: anywhere, in the tree, in the table.

Main actions have function keys or ctrl chords: a single letter never arrives while a Chinese input method is
on.
"""

from __future__ import annotations

from evaltool.language import N_
from evaltool.tui.commands.kinds import Command, Where

WORKING = (
    Command("help", ("f1",), N_("帮助"), N_("光标所在处怎么填，有哪些按键"), bar=1),
    Command(
        "edit",
        ("f2",),
        N_("修改"),
        N_("接着原来的内容修改，说明文字打开大输入框；直接输入会替换原来的内容"),
        bar=12,
    ),
    Command(
        "compare",
        ("f3",),
        N_("对比"),
        N_("目标与完成情况逐项对照；各级小计、失分、资金进度、上年和全部项目"),
        bar=8,
    ),
    Command("why", ("f4",), N_("依据"), N_("光标所在行的得分是怎么算出来的，依据哪一条"), bar=4),
    Command("check", ("f5",), N_("疑点"), N_("交表前还有什么缺漏和可疑之处，到它所在的地方去"), bar=5),
    Command("hand_in", ("f6",), N_("交表"), N_("检查之后写自评表，或交表锁定；退回修改；各版本"), bar=6),
    Command("import", ("f7",), N_("导入"), N_("读入绩效目标表或自评表，核对、更正之后再采用"), bar=7),
    Command("rulebook", ("f8",), N_("规则"), N_("评分规则逐条的内容和依据；与另一套比较得分；换用"), bar=9),
    Command("money", ("f9",), N_("资金"), N_("在绩效指标与资金明细、完成情况、权重、填报人之间切换"), bar=10),
    Command(
        "declare", ("ctrl+d",), N_("编制"), N_("不用文件，新建或修改单位、目标、项目、指标和分值"), bar=16
    ),
    Command("settings", ("ctrl+o",), N_("设置"), N_("语言、姓名、配色、疏密、符号和按键"), bar=17),
    Command("filter", ("f12",), N_("筛选"), N_("依次只看：未录入、未达标、有疑点、全部"), bar=18),
    Command("filter_unrecorded", (), N_("筛选：未录入"), N_("只看还没有录入的行，Enter 逐个录入")),
    Command("filter_below", (), N_("筛选：未达标"), N_("只看没有达到指标值、失了分的行")),
    Command("filter_findings", (), N_("筛选：有疑点"), N_("只看有疑点的行")),
    Command("filter_all", (), N_("筛选：全部"), N_("不再筛选，显示全部各行")),
    Command("find", ("ctrl+f",), N_("查找"), N_("按名称查找指标、项目或单位，到那里去"), bar=19),
    Command("repeat", ("ctrl+r",), N_("沿用说明"), N_("在偏差原因等栏填入上一条说明"), bar=20),
    Command(
        "home", ("f10",), N_("首页"), N_("工作区里的单位和年度，各自的进度、疑点和得分，最近的变动"), bar=21
    ),
    Command("year", ("ctrl+n",), N_("换年度"), N_("到这个单位的下一个年度，回到那里上次所在之处")),
    Command("undo", ("ctrl+z",), N_("撤销"), N_("撤销上一次操作，并说明撤销了什么"), bar=3),
    Command("redo", ("ctrl+y",), N_("重做"), N_("重做刚才撤销的操作"), bar=13),
    Command("journal", ("ctrl+l",), N_("日志"), N_("谁在何时改了什么，按项目或人员查看，逐项撤销"), bar=23),
    Command(
        "retry", ("ctrl+s",), N_("重试保存"), N_("再次保存没有存下来的内容"), bar=15, trying=N_("保存试算")
    ),
    Command(
        "what_if",
        ("ctrl+t",),
        N_("试算"),
        N_("试填数字，看得分怎么变，不保存；再按一次退出，Ctrl+S 保存为一次修改"),
        bar=22,
        trying=N_("放弃试算"),
    ),
    Command("next_project", ("ctrl+down",), N_("下一个"), N_("到下一个项目或单位"), bar=14),
    Command("previous_project", ("ctrl+up",), N_("上一个"), N_("到上一个项目或单位")),
    Command("palette", ("ctrl+p",), N_("命令"), N_("按名称查找命令"), bar=11, listed=False),
    Command("quit", ("ctrl+q",), N_("退出"), N_("存完之后离开"), bar=2),
    Command("enter", ("enter", "right"), N_("进入"), N_("展开单位，或进入表格"), Where.TREE, 1, listed=False),
    Command("close", ("left",), N_("收起"), N_("收起单位，或回到项目的单位"), Where.TREE, listed=False),
    Command("toggle", ("space",), N_("展开收起"), N_("展开或收起单位"), Where.TREE, listed=False),
    Command(
        "commit",
        ("enter",),
        N_("保存"),
        N_("保存，并到下一行"),
        Where.TABLE,
        1,
        listed=False,
        trying=N_("试填"),
    ),
    Command(
        "next_field", ("tab",), N_("下一项"), N_("保存，并到这一行的下一项"), Where.TABLE, 2, listed=False
    ),
    Command(
        "previous_field",
        ("shift+tab",),
        N_("上一项"),
        N_("保存，并到这一行的上一项"),
        Where.TABLE,
        listed=False,
    ),
    Command("row_down", ("down",), N_("下一行"), N_("保存，并到下一行"), Where.TABLE, listed=False),
    Command("row_up", ("up",), N_("上一行"), N_("保存，并到上一行"), Where.TABLE, listed=False),
    Command("page_down", ("pagedown",), N_("下一页"), N_("保存，并往下翻一页"), Where.TABLE, listed=False),
    Command("page_up", ("pageup",), N_("上一页"), N_("保存，并往上翻一页"), Where.TABLE, listed=False),
    Command(
        "restore",
        ("escape",),
        N_("还原"),
        N_("还原；没有改动的，回到单位与项目"),
        Where.TABLE,
        3,
        listed=False,
    ),
)
