"""What stands for how far a target was reached where that is no percentage."""

from __future__ import annotations

from evaltool.language import N_, _
from scoring.compared import Reached

REACHED = {
    Reached.MET: N_("达到"),
    Reached.MISSED: N_("未达到"),
    Reached.BEYOND: N_("达到"),
    Reached.WAITING: N_("未录入"),
    Reached.UNREADABLE: N_("待核实"),
    Reached.NO_RATIO: N_("无完成率"),
    Reached.NOT_APPLICABLE: N_("不适用"),
}


def reached(kind: Reached) -> str:
    """The word for an answer that is no percentage; empty where it is one."""
    return _(REACHED[kind]) if kind in REACHED else ""
