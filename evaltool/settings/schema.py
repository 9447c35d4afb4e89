"""Every setting with its meaning, its values and its default, in one place.

Reading, the screen, the command and README's table are all made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from evaltool.language import LANGUAGES, N_

LONGEST_NAME = 40
"""Characters of a person's name; more is some other text that went astray."""


class Kind(StrEnum):
    """What a setting holds."""

    CHOICE = "choice"
    TEXT = "text"
    KEYS = "keys"


def _setting(
    title: str,
    meaning: str,
    default: object = MISSING,
    choices: Mapping[Any, str] | None = None,
    *,
    at_once: bool = True,
) -> Any:
    about = {"title": title, "meaning": meaning, "choices": choices or {}, "at_once": at_once}
    if default is MISSING:
        return field(default_factory=lambda: MappingProxyType({}), metadata=about)
    return field(default=default, metadata=about)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a person likes the tool."""

    language: str = _setting(
        N_("语言"),
        N_("界面和命令用的语言；命令行写明 --lang 的，以命令行为准"),
        "zh",
        dict(zip(LANGUAGES, (N_("中文"), N_("英文")), strict=True)),
        at_once=False,
    )
    name: str = _setting(
        N_("姓名"),
        N_("写入变更记录的姓名；空着用登录名，命令行写明 --who 的，以命令行为准"),
        "",
    )
    theme: str = _setting(
        N_("配色"),
        N_("工作台的颜色；终端只有 16 色的，用 ansi"),
        "dark",
        {"dark": N_("深色"), "light": N_("浅色"), "ansi": N_("终端自己的 16 色")},
    )
    density: str = _setting(
        N_("疏密"),
        N_("紧凑时不画分隔线、不留空行，小屏幕多显示几行"),
        "comfortable",
        {"comfortable": N_("宽松"), "compact": N_("紧凑")},
    )
    plain_signs: bool = _setting(
        N_("朴素符号"),
        N_("终端画不好大于等于号、省略号、横线等符号时打开，改用 ASCII 写法"),
        default=False,
        choices={False: N_("关"), True: N_("开")},
    )
    keys: Mapping[str, tuple[str, ...]] = _setting(
        N_("按键"), N_('自己定的按键，写成 命令编号 = ["f12"]，一条命令可以有几个'), at_once=False
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """What there is to know of one setting. `choices` are its values and what they are called.

    `at_once`: the workbench follows while it runs; else at its next start.
    """

    name: str
    title: str
    meaning: str
    default: object
    choices: Mapping[Any, str]
    at_once: bool

    @property
    def kind(self) -> Kind:
        """What it holds."""
        if self.choices:
            return Kind.CHOICE
        return Kind.TEXT if isinstance(self.default, str) else Kind.KEYS


def _schema() -> tuple[Setting, ...]:
    plain = Settings()
    return tuple(
        Setting(one.name, default=getattr(plain, one.name), **one.metadata) for one in fields(Settings)
    )


SCHEMA = _schema()
"""All settings, in the order in which they are shown."""


def setting_named(name: str) -> Setting | None:
    """The setting of a name."""
    return next((one for one in SCHEMA if one.name == name), None)


def written(value: object) -> str:
    """A value as the command takes it and as it is shown: true, dark, help = ["f12"]."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return ", ".join(f"{name} = {_listed(keys)}" for name, keys in value.items())
    return str(value)


def _listed(keys: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{key}"' for key in keys) + "]"


def understood(setting: Setting, text: str) -> object | None:
    """What a typed text means for a setting of choices or text; None where it means nothing."""
    wanted = text.strip()
    if setting.kind is Kind.TEXT:
        return wanted if is_name(wanted) else None
    return next((value for value in setting.choices if written(value) == wanted.lower()), None)


def is_name(value: object) -> bool:
    """Whether it can sign the journal: one line of text, not too long; empty for none."""
    return isinstance(value, str) and len(value) <= LONGEST_NAME and (not value or value.isprintable())
