"""A workbook's zip file, made so that the same content is the same file."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class Archive(ZipFile):
    """A zip file whose parts carry no time of writing, so that the same workbook gives the same bytes."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: str | bytes, *_args: object) -> None:  # type: ignore[override]
        """Add a part."""
        part = ZipInfo(str(zinfo_or_arcname))
        part.compress_type = ZIP_DEFLATED
        part.create_system = 3
        super().writestr(part, data)

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override]
        """Add a file as a part."""
        self.writestr(arcname, Path(filename).read_bytes())
