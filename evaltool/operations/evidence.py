"""Files named as evidence: remembered by size and SHA-256 when the text is kept, held against that later.

A text may name several, parted by semicolons; relative paths are seen from the workspace's folder, so that
workspace and files can be moved together. What names no file is just text. Hashing reads whole files: call
this from a thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from evaltool.operations.paths import PARTED, found_path
from evaltool.workspace.values import ANY, Edit
from scoring.findings import Finding, finding
from scoring.model import Dossier, EvidenceFile, Key, Subject
from scoring.record import Entry

EVIDENCE, FILES = "evidence", "evidence_files"
"""The field that a person fills in, and the one beside it that is kept of what it names."""

SHORT = 8
"""Hex digits of a SHA-256 that tell two files apart for a reader."""


def evidence_entries(subject: Subject, text: str, base: Path) -> tuple[Entry, ...]:
    """An evidence text and the files it names, as entries for both fields; `base` is the workspace's folder.

    A folder, and a file that cannot be read, are remembered without a SHA-256.
    """
    files = tuple(_sealed(path, base) for path in _named(text, base))
    text = text.strip()
    return Entry(replace(subject, field=EVIDENCE), text or None, text), Entry(
        replace(subject, field=FILES), files or None
    )


def sealed(edits: Sequence[Edit], base: Path) -> list[Edit]:
    """Edits, and for each evidence text among them one more that remembers the files it names."""
    beside = {edit.subject for edit in edits}
    more = []
    for edit in edits:
        files = replace(edit.subject, field=FILES)
        if edit.subject.indicator is not None and edit.subject.field == EVIDENCE and files not in beside:
            found = evidence_entries(edit.subject, str(edit.new or ""), base)[1]
            more.append(Edit(files, ANY, found.value))
    return [*edits, *more]


def evidence_findings(dossier: Dossier, base: Path) -> tuple[Finding, ...]:
    """What became of the files remembered as evidence: changed, gone, or not to be read."""
    declared = {indicator.key for indicator in dossier.department.indicators()}
    outcomes = dossier.outcomes.indicators
    return tuple(
        odd
        for key, outcome in outcomes.items()
        if key in declared
        for file in outcome.evidence_files
        for odd in _looked_at(key, file, base)
    )


def _named(text: str, base: Path) -> Iterable[Path]:
    """The files and folders that a text names; a name may hold a semicolon itself."""
    whole = found_path(text, base)
    found = [whole] if whole else [found_path(part, base) for part in PARTED.split(text)]
    return dict.fromkeys(path for path in found if path is not None)


def _sealed(path: Path, base: Path) -> EvidenceFile:
    try:
        name = path.relative_to(base).as_posix()
    except ValueError:
        name = str(path)
    try:
        return EvidenceFile(name, *_measured(path)) if path.is_file() else EvidenceFile(name)
    except OSError:
        return EvidenceFile(name)


def _looked_at(key: Key, file: EvidenceFile, base: Path) -> Iterator[Finding]:
    """What is to be said of a file as it is now."""
    at, path = Subject(key.project, key, EVIDENCE), base / file.path
    facts = {"name": key.name, "path": file.path}
    try:
        if not file.sha256 and path.is_dir():
            yield finding("evidence.folder", at, None, **facts)
        elif not path.exists() or (file.sha256 and not path.is_file()):
            yield finding("evidence.gone", at, None, **facts)
        elif not file.sha256:
            yield finding("evidence.unread", at, None, **facts)
        else:
            size, sha = _measured(path)
            if (size, sha) != (file.size, file.sha256):
                was, now = file.sha256[:SHORT], sha[:SHORT]
                more = {"size": file.size, "now_size": size, "sha": was, "now_sha": now}
                yield finding("evidence.changed", at, None, **facts, **more)
    except OSError:
        yield finding("evidence.unread", at, None, **facts)


def _measured(path: Path) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a file."""
    kept = path.stat()
    return kept.st_size, _digest(path, kept.st_size, kept.st_mtime_ns)


@lru_cache(maxsize=4096)
def _digest(path: Path, _size: int, _written: int) -> str:
    """The SHA-256 of a file; read once as long as its size and the time of its last writing stay."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
