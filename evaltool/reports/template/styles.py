"""The styles of a template's cells: asked for what a text needs, and given a variant where it needs one."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal, InvalidOperation

from evaltool.reports.template.package import Element, Package, beside, content, local, tree

_PERCENT = frozenset({"9", "10"})
"""Numbers of the formats in percent that every spreadsheet has built in."""

_USUAL_SIZE = 11
_TRUE = frozenset({"1", "true"})


class Styles:
    """The cell styles of a workbook by number."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part = package.of_kind("styles")
        root = tree(package.parts[self._part]) if self._part else None
        self._root = root
        self._lists = {local(one): one for one in root} if root is not None else {}
        self._made: dict[tuple[int, str], int] = {}

    def font_size(self, style: int) -> int:
        """Points of a style's font, rounded up."""
        fonts = self._lists.get("fonts")
        number = int(self._of(style).get("fontId", "0"))
        if fonts is None or number >= len(fonts):
            return _USUAL_SIZE
        size = next((one.get("val", "") for one in fonts[number] if local(one) == "sz"), "")
        return -int(-_decimal(size, _USUAL_SIZE) // 1)

    def is_percent(self, style: int) -> bool:
        """Whether a style shows a ratio in percent."""
        number = self._of(style).get("numFmtId", "0")
        own = self._lists.get("numFmts")
        if own is None:
            return number in _PERCENT
        code = next((one.get("formatCode", "") for one in own if one.get("numFmtId") == number), "")
        return "%" in code or (not code and number in _PERCENT)

    def wraps(self, style: int) -> bool:
        """Whether a style breaks a long text into lines."""
        return self._alignment(style).get("wrapText") in _TRUE

    def shrinks(self, style: int) -> bool:
        """Whether a style makes a long text smaller until it fits."""
        return not self.wraps(style) and self._alignment(style).get("shrinkToFit") in _TRUE

    def turn(self, style: int) -> int:
        """By how much a style turns a text; 255 is a sign a line."""
        return int(self._alignment(style).get("textRotation", "0"))

    def wrapped(self, style: int) -> int:
        """The style that is like this one and breaks a long text into lines."""
        return self._variant(style, "wrap")

    def quoted(self, style: int) -> int:
        """The style that is like this one and keeps a text a text when a person edits its cell."""
        return self._variant(style, "quote")

    def save(self) -> None:
        """Put the variants into the package."""
        if self._made and self._root is not None:
            self._package.parts[self._part] = content(self._root)

    def _of(self, style: int) -> Element | dict[str, str]:
        known = self._lists.get("cellXfs")
        return known[style] if known is not None and style < len(known) else {}

    def _alignment(self, style: int) -> dict[str, str]:
        said = next(
            (one for one in self._of(style) if not isinstance(one, str) and local(one) == "alignment"), None
        )
        return {} if said is None else {str(name): str(value) for name, value in said.attrib.items()}

    def _variant(self, style: int, kind: str) -> int:
        key = style, kind
        known, of = self._lists.get("cellXfs"), self._of(style)
        if known is None or isinstance(of, dict):
            return style
        if key not in self._made:
            changed = deepcopy(of)
            if kind == "quote":
                changed.set("quotePrefix", "1")
            else:
                _wrap(changed)
            known.append(changed)
            known.set("count", str(len(known)))
            self._made[key] = len(known) - 1
        return self._made[key]


def _wrap(style: Element) -> None:
    alignment = next((one for one in style if local(one) == "alignment"), None)
    if alignment is None:
        alignment = style.makeelement(beside(style, "alignment"), {})
        style.insert(0, alignment)
    alignment.set("wrapText", "1")
    style.set("applyAlignment", "1")


def _decimal(text: str, otherwise: int) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(otherwise)
