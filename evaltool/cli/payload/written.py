"""What was written, as JSON: each file with what became of it, each department with what could not be."""

from __future__ import annotations

from collections.abc import Iterable

from evaltool.cli.errors import sentence
from evaltool.cli.payload.basics import Json, finding
from evaltool.operations.reporting import Out, Placed, Result


def written(out: Out) -> Json:
    """The files and departments of a run."""
    return {
        "files": [str(path) for path in out.paths],
        "stopped": bool(out.left),
        "departments": [_department(one) for one in out.results],
        "shared": _files(out.shared),
        "left": [{"code": one.code, "name": one.name, "year": one.year} for one in out.left],
        "errors": [sentence(error) for error in out.refused],
        "findings": [answered for one in out.results for answered in _findings(one)],
    }


def _department(result: Result) -> Json:
    one = result.of
    return {
        "code": one.code,
        "name": one.name,
        "year": one.year,
        "files": _files(result.placed),
        "open_errors": len(result.doubts.open_errors),
        "errors": [sentence(error) for error in result.failed],
    }


def _files(placed: Iterable[Placed]) -> list[Json]:
    return [
        {"path": str(one.path), "became": one.became.value, "kept": str(one.kept) if one.kept else None}
        for one in placed
    ]


def _findings(result: Result) -> Iterable[Json]:
    """Of one department all of them with their answers, of many the open errors with whose they are."""
    for odd in result.doubts.findings:
        answer = (result.doubts.answers or {}).get(odd.fingerprint)
        yield {**finding(odd), "department": result.of.code, "answer": answer or None}
