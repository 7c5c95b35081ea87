"""The issues as a SKOS vocabulary in Turtle, made as qSKOS and Skosify want it.

One concept scheme; every concept in it with one preferred label a language; ``broader`` and ``narrower``,
``related`` and the top concepts said both ways; mappings to IPTC Media Topics; a collection for each dossier.

Source: SKOS Reference, W3C Recommendation of 18 August 2009.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hexapla.lang import USUAL
from hexapla.testimony.issues import Issue, Likeness, vocabulary
from hexapla.testimony.model import DOSSIERS, Dossier

# A name, not an address: nothing is served under it.
BASE = "urn:hexapla:issue:"
IPTC = "http://cv.iptc.org/newscodes/mediatopic/"
PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "hexapla": BASE,
    "medtop": IPTC,
}
TITLE = "Issues of international relations"
MATCH: dict[Likeness, str] = {
    "exact": "exactMatch",
    "close": "closeMatch",
    "broad": "broadMatch",
    "narrow": "narrowMatch",
    "related": "relatedMatch",
}
SCHEME = "hexapla:scheme"


def skos() -> str:
    """The whole vocabulary as Turtle."""
    several = vocabulary()
    tops = [issue for issue in several if not issue.broader]
    prefixes = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    scheme = _subject(
        SCHEME,
        [
            ("a", ["skos:ConceptScheme"]),
            ("dct:title", [_text(TITLE, USUAL)]),
            ("skos:prefLabel", [_text(TITLE, USUAL)]),
            ("skos:hasTopConcept", [_name(issue.id) for issue in tops]),
        ],
    )
    concepts = [_subject(_name(issue.id), _said(issue, several)) for issue in several]
    dossiers = [_subject(_name(f"dossier-{one}"), _collected(one, several)) for one in DOSSIERS]
    return "\n".join([*prefixes, "", scheme, *concepts, *dossiers])


def _collected(dossier: Dossier, several: Iterable[Issue]) -> Iterator[tuple[str, list[str]]]:
    yield "a", ["skos:Collection"]
    yield "skos:prefLabel", [_text(dossier, USUAL)]
    yield "skos:member", [_name(issue.id) for issue in several if issue.dossier == dossier]


def _said(issue: Issue, several: Iterable[Issue]) -> Iterator[tuple[str, list[str]]]:
    """What is said of an issue: properties with their values."""
    yield "a", ["skos:Concept"]
    yield "skos:inScheme", [SCHEME]
    if not issue.broader:
        yield "skos:topConceptOf", [SCHEME]
    yield "skos:notation", [f'"{issue.id}"']
    yield "skos:prefLabel", [_text(label, code) for code, label in sorted(issue.label.items())]
    yield (
        "skos:altLabel",
        [_text(label, code) for code, labels in sorted(issue.alt.items()) for label in labels],
    )
    yield "skos:scopeNote", [_text(issue.note, USUAL)]
    yield "skos:broader", [_name(key) for key in issue.broader]
    yield "skos:narrower", [_name(other.id) for other in several if issue.id in other.broader]
    yield "skos:related", [_name(key) for key in issue.related]
    if issue.iptc:
        likeness, topic = issue.iptc
        yield f"skos:{MATCH[likeness]}", [f"medtop:{topic}"]


def _subject(name: str, said: Iterable[tuple[str, list[str]]]) -> str:
    lines = [f"    {name_of} {', '.join(values)}" for name_of, values in said if values]
    return f"{name}\n" + " ;\n".join(lines) + " .\n"


def _name(key: str) -> str:
    return f"hexapla:{key}"


def _text(text: str, language: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"@{language}'
