"""An annotated copy of a returned workbook: beside it, with what is odd as comments at the cells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evaltool import wording
from evaltool.documents.confined import READERS
from evaltool.documents.unreadable import Unreadable
from evaltool.language import _
from evaltool.operations.returned import copy_of
from scoring.findings import Finding, finding
from scoring.model import Source


def annotate(path: Path, data: bytes, findings: Iterable[Finding]) -> tuple[Path | None, tuple[Finding, ...]]:
    """Write the copy where a finding has a cell; its path, and why it could not be written.

    A file of that name with another content is left alone.
    """
    from openpyxl.utils.cell import coordinate_to_tuple

    from evaltool.reports.remarks.annotated import annotated
    from evaltool.reports.remarks.comment_parts import Remark
    from evaltool.sheets.whole import replacing

    said: dict[tuple[str, int, int], list[str]] = {}
    for odd in findings:
        if odd.source is not None and odd.source.cell:
            place = (odd.source.sheet, *coordinate_to_tuple(odd.source.cell))
            said.setdefault(place, []).append(_remark(odd))
    if not said:
        return None, ()
    copy = copy_of(path)
    remarks = [Remark(*place, "\n".join(texts)) for place, texts in said.items()]
    try:
        # The workbook is somebody else's, and its parts are looked into: not in this process.
        content = READERS.run(annotated, data, remarks, file=path.name, kind="xlsx")
        if not copy.exists():
            with replacing(copy) as stream:
                stream.write(content)
        elif copy.read_bytes() != content:
            return None, (finding("form.copy_exists", None, Source(path.name), copy=copy.name),)
    except (Unreadable, OSError) as fault:
        why = wording.say(fault.finding) if isinstance(fault, Unreadable) else fault.strerror or str(fault)
        return None, (finding("form.no_copy", None, Source(path.name), copy=copy.name, why=why),)
    return copy, ()


def _remark(odd: Finding) -> str:
    parts = [wording.say(odd), wording.suggestion(odd)]
    said = _("。").join(part for part in parts if part)
    head = _("{severity}（{code}）").format(severity=wording.term(odd.severity), code=odd.code)
    return f"{head}\n{said}"
