"""A laid-out document as the content of a file: properties of its own, and no trace of when it was made.

python-docx starts from a template that names its author and its day, shows a preview of another document and
carries Japanese as the language of Chinese signs.
"""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from zipfile import ZipFile

from docx.document import Document
from docx.oxml.ns import qn

from evaltool import __version__
from evaltool.reports import titles
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.styles import font_table
from evaltool.sheets.archive import packed
from evaltool.sheets.safe import legal

PROPERTY_LIMIT = 255
"""Signs of a property in a Word file."""

LEFT_OUT = ("/thumbnail", "/stylesWithEffects", "/customXml", "/numbering")
"""Ends of the types of what the template brings and the report does not need."""

APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>evaltool</Application></Properties>"
)
CURRENT_WORD = "15"
"""The behaviour of Word since 2013; with a lower one it opens the file in a mode for old documents."""


def content(document: Document, card: Scorecard, title: str) -> bytes:
    """The document as bytes; the same document gives the same ones."""
    _properties(document, card, title)
    _settings(document)
    for rels in (document.part.package.rels, document.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype.endswith(LEFT_OUT)]:
            del rels[name]
    saved = BytesIO()
    document.save(saved)
    ours = {"docProps/app.xml": APPLICATION.encode(), "word/fontTable.xml": font_table()}
    with ZipFile(saved) as source:
        return packed({name: ours.get(name) or source.read(name) for name in source.namelist()})


def _properties(document: Document, card: Scorecard, title: str) -> None:
    properties = document.core_properties
    properties.title = _cut(" ".join(title.split()))
    properties.author = properties.last_modified_by = f"evaltool {__version__}"
    properties.comments = _cut(f"{titles.rulebook(card.rulebook)} {card.made}")
    properties.keywords = _cut(card.mark)
    properties.created = properties.modified = datetime.combine(card.made_on, time())
    properties.revision = 1


def _cut(text: str) -> str:
    text = legal(text)
    return text if len(text) <= PROPERTY_LIMIT else f"{text[: PROPERTY_LIMIT - 1]}…"


def _settings(document: Document) -> None:
    settings = document.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), CURRENT_WORD)
