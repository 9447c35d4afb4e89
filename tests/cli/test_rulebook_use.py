"""rules use: a rulebook in force in the workspace, said before and after."""

from __future__ import annotations

from pathlib import Path


def county(folder: Path, title: str = "某县") -> Path:
    path = folder / "county.toml"
    path.write_text(
        f'id = "county"\nversion = "2"\ntitle = "{title}"\nextends = "national-2020"\n'
        "[over.note_from]\nvalue = 150\n",
        "utf-8",
    )
    return path


def test_a_file_is_put_in_force_and_its_later_edit_changes_no_score(run, julu, julu_actuals, folder: Path):
    assert run("import", julu).code == 0
    assert run("record", julu_actuals).code == 0
    ours = county(folder)
    said = run("rules", "use", ours)
    assert said.code == 0
    before, after = said.out.split("→")
    assert "national-2020 1" in before
    assert "某县（county 2" in after
    scored = run("score", "--json").json
    assert scored["rulebook"] == "county"
    county(folder, "改过的办法")
    assert run("score", "--json").json == scored
    ours.unlink()
    assert run("score", "--json").json == scored


def test_the_same_again_is_said_to_be_no_change(run, julu):
    run("import", julu)
    assert "没有变化" in run("rules", "use", "national-2020").out
    first = run("rules", "use", "core-2021", "--department", "131001", "--year", "2022", "--json").json
    assert (first["before"]["rulebook"], first["after"]["rulebook"]) == ("national-2020", "core-2021")
    again = run("rules", "use", "core-2021", "--json").json
    assert (first["change"], again["change"]) == (2, None)


def test_a_rulebook_of_one_call_goes_before_the_one_in_force_and_leaves_it(run, julu):
    run("import", julu)
    run("rules", "use", "core-2021")
    assert run("score", "--json", "--rulebook", "national-2020").json["rulebook"] == "national-2020"
    assert run("score", "--json").json["rulebook"] == "core-2021"


def test_what_cannot_be_used_is_said_in_a_sentence_and_changes_nothing(run, julu, folder: Path):
    run("import", julu)
    bad = folder / "bad.toml"
    bad.write_text("[", "utf-8")
    for arguments in (("nowhere",), (bad,), ("core-2021", "--department", "999"), ()):
        said = run("rules", "use", *arguments)
        assert (said.code, said.out) == (2, "")
        assert said.err
    assert run("score", "--json").json["rulebook"] == "national-2020"


def test_without_a_workspace_nothing_is_made(run, folder: Path):
    assert run("rules", "use", "core-2021").code == 2
    assert list(folder.glob("*.db")) == []
