"""Scores as live formulas of a spreadsheet, exact to the last digit or not given at all.

The forms that go out and the proof that goes with a scorecard both compute with them, each in its
own columns.
"""
