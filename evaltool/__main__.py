"""Where the program starts: the language, then the command, and one sentence for whatever goes wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from evaltool import language, settings

LIFTED = {"--db": 1, "--lang": 1, "--who": 1, "--debug": 0}
"""Options of the program that may stand anywhere on the line, with how many values each takes."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run one command line and leave with its exit code."""
    options, rest = lifted(sys.argv[1:] if argv is None else argv)
    language.use(_language(options, settings.load().settings.language))
    sys.exit(_run([*options, *rest], debug="--debug" in options))


def lifted(line: Sequence[str]) -> tuple[list[str], list[str]]:
    """The program's own options, wherever they stand, and the rest of the line."""
    options: list[str] = []
    rest: list[str] = []
    words = iter(line)
    for word in words:
        name, equals, _value = word.partition("=")
        if word == "--":
            return options, [*rest, word, *words]
        if name not in LIFTED:
            rest.append(word)
            continue
        options.append(word)
        if LIFTED[name] and not equals:
            value = next(words, None)
            if value is None:  # nothing may be taken for the value that is missing
                return options, []
            options.append(value)
    return options, rest


def _language(options: Sequence[str], otherwise: str) -> str:
    """The language asked for, else the person's own; where it is none of ours, the command line says so."""
    wanted = otherwise
    for word, following in zip(options, [*options[1:], ""], strict=False):
        name, equals, value = word.partition("=")
        if name == "--lang":
            wanted = value if equals else following
    return wanted if wanted in language.LANGUAGES else otherwise


def _run(line: Sequence[str], *, debug: bool) -> int:
    from evaltool.cli import streams

    def command() -> object:
        from evaltool.cli.app import app

        return app(args=list(line), prog_name="evaltool", standalone_mode=False)

    streams.prepare()
    code = _guarded(command, debug=debug)
    return _guarded(streams.finish, debug=debug) or code


def _guarded(call: Callable[[], object], *, debug: bool) -> int:
    """The exit code that a call gives; the one place where an exception becomes a sentence."""
    try:
        code = call()
    except Exception as error:  # noqa: BLE001 - a person never meets a traceback unasked
        from evaltool.cli.errors import report

        return report(error, debug=debug)
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    main()
