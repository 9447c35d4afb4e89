"""What is declared and what was achieved: the words every room speaks.

Everything here is frozen. Figures are `Decimal`; money is in 万元; shares are percent. The text as it
was found and the place it came from travel with a value and take no part in equality.
"""

from scoring.model.achieved import (
    NOTHING,
    AdjustedTarget,
    Completion,
    DepartmentOutcome,
    EvidenceFile,
    Funds,
    Money,
    Outcome,
    Outcomes,
    Override,
    People,
    ProjectOutcome,
    State,
    WeightChoice,
)
from scoring.model.declared import (
    CHECKPOINT_MONTHS,
    OVERALL,
    Checkpoint,
    Department,
    Indicator,
    Measure,
    Objective,
    Project,
    level_name,
)
from scoring.model.dossier import Dossier, Reading
from scoring.model.places import Key, Source, Subject
from scoring.model.targets import QUANTITATIVE, Actual, Band, Sense, StepTable, Target

__all__ = [
    "CHECKPOINT_MONTHS",
    "NOTHING",
    "OVERALL",
    "QUANTITATIVE",
    "Actual",
    "AdjustedTarget",
    "Band",
    "Checkpoint",
    "Completion",
    "Department",
    "DepartmentOutcome",
    "Dossier",
    "EvidenceFile",
    "Funds",
    "Indicator",
    "Key",
    "Measure",
    "Money",
    "Objective",
    "Outcome",
    "Outcomes",
    "Override",
    "People",
    "Project",
    "ProjectOutcome",
    "Reading",
    "Sense",
    "Source",
    "State",
    "StepTable",
    "Subject",
    "Target",
    "WeightChoice",
    "level_name",
]
