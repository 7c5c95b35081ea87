"""The tool that compares our tenures with another list: each kind of agreement and disagreement."""

from __future__ import annotations

import datetime

import pytest
from files import with_overlay, written
from tools.check_parties import compare

OURS = """
id: NO
as_of: 2024-12-31
people:
  ann-lee: {wikidata: Q991, names: {en: Ann Lee}}
  bo-roe: {names: {en: Bo Roe}}
  cid-poe: {wikidata: Q993, names: {en: Cid Poe}}
  di-fox: {wikidata: Q994, names: {en: Di Fox}}
tenures:
  - {person: ann-lee, office: agriculture-minister, from: 2011-05-06, to: 2013-05-06, checked: true}
  - {person: bo-roe, office: agriculture-minister, from: 2013-05-06, to: 2015-03-04}
  - {person: cid-poe, office: agriculture-minister, from: 2015-03-04, to: 2017-08, checked: true}
  - {person: di-fox, office: agriculture-minister, from: 2021-02-03, to: 2023-01-01}
"""
LIST = """position,person,personID,start,end
Minister of Agriculture,Ann Lee,Q991,2011-05-06,2012-05-06
Minister of Agriculture,Ann Lee,Q991,2012-05-06,2013-05-07
Minister of Agriculture,Bo Roe,Q992,2013-07-06,2015-03-04
Minister of Agriculture,Ed Doe,Q995,2017-09-01,2021-02-03
Minister of Agriculture,Di Fox,Q994,2021-02-03,
Minister of Agriculture,Old Man,Q996,2001-09-01,2005-02-03
Keeper of Seals,Ed Doe,Q995,2017-09-01,2021-02-03
"""


@pytest.fixture
def findings(tmp_path, monkeypatch):
    ours = with_overlay(monkeypatch, tmp_path, OURS, "NO.yaml")
    found = compare(ours, written(tmp_path, LIST, "norway-ministers.csv"), 3, datetime.date(2022, 7, 1))
    return [(f.kind, f.what.split(" ")[0], f.checked) for f in found if f.office == "agriculture-minister"]


def test_each_kind(findings):
    assert findings == [
        ("confirmed", "ann-lee", True),
        ("other dates", "bo-roe", False),
        ("not in the list", "cid-poe", True),
        ("open in the list", "di-fox", False),
        ("missing in ours", "Ed", False),
    ]
