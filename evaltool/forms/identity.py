"""What a form knows of itself: the hidden sheet by which a returned workbook is recognised and read.

It names the department, year and rulebook, every cell to fill with the field it stands for and what stood in
it when the form went out, and every fixed cell with its text. Whatever program saved the workbook since, a
form whose fixed cells still say the same has its structure. All of it is text, one record a row.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from scoring.model import Key, Subject
from scoring.rulebook import Rulebook

SHEET = "_evaltool"
"""The hidden sheet's name; no other sheet of a form has it."""

MARK = "evaltool-form"
"""What its first cell says."""

VERSION = "1"
"""Of the layout. A form of another version is not ours to read."""


class Kind(StrEnum):
    """What a cell to fill takes."""

    FIGURE = "figure"
    """A number without a unit, in the target's unit: 95 where the target is ≥95%."""
    DATE = "date"
    ANSWER = "answer"
    """是 or 否."""
    BAND = "band"
    """达成, 部分达成 or 未达成."""
    SHARE = "share"
    """A number in percent."""
    AMOUNT = "amount"
    """A number in 万元."""
    CHOICE = "choice"
    """One of a few words, by the field: 不适用 / 适用, 已完成 / 未完成."""
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Fill:
    """A cell to fill: the field it stands for, and its text (see `text_of`) as the form went out."""

    sheet: str
    cell: str
    subject: Subject
    kind: Kind
    before: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A cell nobody fills, and the text that stands in it."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything the hidden sheet says. `rulebook` is its id, version and hash."""

    department: str
    year: int | None
    rulebook: tuple[str, str, str]
    sheets: tuple[tuple[str, str], ...]
    """Title of each sheet and the project's code on it, empty for the department itself."""
    fills: tuple[Fill, ...]
    fixed: tuple[Fixed, ...]
    instructions: str = ""
    """Title of the sheet on which there is nothing to fill."""


class NotOursError(ValueError):
    """The rows are not those of a form of this version."""


class AlteredError(ValueError):
    """The rows are a form's, and somebody has changed them."""


def rulebook_mark(rulebook: Rulebook) -> tuple[str, str, str]:
    """What a form keeps of the rulebook that its formulas follow."""
    return rulebook.id, rulebook.version, rulebook.hash


def rows_of(identity: Identity) -> list[tuple[str, ...]]:
    """The rows of the hidden sheet: the head with a checksum over all others, then a record each."""
    body = list(_body(identity))
    return [(MARK, VERSION, _checksum(body)), *body]


def read_rows(rows: Iterable[Sequence[object]]) -> Identity:
    """The identity that rows of a hidden sheet say. Raises `NotOursError` or `AlteredError`."""
    texts = [tuple(text_of(value) for value in row) for row in rows]
    head, *body = [_trimmed(row) for row in texts if any(row)] or [()]
    if head[:2] != (MARK, VERSION):
        raise NotOursError(head[:2])
    if head[2:] != (_checksum(body),):
        raise AlteredError(head[2:])
    return _identity(body)


def text_of(value: object) -> str:
    """A cell's value as the one text that it is compared by, whatever program saved it.

    A number as short as it is written (95, 8.62), a day as 2024-12-31, a text without white space around it.
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float() | Decimal():
            return _figure(Decimal(str(value)))
        case datetime() | date():
            return value.isoformat()[:10]
        case _:
            return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def subject_text(subject: Subject) -> str:
    """A subject without its field, as JSON: [] the department, [code] a project, six members an indicator."""
    members: Sequence[object] = subject.indicator or ([subject.project] if subject.project else [])
    return json.dumps(list(members), ensure_ascii=False, separators=(",", ":"))


def subject_of(text: str, field: str) -> Subject:
    """The subject that a JSON list and a field name. Raises `ValueError` for any other text."""
    match json.loads(text):
        case []:
            return Subject(field=field)
        case [str() as project]:
            return Subject(project, field=field)
        case [str() as project, *_, int()] as members if len(members) == len(Key._fields):
            return Subject(project, Key(*members), field)
    raise ValueError(text)


def _figure(figure: Decimal) -> str:
    if not figure.is_finite():
        return str(figure)
    text = format(figure, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _body(identity: Identity) -> Iterator[tuple[str, ...]]:
    year = str(identity.year) if identity.year is not None else ""
    yield "department", identity.department.strip(), year
    yield "rulebook", *identity.rulebook
    for title, project in identity.sheets:
        yield _trimmed(("sheet", title, project))
    if identity.instructions:
        yield "instructions", identity.instructions
    for fill in identity.fills:
        place = (fill.sheet, fill.cell, subject_text(fill.subject), fill.subject.field)
        yield _trimmed(("fill", *place, fill.kind.value, fill.before))
    for fixed in identity.fixed:
        yield "fixed", fixed.sheet, fixed.cell, fixed.text


def _identity(body: Sequence[tuple[str, ...]]) -> Identity:
    (_, department, *year), (_, *rulebook) = body[:2]
    named: dict[str, list[tuple[str, ...]]] = {"sheet": [], "instructions": [], "fill": [], "fixed": []}
    for kind, *record in body[2:]:
        named[kind].append(tuple(record))
    return Identity(
        department,
        int(year[0]) if year and year[0] else None,
        (rulebook[0], rulebook[1], rulebook[2]),
        tuple((title, "".join(project)) for title, *project in named["sheet"]),
        tuple(
            Fill(sheet, cell, subject_of(subject, field), Kind(kind), "".join(before))
            for sheet, cell, subject, field, kind, *before in named["fill"]
        ),
        tuple(Fixed(sheet, cell, text) for sheet, cell, text in named["fixed"]),
        "".join(title for (title,) in named["instructions"]),
    )


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    """A row without the empty cells at its end, which programs keep or drop as they like."""
    filled = [number for number, text in enumerate(row, 1) if text]
    return tuple(row[: filled[-1]]) if filled else ()


def _checksum(body: Sequence[Sequence[str]]) -> str:
    text = json.dumps([list(_trimmed(row)) for row in body], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
