"""Which language is spoken. Source strings are Chinese, so Chinese needs no catalogue and cannot break.

`use` is called once, before anything that shows words is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("zh", "en")

_catalogue: NullTranslations | None = None
"""None for the source language."""


def use(language: str) -> None:
    """Speak `language` from now on ("zh" or "en")."""
    global _catalogue  # noqa: PLW0603 - the one place that holds the language of the process
    _catalogue = None if language == "zh" else catalogue(language)


def in_use() -> str:
    """The language that is spoken, for another process to speak it too."""
    return "zh" if _catalogue is None else _catalogue.info()["language"]


def catalogue(language: str) -> NullTranslations:
    """The catalogue of a language other than the source's."""
    import gettext  # 15 ms that the source language has no use for
    from pathlib import Path

    return gettext.translation("evaltool", Path(__file__).parent / "messages", [language])


def _(text: str) -> str:
    """`text` in the language in use."""
    return _catalogue.gettext(text) if _catalogue is not None and text else text


def N_(text: str) -> str:  # noqa: N802 - gettext's usual name for "translate later"
    """Mark `text` for the catalogue without translating it now."""
    return text
