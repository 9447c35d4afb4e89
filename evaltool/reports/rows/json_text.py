"""The rows as JSON, with the totals of the department and its projects before them: figures are texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from evaltool import __version__
from evaltool.reports.rows.lines import points, ratio, rows
from evaltool.reports.scorecard import Scorecard
from evaltool.wording.terms import TERMS
from scoring.scores import ExecutionScore, Method, ProjectScore

Json = dict[str, Any]


def json_file(card: Scorecard) -> bytes:
    """The file of one department."""
    version = _bytes(_text(__version__))
    return b'{\n  "evaltool": %b,%b\n' % (version, json_part(card).removeprefix(b"{"))


def json_part(card: Scorecard) -> bytes:
    """A department: its rulebook, the hash of its inputs, totals and rows. A row is a line of the text."""
    rules = card.rulebook
    head = {
        "rulebook": {
            "id": rules.id,
            "title": rules.title,
            "version": rules.version,
            "hash": rules.hash,
        },
        "inputs": card.inputs,
        "made_on": card.made_on,
        "department": _department(card),
        "projects": [_project(one) for one in card.score.projects],
    }
    lines = ",\n    ".join(_text(row) for row in rows(card))
    return b'%b,\n  "rows": [\n    %b\n  ]\n}' % (_bytes(_text(head, 2)[:-2]), _bytes(lines))


def json_list(parts: Iterable[bytes]) -> bytes:
    """The file of several departments, from the part of each."""
    version = _bytes(_text(__version__))
    return b'{\n  "evaltool": %b,\n  "departments": [\n%b\n]\n}\n' % (version, b",\n".join(parts))


def _department(card: Scorecard) -> Json:
    score = card.score
    return {
        "code": score.code,
        "name": score.name,
        "year": score.year,
        **points(score.score),
        "grade": score.grade or None,
        "headline": score.headline,
        "methods": {code: _method(method) for code, method in score.methods.items()},
        "execution": _execution(score.execution) if score.execution else None,
    }


def _method(method: Method) -> Json:
    return {"name": TERMS.get(method.code), **points(method.score), "grade": method.grade or None}


def _project(one: ProjectScore) -> Json:
    return {
        "code": one.code,
        "name": one.name,
        **points(one.score),
        "grade": one.grade or None,
        "available": one.available,
        "execution": _execution(one.execution),
    }


def _execution(one: ExecutionScore) -> Json:
    return {
        "budget": one.budget,
        "spent": one.spent,
        "rate": ratio(one.rate),
        "weight": one.weight,
        **points(one.score),
    }


def _text(value: Mapping[str, object] | str, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)


def _plain(value: object) -> str:
    """A figure without an exponent, a day as numbers."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _bytes(text: str) -> bytes:
    r"""UTF-8; half a character that came from a broken file as \udXXX, which JSON knows."""
    return text.encode("utf-8", "backslashreplace")
