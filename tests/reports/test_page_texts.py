"""Whatever people type stands on the page as text: nothing becomes an element, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from itertools import cycle

import pytest
from by_hand import CODE, julu, line
from hypothesis import example, given
from hypothesis import strategies as st
from page_made import card_of, many, parsed

from evaltool.reports.page import page
from scoring.model import (
    Actual,
    Dossier,
    EvidenceFile,
    Funds,
    Key,
    Objective,
    Outcome,
    Override,
    People,
    Sense,
    Target,
)

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></tr></table>",
    "</title></style><h1>",
    "&lt;b&gt; &#60; &amp;",
    "javascript:alert(1)",
    "{name} {0} %s",
    "\x00\x08\x0b\x1b\x7f\x85",
    "\ud800 \udfff",
    "\ufffe\uffff\ufdd0",
    "第一行\r\n第二行\r第三行",
    "<!-- ]]> -->",
    "\u202eabc\u202c",
    "＜ｓｃｒｉｐｔ＞",
)
TEXT = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(HOSTILE)


class Nested(HTMLParser):
    """Reads a page tag by tag and minds that each is closed by its own end."""

    VOID = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(value is not None for _name, value in attrs)
        self.names.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def tags(content: str) -> set[str]:
    """The names of all elements of a page that is nested well."""
    reader = Nested()
    reader.feed(content)
    reader.close()
    assert reader.open == []
    return reader.names


def visible(text: str) -> str:
    """A text as an html parser gives it back, with � for what a page cannot hold; spaces count once."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = {*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF}
    bad -= {0x09, 0x0A}
    return "".join("�" if ord(sign) in bad else sign for sign in lines)


def typed(*texts: str) -> Dossier:
    """巨鹿 2022 with each of its texts by people replaced by one of those given, in turn."""
    turns = cycle(texts)

    def take() -> str:
        return next(turns)

    dossier = julu()
    first = dossier.department.projects[0]
    vague = Target(Sense.QUALITATIVE, text=take())
    own = replace(line("", "", take(), vague, ""), key=Key("", take(), "", "", take()))
    indicators = (
        line(take(), take(), take() + "甲", vague),
        line(take(), take(), take() + "乙", Target(Sense.UNREAD, text=take())),
    )
    outcome = Outcome(
        Actual(text=take()),
        reason=take(),
        action=take(),
        evidence=take(),
        evidence_files=(EvidenceFile(take(), 1, "ab"),),
    )
    project = replace(first, name=take(), purpose=take(), objectives=(take(), take()), indicators=indicators)
    people = People(take(), take(), take(), take(), take())
    whole = replace(dossier.outcomes.department, people=people, achieved={take(): take()})
    money = replace(dossier.outcomes.projects[CODE], achieved=take(), execution_reason=take())
    return replace(
        dossier,
        department=replace(
            dossier.department,
            name=take(),
            projects=(project,),
            objectives=(Objective(own.key.objective, indicators=(own,)),),
        ),
        outcomes=replace(
            dossier.outcomes,
            indicators={one.key: outcome for one in (*indicators, own)},
            projects={CODE: money},
            department=whole,
        ),
    )


PLAIN = tags(page(card_of(typed("甲"))).decode())


@given(st.lists(TEXT, min_size=1, max_size=6))
@example(list(HOSTILE))
def test_texts_stand_as_they_are_and_make_no_element(texts: list[str]) -> None:
    card = card_of(typed(*texts))
    content = page(card).decode("utf-8")
    assert tags(content) <= PLAIN
    found = "".join(parsed(card).body.itertext())
    for number, text in enumerate(texts):
        shown = visible(text)
        assert shown in found, number


@given(st.decimals(allow_nan=False, allow_infinity=False) | st.sampled_from([Decimal("1E+30"), Decimal(0)]))
@example(Decimal("-1E-30"))
def test_a_figure_of_any_size_has_its_page(figure: Decimal) -> None:
    dossier = many(2)
    first = dossier.department.projects[0].indicators[0]
    recorded = dossier.outcomes.projects["P1"]
    money = replace(recorded.money, checkpoints={3: figure, 12: figure}, spent=Funds(figure))
    outcomes = replace(
        dossier.outcomes,
        indicators={**dossier.outcomes.indicators, first.key: Outcome(Actual(figure, "%"))},
        projects={"P1": replace(recorded, money=money)},
    )
    card = card_of(replace(dossier, outcomes=outcomes))
    tags(page(card).decode())
    widths = [style.removeprefix("width:").removesuffix("%") for style in parsed(card).xpath("//@style")]
    assert all(0 <= Decimal(width) <= 100 for width in widths)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_persons_own_score_and_its_reason_stand_as_they_are(text: str) -> None:
    dossier = julu()
    key = dossier.department.projects[0].indicators[0].key
    scored = replace(dossier, overrides={key: Override(Decimal("1.00"), text, text)})
    content = page(card_of(scored)).decode("utf-8")
    assert tags(content) <= PLAIN
    assert visible(text) in "".join(parsed(card_of(scored)).body.itertext())
