"""The tree on the left: departments by year, their projects, and how each stands.

A department's projects are added when it is opened, so that 500 departments cost 500 lines and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import cells, cut_middle, one_line
from evaltool.tui.commands import Where, bound_as
from evaltool.tui.rows import Place
from evaltool.tui.standing import Progress, Standing, progress
from scoring.model import NOTHING

WIDE = 44
"""From so many cells on, a line has room for both progress and total."""


@dataclass(slots=True)
class Leaf:
    """What a line of the tree shows: a place, its name, how far it is recorded, and its total once known."""

    place: Place
    name: str
    stage: str
    total: str = ""
    is_complete: bool = False

    def state(self, room: int) -> str:
        """How it stands, in the words that leave room for the name."""
        if room >= WIDE:
            return "  ".join(filter(None, [self.stage, self.total]))
        return self.total if self.is_complete and self.total else self.stage


class DepartmentTree(Tree[Leaf]):
    """Departments and their projects."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bound_as("enter", "select_cursor", Where.TREE),
        *bound_as("close", "close", Where.TREE),
        *bound_as("toggle", "toggle_node", Where.TREE),
    ]
    ICON_NODE = "+ "
    ICON_NODE_EXPANDED = "- "

    @dataclass
    class Chosen(Message):
        """The cursor went to a place."""

        place: Place

    @dataclass
    class Entered(Message):
        """Enter was pressed on a place: its table is wanted."""

        place: Place

    class Typed(Message):
        """Somebody typed or pasted here, where nothing takes it."""

    def __init__(self) -> None:
        super().__init__(Text(), id="tree")
        self.show_root = False
        self.guide_depth = 2
        self.auto_expand = False
        self._departments: dict[tuple[str, int | None], TreeNode[Leaf]] = {}
        self._projects: dict[Place, TreeNode[Leaf]] = {}

    def fill(self, summaries: Iterable[ops.Summary]) -> None:
        """Show these departments, all closed."""
        self.clear()
        self._departments.clear()
        self._projects.clear()
        for summary in summaries:
            name = one_line(f"{summary.year or ''} {summary.name}").strip()
            leaf = Leaf(Place(summary.code, summary.year), name, _state_of(summary))
            node = self.root.add(Text(name), leaf, allow_expand=bool(summary.projects))
            self._departments[leaf.place.department] = node
            for project in summary.projects:
                self._summarise(node, leaf.place, project)

    def go(self, place: Place) -> None:
        """Put the cursor on a place, its department opened."""
        node = self._departments.get(place.department)
        if node is None:
            return
        if place.project:
            node.expand()
        target = self._projects.get(Place(place.code, place.year, place.project), node)
        self.call_after_refresh(self.move_cursor, target)

    @property
    def departments(self) -> list[tuple[Place, str]]:
        """The departments and their names with the year, in the order of the lines."""
        leaves = (node.data for node in self._departments.values())
        return [(leaf.place, leaf.name) for leaf in leaves if leaf is not None]

    def show_standings(
        self, place: Place, own: Standing, projects: Sequence[Standing], locked: Mapping[str, int] = NOTHING
    ) -> None:
        """Show how a department stands now, and each of its projects; `locked` are those handed in."""
        if place.department not in self._departments:
            return
        counted = projects or (own,)
        recorded, indicators = (sum(getattr(one, of) for one in counted) for of in ("recorded", "indicators"))
        closed = all(one in locked for one in ("", *(project.project for project in projects)))
        self._show(self._departments[place.department], own, recorded, indicators, closed)
        for one in projects:
            node = self._projects[Place(place.code, place.year, one.project)]
            self._show(node, one, one.recorded, one.indicators, one.project in locked)

    def render_label(self, node: TreeNode[Leaf], base_style: Style, style: Style) -> Text:
        """The name, its middle left out where the pane is narrow, and the state at the right edge."""
        leaf = node.data
        if leaf is None:
            return Text()
        depth = 0 if leaf.place.project == "" else self.guide_depth
        icon = (self.ICON_NODE_EXPANDED if node.is_expanded else self.ICON_NODE) if node.allow_expand else ""
        room = max(self.size.width - depth - cells(icon) - 1, 8)
        state = leaf.state(room)
        name = cut_middle(leaf.name, room - cells(state) - 1)
        blank = " " * (room - cells(name) - cells(state))
        label = Text.assemble((icon, base_style + Style(meta={"toggle": True})), name, blank, (state, "dim"))
        label.stylize(style, len(icon))
        return label

    def get_label_width(self, node: TreeNode[Leaf]) -> int:  # noqa: ARG002 - Textual's signature
        """Labels are made to fit, so the tree never scrolls sideways."""
        return 1

    def on_key(self, event: events.Key) -> None:
        """A figure meant for the table."""
        if event.is_printable:
            self.post_message(self.Typed())

    def on_paste(self) -> None:
        """As what is typed."""
        self.post_message(self.Typed())

    def action_close(self) -> None:
        """Close the department that the cursor is on; from a project go to its department."""
        node = self.cursor_node
        if node is not None and node.is_expanded and node.allow_expand:
            node.collapse()
        elif node is not None and node.parent is not self.root:
            self.move_cursor(node.parent)

    @on(Tree.NodeHighlighted)
    def _choose(self, event: Tree.NodeHighlighted[Leaf]) -> None:
        event.stop()
        if event.node.data is not None:
            self.post_message(self.Chosen(event.node.data.place))

    @on(Tree.NodeSelected)
    def _enter(self, event: Tree.NodeSelected[Leaf]) -> None:
        event.stop()
        node = event.node
        if node.data is None:
            return
        if node.allow_expand and not node.is_expanded:
            node.expand()
        else:
            self.post_message(self.Entered(node.data.place))

    def _show(
        self,
        node: TreeNode[Leaf],
        standing: Standing,
        recorded: int,
        indicators: int,
        closed: bool,
    ) -> None:
        assert node.data is not None  # noqa: S101 - only the root has none
        stage = _("已交表") if closed else words.progress_text(recorded, indicators)
        complete = progress(recorded, indicators) is Progress.ALL and not closed
        leaf = Leaf(node.data.place, node.data.name, stage, words.table_total(standing), complete)
        if leaf != node.data:
            node.data = leaf
            node.set_label(Text(leaf.name))

    def _summarise(self, node: TreeNode[Leaf], department: Place, project: ops.ProjectSummary) -> None:
        place = Place(department.code, department.year, project.code)
        stage = words.progress_text(project.recorded, project.indicators)
        leaf = Leaf(place, one_line(project.name), _("已交表") if project.handed_in else stage)
        self._projects[place] = node.add(Text(leaf.name), leaf, allow_expand=False)


def _state_of(summary: ops.Summary) -> str:
    """How far a department is recorded, or that all of it is handed in."""
    return _("已交表") if summary.handed_in else words.progress_text(*words.recorded_of(summary))
