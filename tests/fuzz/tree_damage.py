"""XML that stays well-formed and says what no program writes: elements moved, doubled, renamed, nested."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from tag_damage import ODD

if TYPE_CHECKING:
    from random import Random

MOST_ELEMENTS = 20_000


def tree(random: Random, data: bytes) -> bytes:
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return data
    for _ in range(random.randint(1, 6)):
        elements = [one for one in root.iter("*") if one is not root][:MOST_ELEMENTS]
        if not elements:
            break
        random.choice(_WAYS)(random, random.choice(elements), random.choice(elements))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _drop(_random: Random, one: Any, _other: Any) -> None:
    one.getparent().remove(one)


def _double(random: Random, one: Any, _other: Any) -> None:
    for _ in range(random.choice((1, 1, 40))):
        one.addnext(deepcopy(one))


def _copy_into(_random: Random, one: Any, other: Any) -> None:
    one.append(deepcopy(other))


def _move_into(_random: Random, one: Any, other: Any) -> None:
    if other not in one.iterancestors() and one is not other:
        one.append(other)


def _rename(_random: Random, one: Any, other: Any) -> None:
    one.tag = other.tag


def _unwrap(_random: Random, one: Any, _other: Any) -> None:
    for child in reversed(one):
        one.addnext(child)
    one.getparent().remove(one)


def _attribute(random: Random, one: Any, other: Any) -> None:
    """Another value, or an attribute that belongs to another element."""
    given = sorted((one if random.randrange(3) else other).attrib.items())
    if given:
        name, value = random.choice(given)
        odd = random.choice(ODD)
        one.set(name, odd if odd.isprintable() and random.randrange(4) else value)


def _no_attribute(random: Random, one: Any, _other: Any) -> None:
    if one.attrib:
        del one.attrib[random.choice(sorted(one.attrib))]


def _text(random: Random, one: Any, other: Any) -> None:
    odd = random.choice(ODD)
    one.text = odd if odd.isprintable() and random.randrange(2) else other.text


_WAYS = (
    _drop,
    _double,
    _copy_into,
    _move_into,
    _rename,
    _unwrap,
    _attribute,
    _attribute,
    _no_attribute,
    _text,
)
