"""Reading in processes of their own, with limits of memory and time; see `readers`."""

from evaltool.documents.confined.readers import READERS, SECONDS, Readers

__all__ = ["READERS", "SECONDS", "Readers"]
