"""Reports on their way to the disk: which files, made where, under which names."""

from evaltool.operations.reporting.outcome import Out, Result, Step
from evaltool.operations.reporting.placing import Became, Placed, make_folder
from evaltool.operations.reporting.summary import FORMATS as OF_MANY
from evaltool.operations.reporting.wanted import Format, Wanted
from evaltool.operations.reporting.writing import write_all, write_dossier
from evaltool.sheets.kinds import Form

__all__ = [
    "OF_MANY",
    "Became",
    "Form",
    "Format",
    "Out",
    "Placed",
    "Result",
    "Step",
    "Wanted",
    "make_folder",
    "write_all",
    "write_dossier",
]
