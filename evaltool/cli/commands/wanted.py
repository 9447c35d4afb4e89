"""What a command line asks to be written: formats and a form, by their names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool.cli.errors import Misuse
from evaltool.language import _

if TYPE_CHECKING:
    from evaltool.operations.reporting import Wanted

_PARTED = re.compile(r"[^\w.]+")
"""Between two formats, also as an input method writes it."""


def wanted(formats: str, form: str, template: Path | None) -> Wanted:
    """What is wanted. Raises `Misuse` for what there is not, and for what does not go together."""
    from evaltool.operations import reporting

    names = [one for one in _PARTED.split(formats) if one]
    if not names:
        raise Misuse(_("可写 {known}，用逗号分开").format(known=",".join(reporting.Format)), "--format")
    chosen = [reporting.Format(_known(one, list(reporting.Format), "--format")) for one in names]
    kind = reporting.Form(_known(form, list(reporting.Form), "--form")) if form else reporting.Form.NATIONAL
    if template is not None:
        if form:
            raise Misuse(_("自己的表样代替 --form，两者不能同时使用"), "--template")
        if not {reporting.Format.XLSX, reporting.Format.PDF} & set(chosen):
            raise Misuse(_("自己的表样只用于 xlsx 和 pdf"), "--template")
    lone = [one.value for one in chosen if one not in reporting.OF_MANY]
    if kind is reporting.Form.SUMMARY and lone:
        known = ",".join(reporting.OF_MANY)
        words = _("汇总表没有 {formats}，可写 {known}")
        raise Misuse(words.format(formats=_("、").join(lone), known=known), "--format")
    return reporting.Wanted(tuple(dict.fromkeys(chosen)), kind, template)


def _known(name: str, known: Sequence[str], option: str) -> str:
    said = name.casefold().removeprefix(".")
    if said in known:
        return said
    near = difflib.get_close_matches(said, known, 1)
    words = _("没有“{name}”，可写 {known}，最接近的是 {near}") if near else _("没有“{name}”，可写 {known}")
    raise Misuse(words.format(name=name, known=",".join(known), near=near[0] if near else ""), option)
