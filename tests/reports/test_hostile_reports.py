"""Whatever people type stays a text, in every form: read back from the raw parts of the file."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from by_hand import MADE_ON, done, julu, with_outcome, with_projects
from hostile import MARK, card, office
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from evaltool.reports import Form, many, workbook
from evaltool.sheets.safe import CELL_LIMIT, cell_text, starts_formula

FORMS = [form for form in Form if form is not Form.SUMMARY]
PROOF = "复算"

TYPED = (
    f'=HYPERLINK("http://{MARK}","y")',
    f"+cmd|' /C calc'!{MARK}",
    f"@SUM({MARK}1)",
    f"-1+1{MARK}",
    f"\t={MARK}1",
    f"\r\n={MARK}",
    f"＝{MARK}＋1",
    f"{{={MARK}1}}",
    f"[1]{MARK}!A1",
    f"'{MARK}'",
    f"''{MARK}''!A1",
    f'&D&F&"Arial"{MARK}',
    f"_x0041_{MARK}",
    f"{MARK}\x00\x07\x0b\x1b\x7f\x85\ufffe\uffff",
    f"{MARK}\ud83d\udc00",
    f"{MARK}\u202ecod.xslx\u2066",
    f"{MARK}\U0001f469\u200d\U0001f4bb",
    f"http://{MARK}/?a=1&b=2",
    f"mailto:{MARK}@x.cn",
    f"</x:t></t></is></c><f>1+1</f>{MARK}",
    f"]]><!--{MARK}--><![CDATA[",
    f"{{0}} {{name}} %s {MARK}",
    "#REF!",
    "History",
    "CON",
    "目标与完成对比",
    "复算",
    "评分依据",
    "'",
    "''",
    " ",
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
QUOTED = r"'(?:[^']|'')*'"
DRAWN = re.compile(r"'?([^'!\[\]]+)'?!\$?[A-Z]+\$?\d+(?::\$[A-Z]+\$\d+)?")
PRINTED = re.compile(rf"(?:{QUOTED}!(?:\$[A-Z]+)?\$\d+:(?:\$[A-Z]+)?\$\d+,?)+")


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def only_texts(content: bytes) -> list[str]:
    """Assert that nothing in the file can be executed, called or fetched; gives its formulas."""
    parts = parts_of(content)
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    assert not [
        name
        for name in parts
        if re.search(r"external|connections|vba|macro|activeX|ctrl", name, re.IGNORECASE)
    ]
    tags = {etree.QName(node).localname for tree in trees.values() for node in tree.iter(etree.Element)}
    assert not tags & {"hyperlink", "hyperlinks", "ddeLink", "oleLink", "externalReference", "hlinkClick"}
    for name, tree in trees.items():
        if name.endswith(".rels"):
            assert not [node for node in tree if node.get("TargetMode") == "External"]
    names = [sheet.get("name") or "" for sheet in trees["xl/workbook.xml"].iter(f"{MAIN}sheet")]
    _names_only_of_printing(trees["xl/workbook.xml"])
    _drawn_from_our_own_sheets(trees, names)
    formulas = []
    for number, name in enumerate(names, 1):
        tree = trees[f"xl/worksheets/sheet{number}.xml"]
        _no_command_at_the_foot(tree)
        found = [node.text or "" for node in tree.iter(f"{MAIN}f")]
        assert name == PROOF or not found
        formulas += found
        kinds = {cell.get("t", "n") for cell in tree.iter(f"{MAIN}c") if cell.find(f"{MAIN}f") is None}
        assert kinds <= {"n", "s", "inlineStr"}
    for formula in formulas:
        _of_our_own_words(formula, names)
    return formulas


def _names_only_of_printing(book: etree._Element) -> None:
    for node in book.iter(f"{MAIN}definedName"):
        assert node.get("name") in {"_xlnm.Print_Area", "_xlnm.Print_Titles"}
        assert PRINTED.fullmatch(node.text or ""), node.text


def _drawn_from_our_own_sheets(trees: dict[str, etree._Element], names: list[str]) -> None:
    """A picture names cells of a sheet whose name is ours, and none of its own texts is a person's."""
    for part, tree in trees.items():
        if part.startswith("xl/charts/"):
            texts = [(etree.QName(node).localname, node.text or "") for node in tree.iter(etree.Element)]
            assert not [said for _tag, said in texts if MARK in said]
            for reference in (said for tag, said in texts if tag == "f"):
                assert (found := DRAWN.fullmatch(reference)), reference
                assert found[1] in names


def _no_command_at_the_foot(tree: etree._Element) -> None:
    for node in tree.iter(f"{MAIN}oddHeader", f"{MAIN}oddFooter"):
        said = node.text or ""
        assert MARK not in said
        assert set(re.findall(r"&(?:\d+|\"[^\"]*\"|.)", said)) <= {"&L", "&C", "&R", "&P", "&N", "&A", "&8"}


def _of_our_own_words(formula: str, names: list[str]) -> None:
    """A formula of the proof names sheets, in quotes, and holds nothing else from a person."""
    for quoted in re.findall(rf"({QUOTED})!", formula):
        assert quoted[1:-1].replace("''", "'") in names
    rest = re.sub(rf"{QUOTED}!", "", formula)
    assert MARK not in rest
    assert not re.search(r"HYPERLINK|DDE|WEBSERVICE|FILTERXML|CALL|EXEC|INDIRECT|\[", rest, re.IGNORECASE)


CASES = [(text, Form.NATIONAL) for text in TYPED] + [
    (text, form) for form in (Form.HEBEI, Form.DEPARTMENT) for text in TYPED[::6]
]


@pytest.mark.parametrize(("text", "form"), CASES)
def test_what_people_type_stays_a_text(text: str, form: Form) -> None:
    content = workbook(card(office(text)), form)
    assert only_texts(content)
    stored = cell_text(text)
    same = [is_quoted for said, is_quoted in stored_texts(content) if said == stored]
    assert len(same) > 5
    if starts_formula(text):
        assert all(same)


def stored_texts(content: bytes) -> list[tuple[str, bool]]:
    """Every text of a cell as it stands in the file, and whether it stays one once the cell is edited."""
    parts = parts_of(content)
    looks = etree.fromstring(parts["xl/styles.xml"]).find(f"{MAIN}cellXfs")
    assert looks is not None
    quoted = [look.get("quotePrefix") == "1" for look in looks]
    cells = (
        cell
        for name, part in parts.items()
        if name.startswith("xl/worksheets/sheet")
        for cell in etree.fromstring(part).iter(f"{MAIN}c")
        if cell.get("t") == "inlineStr"
    )
    return [
        ("".join(node.text or "" for node in cell.iter(f"{MAIN}t")), quoted[int(cell.get("s", "0"))])
        for cell in cells
    ]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    long = "长" * 40000
    dossier = with_outcome(julu(), "完成率", done("90", reason=long, evidence=long))
    project = replace(dossier.department.projects[0], name=long, objectives=(long,))
    content = workbook(card(with_projects(dossier, project)))
    only_texts(content)
    texts = [said for said, _is_quoted in stored_texts(content)]
    assert max(map(len, texts)) <= CELL_LIMIT
    assert any("单元格已满" in text for text in texts)


def test_a_summary_of_many_departments_holds_their_names_as_texts() -> None:
    overviews = [many.overview_of(card(office(text))) for text in TYPED[::4]]
    content = many.workbook(overviews, MADE_ON)
    assert not only_texts(content)
    assert {cell_text(text) for text in TYPED[::4]} <= {said for said, _is_quoted in stored_texts(content)}


@settings(max_examples=6, deadline=None)
@given(
    st.one_of(
        st.text(min_size=1, max_size=60), st.text(st.sampled_from("=+-@'&[]!{}\"_x0041鱻\n\t"), min_size=1)
    ),
    st.sampled_from(FORMS),
)
def test_nothing_that_can_be_typed_becomes_more_than_a_text(text: str, form: Form) -> None:
    only_texts(workbook(card(office(text)), form))


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_shows_every_text_as_a_text(tmp_path: Path) -> None:
    everything = "\n".join(text for text in TYPED if text.isprintable() and MARK in text)
    shown = [line.strip() for line in everything.split("\n")]
    office_text = f"={everything}"
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(workbook(card(office(office_text))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    tree = etree.parse(path.with_suffix(".fods"))
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    said = "\n".join(
        "".join(map(str, node.itertext()))
        for node in tree.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p")
    )
    assert [text for text in shown if text not in said] == []
    for sheet in tree.iter(f"{table}table"):
        formulas = [cell.get(f"{table}formula") for cell in sheet.iter(f"{table}table-cell")]
        assert sheet.get(f"{table}name") == PROOF or not any(formulas)
    assert not list(tree.iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"))
