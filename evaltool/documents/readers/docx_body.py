"""One pass over a Word document's body, which tells a flow what begins and what ends.

python-docx's own tables look for a merged cell anew for each cell; the body says it in passing. What Word
does not show is no text: hidden runs, what a tracked change deleted, a field's instructions, phonetic guides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from evaltool.documents.readers.docx_numbering import WORD, Element, Numbering, children, is_on, said
from evaltool.documents.readers.flow import Flow, raised, span

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOT_READ = ("del", "moveFrom", "rPrChange", "rt", "sdtPr", "tblPr", "tblPrEx", "tcPr", "trPr")
"""What is deleted or moved away, and properties that are looked up where they count."""

_CELL, _ROW = f"{WORD}tcPr", f"{WORD}trPr"
_DELETED_MARK = f"{WORD}pPr/{WORD}rPr/{WORD}del"


class Body:
    """What is done where an element begins, which is passed over if that gives True, and where it ends."""

    def __init__(self, flow: Flow, numbering: Numbering | None) -> None:
        self._flow = flow
        self._numbering = numbering
        self._is_hidden = self._is_raised = False
        self._begins: Mapping[str, Callable[[Element], bool | None]] = {
            **{WORD + name: self._sign for name in _SIGNS},
            **{WORD + name: _is_not_read for name in _NOT_READ},
            **{space + "t": self._text for space in (WORD, _MATH)},
            **{space + "r": self._run for space in (WORD, _MATH)},
            _FALLBACK: _has_choice,
            f"{WORD}pPr": self._paragraph,
            f"{WORD}vanish": self._vanish,
            f"{WORD}vertAlign": self._vertical,
            f"{WORD}tbl": lambda _: flow.begin_table(),
            f"{WORD}tr": self._row,
            f"{WORD}tc": self._cell,
            f"{WORD}txbxContent": lambda _: flow.begin_aside(),
        }
        self._ends: Mapping[str, Callable[[Element], None]] = {
            f"{WORD}p": self._end_paragraph,
            f"{WORD}tbl": lambda _: flow.end_table(),
            f"{WORD}tr": self._end_row,
            f"{WORD}tc": lambda _: flow.end_cell(),
            f"{WORD}txbxContent": lambda _: flow.end_aside(),
        }

    def read(self, document: Element) -> None:
        """Tell all that the document's part holds."""
        tags = {*self._begins, *self._ends}
        walk = etree.iterwalk(document, events=("start", "end"), tag=tuple(tags))
        for event, element in walk:
            if event == "end":
                if end := self._ends.get(element.tag):
                    end(element)
            elif (begin := self._begins.get(element.tag)) and begin(element):
                walk.skip_subtree()

    def _text(self, element: Element) -> None:
        if not self._is_hidden:
            text = element.text or ""
            self._flow.say(raised(text) if self._is_raised else text)

    def _sign(self, element: Element) -> None:
        if not self._is_hidden:
            self._flow.say(_SIGNS[element.tag.removeprefix(WORD)])

    def _run(self, _element: Element) -> None:
        self._is_hidden = self._is_raised = False

    def _vanish(self, element: Element) -> None:
        self._is_hidden = is_on(element)

    def _vertical(self, element: Element) -> None:
        self._is_raised = said(element) == "superscript"

    def _paragraph(self, properties: Element) -> bool:
        """A number that Word draws is text to whoever reads; a paragraph whose end is deleted has none."""
        if self._numbering and properties.getparent().find(_DELETED_MARK) is None:
            self._flow.say(self._numbering.number(properties))
        return True

    def _end_paragraph(self, element: Element) -> None:
        """A paragraph whose end a tracked change deleted goes on in the next one."""
        if element.find(_DELETED_MARK) is None:
            self._flow.end_line()

    def _row(self, row: Element) -> bool:
        """Rows that are hidden or deleted by a tracked change have no cells."""
        self._flow.begin_row()
        properties = children(row.find(_ROW))
        self._flow.skip_columns(span(said(properties.get("gridBefore")), least=0))
        return any(is_on(properties.get(name)) for name in ("del", "hidden"))

    def _end_row(self, row: Element) -> None:
        self._flow.skip_columns(span(said(children(row.find(_ROW)).get("gridAfter")), least=0))
        self._flow.end_row()

    def _cell(self, cell: Element) -> bool:
        """A cell covers columns; one that goes on a merged cell above or on its left says nothing."""
        properties = children(cell.find(_CELL))
        self._flow.begin_cell(span(said(properties.get("gridSpan"))))
        merges = (properties[name] for name in ("vMerge", "hMerge") if name in properties)
        return any(said(merge) != "restart" for merge in merges)


def _is_not_read(_element: Element) -> bool:
    return True


def _has_choice(fallback: Element) -> bool:
    """A fallback repeats what stands before it, for older programs."""
    return fallback.getprevious() is not None
