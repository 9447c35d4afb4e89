"""A small evaluator of spreadsheet formulas that computes in raw doubles, as Excel does.

It knows no more than the formulas of a form and of a proof use, and raises for anything else. Comparisons are
of bits: nothing is taken for equal that differs. Two spreadsheets may round differently where a double lies
beside a half, so there are two ROUNDs: of the double's exact value, and of its 15 decimal digits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Any

Value = float | str | bool | None

TOKEN = re.compile(
    r"\s*(?:(?P<text>\"(?:[^\"]|\"\")*\")|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<call>[A-Z]+)\(|(?P<cell>\$?[A-Z]{1,2}\$?[0-9]+)|(?P<sign><=|>=|<>|[-+*/=<>&(),:]))"
)
CORNER = re.compile(r"([A-Z])([0-9]+)")
EPOCH = date(1899, 12, 30)
DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


def round_exactly(figure: float, places: float) -> float:
    """Halves away from zero, of the exact value of the double."""
    return float(Decimal(figure).quantize(Decimal(1).scaleb(-int(places)), context=WIDE))


def round_15_digits(figure: float, places: float) -> float:
    """Halves away from zero, of the 15 digits that Excel keeps."""
    kept = DIGITS.create_decimal(figure)
    return float(kept.quantize(Decimal(1).scaleb(-int(places)), context=WIDE))


ROUNDS = (round_exactly, round_15_digits)


def serial(day: date) -> float:
    return float((day - EPOCH).days)


def plain(value: Any) -> Value:
    """A cell's content as a formula sees it."""
    match value:
        case None | bool() | str():
            return value
        case datetime():
            return serial(value.date())
        case date():
            return serial(value)
    return float(value)


class Sheet:
    """Cells by their names, formulas among them (texts that begin with =)."""

    def __init__(self, cells: Mapping[str, Any], rounding: Callable[[float, float], float]) -> None:
        self.cells = cells
        self.rounding = rounding
        self.known: dict[str, Value] = {}

    def value(self, cell: str) -> Value:
        cell = cell.replace("$", "")
        if cell not in self.known:
            content = self.cells.get(cell)
            is_formula = isinstance(content, str) and content.startswith("=")
            self.known[cell] = run(parsed(content[1:]), self) if is_formula else plain(content)
        return self.known[cell]

    def values(self, first: str, last: str) -> list[Value]:
        (left, top), (right, bottom) = (CORNER.findall(cell.replace("$", ""))[0] for cell in (first, last))
        columns = [chr(c) for c in range(ord(left), ord(right) + 1)]
        return [self.value(f"{c}{row}") for row in range(int(top), int(bottom) + 1) for c in columns]


@cache
def parsed(text: str) -> Any:
    """A formula as a tree."""
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = TOKEN.match(text, at)
        assert found, f"no token at {text[at : at + 20]!r} of {text!r}"
        tokens.append((found.lastgroup, found[found.lastgroup]))
        at = found.end()
    tree, rest = comparison(tokens, 0)
    assert rest == len(tokens), f"left over: {tokens[rest:]}"
    return tree


def _binary(tokens, at, inner, signs):
    left, at = inner(tokens, at)
    while at < len(tokens) and tokens[at][0] == "sign" and tokens[at][1] in signs:
        sign = tokens[at][1]
        right, at = inner(tokens, at + 1)
        left = ("binary", sign, left, right)
    return left, at


def comparison(tokens, at):
    return _binary(tokens, at, joined, {"=", "<>", "<", "<=", ">", ">="})


def joined(tokens, at):
    return _binary(tokens, at, added, {"&"})


def added(tokens, at):
    return _binary(tokens, at, multiplied, {"+", "-"})


def multiplied(tokens, at):
    return _binary(tokens, at, unary, {"*", "/"})


def unary(tokens, at):
    if tokens[at] == ("sign", "-"):
        inner, at = unary(tokens, at + 1)
        return ("negative", inner), at
    return single(tokens, at)


def single(tokens, at):
    kind, text = tokens[at]
    if kind == "number":
        return ("constant", float(text)), at + 1
    if kind == "text":
        return ("constant", text[1:-1].replace('""', '"')), at + 1
    if kind == "cell":
        if at + 1 < len(tokens) and tokens[at + 1] == ("sign", ":"):
            return ("range", text, tokens[at + 2][1]), at + 3
        return ("cell", text), at + 1
    if kind == "call":
        arguments, at = [], at + 1
        while tokens[at] != ("sign", ")"):
            argument, at = comparison(tokens, at)
            arguments.append(argument)
            if tokens[at] == ("sign", ","):
                at += 1
        return ("call", text, tuple(arguments)), at + 1
    assert tokens[at] == ("sign", "("), tokens[at]
    inner, at = comparison(tokens, at + 1)
    assert tokens[at] == ("sign", ")")
    return inner, at + 1


def run(tree: Any, sheet: Sheet) -> Value:
    match tree:
        case ("constant", value):
            return value
        case ("cell", name):
            return sheet.value(name)
        case ("negative", inner):
            return -figure(run(inner, sheet))
        case ("binary", sign, left, right):
            return operated(sign, run(left, sheet), run(right, sheet))
        case ("call", name, arguments):
            return called(name, arguments, sheet)
    raise AssertionError(tree)


def figure(value: Value) -> float:
    if value is None:
        return 0.0
    assert not isinstance(value, str), f"#VALUE! of {value!r}"
    return float(value)


def shown(value: Value) -> str:
    """A value inside a text; no more than whole numbers are joined."""
    assert not isinstance(value, float) or value == int(value)
    return "" if value is None else str(int(value)) if is_number(value) else str(value)


def operated(sign: str, left: Value, right: Value) -> Value:
    match sign:
        case "&":
            return "".join(map(shown, (left, right)))
        case "+":
            return figure(left) + figure(right)
        case "-":
            return figure(left) - figure(right)
        case "*":
            return figure(left) * figure(right)
        case "/":
            return figure(left) / figure(right)
    one, other = ordered(left, right), ordered(right, left)
    return {
        "=": one == other,
        "<>": one != other,
        "<": one < other,
        "<=": one <= other,
        ">": one > other,
        ">=": one >= other,
    }[sign]


def ordered(value: Value, beside: Value) -> tuple[int, Any]:
    """For comparing: numbers before texts before truths; a blank is what stands beside it."""
    if value is None:
        return ordered("", "") if isinstance(beside, str) else (0, 0.0)
    if isinstance(value, bool):
        return (2, value)
    return (1, value.casefold()) if isinstance(value, str) else (0, value)


def flat(arguments: tuple[Any, ...], sheet: Sheet) -> list[Value]:
    found: list[Value] = []
    for argument in arguments:
        found += sheet.values(*argument[1:]) if argument[0] == "range" else [run(argument, sheet)]
    return found


def is_number(value: Value) -> bool:
    return isinstance(value, float) and not isinstance(value, bool)


def called(name: str, arguments: tuple[Any, ...], sheet: Sheet) -> Value:
    if name == "IF":
        condition, then, otherwise = arguments
        met = run(condition, sheet)
        assert isinstance(met, bool), f"IF of {met!r}"
        return run(then if met else otherwise, sheet)
    if name == "COUNTIF":
        wanted = run(arguments[1], sheet)
        return float(sum(value == wanted for value in sheet.values(*arguments[0][1:])))
    if name == "SUMPRODUCT":
        columns = [map(figure, sheet.values(*argument[1:])) for argument in arguments]
        return sum(math.prod(row) for row in zip(*columns, strict=True))
    values = flat(arguments, sheet)
    if name in OF_ANYTHING:
        return OF_ANYTHING[name](values)
    numbers = [figure(value) for value in values]
    if name == "ROUND":
        return sheet.rounding(*numbers)
    if name == "FIXED":
        places = int(numbers[1])
        return f"{Decimal(sheet.rounding(numbers[0], places)):.{places}f}"
    return OF_NUMBERS[name](*numbers)


def truths(values: list[Value]) -> list[Value]:
    assert all(isinstance(value, bool) for value in values), f"AND or OR of {values}"
    return values


OF_ANYTHING: Mapping[str, Callable[[list[Value]], Value]] = {
    "AND": lambda values: all(truths(values)),
    "OR": lambda values: any(truths(values)),
    "TRUE": lambda _: True,
    "FALSE": lambda _: False,
    "ISNUMBER": lambda values: is_number(values[0]),
    "COUNT": lambda values: float(sum(map(is_number, values))),
    "COUNTA": lambda values: float(sum(value is not None for value in values)),
    "SUM": lambda values: sum(figure(value) for value in values if is_number(value)),
}
OF_NUMBERS: Mapping[str, Callable[..., float]] = {
    "DATE": lambda year, month, day: serial(date(int(year), int(month), int(day))),
    "INT": lambda number: float(math.floor(number)),
    "ABS": abs,
    "MOD": lambda number, divisor: number % divisor,
    "MIN": min,
    "MAX": max,
}
