"""Files in: a reader for each format gives blocks, one recogniser makes a `Reading` of them."""

from evaltool.documents.opening import read
from evaltool.documents.unreadable import Unreadable

__all__ = ["Unreadable", "read"]
