"""The page: a department's year as one html file that opens from disk, prints well and can be read aloud.

It needs nothing but itself: no network, no script. Whatever people typed reaches it through one function
that escapes it, and a content security policy forbids the rest.
"""

from evaltool.reports.page.document import page

__all__ = ["page"]
