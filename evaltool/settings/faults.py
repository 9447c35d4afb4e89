"""What can be wrong with a file of settings, each as one sentence; nothing of it stops the tool."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaltool.language import N_, _

LONGEST = 40
"""Characters of a wrong value that are said again."""

SENTENCES = {
    "unreadable": N_("设置文件打不开：{why}"),
    "encoding": N_("设置文件不是 UTF-8 编码，全部按默认值"),
    "damaged": N_("设置文件的写法不对，全部按默认值"),
    "damaged.line": N_("设置文件第 {line} 行的写法不对，全部按默认值"),
    "unknown": N_("没有“{name}”这项设置，可用：{known}"),
    "unknown.near": N_("没有“{name}”这项设置，是不是 {near}？"),
    "choice": N_("{name} 不能是“{value}”，可用：{known}"),
    "choice.near": N_("{name} 不能是“{value}”，是不是 {near}？"),
    "text": N_("{name} 应为一行文字，不能是“{value}”"),
    "keys": N_('keys 应为一节：先写 [keys]，再逐行写 命令编号 = ["f12"]'),
    "keys.value": N_('命令 {name} 的按键应写成 ["f12"]，不能是“{value}”'),
    "keys.command": N_("没有“{name}”这条命令，用 evaltool settings keys 查看命令编号"),
    "keys.command.near": N_("没有“{name}”这条命令，是不是 {near}？"),
    "keys.key": N_("命令 {name} 的按键“{value}”不是终端能收到的键，可用 f1 到 f12、ctrl+字母等"),
    "keys.key.near": N_("命令 {name} 的按键“{value}”不是终端能收到的键，是不是 {near}？"),
    "keys.typing": N_("命令 {name} 不能用“{value}”：输入时要用这个键，请用功能键或 ctrl 组合键"),
    "keys.twice": N_("按键“{value}”已经是命令 {other} 的，不能再给 {name}"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, as a code and its facts; the sentence is made in the language in use."""

    code: str
    facts: Mapping[str, str]


def fault(code: str, near: Iterable[str] = (), **facts: object) -> Fault:
    """A fault, with the nearest of the valid names where one is near."""
    nearest = next(iter(near), "")
    said = {name: str(value) if name == "known" else shortened(value) for name, value in facts.items()}
    return Fault(f"{code}.near", {**said, "near": nearest}) if nearest else Fault(code, said)


def say(found: Fault) -> str:
    """One sentence, in the language in use."""
    return _(SENTENCES[found.code]).format(**found.facts)


def summary(path: Path, faults: Sequence[Fault]) -> str:
    """One line for all of it: the first thing that is wrong, the file, and how many more there are."""
    if len(faults) == 1:
        return _("{first}（设置文件 {path}）").format(first=say(faults[0]), path=path)
    said = _("{first}（另有 {count} 处，用 evaltool settings 查看；设置文件 {path}）")
    return said.format(first=say(faults[0]), count=len(faults) - 1, path=path)


def shortened(value: object) -> str:
    """Whatever stands in a file, short, on one line, and with nothing that a terminal would obey."""
    text = "".join(sign if sign.isprintable() else "?" for sign in " ".join(str(value).split()))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
