"""Figures as a Markdown table with limits and ratios, and as a plot."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bench.cases import OURS, Sizes
from bench.measuring import Figure

# Figures are of one machine; "not quadratic" is judged by how the memory above start-up grows.
LINEAR = 3.0
MEGABYTES_INSTALLED = 300

HEAD = """# How fast and how large

Made by `make bench`; do not edit. {machine}, {day}. {busy}

Every row is the median of its runs; *peak* is the most memory a process held at once. *Cold* is a command in
a process of its own, from start to end; *warm* is a call in a process that has read its data, each
time on texts it has not seen. *Ratio* is the time relative to Hexapla's on the same input.

The texts are made (`bench/inputs.py`): reports are the stories of `eval/`; lists of sentences are words
of the lexicon drawn by lot, with function words, numbers and invented names between them, a quarter of
the sentences dropped on each side, a tenth merged, a tenth moved. **They say nothing about quality**:
the alternatives are faster partly because they look at less. Gale–Church sees only the lengths of
sentences; *letters* compares the romanised texts as strings (anyascii, rapidfuzz); *trigrams* their
counts of three-letter sequences (anyascii, numpy); *best of two* pairs sentences that are each other's
best. How well each aligns is measured by `make eval` and told in the [README](../../README.md).
"""


def machine() -> str:
    """Processor, cores, memory, system, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return f"{_processor()}, {cores} cores, {memory:.0f} GB, {platform.system()}, Python {python}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().split("\n") if info.exists() else []
    return next((x.split(":")[1].strip() for x in lines if x.startswith("model name")), platform.machine())


def busy() -> str:
    """A word on what else the machine was doing, for times are worth no more than that."""
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > 0.75 * cores:
        return (
            f"**The machine was busy** (load {load:.1f} on {cores} cores): times are too long; "
            "processor seconds are closer to the truth."
        )
    return f"The machine was otherwise quiet (load {load:.1f} on {cores} cores)."


def seconds(value: float) -> str:
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"


def verdict(figure: Figure) -> str:
    limits = []
    if figure.case.seconds is not None:
        limits.append(f"≤ {seconds(figure.case.seconds)}")
    if figure.case.megabytes is not None:
        limits.append(f"≤ {figure.case.megabytes:.0f} MB")
    if not limits:
        return ""
    return f"{', '.join(limits)}: {'pass' if figure.within else '**fail**'}"


def table(figures: Sequence[Figure], mode: str) -> str:
    """The rows of one mode, in their order."""
    rows = [
        "| task | by | time | processor | peak | ratio | runs | limit |",
        "|---|---|---:|---:|---:|---:|---:|---|",
    ]
    ours = {f.case.what: f for f in figures if f.case.mode == mode and f.case.how == OURS}
    for f in figures:
        if f.case.mode == mode:
            ratio = f"{f.wall / ours[f.case.what].wall:.2f}"
            rows.append(
                f"| {f.case.what} | {f.case.how} | {seconds(f.wall)} | {seconds(f.processor)} "
                f"| {f.peak:.0f} MB | {ratio} | {f.case.runs} | {verdict(f)} |"
            )
    return "\n".join(rows)


def growth(figures: Sequence[Figure], sizes: Sizes) -> tuple[float, float]:
    """How much longer the long alignment is than the short, and by how much its memory grew."""
    tiny, short, long = (
        next(f for f in figures if f.case.mode == "cold" and f.case.what.startswith(f"align: {size:,} "))
        for size in (sizes.tiny, sizes.align, sizes.long)
    )
    return sizes.long / sizes.align, (long.peak - tiny.peak) / max(1.0, short.peak - tiny.peak)


def checks(figures: Sequence[Figure], sizes: Sizes, installed: float) -> Iterator[tuple[str, bool]]:
    """Every limit of the issue: what was found, and whether it is kept."""
    for f in figures:
        if f.within is not None:
            yield f"{f.case.mode} {f.case.what}: {seconds(f.wall)}, {f.peak:.0f} MB ({verdict(f)})", f.within
    longer, larger = growth(figures, sizes)
    yield (
        f"memory of align for {longer:.0f} times the sentences, start-up taken off: × {larger:.1f}",
        larger <= LINEAR * longer,
    )
    yield f"installed without extras: {installed:.0f} MB", installed <= MEGABYTES_INSTALLED


def markdown(figures: Sequence[Figure], sizes: Sizes, installed: float, load: str) -> str:
    """The whole page."""
    kept = [
        f"- {'pass' if passed else '**fail**'}: {what}" for what, passed in checks(figures, sizes, installed)
    ]
    return "\n".join(
        [
            HEAD.format(machine=machine(), day=date.today().isoformat(), busy=load),
            "![Times of Hexapla and its alternatives](speed.svg)\n",
            "## Cold\n",
            table(figures, "cold"),
            "\n## Warm\n",
            table(figures, "warm"),
            "\n## Limits\n",
            *kept,
            "",
        ]
    )


def plot(figures: Sequence[Figure], path: Path) -> None:
    """Times as bars on a logarithmic axis, memory beside them."""
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot as plt

    mpl.rcParams.update({"svg.hashsalt": "hexapla", "svg.fonttype": "path", "font.size": 9})
    shown = list(reversed(figures))
    colours = ["#0b5394" if f.case.how == OURS else "#b7b7b7" for f in shown]
    labels = [f"{f.case.what}\n{f.case.how}, {f.case.mode}" for f in shown]
    figure, axes = plt.subplots(1, 2, figsize=(11, 0.48 * len(shown) + 1), sharey=True, width_ratios=(3, 2))
    places = range(len(shown))
    axes[0].barh(places, [f.wall for f in shown], color=colours)
    axes[1].barh(places, [f.peak for f in shown], color=colours)
    for place, f in zip(places, shown, strict=True):
        free = max(f.wall, f.case.seconds or 0.0)
        axes[0].annotate(f" {seconds(f.wall)}", (free, place), va="center", fontsize=8)
        axes[1].annotate(f" {f.peak:.0f} MB", (f.peak, place), va="center", fontsize=8)
        if f.case.seconds is not None:
            axes[0].plot([f.case.seconds] * 2, [place - 0.45, place + 0.45], color="#990000", linewidth=2)
    axes[0].set_xscale("log")
    axes[0].set_yticks(list(places), labels, fontsize=8)
    axes[0].set_xlabel("seconds, median (red: the limit)")
    axes[1].set_xlabel("peak memory, MB")
    for one in axes:
        one.spines[["top", "right"]].set_visible(False)
        one.margins(x=0.15, y=0.01)
    figure.tight_layout()
    figure.savefig(path, format="svg", metadata={"Date": None})
    plt.close(figure)
