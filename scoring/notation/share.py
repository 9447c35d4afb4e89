"""The share of its points that a qualitative indicator was given, as scorecards print it beside the band."""

from __future__ import annotations

import re
from decimal import Decimal

from scoring.notation.normalise import normalise

_LONGEST = 60
_SHARE = re.compile(r"(?P<words>[^()]+?)\s*\(得分比例\s?(?P<share>[0-9]{1,3}(?:\.[0-9]{1,12})?)%\)")


def read_share(text: str) -> tuple[str, Decimal | None]:
    """The words of 达成（得分比例 90%）, and the 90; a text that names no share as it is, and None."""
    found = _SHARE.fullmatch(normalise(text).strip()) if len(text) <= _LONGEST else None
    return (found["words"], Decimal(found["share"])) if found else (text, None)
