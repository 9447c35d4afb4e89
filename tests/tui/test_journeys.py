"""A day's work in words: only keys, from an empty workspace to a graded scorecard."""

from __future__ import annotations

from pathlib import Path

from tui_bench import JULU, Start


async def test_from_the_published_document_to_92_88_by_keys_alone(db: Path, start: Start):
    async with start(db) as bench:
        assert "F7 导入" in bench.screen
        await bench.press("f7")
        await bench.enter(str(JULU))
        assert "专项运转保障经费" in bench.screen
        assert "疑点" in bench.screen
        await bench.press("enter")
        assert "未录入" in bench.screen

        await bench.press("enter")
        await bench.enter("143", "138.6")
        await bench.enter("3次", "96%", "90%", "138.6万元", "1", "90", "94.67%")

        assert "92.88 优" in bench.screen
        assert "已录完" in bench.screen
        for name, score in {"会议培训次数": "9.38", "完成率": "11.84", "满意度": "9.97"}.items():
            assert bench.row_of(name).rstrip().endswith(score)
        assert "96.92%" in bench.row_of("全年执行数")
