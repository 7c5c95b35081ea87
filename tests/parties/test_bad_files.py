"""What is wrong with a party file is told with its line and a mend; the rest stays readable."""

from __future__ import annotations

import pytest
from files import ZEMBLA, with_overlay, written
from hypothesis import given
from hypothesis import strategies as st

from hexapla.errors import DataError, UsageError
from hexapla.parties import load
from hexapla.parties.linting import lint
from hexapla.parties.reading import read_parties

HEAD = "id: ZZ\nkind: state\nas_of: 2024-12-31\nnames: {en: Zembla}\n"
PEOPLE = "people:\n  ann-lee: {names: {en: Ann Lee}}\n  bob-roe: {names: {en: Bob Roe}}\ntenures:\n"


def tenures(*lines: str) -> str:
    return HEAD + PEOPLE + "".join(f"  - {{{line}}}\n" for line in lines)


ANN, BOB = "person: ann-lee, office: president", "person: bob-roe, office: president"

BAD = [
    # text, line, a piece of what is said
    ("id: ZZ\nkind: kingdom\nnames: {en: Z}\n", 2, "'kingdom' is no kind"),
    ("id: Zembla\nkind: state\nnames: {en: Z}\n", 1, "'Zembla' is no id"),
    ("id: XQZ\nkind: body\nnames: {en: Z}\n", 1, "'XQZ' is no id"),
    ("id: OO\nkind: state\nnames: {en: Z}\n", 1, "'OO' is no state's code"),
    ("kind: state\nnames: {en: Z}\n", 1, "a party without an id"),
    (HEAD + "wikidata: 858\n", 5, "'858' is no wikidata"),
    (HEAD + "of: QQ\n", 1, "'QQ', which is no party"),
    (HEAD + "rulers: {}\n", 5, "a party takes no 'rulers'"),
    (HEAD + "id: ZZ\n", 5, "'id' stands twice"),
    ("id: ZZ\nkind: state\nas_of: 2024-13-01\nnames: {en: Z}\n", 3, "'2024-13-01' is no date"),
    ("id: ZZ\nkind: state\nas_of: yesterday\nnames: {en: Z}\n", 3, "'yesterday' is no date"),
    ("id: ZZ\nkind: state\n", 1, "no name in any language"),
    ("id: ZZ\nkind: state\nnames: {de: Zembla, en: Z}\n", 3, "'de' is no language of ours"),
    ("id: ZZ\nkind: state\nnames: {en: [Zembla]}\n", 3, "no cell"),
    ("id: ZZ\nkind: state\nnames: [Zembla]\n", 3, "must be a mapping"),
    ('id: ZZ\nkind: state\nnames: {en: "Zembla (Z"}\n', 3, "do not pair"),
    ("id: ZZ\nkind: state\nnames: {ru: земbла}\n", 1, "mixes"),
    ("id: ZZ\nkind: state\nnames: {en: Зембла}\n", 1, "is not in"),
    ("id: ZZ\nkind: state\nnames: {en: Z\n", 4, "this is not YAML"),
    ("id: ZZ\n\tkind: state\n", 2, "this is not YAML"),
    ("- id: ZZ\n", 1, "must be a mapping"),
    (HEAD + "people: [ann]\n", 5, "must be a mapping"),
    (HEAD + "people:\n  Ann Lee: {names: {en: Ann Lee}}\n", 6, "'Ann Lee' is no person's id"),
    (HEAD + "people:\n  ann-lee: {gender: woman, names: {en: Ann Lee}}\n", 6, "'woman' is no gender"),
    (HEAD + "tenures: {person: x}\n", 5, "must be a list"),
    (tenures("person: ann-lee"), 9, "without person or office"),
    (tenures(f"{ANN}, until: 2020"), 9, "takes no 'until'"),
    (tenures(f"{ANN}, from: 2021-02-30, to: 2022"), 9, "'2021-02-30' is no date"),
    (tenures(f"{ANN}, from: 2021/02/03, to: 2022"), 9, "is no date"),
    (tenures(f"{ANN}, status: former"), 9, "'former' is no status"),
    (tenures(f"{ANN}, checked: maybe"), 9, "'maybe' is no checked"),
    (tenures("person: cid-poe, office: president, to: 2020"), 9, "no such person"),
    (tenures("person: ann-lee, office: tsar, to: 2020"), 9, "no such office"),
    (tenures(f"{ANN}, from: 2022-01-01, to: 2020-01-01"), 9, "it ends (2020-01-01) before it begins"),
    (tenures(f"{ANN}, from: 2025-06-01, to: 2025-07-01"), 9, "is after as_of"),
    (
        tenures(f"{ANN}, from: 2020-01-01, to: 2022-01-01", f"{ANN}, from: 2021-01-01, to: 2023-01-01"),
        10,
        "overlaps the tenure in line 9",
    ),
    (
        tenures(f"{ANN}, from: 2020-01-01, to: 2022-01-01", f"{BOB}, from: 2021-12-30"),
        10,
        "line 9 has ann-lee hold it at the same time",
    ),
    (tenures(f"{ANN}, from: 2020-01-01", f"{BOB}, from: 2021-01-01"), 10, "at the same time"),
    ((HEAD + PEOPLE).replace("as_of: 2024-12-31\n", "") + f"  - {{{ANN}, from: 2020}}\n", 8, "no `to`"),
]

GOOD = [
    # the day of a handover in both
    tenures(f"{ANN}, from: 2020-01-01, to: 2022-01-01", f"{BOB}, from: 2022-01-01"),
    # only months are known: no day is certainly both's
    tenures(f"{ANN}, from: 2020, to: 2022-03", f"{BOB}, from: 2022-03"),
    tenures(f"{ANN}, from: 2020-01-01, status: disputed", f"{BOB}, from: 2021-01-01, status: disputed"),
    tenures(f"{ANN}, from: 2020-01-01", f"{BOB}, from: 2021-01-01, to: 2021-02-01, status: acting"),
    # several hold it at a time
    tenures(
        "person: ann-lee, office: ambassador, from: 2020", "person: bob-roe, office: ambassador, from: 2020"
    ),
    # the same office twice
    tenures(f"{ANN}, to: 2012", f"{ANN}, from: 2020-01-01, to: 2022-01-01"),
]


@pytest.mark.parametrize(("text", "line", "what"), BAD, ids=[what for _, _, what in BAD])
def test_a_fault_is_told_with_its_line(tmp_path, text, line, what):
    found = [p for p in lint([written(tmp_path, text)]) if p.level == "error"]
    assert any(p.line == line and what in p.what for p in found), [(p.line, p.what) for p in found]
    assert all(p.todo.endswith(".") for p in found)


@pytest.mark.parametrize("text", GOOD)
def test_what_is_right_is_not_faulted(tmp_path, text):
    assert [p.what for p in lint([written(tmp_path, text)]) if p.level == "error"] == []


def test_a_missing_language_is_a_note(tmp_path):
    found = lint([written(tmp_path, HEAD)])
    assert {p.level for p in found} == {"note"}
    assert "no name in ar, es, fr, ru, zh" in found[0].what


def test_ids_that_stand_twice(tmp_path):
    written(tmp_path, HEAD + "people:\n  ann-lee: {wikidata: Q1, names: {en: Ann Lee}}\n", "a.yaml")
    other = HEAD.replace("ZZ", "QQ") + "people:\n  ann-lee: {wikidata: Q2, names: {en: Ann Lee}}\n"
    written(tmp_path, other, "b.yaml")
    written(tmp_path, HEAD, "c.yaml")
    found = [p.what for p in lint([tmp_path]) if p.level == "error"]
    assert found == ["person 'ann-lee' is another one in a.yaml:6.", "party 'ZZ' stands in a.yaml:1 already."]


def test_one_person_under_two_ids(tmp_path):
    people = (
        "people:\n  ann-lee: {wikidata: Q1, names: {en: A}}\n  anne-lee: {wikidata: Q1, names: {en: A}}\n"
    )
    found = [p.what for p in lint([written(tmp_path, HEAD + people)]) if p.level == "error"]
    assert found == ["Q1 is 'ann-lee' in ZZ.yaml:6."]


def test_a_person_may_stand_in_two_files(tmp_path):
    written(tmp_path, HEAD + "people:\n  ann-lee: {wikidata: Q1, names: {en: Ann Lee}}\n", "a.yaml")
    other = HEAD.replace("ZZ", "QQ") + "people:\n  ann-lee: {names: {fr: Anne Lee}}\n"
    written(tmp_path, other, "b.yaml")
    assert [p.what for p in lint([tmp_path]) if p.level == "error"] == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"id: ZZ\nnames: {en: \xff}\n", "is not UTF-8"),
        (b"\x00\x01\x02", "this is not YAML"),
        (b"a: " + b"[" * 100_000, ""),
        (b"x" * 10_000_001, "bytes"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "a party takes no 'a'"),
    ],
    ids=["encoding", "binary", "deep", "long", "aliases"],
)
def test_damaged_files(tmp_path, data, what):
    path = tmp_path / "ZZ.yaml"
    path.write_bytes(data)
    found, problems = read_parties(path)
    assert found == []
    assert any(what in p.what for p in problems)


def test_an_empty_file_says_nothing(tmp_path):
    assert read_parties(written(tmp_path, "# nothing yet\n")) == ([], [])


def test_a_missing_file(tmp_path):
    with pytest.raises(UsageError):
        lint([tmp_path / "none.yaml"])
    with pytest.raises(UsageError):
        load(tmp_path / "none")
    with pytest.raises(UsageError, match="holds no party files"):
        load(tmp_path)


def test_a_wrong_overlay_is_an_error_with_its_line(tmp_path, monkeypatch):
    with pytest.raises(DataError, match=r"ZZ.yaml:18: '2016-00' is no date"):
        with_overlay(monkeypatch, tmp_path, ZEMBLA.replace("to: 2016}", "to: 2016-00}"))


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_no_text_raises(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "ZZ.yaml"
    path.write_bytes(text.encode())
    found, problems = read_parties(path)
    assert not found or all(party.id for party in found)
    assert all(problem.line >= 1 for problem in problems)
