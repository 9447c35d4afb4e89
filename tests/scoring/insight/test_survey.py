"""Wilson intervals as printed in Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""

import pytest

from scoring.insight.survey import Certainty, satisfaction


@pytest.mark.parametrize(
    ("satisfied", "answers", "low", "high"),
    [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.00, 16.11), (1, 29, 0.61, 17.18)],
)
def test_the_interval_is_the_published_one(satisfied, answers, low, high):
    found = satisfaction(satisfied, answers, target=50)
    assert (round(found.low, 2), round(found.high, 2)) == (low, high)


@pytest.mark.parametrize(
    ("satisfied", "answers", "verdict"),
    [(142, 150, Certainty.OPEN), (1490, 1500, Certainty.MET), (80, 150, Certainty.MISSED)],
)
def test_a_target_is_met_only_beyond_chance(satisfied, answers, verdict):
    assert satisfaction(satisfied, answers, target=95).verdict is verdict


@pytest.mark.parametrize(
    ("satisfied", "answers", "level"), [(3, 2, 0.9), (-1, 2, 0.9), (0, 0, 0.9), (1, 2, 1)]
)
def test_impossible_counts_are_refused(satisfied, answers, level):
    with pytest.raises(ValueError, match=str(answers)):
        satisfaction(satisfied, answers, 95, level)
