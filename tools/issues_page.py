"""The page of reference on the issues, made from their data."""

from __future__ import annotations

from hexapla.testimony.issues import Issue, vocabulary

HEAD = """# Issues

Made from `src/hexapla/testimony/data/issues.toml` by `python -m tools.reference`; do not edit.

What a statement, a topic or an agreement is about is one or more of these. Labels are neutral: no side's word.
A *general* issue says little and is named only where nothing more particular is found.

`hexapla issues ID` shows one in all six languages, `hexapla issues --format skos` writes the whole vocabulary as
SKOS in Turtle. How each is recognised in a text (concepts of the lexicon, pairs of them near each other, words of a
language) stands in the data file.

The last column is the [IPTC Media Topic](https://iptc.org/standards/media-topics/) that an issue matches, where one
does, and how (as in SKOS: exact, close, broad, narrow, related).

| id | label | dossier | what belongs to it | broader | IPTC |
|---|---|---|---|---|---|
"""


def issues_page() -> str:
    """A table of every issue."""
    return HEAD + "".join(f"| {' | '.join(_cells(issue))} |\n" for issue in vocabulary())


def _cells(issue: Issue) -> tuple[str, ...]:
    likeness, topic = issue.iptc or ("", "")
    general = " (general)" if issue.general else ""
    return (
        f"`{issue.id}`",
        issue.label["en"],
        issue.dossier + general,
        issue.note,
        ", ".join(f"`{key}`" for key in issue.broader),
        f"{likeness} `{topic}`" if topic else "",
    )
