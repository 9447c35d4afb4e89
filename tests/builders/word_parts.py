"""Word files put together from their parts, for what python-docx does not write."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": f"{_OFFICE}/math",
        "r": f"{_OFFICE}/relationships",
        "v": "urn:schemas-microsoft-com:vml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PLAIN = f"{_WORD}.document.main+xml"
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def word_parts(
    body: str, *, lists: str = "", styles: str = "", main: str = PLAIN, doctype: str = "", related: str = ""
) -> bytes:
    """A docx with the given content of its parts; `related` are further relations of its main part."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/relationships/{kind}" Target="{kind}.xml"/>'
        for kind in ("numbering", "styles")
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="main" '
            f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{relations}{related}</Relationships>",
            "word/document.xml": f"{doctype}<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
            "word/numbering.xml": f"<w:numbering {_SPACES}>{lists}</w:numbering>",
            "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        }
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}<w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell with a text, or with elements where `content` begins with one."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells, each a text or an element."""
    inside = "".join(one if one.startswith(("<w:tc", "<w:sdt")) else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
