"""Ways in which the bytes of any file are damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Damage: TypeAlias = Callable[[Random, bytes], bytes]


def flipped(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 12)):
        changed[random.randrange(len(changed))] = random.choice((0, 255, random.randrange(256)))
    return bytes(changed)


def cut(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data))]


def without_slice(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    return data[:start] + data[end:]


def doubled_slice(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    return data[:end] + data[start:end] * random.randint(1, 50) + data[end:]


def moved_slice(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    rest = data[:start] + data[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


def another_number(random: Random, data: bytes) -> bytes:
    """Lengths and places in binary files are numbers of two or four bytes."""
    size = random.choice((2, 4))
    place = random.randrange(max(len(data) - size, 1))
    number = random.choice(
        (0, 1, 2**15, 2 ** (8 * size) - 1, 2 ** (8 * size - 1), random.randrange(2 ** (8 * size)))
    )
    return data[:place] + number.to_bytes(size, "little") + data[place + size :]


def _slice(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data))
    return start, min(start + random.choice((1, 8, 100, 3000)), len(data))


def some(ways: tuple[Damage, ...], most: int) -> Damage:
    def several(random: Random, data: bytes) -> bytes:
        for _ in range(random.randint(1, most)):
            if data:
                data = random.choice(ways)(random, data)
        return data

    return several


BYTES: tuple[Damage, ...] = (flipped, cut, without_slice, doubled_slice, moved_slice, another_number)
