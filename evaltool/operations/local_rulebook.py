"""A rulebook of one's own, begun as a file in which every clause of the parent stands as a comment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaltool import wording
from evaltool.language import _
from evaltool.operations.errors import Refused
from evaltool.operations.rulebooks import is_file_name, rulebook_named
from scoring.rulebook import EVIDENCE, Clause, Rulebook, expected, shipped
from scoring.rulebook.toml_text import value_text


def new_rulebook(path: Path, extends: str = "", name: str = "", title: str = "") -> Path:
    """Write a local rulebook that extends a shipped one or another file; give the path, with .toml.

    Raises `RulebookError` where the parent cannot be used, `Refused` where the id is another rulebook's, the
    file has another ending, is there already, or cannot be written.
    """
    if not path.name or _is_folder(path):
        raise Refused("write.failed", {"path": str(path), "why": "EISDIR"})
    if path.suffix not in ("", ".toml"):
        raise Refused("rulebook.ending", {"path": str(path)})
    path = path.with_suffix(".toml")
    parent = rulebook_named(extends)
    base = _from_folder(extends, path.parent) if is_file_name(extends) else parent.id
    taken = (*shipped(), parent.id, *parent.extends)
    own_id, stem = _one_line(name), _one_line(path.stem)
    if own_id in taken:
        raise Refused("rulebook.id_taken", {"found": own_id})
    own_id = own_id or (stem if stem not in taken else f"{stem}-local")
    own_title = _one_line(title) or _("{id}（以 {parent} 为底）").format(id=own_id, parent=parent.id)
    # What a console could not decode is no text: it is shown as a question mark.
    content = template(parent, base, own_id, own_title).encode("utf-8", "replace")
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise Refused("rulebook.exists", {"path": str(path)}) from None
    except OSError as fault:
        raise Refused.to_write(path, fault) from None
    return path


def _is_folder(path: Path) -> bool:
    """Whether there is a folder of that name."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no name that a system can have: writing says so
        return False


def _from_folder(parent: str, folder: Path) -> str:
    """A parent's file as its child names it: from the child's folder where there is a way."""
    try:
        way = Path(os.path.relpath(parent, folder)).as_posix()
    except ValueError:  # another drive
        return Path(parent).absolute().as_posix()
    return way if way.startswith("../") else f"./{way}"


def template(parent: Rulebook, extends: str, name: str, title: str) -> str:
    """A rulebook that changes nothing yet: each clause with its value, what is allowed and its citation."""
    head = [
        _("本地评分规则。没有写的条款与 {parent}（版本 {version}，内容摘要 {hash}）相同。"),
        _("要改哪一条，去掉该条各行行首的 #（# 后没有空格的行），再改 value。"),
        _("cite 写出处；evidence 写怎样得知，可写 {evidence}；另可加 note 作说明。"),
        _("检查：evaltool rules check 本文件"),
    ]
    facts = {
        "parent": parent.id,
        "version": parent.version,
        "hash": parent.hash,
        "evidence": _("、").join(_meant(tag, tag) for tag in EVIDENCE),
    }
    lines = [_comment(words.format(**facts)) for words in head]
    lines += [
        "",
        f"id = {value_text(name)}",
        'version = "1"',
        f"title = {value_text(title)}",
        f"extends = {value_text(extends)}",
        _comment(_("施行日期，两头都可不写：")),
        "#effective = { from = 2021-08-18, to = 2025-12-31 }",
    ]
    for clause in parent.clauses():
        lines += ["", *_clause(clause)]
    return "\n".join(lines) + "\n"


def _clause(clause: Clause[Any]) -> Iterator[str]:
    yield _comment(wording.clause(clause.key))
    yield _comment(_("可写：{allowed}").format(allowed=_allowed(clause.key)))
    evidence = _("、").join(map(wording.term, clause.evidence))
    cite = clause.cite or _("未注明出处")
    yield _comment(
        _("现行出处：{cite}（{evidence}）").format(cite=cite, evidence=evidence)
        if evidence
        else _("现行出处：{cite}").format(cite=cite)
    )
    if clause.note:
        yield _comment(_("说明：{note}").format(note=clause.note))
    yield f"#[{clause.key}]"
    yield f"#value = {value_text(clause.raw)}"
    yield '#cite = ""'
    yield "#evidence = []"


def _allowed(key: str) -> str:
    """What a value may be; names of methods with their meaning."""
    return " | ".join(map(_choice, expected(key).split(" | ")))


def _choice(name: str) -> str:
    if not name.isidentifier():
        return wording.expected(name)
    return _meant(name, value_text(name))


def _meant(code: str, value: str) -> str:
    """A value with what its code means, where that has a word."""
    said = wording.term(code)
    return value if said == code else _("{value}（{said}）").format(value=value, said=said)


def _comment(words: str) -> str:
    """Words as one line of comment, whatever signs a citation holds."""
    return f"# {_one_line(words)}"


def _one_line(words: str) -> str:
    return "".join(sign for sign in " ".join(words.split()) if sign.isprintable())
