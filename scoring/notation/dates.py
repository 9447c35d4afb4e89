"""Due dates as they are printed: 12月底前, 2022年6月30日, 第三季度末, 2022-12-31, 次年3月底.

A period (7月, 上半年, 2022年) is kept when its last day is. 9月前 has two readings and comes with a doubt.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from scoring.notation.figures import chinese_numeral

Doubt = tuple[str, dict[str, str]]
"""A finding to be: its code and its facts beside the text."""

_NUMERAL = "[一二三四五六七八九十]"
_YEAR_NUMERAL = "[〇零一二三四五六七八九]"
_SPOKEN = re.compile(
    rf"""
    (?: (?P<year>(?:19|20)[0-9]{{2}}|[一二][〇零九一]{_YEAR_NUMERAL}{{2}})年度?
      | (?P<near>次年度?|下一?年度?|明年|当年|本年度?|今年) )?
    (?: 第?(?P<quarter>[一二三四1-4])季度
      | (?P<half>[上下]半年)
      | (?P<month>[0-9]{{1,2}}|{_NUMERAL}{{1,2}})月份?
        (?: (?P<day>[0-9]{{1,2}}|{_NUMERAL}{{1,3}})(?:[日号]|(?=之?前|以前|$))
          | (?P<part>上旬|中旬|下旬|初) )?
      | (?P<whole>年度?(?:底|末|终|内)|(?<=[年度])(?:底|末|终|内)) )?
    (?P<edge>月?底|末|内)?
    (?P<side>之前|以前|前|之内|以内|为止|止|之后|以后|后|起)?
    """,
    re.VERBOSE,
)
_IN_FIGURES = re.compile(
    r"""(?P<year>(?:19|20)[0-9]{2})
    (?: (?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})
        (?![0-9,/]|\.[0-9]|-(?!(?:19|20)[0-9]{2}[-/.]))
      | [-/](?P<only_month>0[1-9]|1[0-2])(?![0-9.,/-])
      | (?P<run>[0-9]{4})(?=日|之?前|以前|完成|$) )
    日?(?P<side>之前|以前|前|之内|以内|为止|止|之后|以后|后|起)?""",
    re.VERBOSE,
)
_FIRST = frozenset("0123456789一二三四五六七八九十年第上下次明当本今")
_SIGNS = frozenset("≥≤<>=")
_NEXT = frozenset("次下明")
_BEFORE = frozenset({"之前", "以前", "前"})
_AFTER = frozenset({"之后", "以后", "后", "起"})
_LAST_OF_PART = {"初": 10, "上旬": 10, "中旬": 20}


class Moment(NamedTuple):
    """A day by which something is due, found in a text up to `end`; `day` is None where `problem` says why.

    `stated` is whether the text itself settles the year. `firm` is False for what may also just name a time
    (2022年, 年终, 三季度), so that words after it may be what the text is about.
    """

    day: date | None
    end: int
    stated: bool
    firm: bool = True
    bare_year: bool = False
    problem: str = ""
    doubts: tuple[Doubt, ...] = ()


def moment_at(text: str, start: int, year: int | None) -> Moment | None:
    """The date that begins at `start` of a compact, normalised text; one without a year falls in `year`."""
    if text[start] not in _FIRST:
        return None
    found = _IN_FIGURES.match(text, start)
    if found and not (found["run"] and start and text[start - 1] in _SIGNS):
        return _in_figures(found)
    found = _SPOKEN.match(text, start)
    if found is None or not (found["year"] or _named(found)):
        return None
    return _spoken(found, year)


def _named(found: re.Match[str]) -> bool:
    return any(found[part] for part in ("quarter", "half", "month", "whole"))


def _in_figures(found: re.Match[str]) -> Moment | None:
    year, run = int(found["year"]), found["run"]
    month = int(run[:2] if run else found["month"] or found["only_month"])
    day = int(run[2:] if run else found["day"] or 0)
    when = None if found["day"] and not day else _day(year, month, day)
    if run and (when is None or not day):
        return None
    digits_only = (("text.like_date", {"read": when.isoformat()}),) if run and when else ()
    return _settle(found, when, stated=True, doubts=digits_only)


def _spoken(found: re.Match[str], context: int | None) -> Moment:
    near = found["near"] or ""
    stated = bool(found["year"]) or near[:1] in _NEXT
    year = _written_year(found["year"]) if found["year"] else context
    if year is None or not 1 < year < 9998:
        return Moment(None, found.end(), stated, problem="text.no_year")
    first, last = _period(found, year + (near[:1] in _NEXT))
    if first is None or last is None:
        return Moment(None, found.end(), stated, problem="text.bad_date")
    pinned = bool(found["edge"] or found["day"] or found["part"] or found["whole"])
    if found["side"] in _BEFORE and not pinned:
        # Before it begins, says the word; nothing of the year lies before January: there its end is meant.
        opens_year = not found["year"] and (first.month, first.day) == (1, 1)
        when = last if opens_year else first - timedelta(days=1)
        return _settle(found, when, stated=stated, doubts=(("text.before", {"read": when.isoformat()}),))
    bare_year = not (_named(found) or found["edge"] or found["side"])
    firm = bool(found["side"] or found["month"])
    return _settle(found, last, stated=stated, firm=firm, bare_year=bare_year)


def _settle(
    found: re.Match[str],
    when: date | None,
    *,
    stated: bool,
    firm: bool = True,
    bare_year: bool = False,
    doubts: tuple[Doubt, ...] = (),
) -> Moment:
    if when is None:
        return Moment(None, found.end(), stated, problem="text.bad_date")
    if found["side"] in _AFTER:
        return Moment(None, found.end(), stated, problem="text.unread")
    return Moment(when, found.end(), stated, firm, bare_year, doubts=doubts)


def _period(found: re.Match[str], year: int) -> tuple[date | None, date | None]:
    """The first and the last day of what the text names; None where there is no such day."""
    if found["quarter"]:
        quarter = _number(found["quarter"])
        return date(year, 3 * quarter - 2, 1), _day(year, 3 * quarter)
    if found["half"]:
        upper = found["half"].startswith("上")
        return date(year, 1 if upper else 7, 1), _day(year, 6 if upper else 12)
    if found["month"]:
        month = _number(found["month"])
        day = _number(found["day"]) if found["day"] else _LAST_OF_PART.get(found["part"] or "", 0)
        return _day(year, month, 1), None if found["day"] and not day else _day(year, month, day)
    return date(year, 1, 1), date(year, 12, 31)


def _day(year: int, month: int, day: int = 0) -> date | None:
    """A day, the month's last for day 0; None where the calendar has none."""
    if not 1 <= month <= 12 or day > (last := monthrange(year, month)[1]):
        return None
    return date(year, month, day or last)


def _written_year(text: str) -> int:
    return int(text.translate(_YEAR_DIGITS))


_YEAR_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


def _number(text: str) -> int:
    return int(text) if text.isascii() else chinese_numeral(text) or 0
