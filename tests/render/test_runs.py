"""Runs give back the unit's text and know exactly the entries over them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hexapla.render.runs import Run, runs
from hexapla.witness.model import Span

offsets = st.integers(0, 40)
spans = st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair)))
marked = st.lists(st.tuples(st.integers(1, 6), spans), max_size=8)
lacking = st.lists(st.tuples(st.integers(1, 6), offsets), max_size=4)


@given(unit=spans.filter(lambda s: s.start < s.end), marked=marked, lacking=lacking)
def test_runs_partition_the_unit(unit, marked, lacking):
    cut = runs(unit, marked, lacking)
    assert [i for run in cut for i in range(*run.span)] == list(range(*unit))
    assert all(run.span.start < run.span.end for run in cut[:-1])


@given(unit=spans.filter(lambda s: s.start < s.end), marked=marked, lacking=lacking)
def test_each_code_point_has_the_entries_whose_spans_hold_it(unit, marked, lacking):
    for run in runs(unit, marked, lacking):
        for i in range(*run.span):
            assert set(run.entries) == {key for key, s in marked if s.start <= i < s.end}


@given(unit=spans.filter(lambda s: s.start < s.end), marked=marked, lacking=lacking)
def test_every_absence_has_one_place_and_every_mark_a_sign(unit, marked, lacking):
    cut = runs(unit, marked, lacking)
    shown = {key for run in cut for key in run.entries}
    assert {key for run in cut for key in run.lacks} == {key for key, _ in lacking}
    assert {key for run in cut for key in run.opens} == shown


def test_nested_and_overlapping_spans_are_cut_where_they_meet():
    cut = runs(Span(0, 10), [(1, Span(0, 6)), (2, Span(4, 8)), (3, Span(5, 6))])
    assert cut == (
        Run(Span(0, 4), (1,), opens=(1,)),
        Run(Span(4, 5), (1, 2), opens=(2,)),
        Run(Span(5, 6), (1, 2, 3), opens=(3,)),
        Run(Span(6, 8), (2,)),
        Run(Span(8, 10)),
    )


def test_an_absence_at_the_end_gets_an_empty_run():
    assert runs(Span(2, 5), [], [(7, 5)]) == (Run(Span(2, 5)), Run(Span(5, 5), lacks=(7,)))


def test_an_absence_outside_goes_to_the_nearer_end():
    assert runs(Span(2, 5), [], [(7, 0)]) == (Run(Span(2, 5), lacks=(7,)),)
