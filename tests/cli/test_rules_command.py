"""rules list, show, compare, new, check; score beside another rulebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaltool import wording
from evaltool.language import use
from evaltool.operations import new_rulebook
from evaltool.operations.local_rulebook import template
from evaltool.wording.clauses import CLAUSES
from scoring.rulebook import compare, load, parse, shipped

HEAD = 'id = "county"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n'
KEYS = [clause.key for clause in load().clauses()]


def test_every_clause_has_a_name_and_no_name_is_left_over():
    assert set(CLAUSES) == set(KEYS)
    assert len(set(CLAUSES.values())) == len(CLAUSES)
    assert wording.clause("nothing.of.it") == "nothing.of.it"


def test_list_names_the_rulebooks_that_come_along(run):
    said = run("rules", "list")
    assert said.code == 0
    assert all(name in said.out for name in shipped())
    assert run("rules").out == said.out
    assert [one["rulebook"] for one in run("rules", "list", "--json").json] == list(shipped())


def test_show_says_what_a_clause_is_called_and_which_rulebook_says_it(run, folder: Path):
    (folder / "county.toml").write_text(
        HEAD + "effective = { from = 2021-08-18 }\n[over.note_from]\nvalue = 110\n", "utf-8"
    )
    said = run("rules", "show", "county.toml").out
    assert "自 2021-08-18 起施行" in said
    block = next(block for block in said.split("\n\n") if "over.note_from" in block)
    assert "未注明出处" in block
    assert "沿用" not in block
    assert "沿用 national-2020" in next(block for block in said.split("\n\n") if "over.reason_from" in block)
    answer = run("rules", "show", "county.toml", "--json").json
    origins = {clause["key"]: clause["origin"] for clause in answer["clauses"]}
    assert (origins["over.note_from"], origins["over.reason_from"]) == ("county", "national-2020")
    assert answer["effective"] == {"from": "2021-08-18", "to": None}


def test_compare_lists_the_clauses_that_differ_with_both_citations(run):
    said = run("rules", "compare", "national-2020", "integrated-system")
    assert said.code == 0
    answer = run("rules", "compare", "national-2020", "integrated-system", "--json").json
    assert [one["key"] for one in answer["differences"]] == [
        one.key for one in compare(load(), load("integrated-system"))
    ]
    assert "反向指标超出时的计分方法  quantitative.reverse" in said.out
    reverse = next(one for one in answer["differences"] if one["key"] == "quantitative.reverse")
    assert reverse["a"]["cite"] in said.out
    assert reverse["b"]["cite"] in said.out
    assert "相同" in run("rules", "compare", "national-2020", "national-2020").out


def test_three_commands_make_a_local_rulebook(run, folder: Path, julu, julu_actuals):
    assert run("rules", "new", "county.toml", "--title", "某县自评办法").out == "county.toml\n"
    path = folder / "county.toml"
    text = path.read_text("utf-8").replace("#[quantitative.forward]", "[quantitative.forward]")
    path.write_text(text.replace('#value = "proportion"\n#cite', '#value = "proportion"\n#cite'), "utf-8")
    lines = path.read_text("utf-8").split("\n")
    at = lines.index("[quantitative.forward]")
    lines[at + 1] = 'value = "gate"'
    path.write_text("\n".join(lines), "utf-8")
    said = run("rules", "check", "county.toml")
    assert said.code == 0
    assert "county（版本 1，内容摘要" in said.out
    assert "另定 1 条（正向指标未完成时的计分方法）" in said.out
    scored = run("score", julu, "--actuals", julu_actuals, "--against", "county.toml")
    assert scored.code == 0
    assert "正向指标未完成时的计分方法" in scored.out


def test_new_leaves_a_file_that_is_there_alone(run, folder: Path):
    (folder / "county.toml").write_text("mine", "utf-8")
    for name in ("county.toml", "county"):
        said = run("rules", "new", name)
        assert (said.code, said.out) == (2, "")
        assert "county.toml" in said.err
    assert (folder / "county.toml").read_text("utf-8") == "mine"


def test_new_may_extend_another_file_and_is_found_from_its_own_folder(run, folder: Path):
    (folder / "sub").mkdir()
    assert run("rules", "new", "city", "--extends", "core-2021", "--id", "某市").code == 0
    said = run("rules", "new", "sub/county", "--extends", "city.toml", "--json")
    assert said.json == {"file": str(Path("sub/county.toml")), "extends": "city.toml"}
    checked = run("rules", "check", "sub/county.toml", "--json").json
    assert checked["extends"] == ["某市", "core-2021", "national-2020"]
    assert (checked["valid"], checked["own_clauses"]) == (True, [])


@pytest.mark.parametrize("name", ["", "/", "nowhere/county.toml", "x" * 300])
def test_new_says_why_it_cannot_write(run, name: str):
    said = run("rules", "new", name)
    assert said.code == 2
    assert "程序出错" not in said.err


def test_new_refuses_a_parent_that_there_is_not(run, folder: Path):
    said = run("rules", "new", "county", "--extends", "nationl-2020")
    assert said.code == 2
    assert "national-2020" in said.err
    assert list(folder.iterdir()) == []


def test_a_new_rulebook_is_not_called_as_one_that_comes_along(folder: Path):
    path = new_rulebook(folder / "core-2021.toml", title="$ \"'\\ \n")
    assert parse(path.read_text("utf-8"), "x").id == "core-2021-local"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("parent", shipped())
def test_a_new_rulebook_is_valid_as_it_stands_and_with_any_one_clause(parent: str, language: str):
    use(language)
    try:
        text = template(load(parent), parent, "county", "某县")
    finally:
        use("zh")
    rules = parse(text, "county.toml")
    assert compare(rules, load(parent)) == ()
    blocks = text.split("\n\n")
    assert len(blocks) == len(KEYS) + 2
    for key, block in zip(KEYS, blocks[2:], strict=True):
        said = "\n".join(line[1:] if not line.startswith("# ") else line for line in block.split("\n"))
        one = parse(text.replace(block, said), "county.toml")
        assert compare(one, load(parent)) == ()
        assert [clause.key for clause in one.clauses() if clause.origin == "county"] == [key]


def test_check_names_file_line_key_and_nearest_key(run, folder: Path):
    (folder / "county.toml").write_text(
        HEAD + "[over.note_frm]\nvalue = 110\n[quantitative.gate]\nvalue = 'x'\n", "utf-8"
    )
    said = run("rules", "check", "county.toml")
    assert (said.code, said.err) == (1, "")
    assert said.out.splitlines() == [
        "[错误] 评分规则 county.toml 第 5 行：没有 over.note_frm 这一项，最接近的是 over.note_from",
        "[错误] 评分规则 county.toml 第 8 行：quantitative.gate 写作“x”，应为 0 … 99",
    ]
    answer = run("rules", "check", "county.toml", "--json")
    assert (answer.code, answer.json["valid"]) == (1, False)
    assert [(one["line"], one["key"]) for one in answer.json["problems"]] == [
        (5, "over.note_frm"),
        (8, "quantitative.gate"),
    ]
    refused = run("score", "--rulebook", "county.toml")
    assert refused.code == 2
    assert "第 5 行" in refused.err


def test_check_of_what_is_no_file_ends_with_2(run, folder: Path):
    (folder / "gbk.toml").write_bytes(HEAD.encode("gb18030"))
    (folder / "folder.toml").mkdir()
    for name in ("none.toml", "gbk.toml", "folder.toml", "nothing-2020"):
        said = run("rules", "check", name)
        assert (said.code, said.out) == (2, "")
        assert "程序出错" not in said.err
    assert "自有全部" in run("rules", "check", "national-2020").out


def test_score_against_gives_the_scores_of_one_and_what_differs_under_the_other(run, julu, julu_actuals):
    line = ("score", julu, "--actuals", julu_actuals)
    answer = run(*line, "--against", "core-2021", "--json").json
    beside = answer.pop("against")
    assert answer == run(*line, "--json").json
    other = run(*line, "--rulebook", "core-2021", "--json").json
    assert beside["rulebook_hash"] == other["rulebook_hash"]
    (total,) = [one for one in beside["lines"] if one["kind"] == "total"]
    assert (total["one"]["score"], total["other"]["score"]) == (
        answer["projects"][0]["score"],
        other["projects"][0]["score"],
    )
    training = next(one for one in beside["lines"] if one["name"] == "会议培训次数")
    assert [clause["key"] for clause in training["clauses"]] == ["quantitative.forward"]
    assert training["clauses"][0]["a"]["cite"]
    assert training["clauses"][0]["b"]["cite"]
    lines = [answer["projects"][0]["execution"], *answer["projects"][0]["indicators"]]
    moved = [one for one in beside["lines"] if one["project"] and one["kind"] != "total"]
    assert len(moved) < len(lines)


def test_score_against_reads_the_workspace_as_well(run, julu, julu_actuals):
    assert run("import", julu).code == 0
    assert run("record", julu_actuals).code == 0
    kept = run("score", "--against", "core-2021")
    assert kept.code == 0
    assert kept.out == run("score", julu, "--actuals", julu_actuals, "--against", "core-2021").out
    alike = run("score", "--against", "national-2020")
    assert "不同 0 行" in alike.out
    assert run("score", "--against", "nothing").code == 2


def test_values_stand_in_words_and_a_choice_also_as_a_file_writes_it(run):
    said = run("rules", "show", "national-2020").out
    assert "预算执行率计分方法  execution.method：按比例（proportion）" in said
    assert "execution.reason_below：不设（never）" in said
    assert "as_quantitative（" not in said
    english = run("--lang", "en", "rules", "show", "national-2020").out
    assert "，" not in "".join(line for line in english.splitlines() if "grades.limits" in line)


def test_against_names_clauses_by_number_and_says_them_once(run, julu, julu_actuals):
    said = run("score", julu, "--actuals", julu_actuals, "--against", "core-2021").out
    rows, _, clauses = said.partition("造成不同的条款：")
    assert "〔1〕" in rows
    assert clauses.count("〔1〕") == 1
    name = clauses.split("〔1〕")[1].split("  ")[0]
    assert name not in rows


def test_against_says_which_method_each_takes_and_which_points_do_not_add_up(run, folder, julu, julu_actuals):
    text = HEAD + (
        "[department.headline]\nvalue = 'plain_mean'\n[execution.points]\nvalue = 20\n"
        "[weights.levels]\nvalue = { '产出' = 50, '效益' = 20, '满意度' = 10 }\n"
    )
    (folder / "county.toml").write_text(text, "utf-8")
    line = ("score", julu, "--actuals", julu_actuals, "--against", "county.toml")
    said = run(*line).out
    assert "A 采用的方法：项目加权平均分（管理参考）" in said
    assert "B 采用的方法：项目简单平均分（管理参考）" in said
    assert run(*line, "--json").json["against"]["unsettled"] == []


def test_check_names_a_few_clauses_of_many_and_those_without_a_citation(run, folder: Path):
    clauses = "".join(
        f"[over.{name}]\nvalue = {value}\n"
        for name, value in (("reduce_beyond", 131), ("deduct_from", 301), ("deduct_points", 3))
    )
    clauses += "".join(
        f"[quantitative.{name}]\nvalue = '{value}'\ncite = '某县'\n"
        for name, value in (("forward", "gate"), ("reverse", "linear"))
    )
    clauses += "[rounding.places]\nvalue = 1\n[over.note_from]\nvalue = 110\n"
    clauses += "[execution.budget]\nvalue = 'initial'\n"
    (folder / "county.toml").write_text(HEAD + clauses, "utf-8")
    said = run("rules", "check", "county.toml")
    assert said.code == 0
    first, note = said.out.splitlines()
    assert "另定 8 条（" in first
    assert "等 8 条" in first
    assert note.startswith("[提示] 6 条没有注明出处（")
    assert "正向指标未完成时的计分方法" not in note
    answer = run("rules", "check", "county.toml", "--json").json
    assert (len(answer["own_clauses"]), len(answer["uncited"])) == (8, 6)


def test_check_says_what_is_expected_in_words(run, folder: Path):
    (folder / "county.toml").write_text(
        HEAD.replace('"1"', "1") + "[execution.points]\nvalue = 10.005\n[execution.method]\nvalue = 'step'\n",
        "utf-8",
    )
    first, second, third = run("rules", "check", "county.toml").out.splitlines()
    assert "应为加英文引号的文字" in first.replace(" ", "")
    assert "最多两位小数" in second
    assert third.endswith("最接近的是 steps")
    (folder / "empty.toml").write_text("", "utf-8")
    said = run("rules", "check", "empty.toml").out
    assert len(said.splitlines()) == 4
    assert "extends" in said


@pytest.mark.parametrize("name", ["county.txt", "county.tml", "kept"])
def test_new_writes_no_file_of_another_name_than_was_asked_for(run, folder: Path, name: str):
    (folder / "kept").mkdir()
    said = run("rules", "new", name)
    assert (said.code, said.out) == (2, "")
    assert name in said.err
    assert [one.name for one in folder.iterdir()] == ["kept"]


def test_new_takes_no_id_of_another_rulebook(run, folder: Path):
    said = run("rules", "new", "county", "--id", "core-2021")
    assert (said.code, said.out) == (2, "")
    assert "core-2021" in said.err
    assert run("rules", "new", "city").code == 0
    (folder / "sub").mkdir()
    assert run("rules", "new", "sub/city", "--extends", "city.toml").code == 0
    assert run("rules", "check", "sub/city.toml").code == 0


def test_new_keeps_control_characters_out_of_the_names(folder: Path):
    path = new_rulebook(folder / "county", name="a\tb", title="某\x1b[2J\n县")
    rules = parse(path.read_text("utf-8"), "county.toml")
    assert (rules.id, rules.title) == ("a b", "某[2J 县")
