"""What an install weighs: `python -m tools.weights` prints a Markdown table of the run-time dependencies.

Sizes are what lies on disk: a distribution's files as its RECORD lists them.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

PACKAGE = "hexapla"
HOME = Path(__file__).parents[1] / "src" / PACKAGE
MEGABYTE = 1_000_000


def plain(name: str) -> str:
    """A distribution's name as PEP 503 has it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(name: str) -> list[str]:
    """The names a distribution requires at run time here, without extras."""
    found = []
    for line in requires(name) or ():
        name_and_version, _, marker = line.partition(";")
        if "extra" not in marker and _holds(marker):
            found.append(plain(re.split(r"[ \[<>=!~(]", name_and_version.strip())[0]))
    return found


def _holds(marker: str) -> bool:
    """Whether an environment marker is true here."""
    if not marker.strip():
        return True
    from packaging.markers import Marker

    return bool(Marker(marker.strip()).evaluate())


def _files(name: str) -> list[Path]:
    """The files of a distribution that are there; the package's own from its sources."""
    if name == PACKAGE:
        return [path for path in HOME.rglob("*") if path.is_file()]
    found = distribution(name)
    paths = (Path(str(found.locate_file(file))) for file in found.files or ())
    return [path for path in paths if path.is_file()]


def size(name: str) -> int:
    """Bytes of a distribution's own files, without byte code."""
    return sum(path.stat().st_size for path in _files(name) if path.suffix != ".pyc")


def byte_code(name: str) -> int:
    """Bytes of the byte code that pip writes for it."""
    return sum(path.stat().st_size for path in _files(name) if path.suffix == ".pyc")


def closure(name: str = PACKAGE) -> dict[str, str | None]:
    """Every distribution an install brings → the direct dependency that first needs it; None for those."""
    direct = needed(name)
    found: dict[str, str | None] = dict.fromkeys(direct)
    for one in direct:
        todo = needed(one)
        while todo:
            other = todo.pop()
            if other not in found and _installed(other):
                found[other] = one
                todo += needed(other)
    return found


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def sizes() -> dict[str, int]:
    """Bytes by distribution, the package itself first."""
    return {name: size(name) for name in (PACKAGE, *sorted(closure()))}


def total() -> float:
    """Megabytes of an install without extras, byte code included."""
    return sum(size(name) + byte_code(name) for name in (PACKAGE, *closure())) / MEGABYTE


def table() -> str:
    """A row for each direct dependency with what it alone brings, and the total."""
    weights, brought = sizes(), closure()
    rows = [f"| {PACKAGE} itself, its data included | | {weights[PACKAGE] / MEGABYTE:.1f} | |"]
    for name in sorted(name for name, by in brought.items() if by is None):
        others = sorted(other for other, by in brought.items() if by == name)
        more = sum(weights[other] for other in others)
        rows.append(
            f"| {name} | {distribution(name).version} | {weights[name] / MEGABYTE:.1f} | "
            + (f"{more / MEGABYTE:.1f}: {', '.join(others)} |" if others else "|")
        )
    code = sum(byte_code(name) for name in weights) / MEGABYTE
    return "\n".join(
        [
            "| distribution | version | MB | MB of what it brings |",
            "|---|---|---|---|",
            *rows,
            f"| byte code of all, as pip writes it | | {code:.1f} | |",
            f"| **total** | | **{total():.0f}** | |",
        ]
    )


if __name__ == "__main__":
    print(table())
