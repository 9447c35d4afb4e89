"""Where the program starts: the language, then the command, and one sentence for whatever goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from evaltool import language

LIFTED = {"--db": 1, "--lang": 1, "--who": 1, "--debug": 0}
"""Options of the program that may stand anywhere on the line, with how many values each takes."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run one command line and leave with its exit code."""
    line = lifted(sys.argv[1:] if argv is None else argv)
    _settle_language(line)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a sign shows ? and goes on
    sys.exit(_run(line))


def lifted(line: Sequence[str]) -> list[str]:
    """The line with the program's own options first, so that they may be typed after a command as well."""
    front: list[str] = []
    rest: list[str] = []
    words = iter(line)
    for word in words:
        name, equals, _value = word.partition("=")
        if word == "--":
            return [*front, *rest, word, *words]
        if name in LIFTED:
            front.append(word)
            if LIFTED[name] and not equals:
                front += [value for value in [next(words, None)] if value is not None]
        else:
            rest.append(word)
    return [*front, *rest]


def _settle_language(line: Sequence[str]) -> None:
    wanted = os.environ.get("EVALTOOL_LANG", "zh")
    for i, word in enumerate(line):
        if word.startswith("--lang"):
            wanted = word.partition("=")[2] or (line[i + 1] if i + 1 < len(line) else "")
    language.use(wanted if wanted in language.LANGUAGES else "zh")


def _run(line: Sequence[str]) -> int:
    from evaltool.cli.errors import report

    try:
        from evaltool.cli.app import app

        code = app(args=list(line), prog_name="evaltool", standalone_mode=False)
    except Exception as error:  # noqa: BLE001 - the one place where a fault becomes a sentence
        return report(error, debug="--debug" in line)
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    main()
