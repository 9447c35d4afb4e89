"""recheck: what a programmer and a reviewer get of a table that carries scores."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent / "data/recheck"
HEADER = "document,project,level1,level2,indicator,target,actual,weight,score\n"


@pytest.fixture
def table(folder):
    path = folder / "自评表.csv"
    path.write_text(
        f"{HEADER}甲,乙,产出指标,质量指标,合格率,≥95%,90%,10,9.5\n甲,乙,,,能力,提升,,10,\n", encoding="utf-8"
    )
    return path


def test_each_line_comes_as_json_in_the_order_of_the_file(run, table):
    done = run("recheck", table, "--json")
    assert done.code == 0
    first, second = done.json["lines"]
    assert {
        key: first[key] for key in ("document", "indicator", "weight", "score", "expected", "verdict", "rule")
    } == {
        "document": "甲",
        "indicator": "合格率",
        "weight": "10",
        "score": "9.5",
        "expected": "9.47",
        "verdict": "rounded",
        "rule": "forward",
    }
    assert first["message"] == "按规则应得 9.47，得分 9.5 是减少小数位数的结果"
    assert (second["expected"], second["verdict"], second["score"]) == (None, "not_checkable", None)
    assert done.json["findings"] == []


def test_the_published_lines_come_out_as_a_person_judged_them(run):
    done = run("recheck", DATA / "rechecked.csv", "--json")
    judged = [
        line.split(",")[-2:] for line in (DATA / "rechecked.csv").read_text("utf-8-sig").splitlines()[1:]
    ]
    assert [[line["verdict"], line["expected"] or ""] for line in done.json["lines"]] == judged
    assert done.code == 1
    assert [odd["code"] for odd in done.json["findings"] if odd["severity"] == "error"] == [
        "recheck.weights_sum"
    ]


def test_a_person_reads_a_table_and_how_many_there_are_of_each_verdict(run, table):
    said = run("recheck", table).out
    assert "按位数取舍一致" in said
    assert "共 2 行：无法复核 1，按位数取舍一致 1" in said


def test_words_follow_the_language_and_numbers_do_not(run, table):
    said = run("--lang", "en", "recheck", table).out
    assert "agrees once rounded" in said
    assert "The rule gives 9.47; the score 9.5 is that with fewer decimals" in said


def test_the_rulebook_that_is_named_scores(run, folder):
    path = folder / "成本.csv"
    path.write_text(f"{HEADER}甲,乙,产出指标,成本指标,成本,≤10万元,15万元,10,5\n", encoding="utf-8")
    line = run("recheck", path, "--json", "--rulebook", "integrated-system").json["lines"][0]
    assert (line["expected"], line["verdict"]) == ("5.00", "agrees")
    assert run("recheck", path, "--json").json["lines"][0]["verdict"] == "lower"


def test_a_copy_with_comments_is_written_beside_the_answer(run, table, folder):
    done = run("recheck", table, "-o", folder / "复核.xlsx", "--json")
    assert (done.code, len(done.json["lines"])) == (0, 2)
    assert (folder / "复核.xlsx").read_bytes().startswith(b"PK")


def test_a_file_that_holds_something_else_is_not_overwritten(run, table, folder):
    (folder / "复核.xlsx").write_text("别的", encoding="utf-8")
    done = run("recheck", table, "-o", folder / "复核.xlsx")
    assert (done.code, done.out) == (2, "")
    assert "没有覆盖" in done.err
    assert (folder / "复核.xlsx").read_text("utf-8") == "别的"


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("rest", ["没有.csv", "自评表.csv -o 复核.csv", "自评表.csv --rulebook 没有", ""])
def test_what_cannot_be_done_is_one_sentence_and_2(run, rest):
    done = run("recheck", *rest.split())
    assert (done.code, done.out) == (2, "")
    assert len(done.err.strip().splitlines()) == 1


def test_a_table_without_scores_is_unreadable(run, folder):
    (folder / "别的.csv").write_text("一,二\n1,2\n", encoding="utf-8")
    done = run("recheck", folder / "别的.csv")
    assert done.code == 2
    assert "得分" in done.err
