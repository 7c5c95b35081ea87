"""A folder of real reports: how they are grouped, what is set aside, what is said of each story."""

from __future__ import annotations

from pathlib import Path

from hexapla.api import desk


def report_folder(folder: Path) -> None:
    """Prints the stories found in a folder of texts, and each story's differences."""
    found = desk(sorted(folder.glob("*.txt")))
    print(f"\n{folder}: {len(found.stories)} stories, storylines {list(found.storylines)}")
    for number, story in enumerate(found.stories):
        witnesses = story.collation.witnesses
        print(
            f"\nstory {number + 1}: {', '.join(f'{s} {Path(w.source).name} ({w.language})' for s, w in witnesses.items())}"
        )
        for siglum, witness in witnesses.items():
            aside = ", ".join(
                f"{part.reason} {part.span.start}-{part.span.end}" for part in witness.set_aside
            )
            print(f"  {siglum}: {len(witness.segments)} segments; set aside: {aside or 'nothing'}")
        for entry in story.apparatus:
            print(f"  {entry.id:3} {entry.kind:10} {entry.confidence:.2f} {entry.note}")
