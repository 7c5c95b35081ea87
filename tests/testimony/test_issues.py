"""Issues: the vocabulary is whole, and the issues of a sentence are what it is about. All sentences are invented."""

from __future__ import annotations

import re
import time

import pytest

from hexapla.lang import codes
from hexapla.lexicon.matching import lexicon
from hexapla.testimony.issue_signs import pairs_of, table
from hexapla.testimony.issues import IssueMark, by_id, dossier, issues, rank, vocabulary
from hexapla.testimony.model import DOSSIERS
from hexapla.testimony.skos import skos
from hexapla.witness.model import Span

SENTENCES = {
    "en": [
        ("The ministers agreed to lift the sanctions and to resume trade.", ["sanctions", "trade"]),
        ("He called for the withdrawal of foreign troops from Norland.", ["foreign-forces"]),
        ("The two presidents discussed bilateral relations.", ["bilateral-relations"]),
        ("The war crimes tribunal asked for his extradition.", ["justice-accountability", "extradition"]),
        ("The two sides will set up a joint committee.", ["joint-commissions"]),
        ("Norland violated our airspace twice this week.", ["territorial-violations"]),
        ("She spoke of the war on terror.", ["counter-terrorism"]),
    ],
    "fr": [
        ("Ils ont évoqué le retour des réfugiés et la reconstruction.", ["refugees", "reconstruction"]),
        ("Il a plaidé pour un cessez-le-feu immédiat à Portsea.", ["ceasefire"]),
        ("Il a condamné toute ingérence dans les affaires intérieures.", ["non-interference"]),
        ("Les deux pays vont rouvrir leurs ambassades.", ["diplomatic-relations"]),
    ],
    "es": [
        (
            "Reiteró el respeto a la soberanía y la integridad territorial.",
            ["sovereignty", "territorial-integrity"],
        ),
        ("Firmaron un acuerdo sobre la exención de visado.", ["visas-consular"]),
        ("Hablaron del comercio, las inversiones y el narcotráfico.", ["trade", "investment", "drugs-crime"]),
        ("La comisión mixta se reunirá en mayo.", ["joint-commissions"]),
    ],
    "ru": [
        ("Стороны обсудили вывод иностранных войск.", ["foreign-forces"]),
        ("Договорились об обмене пленными и прекращении огня.", ["prisoners-detainees", "ceasefire"]),
        ("Речь шла о размещении военной базы в Портси.", ["military-bases"]),
        ("Министр выразил соболезнования в связи с землетрясением.", ["disaster-relief"]),
    ],
    "ar": [
        ("أكد الرئيس احترام سيادة نورديا ووحدة أراضيها.", ["sovereignty", "territorial-integrity"]),
        ("تناول اللقاء مكافحة الإرهاب وتهريب المخدرات.", ["counter-terrorism", "drugs-crime"]),
        ("بحث الوزيران العلاقات الثنائية وسبل تعزيزها.", ["bilateral-relations"]),
        ("بحث الجانبان انسحاب القوات الأجنبية وإعادة الإعمار.", ["foreign-forces", "reconstruction"]),
    ],
    "zh": [
        ("两国元首就贸易、投资和能源合作交换了意见。", ["trade", "investment", "energy"]),
        ("双方讨论了外国军队撤离问题和停火安排。", ["foreign-forces", "ceasefire"]),
        ("双方反对干涉内政。", ["non-interference"]),
        ("欧洲联盟代表出席了会议。", ["regional-organisations"]),
    ],
}
# Of no issue, though words of some stand there in another sense, or in the name of an office.
NONE = [
    ("en", "The Minister of Energy and the Minister of Trade arrived in Portsea."),
    ("en", "The committee reached a settlement with its landlord."),
    ("en", "The union went on strike for higher wages."),
    ("fr", "Le ministre des Finances a visité la vieille ville."),
    ("es", "El ministro de Economía descansó en su casa de campo."),
    ("ru", "Министр обороны и министр торговли прибыли в Портси."),
    ("ar", "وصل وزير النفط ووزير التجارة إلى بورتسي."),
    ("ar", "نقل الوزير تحيات الرئيس."),
    ("zh", "外交部长和国防部长抵达首都。"),
]
SPORT = [
    ("en", "Our team won the final and lifted the cup before sixty thousand spectators."),
    ("fr", "L'équipe a remporté la finale devant son public."),
    ("es", "El equipo ganó la final por dos goles."),
    ("ru", "Команда выиграла финал со счётом два ноль."),
    ("ar", "فاز الفريق في المباراة النهائية بهدفين."),
    ("zh", "球队在决赛中以二比零获胜。"),
]
CASES = [(code, text, expected) for code, several in SENTENCES.items() for text, expected in several]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_what_a_sentence_is_about(code, text, expected):
    assert list(rank(issues(text, code))) == expected


@pytest.mark.parametrize(("code", "text"), NONE)
def test_what_is_no_issue(code, text):
    assert issues(text, code) == ()


@pytest.mark.parametrize(("code", "text"), SPORT)
def test_a_match_is_sport_or_nothing(code, text):
    assert {mark.id for mark in issues(text, code)} <= {"sport"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "They discussed cooperation in football."),
        ("ru", "Они обсудили сотрудничество в области спорта."),
    ],
)
def test_sport_is_sport(code, text):
    assert rank(issues(text, code))[0] == "sport"


def test_a_stretch_of_a_text_is_read_with_its_places_in_the_whole():
    text = "They discussed trade. He condemned terrorism."
    (mark,) = issues(text, "en", text.index("He"))
    assert (mark.id, [text[s.start : s.end] for s in mark.spans]) == ("counter-terrorism", ["terrorism"])


def test_spans_set_apart_show_nothing():
    text = "The Terrorism Bureau discussed trade."
    assert rank(issues(text, "en", apart=[Span(4, 20)])) == ("trade",)


def test_no_pair_goes_across_the_end_of_a_sentence():
    assert rank(issues("The guests are foreign. Troops marched past.", "en")) == ()


def test_what_is_said_again_comes_first():
    marks = issues("Trade, investment, and investment again.", "en")
    assert [mark.id for mark in marks] == ["investment", "trade"]


def test_the_general_only_where_nothing_particular_is_found():
    general = IssueMark("bilateral-relations", (Span(0, 5),), 0.4)
    assert rank([general]) == ("bilateral-relations",)
    assert rank([general, IssueMark("trade", (Span(9, 12),), 1.0)]) == ("trade",)


def test_marks_of_several_stretches_count_once():
    one, other = IssueMark("trade", (Span(0, 5),), 1.0), IssueMark("trade", (Span(20, 25),), 1.0)
    assert rank([IssueMark("energy", (Span(0, 2),), 1.0), one, other]) == ("trade", "energy")


def test_no_more_than_asked_for():
    marks = [
        IssueMark(issue.id, (Span(n, n + 1),), 1.0)
        for n, issue in enumerate(vocabulary())
        if not issue.general
    ]
    assert len(rank(marks)) == 3
    assert len(rank(marks, most=5)) == 5


def test_the_dossier_is_that_of_most():
    assert dossier([]) is None
    assert dossier(["trade", "sovereignty", "borders"]) == "political"
    assert dossier(["trade", "sovereignty"]) == "economic"


def test_fast_enough_for_every_sentence_of_a_report():
    text = " ".join(text for text, _ in SENTENCES["en"]) * 40
    issues(text, "en")
    started = time.perf_counter()
    issues(text, "en")
    # 30,000 words a second with nothing else running; here a third of that must do.
    assert len(text.split()) / (time.perf_counter() - started) > 10_000


# The data.


def _names():
    for name, members in table()["sets"].items():
        yield from ((f"@{name}", member) for member in members)
    for key, row in table()["issues"].items():
        yield from ((key, word) for word in row.get("words", ()))
        for pair in row.get("pairs", ()):
            yield from ((key, name) for side in pairs_of(pair)[:2] for name in side)


def test_every_concept_named_is_in_the_lexicon():
    numbers = lexicon().concepts.numbers
    sets = table()["sets"]
    odd = [
        (key, name)
        for key, name in _names()
        if name.lstrip("=") not in numbers and f"t-{name}" not in numbers and name[1:] not in sets
    ]
    assert odd == []


def test_labels_in_every_language_and_none_twice():
    for code in codes():
        labels = [issue.label[code] for issue in vocabulary()]
        assert all(labels)
        assert len(set(labels)) == len(labels), code
    for issue in vocabulary():
        assert issue.dossier in DOSSIERS
        assert issue.note.endswith(".")
        assert not any(issue.label[code] in names for code, names in issue.alt.items())


def test_broader_has_no_cycles_and_is_not_also_related():
    known = by_id()

    def above(key, seen=()):
        assert key not in seen, seen
        return {key}.union(*(above(other, (*seen, key)) for other in known[key].broader))

    for issue in vocabulary():
        assert not {*issue.related} & (above(issue.id) - {issue.id})
        assert all(issue.id in known[other].related for other in issue.related)


def test_every_issue_can_be_found_in_every_language():
    for key, row in table()["issues"].items():
        for code in codes():
            if not row.get("words") and not row.get("pairs"):
                assert row["terms"].get(code), (key, code)


def test_terms_are_of_known_languages():
    assert {code for row in table()["issues"].values() for code in row.get("terms", ())} <= set(codes())


# SKOS.
NAME = r"[a-z]+:[a-zA-Z0-9-]+"
LITERAL = r'"(?:[^"\\\n]|\\.)*"(?:@[a-z]{2})?'
VALUE = rf"(?:{NAME}|{LITERAL})"
SAID = rf"    (?:a|{NAME}) {VALUE}(?:, {VALUE})*"


def test_turtle_is_well_formed():
    head, *blocks = skos().rstrip("\n").split("\n\n")
    prefixes = re.findall(r"^@prefix ([a-z]+): <[^<>\s]+> \.$", head, re.M)
    assert len(prefixes) == len(head.split("\n"))
    for block in blocks:
        assert re.fullmatch(rf"{NAME}\n{SAID}(?: ;\n{SAID})* \.", block), block
    bare = re.sub(LITERAL, "", "\n".join(blocks))
    assert set(re.findall(r"([a-z]+):", bare)) == set(prefixes)


def test_turtle_has_one_preferred_label_a_language():
    for block in skos().split("\n\n"):
        if "a skos:Concept ;" in block:
            (line,) = [line for line in block.split("\n") if "skos:prefLabel" in line]
            assert re.findall(r'"@([a-z]{2})', line) == sorted(codes())


def test_turtle_says_relations_both_ways():
    said = set()
    for block in skos().split("\n\n"):
        subject, *lines = block.split("\n")
        for line in lines:
            name, _, values = line.strip().partition(" ")
            said |= {(subject, name, value) for value in re.findall(NAME, re.sub(LITERAL, "", values))}
    inverse = {
        "skos:broader": "skos:narrower",
        "skos:narrower": "skos:broader",
        "skos:related": "skos:related",
        "skos:topConceptOf": "skos:hasTopConcept",
        "skos:hasTopConcept": "skos:topConceptOf",
    }
    assert [(a, p, b) for a, p, b in sorted(said) if p in inverse and (b, inverse[p], a) not in said] == []
