"""How well a text's mentions of people, states and governments are resolved, against gold of our own.

    python -m eval.pointing [-v]

``pointers/items.toml`` are short texts with people who exist, ``pointers/unseen.toml`` more of them, written
before the resolver saw them and measured apart; ``pointers/texts/`` say what our samples and
stories point at, whose lands and people are invented (``pointers/lands.yaml``, an overlay of party files).
A mention is right when its words overlap the gold's by half of the shorter and it points at the same.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.measures import Tally
from hexapla.marks.mentions import Mention, mentions
from hexapla.parties import Parties, load
from hexapla.witness.model import Span, Witness
from hexapla.witness.reading import Given, read_witness

HERE = Path(__file__).parent / "pointers"
LANDS = HERE / "lands.yaml"
ROOT = HERE.parent.parent
PEOPLE = ("name", "name-with-office", "office")
# Somebody whom the parties do not know; one of several.
UNKNOWN, UNSURE, NOBODY = "~", "?", "-"


@dataclass(frozen=True)
class Pointer:
    """What some words point at, by hand. ``office`` is office/party, empty where the words name none."""

    kind: str
    target: str
    office: str
    span: Span


@dataclass(frozen=True)
class Gold:
    """A text with what it points at."""

    name: str
    witness: Witness
    pointers: tuple[Pointer, ...]


def _witness(text: str, name: str, language: str, published: dt.date | None) -> Witness:
    return read_witness(text, source=name, sha256=name, given=Given(language=language, published=published))


def _placed(text: str, rows: Sequence[tuple[str, str, str, str]], name: str) -> Iterator[Pointer]:
    """Rows of kind, target, office and words, in the order of the text, with their places."""
    at, before = 0, ""
    for kind, target, office, words in rows:
        # Words that point at several stand in as many rows.
        found = text.find(words, at - 1 if words == before else at)
        before = words
        if found < 0:
            raise ValueError(f"{name}: {words!r} does not stand behind offset {at}.")
        yield Pointer(kind, target, office, Span(found, found + len(words)))
        at = found + 1


def items(file: str = "items") -> Iterator[Gold]:
    """The short texts of a file."""
    table = tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))
    for number, item in enumerate(table["item"], 1):
        name, text = f"{file} {number} {item['language']}", item["text"]
        witness = _witness(text, name, item["language"], item.get("published"))
        people = []
        for line in item["people"]:
            head, words = line.split(" :: ")
            target, _, office = head.partition(" ")
            people.append(("name" if not office else "office", target, office, words))
        others = []
        for line in item["others"]:
            head, words = line.split(" :: ")
            kind, target = head.split()
            others.append((kind, target, "", words))
        yield Gold(name, witness, (*_placed(text, people, name), *_placed(text, others, name)))


def texts() -> Iterator[Gold]:
    """The samples and stories."""
    for path in sorted((HERE / "texts").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        head = dict(line.split(": ", 1) for line in lines[:3])
        text = (ROOT / head["text"]).read_text(encoding="utf-8")
        witness = _witness(text, path.stem, head["language"], dt.date.fromisoformat(head["published"]))
        yield Gold(path.stem, witness, tuple(_row(line, text, path.stem) for line in lines[4:] if line))


def _row(line: str, text: str, name: str) -> Pointer:
    """A line of a gold file: offset, kind, target, office, words."""
    start, kind, target, office, words = line.split("\t")
    span = Span(int(start), int(start) + len(words))
    if span.of(text) != words:
        raise ValueError(f"{name}: {words!r} does not stand at {start}.")
    return Pointer(kind, target, office, span)


@dataclass
class Score:
    """Counts by language: mentions of people found, those with the right office, of states and governments."""

    people: dict[str, Tally] = field(default_factory=dict)
    offices: dict[str, Tally] = field(default_factory=dict)
    others: dict[str, Tally] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Every figure that has a floor."""
        return {
            f"pointers {what} {language}": tally.f1
            for what, tallies in (
                ("people", self.people),
                ("offices", self.offices),
                ("governments", self.others),
            )
            for language, tally in sorted(tallies.items())
        }


def score(gold: Gold, parties: Parties, result: Score) -> None:
    """Adds one text's counts."""
    found = [m for m in mentions(gold.witness, parties) if _counts(m)]
    language = gold.witness.language
    used: set[int] = set()
    for pointer in gold.pointers:
        of_person = pointer.kind in PEOPLE
        tally = (result.people if of_person else result.others).setdefault(language, Tally())
        tally.gold += 1
        match = next((n for n, m in enumerate(found) if n not in used and _same(m, pointer, parties)), None)
        if match is None:
            result.notes.append(
                f"{gold.name}: not found {pointer.target} [{pointer.span.of(gold.witness.text)}]"
            )
            continue
        used.add(match)
        tally.hit += 1
        if of_person and pointer.office:
            _office(found[match], pointer, gold, result)
    for n, mention in enumerate(found):
        tally = (result.people if mention.kind in PEOPLE else result.others).setdefault(language, Tally())
        tally.said += 1
        if n not in used:
            to = mention.person or mention.party or "?" + ",".join(mention.candidates)
            result.notes.append(
                f"{gold.name}: wrong {mention.kind} {to} [{mention.span.of(gold.witness.text)}]"
            )


def _counts(mention: Mention) -> bool:
    """Whether a mention says whom or what it means; an office whose holder nobody knows says less."""
    return bool(mention.person or mention.party or mention.candidates)


def _same(mention: Mention, pointer: Pointer, parties: Parties) -> bool:
    common = mention.span.overlap(pointer.span)
    if 2 * common < min(len(range(*mention.span)), len(range(*pointer.span))):
        return False
    if pointer.kind not in PEOPLE:
        return mention.kind == pointer.kind and mention.party == pointer.target
    if mention.kind not in PEOPLE:
        return False
    if pointer.target == UNKNOWN:
        return mention.person is not None and mention.person not in {p.id for p in parties.people()}
    if pointer.target.startswith(UNSURE):
        return mention.unsure
    return mention.person == pointer.target


def _office(mention: Mention, pointer: Pointer, gold: Gold, result: Score) -> None:
    tally = result.offices.setdefault(gold.witness.language, Tally())
    tally.gold += 1
    if mention.office:
        tally.said += 1
    said = f"{mention.office or ''}/{mention.of or ''}"
    if said == pointer.office:
        tally.hit += 1
    else:
        result.notes.append(
            f"{gold.name}: {said} for {pointer.office} [{pointer.span.of(gold.witness.text)}]"
        )


def measured(unseen: bool = False) -> Score:
    """All gold measured, or that on which nothing was ever tuned."""
    parties = load(LANDS)
    result = Score()
    for gold in items("unseen") if unseen else (*items(), *texts()):
        score(gold, parties, result)
    return result


def report(result: Score) -> None:
    print("\n| pointers | people P | R | F1 | offices | states and governments P | R | F1 |")
    print("|---|---|---|---|---|---|---|---|")
    for language in sorted(result.people):
        who, what, office = (t.get(language, Tally()) for t in (result.people, result.others, result.offices))
        print(
            f"| {language} | {who.precision:.3f} | {who.recall:.3f} | {who.f1:.3f} | {office.f1:.3f} "
            f"| {what.precision:.3f} | {what.recall:.3f} | {what.f1:.3f} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args()
    for title, result in (("", measured()), ("Written before the first run:", measured(unseen=True))):
        print(title)
        report(result)
        if asked.verbose:
            print("\n".join(result.notes))


if __name__ == "__main__":
    main()
