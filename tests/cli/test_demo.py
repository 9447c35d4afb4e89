"""demo goes the whole way in an empty folder, and again."""

from __future__ import annotations

from pathlib import Path


def test_demo_reads_records_scores_and_writes_without_a_terminal(child, folder: Path):
    said = child("demo")
    assert said.code == 0
    assert "92.88 优" in said.out
    summary = said.out[said.out.index("== 小结") :]
    assert "巨鹿县" in summary
    assert "北戴河区" in summary
    assert "（待录入）" in summary  # the interval of the project that lacks an actual
    books = sorted((folder / "evaltool-demo").glob("*.xlsx"))
    assert len(books) == 2
    for book in books:
        assert str(book.relative_to(folder)) in summary
    assert "evaltool --db" in summary
    assert "读取" in said.err
    assert "评分" in said.err
    assert "读取" not in said.out

    again = child("demo")
    assert (again.code, again.out) == (0, said.out)


def test_demo_writes_where_it_is_told(run, folder: Path):
    said = run("demo", "there", "--db", "kept.db")
    assert said.code == 0
    assert len(list((folder / "there").glob("*.xlsx"))) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["kept.db", "there"]
    assert (
        run("score", "--db", "kept.db", "--department", "131001", "--json").json["department"]["grade"]
        == "优"
    )
