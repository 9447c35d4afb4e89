"""What comes from the terminal, and what becomes of it, without either taking the workbench down.

Textual's own reading thread ends the program at a byte that is no UTF-8 and at a report of a key that it does
not know; where the terminal is gone without a signal it turns in circles, and the writing thread fills up.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from evaltool.tui import news

CHUNK = 4096
"""Bytes read at once."""

BREATH = 0.1
"""Seconds after which an Esc that nothing followed is a key."""


class Terminal(LinuxDriver):
    """Textual's driver for Linux and macOS, with a reading thread that lives through everything."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._parser = XTermParser(self._debug)
        self._file = cast("Any", _Drawing(cast("IO[str]", self._file)))

    def start_application_mode(self) -> None:
        """Take the terminal over; where it hangs up, leave."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:  # else somebody wants it to live on
            signal.signal(signal.SIGHUP, lambda *_: self._tell_that_it_is_gone())

    def run_input_thread(self) -> None:
        """Read keys, in the terminal's own encoding, until the workbench is left or the terminal is gone."""
        decode = getincrementaldecoder(cast("TextIO", sys.__stdin__).encoding)("replace").decode
        is_last = False
        while not is_last:
            is_last = self.exit_event.is_set()  # what the terminal answers late is not for the shell
            text = ""
            if select.select([self.fileno], [], [], BREATH)[0]:
                data = self._read()
                if not data:
                    self._tell_that_it_is_gone()
                    return
                text = decode(data)
            for message in self._parsed(text):
                self.process_message(message)

    def _parsed(self, text: str) -> Iterator[Message]:
        """The keys in a text, and an Esc that nothing followed; reports that cannot be read are left out."""
        for character in text:
            try:
                yield from self._parser.feed(character)
            except (ValueError, OverflowError):
                self._parser = XTermParser(self._debug)
        yield from self._parser.tick()

    def _read(self) -> bytes:
        """What was typed; nothing where nobody will ever type again."""
        try:
            return os.read(self.fileno, CHUNK)
        except OSError:
            return b""

    def _tell_that_it_is_gone(self) -> None:
        self._loop.call_soon_threadsafe(self._app.post_message, news.HungUp())


class _Drawing:
    """The stream that is drawn on; to write on where nobody is left to look is no fault."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Draw."""
        with suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Draw what waits."""
        with suppress(OSError):
            self._stream.flush()
