"""Elements of html. Text becomes `Html` by being escaped, and nothing else can stand inside an element."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NewType

from evaltool.language import _
from evaltool.sheets.safe import REPLACEMENT

Html = NewType("Html", str)

NOTHING = Html("")
SPACE = Html(" ")
CHINESE = "zh-CN"

# Controls other than tab and line feed, lone surrogates, non-characters: a page may not hold them.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def text(said: str) -> Html:
    """What somebody wrote, as it can stand in a page: line feeds only, illegal signs shown as �."""
    if not said.isprintable():
        said = _ILLEGAL.sub(REPLACEMENT, said.replace("\r\n", "\n").replace("\r", "\n"))
    return Html(escape(said, quote=True))


def written(said: str) -> Html:
    """What was written for this department, in Chinese: marked so where the page is in another language."""
    if not said or page_language() == CHINESE:
        return text(said)
    return el("span", text(said), lang=CHINESE)


def page_language() -> str:
    """The language of the page, as html names languages: a catalogue gives its own for the source's."""
    return _("zh-CN")


def el(name: str, /, *inside: Html, **attributes: str | int | None) -> Html:
    """An element. `class_` is class and `aria_label` aria-label; an attribute that is None is left out."""
    opened = name
    for key, value in attributes.items():
        if value is not None:
            opened += f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
    return Html(f"<{opened}>{''.join(inside)}</{name}>")


def void(name: str, /, **attributes: str) -> Html:
    """An element that holds nothing, such as meta."""
    return Html(el(name, **attributes).removesuffix(f"</{name}>"))


def joined(parts: Iterable[Html]) -> Html:
    """Elements one after the other, a line each."""
    return Html("\n".join(part for part in parts if part))


def link(anchor: str, *inside: Html, class_: str | None = None, aria_label: str | None = None) -> Html:
    """A link to a place in the same page; there are no others."""
    return el("a", *inside, class_=class_, href=f"#{anchor}", aria_label=aria_label)


def folded(summary: Html, *inside: Html, class_: str, aria_label: str | None = None) -> Html:
    """Something that is folded away until a person opens it; a print shows it where it is a working."""
    return el("details", el("summary", summary, aria_label=aria_label), *inside, class_=class_)
