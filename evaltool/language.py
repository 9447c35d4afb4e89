"""Which language is spoken. Source strings are Chinese, so Chinese needs no catalogue and cannot break.

`use` is called once, before anything that shows words is built.
"""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("zh", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak `language` from now on ("zh" or "en")."""
    global _catalogue  # noqa: PLW0603 - the one place that holds the language of the process
    _catalogue = catalogue(language)


def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; Chinese is the source and has none."""
    if language == "zh":
        return gettext.NullTranslations()
    return gettext.translation("evaltool", Path(__file__).parent / "messages", [language])


def _(text: str) -> str:
    """`text` in the language in use."""
    return _catalogue.gettext(text) if text else ""


def N_(text: str) -> str:  # noqa: N802 - gettext's usual name for "translate later"
    """Mark `text` for the catalogue without translating it now."""
    return text
