"""Forms going out: a workbook for each project, or one for a whole department, to be filled and returned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evaltool.operations.errors import Refused
from evaltool.operations.reporting.placing import make_folder
from scoring.evaluate import evaluate
from scoring.model import Dossier


@dataclass(frozen=True, slots=True)
class Form:
    """A form written. `beyond` are the indicators whose score its formulas leave to the program, and why.

    An empty name is the execution rate or the total; why is a clause of the rulebook, or "target" for a
    target with too many digits.
    """

    path: Path
    beyond: tuple[tuple[str, str], ...] = ()


def write_forms(dossier: Dossier, folder: Path, *, together: bool = False) -> tuple[Form, ...]:
    """Write the forms of a department's year into `folder`, made if absent.

    The department's own objectives come `together` with all projects only. Raises `Refused`, before anything
    is written, where a file is there already that says something else: somebody may have filled it.
    """
    from evaltool.forms.write import Part, form, form_name
    from evaltool.sheets.whole import replacing

    department, score = dossier.department, evaluate(dossier)
    codes = tuple(project.code for project in department.projects)
    if together:
        parts = {form_name(department): Part(codes, own=bool(department.own_indicators()))}
    else:
        parts = {form_name(department, code): Part((code,)) for code in codes}
    if not codes and not any(part.own for part in parts.values()):
        raise Refused("form.nothing", {"name": department.name})
    make_folder(folder)
    made = {folder / name: form(dossier, score, part) for name, part in parts.items()}
    for path, (content, _beyond) in made.items():
        _refuse_other(path, content)
    forms: list[Form] = []
    for path, (content, beyond) in made.items():
        try:
            with replacing(path) as stream:
                stream.write(content)
        except OSError as fault:
            raise Refused.to_write(path, fault) from None
        named = ((key.name if key else "", why) for key, why in beyond.items())
        forms.append(Form(path, tuple(named)))
    return tuple(forms)


def _refuse_other(path: Path, content: bytes) -> None:
    try:
        if path.exists() and path.read_bytes() != content:
            raise Refused("write.exists", {"path": str(path)})
    except OSError as fault:
        raise Refused.to_write(path, fault) from None
