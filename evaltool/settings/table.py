"""README's table of settings, made of the schema."""

from __future__ import annotations

from evaltool.language import _
from evaltool.settings.schema import SCHEMA, Setting, written


def settings_table_markdown() -> str:
    """The table of settings as README prints it, in the language in use."""
    header = (_("设置"), _("可用的值"), _("默认值"), _("含义"))
    lines = [f"| {' | '.join(header)} |", "|---|---|---|---|"]
    return "\n".join([*lines, *map(_row, SCHEMA)])


def _row(setting: Setting) -> str:
    default = f"`{written(setting.default)}`" if written(setting.default) else _("空")
    said = _("{title}：{meaning}").format(title=_(setting.title), meaning=_(setting.meaning))
    return f"| `{setting.name}` | {values_text(setting)} | {default} | {said} |"


def values_text(setting: Setting) -> str:
    """What can be chosen, as `dark` 深色; 文字 for a text of one's own."""
    if setting.choices:
        return " ".join(f"`{written(value)}` {_(called)}" for value, called in setting.choices.items())
    return _("文字") if setting.default == "" else _("[keys] 一节")
