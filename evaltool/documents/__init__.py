"""Files in: a reader for each format gives blocks, one recogniser makes a `Reading` of them."""

from evaltool.documents.folder import documents_in
from evaltool.documents.opening import read, read_many, stop_reading
from evaltool.documents.unreadable import Unreadable

__all__ = ["Unreadable", "documents_in", "read", "read_many", "stop_reading"]
