"""Inputs → witnesses: one after the other, in the order given; one bad input never sinks the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from hexapla import lang
from hexapla.edition.model import LeftOut
from hexapla.errors import HexaplaError, SourceUnreadable
from hexapla.sources.model import DEFAULT, Loaded, Options
from hexapla.sources.raw import STDIN, Input, Raw, is_address, read_path, read_stdin
from hexapla.sources.recognising import declared_in_page, is_feed, is_html
from hexapla.sources.text import decode
from hexapla.witness.language_id import identify, same_script
from hexapla.witness.model import Witness
from hexapla.witness.reading import Given, read_witness

Progress = Callable[[int, int, str], None]

STORY_FILE = ".toml"
# A second language with this share of a text's letters is told to the user; names and a quoted
# sentence in another language stay below it.
SECOND_LANGUAGE = 0.15
# The page's own word for its language decides where the text's words leave it this open.
OPEN_LANGUAGE = 0.6


@dataclass(slots=True)
class _Desk:
    """What has been loaded so far."""

    options: Options
    stdin: BinaryIO | None
    witnesses: list[Witness] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)
    contents: dict[str, str] = field(default_factory=dict)


def load(
    addresses: Sequence[str],
    options: Options = DEFAULT,
    *,
    stdin: BinaryIO | None = None,
    on_progress: Progress | None = None,
) -> Loaded:
    """Turns files, http(s) addresses, ``-`` and story files into witnesses.

    Parameters
    ----------
    addresses:
        What the user named, in order. A file ending in ``.toml`` is a story file and
        stands for the witnesses it names.
    options:
        What is said of all inputs, and the limits.
    stdin:
        What ``-`` reads; the process's standard input by default.
    on_progress:
        Called with how many inputs are done, how many there are, and the next one's name.

    Returns
    -------
    Loaded
        Never raises for a bad input: it is named in ``left_out``.
    """
    desk = _Desk(options, stdin)
    inputs = list(_inputs(addresses, desk))
    for done, one in enumerate(inputs):
        if on_progress is not None:
            on_progress(done, len(inputs), one.name)
        _load_one(one, desk)
    if on_progress is not None and inputs:
        on_progress(len(inputs), len(inputs), inputs[-1].name)
    one_story = len(addresses) == 1 and _is_story_file(addresses[0])
    return Loaded(tuple(desk.witnesses), tuple(desk.left_out), tuple(desk.notices), one_story)


def _is_story_file(address: str) -> bool:
    return address.lower().endswith(STORY_FILE) and not is_address(address)


def _inputs(addresses: Sequence[str], desk: _Desk) -> Iterator[Input]:
    for address in addresses:
        if not _is_story_file(address):
            yield Input(address, desk.options.given)
            continue
        from hexapla.sources.storyfile import read_story_file

        if len(addresses) > 1:
            desk.notices.append(
                f"{address} is not given alone, so its witnesses are grouped into stories like all others."
            )
        try:
            story = read_story_file(Path(address), desk.options)
        except HexaplaError as error:
            desk.left_out.append(_left_out(address, error))
            continue
        for entry in story.entries:
            yield Input(entry.address, _over(entry.given, desk.options.given))


def _load_one(one: Input, desk: _Desk) -> None:
    """One input, unless it was given before."""
    if one.address in desk.addresses:
        desk.notices.append(f"{one.name} was given twice and is used once.")
        return
    desk.addresses.add(one.address)
    try:
        raw = _fetch(one, desk)
        digest = sha256(raw.data).hexdigest()
        if digest in desk.contents:
            desk.notices.append(
                f"{one.name} is the same, byte for byte, as {desk.contents[digest]}; used once."
            )
            return
        witness, notices = _read(raw, one, digest)
    except HexaplaError as error:
        desk.left_out.append(_left_out(one.name, error))
        return
    desk.contents[digest] = one.name
    desk.witnesses.append(witness)
    desk.notices.extend((*notices, *_second_language(witness, one.name)))


def _fetch(one: Input, desk: _Desk) -> Raw:
    if one.address == STDIN:
        return read_stdin(desk.stdin, desk.options)
    if is_address(one.address):
        from hexapla.sources.address import fetch

        return fetch(one.address, desk.options)
    return read_path(Path(one.address), desk.options)


def _read(raw: Raw, one: Input, digest: str) -> tuple[Witness, tuple[str, ...]]:
    """The witness that an input holds, and what has to be said about it."""
    decoded = decode(raw.data, name=one.name, declared=raw.declared or declared_in_page(raw.data))
    if is_feed(decoded.text):
        raise SourceUnreadable(
            f"{one.name} is a feed or a site map, no report.",
            "It only lists pages.",
            "Give the addresses of the pages themselves.",
        )
    text, given, hint = decoded.text, one.given, None
    if is_html(decoded.text, says_html=raw.says_html):
        from hexapla.sources.html import extract

        page = extract(decoded.text, name=one.name, url=raw.url)
        text, given, hint = page.text, _over(one.given, page.given), page.language
    given = _with_hint(given, hint, text)
    source = one.address if one.address == STDIN else one.name
    return read_witness(text, source=source, sha256=digest, given=given), decoded.notices


def _over(first: Given, then: Given) -> Given:
    """What the first says, and where it is silent what the other says."""
    said = {f.name: getattr(first, f.name) for f in fields(first) if getattr(first, f.name) is not None}
    return replace(then, **said)


def _with_hint(given: Given, hint: str | None, text: str) -> Given:
    """Believes the page's word for its language only where the text's own words leave it open.

    Many pages carry the language of their template, so that it must not go before the text.
    """
    if given.language is not None or hint is None or not lang.known(hint):
        return given
    code, confidence = identify(text)
    if confidence < OPEN_LANGUAGE and same_script(code, hint):
        return replace(given, language=hint)
    return given


def _second_language(witness: Witness, name: str) -> Iterator[str]:
    """A sentence where a good part of a text is in another language."""
    sizes: dict[str, int] = {}
    for segment in witness.segments:
        sizes[segment.language] = sizes.get(segment.language, 0) + segment.span.end - segment.span.start
    least = SECOND_LANGUAGE * sum(sizes.values())
    found = [code for code in sorted(sizes, key=lambda c: (-sizes[c], c)) if sizes[code] >= least]
    if len(found) > 1:
        names = " and ".join(lang.load(code).name for code in found)
        yield f"{name} holds text in {names}: each sentence is read in its own language."


def _left_out(name: str, error: HexaplaError) -> LeftOut:
    what = error.what if name in error.what else f"{name}: {error.what}"
    return LeftOut(name, what, error.means, error.todo)
