"""The golden table of 巨鹿 under every shipped rulebook. golden_table.py says how to write it anew."""

from __future__ import annotations

import ast
import operator
from fractions import Fraction

import pytest
from golden_table import CANNOT, TABLE, Kept, kept, rows, written
from second_rules import rounded

from scoring import rulebook

SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "％": "%"})
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def worked_out(arithmetic: str) -> Fraction:
    """What an arithmetic gives, exactly; words before ： say why it is this one."""
    text = arithmetic.rpartition("：")[2].translate(SIGNS).strip()

    def value(node: ast.expr) -> Fraction:
        if isinstance(node, ast.BinOp):
            found: Fraction = OPERATIONS[type(node.op)](value(node.left), value(node.right))
            return found
        return Fraction(ast.get_source_segment(text, node) or "")

    return value(ast.parse(text, mode="eval").body)


@pytest.mark.parametrize("rulebook_id", rulebook.shipped())
def test_the_same_actuals_earn_what_the_table_says(rulebook_id: str):
    assert [*rows(rulebook_id)] == [one.row for one in kept()[rulebook_id]]


def test_the_table_is_written_as_it_stands():
    assert written() == TABLE.read_text("utf-8")


ALL = [(rulebook_id, one) for rulebook_id, table in kept().items() for one in table]


@pytest.mark.parametrize(("rulebook_id", "one"), ALL, ids=lambda part: getattr(part, "row", (part,))[0])
def test_the_arithmetic_by_hand_gives_the_figure(rulebook_id: str, one: Kept):
    assert rulebook_id in rulebook.shipped()
    assert Fraction(one.row.weight) == rounded(worked_out(one.of_weight), 2, "half_up")
    if one.row.score == CANNOT:
        assert one.of_score
    else:
        assert Fraction(one.row.score) == rounded(worked_out(one.of_score), 2, "half_up")
