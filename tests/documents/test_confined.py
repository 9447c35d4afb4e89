"""A file that kills, holds or floods the process that reads it is one sentence, and the next file is read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import confined_calls as calls
import pytest

from evaltool.documents import Unreadable, stop_reading
from evaltool.documents.confined import READERS, Readers
from evaltool.documents.confined.process import ReadingProcess

ROOT = Path(__file__).parent.parent.parent
posix = pytest.mark.skipif(os.name != "posix", reason="Windows limits time alone, and has no such processes")


@pytest.fixture
def readers() -> Iterator[Readers]:
    with Readers() as some:
        yield some


def why(
    readers: Readers, function: Callable[..., object], *arguments: object, seconds: int = 10
) -> Unreadable:
    with pytest.raises(Unreadable) as refusal:
        readers.run(function, *arguments, file="表.docx", kind="docx", seconds=seconds)
    assert refusal.value.finding.source is not None
    return refusal.value


def ended(number: int) -> bool:
    """Whether a process is gone, or is only waited for."""
    try:
        state = Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def read(readers: Readers) -> int:
    return readers.run(calls.own_number, file="表.docx", kind="docx")


def test_one_process_reads_many_files_and_it_is_not_ours(readers: Readers):
    first = read(readers)
    assert first != os.getpid()
    assert {read(readers) for _ in range(5)} == {first}


@pytest.mark.parametrize(
    "function",
    [
        calls.abort,
        pytest.param(calls.killed, marks=posix),
        pytest.param(calls.eat_memory, marks=posix),
        calls.leave,
        calls.fault,
    ],
)
def test_a_process_that_ends_is_one_sentence_and_the_next_file_is_read(readers: Readers, function):
    assert read(readers)
    refusal = why(readers, function)
    assert (refusal.code, dict(refusal.facts)) == ("document.died", {"format": "docx"})
    assert read(readers)


def test_a_fault_in_the_process_shows_its_lines_to_who_asks_for_them(readers: Readers):
    cause = why(readers, calls.fault).__cause__
    assert "KeyError: 'word/document.xml'" in str(cause)


def test_what_files_before_have_left_behind_is_not_blamed_on_a_file(readers: Readers, tmp_path: Path):
    kept = str(tmp_path / "kept")
    for _ in range(2):
        said = readers.run(calls.abort_in_all_but_the_first, kept, file="表.xls", kind="xls")
        assert said == "read"


@pytest.mark.parametrize("function", [calls.loop, calls.loop_inside_a_library])
def test_a_process_that_takes_too_long_is_ended(readers: Readers, function):
    before = read(readers)
    refusal = why(readers, function, seconds=1)
    assert (refusal.code, dict(refusal.facts)) == ("document.too_slow", {"seconds": "1"})
    assert read(readers) != before


@posix
def test_what_a_slow_process_has_started_ends_with_it(readers: Readers, tmp_path: Path):
    kept = tmp_path / "kept"
    assert read(readers)
    refusal = why(readers, calls.start_another_and_loop, str(kept), seconds=3)
    assert refusal.code == "document.too_slow"
    own, other = map(int, kept.read_text("ascii").split())
    assert ended(own)
    assert _soon(lambda: ended(other))


@posix
def test_memory_that_a_document_needs_is_there(readers: Readers):
    assert readers.run(calls.forty_megabytes, file="表.docx", kind="docx") == 40_000_000


def test_what_a_library_prints_is_no_part_of_the_answer(readers: Readers, capfd):
    assert readers.run(calls.print_a_lot, file="表.docx", kind="docx") == "read"
    assert read(readers)
    assert capfd.readouterr() == ("", "")


def test_a_library_that_asks_the_keyboard_gets_nothing(readers: Readers):
    assert readers.run(calls.read_the_keyboard, file="表.docx", kind="docx") == b""


def test_a_refusal_comes_through_with_its_facts_and_file(readers: Readers):
    refusal = why(readers, calls.refuse)
    assert refusal.code == "document.too_many_pages"
    assert dict(refusal.facts) == {"pages": "3000", "limit": "500"}
    assert refusal.finding.source is not None
    assert refusal.finding.source.file == "长.pdf"
    assert read(readers)


def test_a_finding_comes_through_as_it_is(readers: Readers):
    assert readers.run(calls.found, file="表.docx", kind="docx") == calls.found()


def test_an_interrupted_call_is_never_answered_to_the_next_one(readers: Readers, monkeypatch):
    before = read(readers)

    def interrupted(_stream: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("evaltool.documents.confined.process.receive", interrupted)
        with pytest.raises(KeyboardInterrupt):
            read(readers)
    assert read(readers) != before


def test_a_process_that_cannot_be_started_is_one_sentence(readers: Readers, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(ROOT / "no such python"))
    assert why(readers, calls.own_number).code == "document.died"


@pytest.mark.parametrize("way", ["stop", "close"])
def test_what_is_still_being_read_can_be_ended(readers: Readers, way: str, monkeypatch):
    assert read(readers)
    refusals: list[Unreadable] = []
    begun = threading.Event()

    call = ReadingProcess.call

    def seen(process: ReadingProcess, *arguments: Any) -> Any:
        begun.set()
        return call(process, *arguments)

    monkeypatch.setattr(ReadingProcess, "call", seen)
    thread = threading.Thread(target=lambda: refusals.append(why(readers, calls.loop, seconds=600)))
    thread.start()
    assert begun.wait(60)
    getattr(readers, way)()
    thread.join(60)
    assert [one.code for one in refusals] == ["document.died"]
    if way == "stop":
        assert read(readers)
    else:
        assert why(readers, calls.own_number).code == "document.died"


def test_the_processes_of_the_program_can_be_ended_and_start_again():
    before = read(READERS)
    assert read(READERS) == before
    stop_reading()
    assert read(READERS) != before


PARENT = """
import sys
sys.path[:0] = {path!r}
import confined_calls as calls
from evaltool.documents.confined import READERS
print(READERS.run(calls.own_number, file="a", kind="docx"), flush=True)
READERS.run(calls.{function}, {arguments}, file="a", kind="docx", seconds=600)
"""


@posix
@pytest.mark.parametrize("function", ["loop", "start_another_and_loop"])
def test_a_process_ends_with_the_one_it_reads_for_however_that_ends(function: str, tmp_path: Path):
    kept = tmp_path / "kept"
    path = [str(ROOT), str(Path(__file__).parent)]
    program = PARENT.format(path=path, function=function, arguments=repr(str(kept)))
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    with parent.stdout as said:
        number = int(said.readline())
        if function == "start_another_and_loop":
            assert _soon(lambda: kept.exists() and " " in kept.read_text("ascii"))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    numbers = [number, *map(int, kept.read_text("ascii").split())] if kept.exists() else [number]
    assert _soon(lambda: all(map(ended, numbers)))


def _soon(true: Callable[[], bool]) -> bool:
    """Whether something becomes true; other processes are waited for, a minute at most."""
    waiting = threading.Event()
    return any(true() or waiting.wait(0.02) for _ in range(3000))
