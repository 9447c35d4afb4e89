"""What a process of ours and the process that reads for it say to each other: a length, then a pickle.

Both are this program. The other one is there to be limited and killed, not to be distrusted.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Mapping
from types import MappingProxyType
from typing import IO, Any

_LENGTH = 8


class _Pickler(pickle.Pickler):
    """Facts of findings are read-only mappings, which pickle does not know."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = {
            **copyreg.dispatch_table,
            MappingProxyType: lambda facts: (_read_only, (dict(facts),)),
        }


def _read_only(facts: dict[str, str]) -> Mapping[str, str]:
    return MappingProxyType(facts)


def packed(message: object) -> bytes:
    """A message as it is sent."""
    stream = io.BytesIO(bytes(_LENGTH))
    stream.seek(_LENGTH)
    _Pickler(stream).dump(message)
    stream.seek(0)
    stream.write((len(stream.getbuffer()) - _LENGTH).to_bytes(_LENGTH))
    return stream.getvalue()


def send(stream: IO[bytes], content: bytes) -> None:
    """Send a packed message. Raises `OSError` where nobody is there any more."""
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message. Raises `EOFError` where the other one ended, in the middle of it or before."""
    length = int.from_bytes(_exactly(stream, _LENGTH))
    return pickle.loads(_exactly(stream, length))  # noqa: S301 - of this program, see above


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content
