"""Anything that a department may declare and a person may record, drawn by hypothesis."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from workspace_samples import PROJECT, at, project

from evaltool.workspace.fields import BY_NAME, DEPARTMENT, HANDED_IN, INDICATOR
from evaltool.workspace.fields import PROJECT as PROJECT_FIELDS
from scoring.model import (
    Actual,
    AdjustedTarget,
    Band,
    Checkpoint,
    Completion,
    Department,
    EvidenceFile,
    Indicator,
    Key,
    Measure,
    Objective,
    Override,
    Project,
    Sense,
    Source,
    State,
    StepTable,
    Subject,
    Target,
    WeightChoice,
)

texts = st.text(max_size=12)
figures = st.decimals(allow_nan=False, allow_infinity=False) | st.sampled_from(
    [Decimal(text) for text in ("0.00", "-0", "1E+3", "1E-30", "143.00", "1e999", "0." + "1234567890" * 4)]
)
optional_figures = st.none() | figures
days = st.dates()
sources = st.none() | st.builds(Source, texts, st.integers(0, 9), sheet=texts, cell=texts)
targets = st.builds(
    Target,
    st.sampled_from(Sense),
    optional_figures,
    optional_figures,
    texts,
    st.none() | days,
    st.tuples() | st.tuples(texts, texts),
    texts,
    nominal=optional_figures,
)
step_tables = st.builds(
    StepTable,
    st.sampled_from([Sense.AT_LEAST, Sense.AT_MOST]),
    st.lists(st.tuples(figures, figures), max_size=3).map(tuple),
    figures,
    texts,
)


def indicators(code: str, objective: str) -> st.SearchStrategy[tuple[Indicator, ...]]:
    keys = st.builds(Key, st.just(code), st.just(objective), texts, texts, texts, st.integers(1, 3))
    one = st.builds(
        Indicator, keys, targets, texts, texts, optional_figures, st.none() | step_tables, sources
    )
    return st.lists(one, max_size=2).map(tuple)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    code = draw(st.text(min_size=1, max_size=8))
    plan = st.builds(Checkpoint, st.integers(1, 12), optional_figures, optional_figures, texts)
    return Project(
        code=code,
        name=draw(texts),
        unit=draw(texts),
        budget=draw(optional_figures),
        fiscal=draw(optional_figures),
        other=draw(optional_figures),
        purpose=draw(texts),
        objectives=draw(st.lists(texts, max_size=2).map(tuple)),
        plan=draw(st.lists(plan, max_size=2).map(tuple)),
        indicators=draw(indicators(code, "")),
        source=draw(sources),
    )


@st.composite
def departments(draw: st.DrawFn) -> Department:
    titles = draw(st.lists(texts, max_size=2))
    objectives = tuple(Objective(title, draw(texts), draw(indicators("", title))) for title in titles)
    measures = st.builds(Measure, texts, st.lists(texts, max_size=2).map(tuple))
    return Department(
        draw(texts),
        draw(texts),
        draw(st.none() | st.integers(1900, 2100)),
        draw(texts),
        draw(indicators("", "总体绩效目标")),
        objectives,
        draw(st.lists(measures, max_size=2).map(tuple)),
        draw(st.lists(projects(), max_size=2).map(tuple)),
        draw(st.lists(texts, max_size=1).map(tuple)),
        draw(sources),
    )


actuals = st.one_of(
    st.builds(Actual, figures, texts, text=texts),
    st.builds(Actual, date=days, text=texts),
    st.builds(Actual, yes=st.booleans(), text=texts),
    st.builds(Actual, band=st.sampled_from(Band), text=texts),
    st.builds(Actual, text=texts),
)
VALUES = {
    Actual: actuals,
    AdjustedTarget: st.builds(AdjustedTarget, targets, texts, st.none() | days),
    Decimal: figures,
    Override: st.builds(Override, figures, texts, texts),
    State: st.sampled_from(State),
    StepTable: step_tables,
    Completion: st.sampled_from(Completion),
    WeightChoice: st.sampled_from(WeightChoice),
    str: texts,
    tuple: st.lists(st.builds(EvidenceFile, texts, st.integers(0), texts), max_size=3).map(tuple),
}
INDICATOR_SUBJECT = at(project().indicators[0])
TITLE = "（二）自身建设"
FIELDS = {
    **{Subject(PROJECT, INDICATOR_SUBJECT.indicator, name): codec for name, codec in INDICATOR.items()},
    **{Subject(PROJECT, field=name): codec for name, codec in PROJECT_FIELDS.items() if name != HANDED_IN},
    **{Subject(field=name): codec for name, codec in DEPARTMENT.items() if name != HANDED_IN},
    **{Subject(field=kind + TITLE): codec for kind, codec in BY_NAME.items()},
}
