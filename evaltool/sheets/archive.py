"""Files that are zip archives, made so that the same content is the same file."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter


def saved(workbook: Workbook) -> bytes:
    """A workbook as the content of a file."""
    stream = BytesIO()
    with _Archive(stream, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).write_data()
    return stream.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Parts by name, in their order, as the content of a file."""
    stream = BytesIO()
    with _Archive(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


class _Archive(ZipFile):
    """A zip file whose parts carry no time of writing."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: str | bytes, *_args: object) -> None:  # type: ignore[override]
        """Add a part."""
        part = ZipInfo(str(zinfo_or_arcname))
        part.compress_type = ZIP_DEFLATED
        part.create_system = 3
        super().writestr(part, data)

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override]
        """Add a file as a part."""
        self.writestr(arcname, Path(filename).read_bytes())
