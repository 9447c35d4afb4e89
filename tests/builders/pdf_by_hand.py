"""PDFs written by hand: every glyph and line stands exactly where a test puts it, and no program is needed.

All characters are one size wide. Distances are in points from the top left corner of an A4 page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from math import cos, radians, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842
SIZE = 10
LINE = 14
LEFT, RIGHT = 90, 500
"""Margins of paragraphs: 41 characters stand between them."""

ABOVE, BESIDE = "^", "<"

_FONTS = (
    (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        b"/DescendantFonts [4 0 R] >>"
    ),
    (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    ),
    (
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 "
        b"/Descent -120 /CapHeight 880 /StemV 80 /ItalicAngle 0 >>"
    ),
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
    (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Own /DW 1000 /FontDescriptor 5 0 R "
        b"/CIDSystemInfo << /Registry (Own) /Ordering (Own) /Supplement 0 >> >>"
    ),
)


@dataclass
class Sheet:
    """A page that is being drawn."""

    _drawn: list[str] = field(default_factory=list)

    def text(
        self, x: float, top: float, text: str, *, size: int = SIZE, turned: int = 0, font: str = "F1"
    ) -> Sheet:
        """One line of text; `turned` in degrees against the clock. Nobody knows what glyphs of F2 mean."""
        right, up = cos(radians(turned)), sin(radians(turned))
        place = f"{right:.4f} {up:.4f} {-up:.4f} {right:.4f} {x} {HEIGHT - top - size}"
        said = text.encode("utf-16-be").hex()
        self._drawn.append(f"BT /{font} {size} Tf {place} Tm <{said}> Tj ET")
        return self

    def lines(self, top: float, *lines: str, x: float = LEFT) -> Sheet:
        """Lines below each other."""
        for at, line in enumerate(lines):
            self.text(x, top + at * LINE, line)
        return self

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> Sheet:
        """A straight line."""
        self._drawn.append(f"{x0} {HEIGHT - top} m {x1} {HEIGHT - bottom} l S")
        return self

    def table(self, top: float, widths: Sequence[int], rows: Sequence[str], left: int = LEFT) -> float:
        """A ruled table, the cells of a row between strokes; gives where it ends.

        「^」 belongs to the cell above it and 「<」 to the one on its left; 「/」 breaks a line.
        """
        texts = [[cell.strip().split("/") for cell in row.split("|")] for row in rows]
        edges = list(accumulate(widths, initial=left))
        heights = [LINE * max(map(len, row)) + 6 for row in texts]
        tops = list(accumulate(heights, initial=top))
        for row, (row_top, row_bottom) in zip(texts, pairwise(tops), strict=True):
            for lines, (x0, x1) in zip(row, pairwise(edges), strict=True):
                if lines != [BESIDE]:
                    self.rule(x0, row_top, x0, row_bottom)
                if lines != [ABOVE]:
                    self.rule(x0, row_top, x1, row_top)
                if lines not in ([BESIDE], [ABOVE]):
                    self.lines(row_top + 3, *lines, x=x0 + 5)
            self.rule(edges[-1], row_top, edges[-1], row_bottom)
        self.rule(edges[0], tops[-1], edges[-1], tops[-1])
        return tops[-1]

    def picture(self) -> Sheet:
        """A grey picture over the whole page, as a scanner makes it."""
        self._drawn.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")
        return self

    def content(self) -> bytes:
        """The page in the language of PDF."""
        return "\n".join(self._drawn).encode("latin-1")


def pdf(*sheets: Sheet, said_pages: int | None = None) -> bytes:
    """The file; `said_pages` is how many it says it has, where that is not the truth."""
    first = 3 + len(_FONTS)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(sheets)))
    count = len(sheets) if said_pages is None else said_pages
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        *_FONTS,
    ]
    for at, sheet in enumerate(sheets):
        content = sheet.content()
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Contents {first + 2 * at + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(file)
