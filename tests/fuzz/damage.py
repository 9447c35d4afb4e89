"""Files damaged as their formats invite it: parts of archives, lines of texts, tokens of a PDF."""

from __future__ import annotations

import io
import re
import warnings
import zlib
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from byte_damage import BYTES, another_number, flipped, some
from tag_damage import ODD, TAGS, anywhere, put, put_other
from tree_damage import tree

from evaltool.documents.kinds import Kind

if TYPE_CHECKING:
    from random import Random

    from byte_damage import Damage

_PDF_NUMBER = re.compile(rb"(?<=[ \[\n])-?\d+(?:\.\d+)?(?=[ \]\n])")
_PDF_WORD = re.compile(rb"/[A-Za-z0-9]+|\b[A-Za-z*]{1,3}\b")
_PDF_ODD = (*b"0 -1 1e9 99999999999 -0.0001 4294967295 <<>> [] (x) null".split(), b"1 0 R", b"2 0 R")

_MAIN = frozenset({"word/document.xml", "xl/worksheets/sheet1.xml", "content.xml"})
"""Parts that hold the text; damage goes there half of the time."""

_IN_PART: tuple[Damage, ...] = (*[tree] * 10, *[some(TAGS, 6)] * 3, some(BYTES, 3))


def parts(random: Random, data: bytes) -> bytes:
    """An archive with parts that are changed inside, left out, doubled, or called like another one."""
    with ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    for _ in range(random.randint(1, 4)):
        main = [at for at, (name, _) in enumerate(members) if name in _MAIN]
        place = random.choice(main if main and random.randrange(2) else range(len(members)))
        name, content = members[place]
        way = random.randrange(16)
        if way == 0:
            del members[place]
        elif way == 1:
            members.insert(random.randrange(len(members)), (name, random.choice(members)[1]))
        elif way == 2:
            members[place] = (random.choice(members)[0], content)
        elif content:
            members[place] = (name, random.choice(_IN_PART)(random, content))
        if not members:
            break
    out = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(out, "w", random.choice((ZIP_DEFLATED, ZIP_STORED))) as archive:
        warnings.simplefilter("ignore")  # that a name is there twice is what is wanted
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def pdf_token(random: Random, data: bytes) -> bytes:
    if random.randrange(3):
        return put(random, data, _PDF_NUMBER, 0, random.choice(_PDF_ODD))
    return put_other(random, data, random.choice((_PDF_WORD, _PDF_NUMBER)), 0)


def pdf_stream(random: Random, data: bytes) -> bytes:
    """A compressed stream with another content."""
    found = anywhere(random, data, re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL))
    if not found:
        return data
    try:
        content = zlib.decompress(found[1])
    except zlib.error:
        return data
    changed = zlib.compress(some((pdf_token, flipped), 6)(random, content))
    return data[: found.start(1)] + changed + data[found.end(1) :]


def lines(random: Random, data: bytes) -> bytes:
    """A text whose lines, and so cells and rows, are left out, doubled or mixed up."""
    rows = data.split(b"\n")
    for _ in range(random.randint(1, 8)):
        one, two = random.randrange(len(rows)), random.randrange(len(rows))
        way = random.randrange(5)
        if way == 0:
            rows[one], rows[two] = rows[two], rows[one]
        elif way == 1:
            rows[one] = b"\t" + rows[two].strip()
        elif way == 2:
            rows[one:one] = rows[two : two + random.choice((1, 9))]
        elif way == 3:
            rows[one] = rows[one] + random.choice(ODD).encode()
        elif len(rows) > 12:
            del rows[one : one + random.choice((1, 9))]
    return b"\n".join(rows)


_OF_KIND: dict[Kind, Damage] = {
    Kind.TEXT: some((lines,), 3),
    Kind.HTML: some(TAGS, 12),
    Kind.PDF: some((pdf_token, pdf_token, pdf_stream), 12),
    Kind.XLS: some((another_number, flipped), 12),
    Kind.DOCX: parts,
    Kind.XLSX: parts,
    Kind.ODS: parts,
}


def damaged(random: Random, kind: Kind, data: bytes) -> bytes:
    """A file damaged as its format invites it, sometimes in its bytes, and sometimes in both ways."""
    way = random.randrange(10)
    if way:
        data = _OF_KIND[kind](random, data)
    if way < 2 and data:
        data = some(BYTES, 3)(random, data)
    return data
