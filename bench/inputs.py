"""What is timed: texts of given sizes, the same on every machine. `python -m bench.inputs` writes them.

Sentences are made of words drawn from the lexicon, with function words, numbers and
invented names between them, so that they have the vocabulary of real text and no two are
alike. They mean nothing: what is measured on them is time and memory, never quality.
Reports are the gold stories of ``eval/``, which are prose.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from eval.corpus import Document, edited

from hexapla.lang import codes, load
from hexapla.lexicon.rows import DATA, read_rows

STORIES = Path(__file__).parents[1] / "eval" / "stories"
PAIR = ("ar", "en")
REPORTS = ("ar", "en", "fr")
REPORT_SENTENCES = 30
# Syllables of invented names, in both scripts.
SYLLABLES = (
    "ba با|dan دان|ka كا|ri ري|mu مو|sal سال|to تو|van فان|"
    "he هي|lor لور|zi زي|ra را|ne ني|sha شا|gol غول|fe في"
)
NAMES = 1500
SHARES = {"word": 0.62, "function": 0.24, "name": 0.11, "number": 0.03}


@cache
def _words() -> list[dict[str, str]]:
    """The commonest word of every meaning, in both languages."""
    rows = [row for path in sorted(DATA.glob("*.tsv")) for row in read_rows(path, codes())]
    return [
        {language: row.terms[language][0].word for language in PAIR}
        for row in rows
        if all(row.terms.get(language) for language in PAIR)
    ]


@cache
def _names() -> list[dict[str, str]]:
    draw = random.Random("names")
    parts = [part.split(" ") for part in SYLLABLES.split("|")]
    made = [draw.choices(parts, k=draw.choice((2, 3))) for _ in range(NAMES)]
    return [
        {"en": "".join(p[0] for p in some).capitalize(), "ar": "".join(p[1] for p in some)} for some in made
    ]


@cache
def _function_words(language: str) -> tuple[str, ...]:
    return tuple(word for line in load(language).lines("stopwords") for word in line.split())


def _token(draw: random.Random, kind: str) -> dict[str, str]:
    if kind == "word":
        return draw.choice(_words())
    if kind == "name":
        # A few names are in many sentences, most in one or two, as in the news.
        return _names()[int(len(_names()) * draw.random() ** 2)]
    if kind == "number":
        return dict.fromkeys(PAIR, str(draw.randrange(2, 5000)))
    return {language: draw.choice(_function_words(language)) for language in PAIR}


def sentences(count: int, seed: int) -> Document:
    """So many sentences in both languages, the same index the same words."""
    draw = random.Random(f"sentences|{seed}")
    made: dict[str, list[str]] = {language: [] for language in PAIR}
    for _ in range(count):
        kinds = draw.choices(list(SHARES), weights=list(SHARES.values()), k=draw.randint(9, 34))
        tokens = [_token(draw, kind) for kind in kinds]
        for language in PAIR:
            made[language].append(" ".join(token[language] for token in tokens) + ".")
    return Document(f"made-{seed}", made)


def sides(count: int, seed: int) -> tuple[list[str], list[str]]:
    """Just so many sentences a side after a quarter was dropped, a tenth merged, a tenth moved."""
    case = edited(sentences(int(count * 1.6) + 20, seed), *PAIR, seed=seed)
    if min(len(case.a), len(case.b)) < count:
        raise ValueError(f"too few sentences were made for {count}")
    return case.a[:count], case.b[:count]


def _bodies(language: str) -> Iterator[list[str]]:
    """The sentences of each story that is told in all the languages of a report."""
    from hexapla.witness.reading import read_witness

    for folder in sorted(STORIES.iterdir()):
        if all((folder / f"{code}.txt").exists() for code in REPORTS):
            text = (folder / f"{language}.txt").read_text(encoding="utf-8")
            witness = read_witness(text, source=folder.name, sha256="")
            yield [s.span.of(text) for s in witness.segments if s.role == "body"]


def reports(run: int) -> dict[str, str]:
    """A text of REPORT_SENTENCES sentences in each language, other stories at every run."""
    made = {}
    for language in REPORTS:
        bodies = list(_bodies(language))
        turned = bodies[run % len(bodies) :] + bodies[: run % len(bodies)]
        lines = [line for body in turned for line in body][:REPORT_SENTENCES]
        made[language] = "\n\n".join(lines) + "\n"
    return made


def write_reports(folder: Path, runs: int) -> None:
    """Files ``report-RUN.LANG.txt``."""
    for run in range(runs):
        for language, text in reports(run).items():
            (folder / f"report-{run}.{language}.txt").write_text(text, encoding="utf-8")


def write_sentences(folder: Path, size: int, runs: int) -> None:
    """Files ``SIZE-RUN.LANG``, a sentence a line."""
    for run in range(runs):
        for language, lines in zip(PAIR, sides(size, run), strict=True):
            (folder / f"{size}-{run}.{language}").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, required=True, help="how many sets of reports")
    parser.add_argument("--sentences", nargs="+", required=True, help="SIZE:SETS, several")
    asked = parser.parse_args()
    write_reports(asked.folder, asked.reports)
    for wanted in asked.sentences:
        size, sets = map(int, wanted.split(":"))
        write_sentences(asked.folder, size, sets)


if __name__ == "__main__":
    main()
