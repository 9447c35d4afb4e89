from __future__ import annotations

from pathlib import Path

import pytest

from evaltool import operations as ops
from evaltool.operations import Refused
from scoring.model import Department, Dossier
from scoring.rulebook import load


@pytest.fixture
def dossier() -> Dossier:
    reading = ops.read(ops.examples()[0].document)
    return Dossier(reading.department, load(), reading.outcomes)


def test_each_project_has_a_form_of_its_own_or_all_of_them_one(dossier: Dossier, tmp_path: Path) -> None:
    apart = ops.write_forms(dossier, tmp_path / "a")
    together = ops.write_forms(dossier, tmp_path / "b", together=True)
    assert len(apart) == len(dossier.department.projects)
    assert len(together) == 1
    assert all(form.path.read_bytes()[:2] == b"PK" and not form.beyond for form in (*apart, *together))
    assert sorted(tmp_path.glob("*/*")) == sorted(form.path for form in (*apart, *together))


def test_a_form_that_somebody_has_filled_is_not_written_over(dossier: Dossier, tmp_path: Path) -> None:
    path = ops.write_forms(dossier, tmp_path)[0].path
    assert ops.write_forms(dossier, tmp_path)[0].path == path
    path.write_bytes(b"filled")
    with pytest.raises(Refused) as refused:
        ops.write_forms(dossier, tmp_path)
    assert refused.value.code == "write.exists"
    assert path.read_bytes() == b"filled"


def test_a_department_without_anything_to_fill_has_no_form(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        ops.write_forms(Dossier(Department("131001", "某单位", 2024), load()), tmp_path / "a", together=True)
    assert refused.value.code == "form.nothing"
    assert not (tmp_path / "a").exists()
