"""How well the testimony of a text agrees with gold: meetings, statements, topics, agreements, people with office.

Everything is paired one to one, the likeliest pair first. Paired are

* meetings whose words overlap the gold's, or that share half of the participants; a pair counts as found when
  the kind is one of those the gold allows;
* statements whose content (or whose whole words) and the gold's share :data:`SAME_WORDS` of both together;
* topics and agreements that share half of the shorter one's words; an agreement counts with its force.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from eval.measures import Tally
from eval.testimony_gold import Gold, Row
from hexapla.names.comparing import compare_names
from hexapla.parties import Parties
from hexapla.testimony.model import Agreement, Meeting, Participant, Statement, Testimony, Topic
from hexapla.witness.model import Span

# Content of a statement and gold words are the same passage when they share so much of both together (the issue's).
SAME_WORDS = 0.4
# Meetings with so many participants in common may be the same one although told elsewhere in the text.
SAME_PEOPLE = 0.5
# Topics and agreements: so much of the shorter one's words.
SAME_PASSAGE = 0.5
# Made-up ids of one person whom the parties do not know, from two ways of writing the name.
SAME_NAME = 0.7
# What weighs how much in choosing whom to pair with whom.
KIND, WORDS, PEOPLE, CUE = 2.0, 1.0, 1.0, 0.3
ALL = "all"


@dataclass
class Score:
    """Counts by what is measured and by language; the notes tell each miss and each false one."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, what: str, language: str, *, hit: int = 0, said: int = 0, gold: int = 0) -> None:
        for where in (language, ALL):
            tally = self.tallies.setdefault((what, where), Tally())
            tally.hit += hit
            tally.said += said
            tally.gold += gold

    def right(self, what: str, language: str, right: bool) -> None:
        """One thing told of a pair, right or wrong."""
        self.add(what, language, hit=int(right), said=1, gold=1)


@dataclass(frozen=True)
class Judge:
    """Compares one text's testimony with its gold."""

    gold: Gold
    found: Testimony
    parties: Parties
    score: Score

    @property
    def language(self) -> str:
        return self.gold.language

    def judge(self) -> None:
        self._meetings()
        self._statements()
        self._topics()
        self._agreements()
        if self.gold.has_people:
            self._people()

    # Who is who

    def _known(self, name: str) -> bool:
        if name in self.parties.ids():
            return True
        try:
            self.parties.person(name)
        except KeyError:
            return False
        return True

    def same(self, one: str | None, other: str | None) -> bool:
        """Whether two ids mean the same; ids made from a name may be written otherwise."""
        if one == other or one is None or other is None:
            return one == other
        if self._known(one) or self._known(other):
            return False
        return compare_names(one.replace("-", " "), "en", other.replace("-", " "), "en").score >= SAME_NAME

    def side(self, name: str) -> str:
        """The side of a person: what the text says, else what the parties know."""
        if name in self.parties.ids():
            return name
        for person in self.found.people:
            if self.same(person.id, name):
                for office in person.offices:
                    if office.of and office.status != "former":
                        return office.of
        on = self.gold.published or dt.date.max
        try:
            held = self.parties.offices_of(name, on)
        except KeyError:
            return name
        return held[0].of if held else name

    def shared(self, gold: Sequence[str], said: Sequence[str]) -> int:
        """How many of the gold's ids are among those said, each once."""
        left, hits = list(said), 0
        for name in gold:
            match = next((n for n, other in enumerate(left) if self.same(name, other)), None)
            if match is not None:
                hits += 1
                left.pop(match)
        return hits

    def alike(self, gold: Sequence[str], said: Sequence[str]) -> bool:
        """Whether two sets of ids are the same; several may be told by their sides alone."""
        if len(gold) == len(said) == self.shared(gold, said):
            return True
        several = len(gold) > 1 and len(said) > 1
        return several and {self.side(n) for n in gold} == {self.side(n) for n in said}

    # Meetings

    def _meetings(self) -> None:
        rows, said = self.gold.rows["meeting"], self.found.meetings
        wanted = [self.gold.spans(row["words"]) for row in rows]

        def likeness(number: int, other: int) -> float:
            row, meeting = rows[number], said[other]
            words = any(a.overlap(b) for a in wanted[number] for b in meeting.spans)
            people = self._participation(row, meeting)
            if not words and people < SAME_PEOPLE:
                return 0.0
            return KIND * (meeting.kind in _several(row["kind"])) + WORDS * words + PEOPLE * people

        pairs = paired(len(rows), len(said), likeness)
        for number, row in enumerate(rows):
            other = pairs.get(number)
            self.score.add("participants", self.language, gold=len(row["participants"]), said=0, hit=0)
            if other is None:
                self._note("meeting missed", _several(row["kind"])[0], row, f"with {row['participants']}")
            else:
                self._meeting(row, said[other], pairs)
        hits = sum(said[b].kind in _several(rows[a]["kind"]) for a, b in pairs.items())
        self.score.add("meetings", self.language, hit=hits, said=len(said), gold=len(rows))
        for other, meeting in enumerate(said):
            self.score.add("participants", self.language, said=len(meeting.participants))
            if other not in pairs.values():
                self._false("meeting", f"{meeting.kind} of {_names(meeting)}", meeting.spans)

    def _participation(self, row: Row, meeting: Meeting) -> float:
        gold, hits = row["participants"], self._met(row, meeting)
        most = max(len(gold), len(meeting.participants))
        return hits / most if most else 0.0

    def _met(self, row: Row, meeting: Meeting) -> int:
        left, hits = list(meeting.participants), 0
        for name in row["participants"]:
            match = next((n for n, one in enumerate(left) if self._is(one, name)), None)
            if match is not None:
                hits += 1
                left.pop(match)
        return hits

    def _is(self, one: Participant, name: str) -> bool:
        return self.same(one.person, name) if one.person else one.side == name

    def _meeting(self, row: Row, meeting: Meeting, pairs: dict[int, int]) -> None:
        language, met = self.language, self._met(row, meeting)
        self.score.add("participants", language, hit=met)
        if met < max(len(row["participants"]), len(meeting.participants)):
            self._note("participants", ", ".join(_names(meeting)), row, f"for {row['participants']}")
        self._told("meeting kind", meeting.kind in _several(row["kind"]), row, meeting.kind)
        for key in ("place", "date", "host", "guest"):
            if key in row:
                value = getattr(meeting, key)
                self._told(f"meeting {key}", value == row[key], row, f"{value} for {row[key]}")
        if "form" in row:
            self._told("meeting form", set(row["form"]) <= set(meeting.form), row, str(meeting.form))
        if "parent" in row:
            at = pairs.get(row["parent"] - 1)
            parent = None if at is None else self.found.meetings[at].id
            right = parent is not None and (meeting.parent, meeting.relation) == (parent, row.get("relation"))
            self._told("meeting parent", right, row, f"{meeting.parent} {meeting.relation}")

    # Statements

    def _statements(self) -> None:
        rows, said = self.gold.rows["statement"], self.found.statements
        wanted = [self.gold.spans(row["words"]) for row in rows]

        def likeness(number: int, other: int) -> float:
            one = said[other]
            same = max(shared_words(wanted[number], one.content), shared_words(wanted[number], one.spans))
            return same + CUE * _same_cue(rows[number], one) if same >= SAME_WORDS else 0.0

        pairs = paired(len(rows), len(said), likeness)
        self.score.add("statements", self.language, hit=len(pairs), said=len(said), gold=len(rows))
        for number, row in enumerate(rows):
            if number in pairs:
                self._statement(row, said[pairs[number]])
            else:
                self._note("statement missed", row.get("cue", ""), row, f"by {row['speakers']}")
        for other, one in enumerate(said):
            if other not in pairs.values():
                self._false("statement", f"{one.cue} by {list(one.speakers)}", one.content)

    def _statement(self, row: Row, one: Statement) -> None:
        speakers = list(one.speakers)
        right = self.alike(row["speakers"], speakers)
        self._told("speaker", right, row, f"{speakers} for {row['speakers']}")
        self._told("mode", one.mode == row["mode"], row, f"{one.mode} for {row['mode']}")
        self._told("stance", one.stance in _several(row["stance"]), row, f"{one.stance} for {row['stance']}")
        if row.get("issues"):
            hit = bool(set(row["issues"]) & set(one.issues))
            self._told("issues", hit, row, f"{list(one.issues)} for {row['issues']}")
        self._quoted(row, one)
        gold, flags = set(row.get("flags", ())), set(one.flags)
        self.score.add("flags", self.language, hit=len(gold & flags), said=len(flags), gold=len(gold))
        if gold != flags:
            self._note("flags", f"{sorted(flags)} for {sorted(gold)}", row)
        if row.get("sources"):
            chain = [f"{s.name or ''} {s.through or ''}".casefold() for s in one.sources]
            wanted = [v.casefold() for s in row["sources"] for v in (s.get("name"), s.get("through")) if v]
            self._told("sources", all(any(v in c for c in chain) for v in wanted), row, str(chain))

    def _quoted(self, row: Row, one: Statement) -> None:
        text = self.gold.text
        gold = [_bare(text, span) for words in row.get("quoted", ()) for span in self.gold.spans(words)]
        said = [_bare(text, span) for span in one.quoted]
        hit = len(set(gold) & set(said))
        self.score.add("quotations", self.language, hit=hit, said=len(said), gold=len(gold))
        if set(gold) != set(said):
            self._note("quoted", str([s.of(text)[:60] for s in said]), row)

    # Topics, agreements, people

    def _topics(self) -> None:
        rows, said = self.gold.rows["topic"], self.found.topics
        pairs = self._passages(rows, said)
        self.score.add("topics", self.language, hit=len(pairs), said=len(said), gold=len(rows))
        for number, row in enumerate(rows):
            if number not in pairs:
                self._note("topic missed", "", row)
            elif row.get("issues"):
                issues = said[pairs[number]].issues
                self._told("topic issues", bool(set(row["issues"]) & set(issues)), row, str(list(issues)))
        for other, one in enumerate(said):
            if other not in pairs.values():
                self._false("topic", ", ".join(one.issues), one.spans)

    def _passages(self, rows: Sequence[Row], said: Sequence[Topic] | Sequence[Agreement]) -> dict[int, int]:
        wanted = [self.gold.spans(row["words"]) for row in rows]

        def likeness(number: int, other: int) -> float:
            one = said[other]
            within = max(overlap(wanted[number], one.spans), 0.0)
            if within < SAME_PASSAGE:
                return 0.0
            force = isinstance(one, Agreement) and one.force == rows[number]["force"]
            return within + shared_words(wanted[number], one.spans) + force

        return paired(len(rows), len(said), likeness)

    def _agreements(self) -> None:
        rows, said = self.gold.rows["agreement"], self.found.agreements
        pairs = self._passages(rows, said)
        hits = 0
        for number, row in enumerate(rows):
            if number not in pairs:
                self._note("agreement missed", row["force"], row, f"of {row['parties']}")
                continue
            one = said[pairs[number]]
            hits += one.force == row["force"]
            self._agreement(row, one)
        self.score.add("agreements", self.language, hit=hits, said=len(said), gold=len(rows))
        for other, one in enumerate(said):
            if other not in pairs.values():
                self._false("agreement", f"{one.force} {one.deed} of {list(one.parties)}", one.spans)

    def _agreement(self, row: Row, one: Agreement) -> None:
        self._told("force", one.force == row["force"], row, f"{one.force} for {row['force']}")
        gold, said = {self.side(n) for n in row["parties"]}, {self.side(n) for n in one.parties}
        self._told("agreement parties", gold == said, row, f"{sorted(said)} for {sorted(gold)}")
        for key in ("by", "to"):
            if key in row:
                value = getattr(one, key)
                right = value is not None and self.side(value) == self.side(row[key])
                self._told(f"agreement {key}", right, row, f"{value} for {row[key]}")
        if "deed" in row:
            self._told("agreement deed", one.deed == row["deed"], row, f"{one.deed} for {row['deed']}")
        if "due" in row:
            wanted, day = str(row["due"]), one.due or "?"
            # "By the end of July" may be told as the month or as its last day.
            right = wanted.startswith(day) or day.startswith(wanted)
            self._told("agreement due", right, row, f"{one.due} for {wanted}")
        if set(row.get("flags", ())) != set(one.flags):
            self._note("agreement flags", str(list(one.flags)), row)

    def _people(self) -> None:
        gold = [(row["id"], row["office"], row["of"]) for row in self.gold.rows["person"]]
        said = [(p.id, o.office, o.of) for p in self.found.people for o in p.offices] + [
            (p.id, "", "") for p in self.found.people if not p.offices
        ]
        left = list(dict.fromkeys(said))
        total = len(left)
        hits = 0
        for one in gold:
            match = next(
                (
                    n
                    for n, o in enumerate(left)
                    if self.same(one[0], o[0]) and one[1:] == tuple(x or "" for x in o[1:])
                ),
                None,
            )
            if match is None:
                self.score.notes.append(f"{self.gold.name}: person missed {one}")
                continue
            hits += 1
            left.pop(match)
        self.score.add("people with office", self.language, hit=hits, said=total, gold=len(gold))
        self.score.notes += [f"{self.gold.name}: person false {one}" for one in left]

    # Notes

    def _told(self, what: str, right: bool, row: Row, told: str) -> None:
        self.score.right(what, self.language, right)
        if not right:
            self._note(what, told, row)

    def _note(self, what: str, told: str, row: Row, more: str = "") -> None:
        words = row["words"] if isinstance(row["words"], str) else " + ".join(row["words"])
        self.score.notes.append(f"{self.gold.name}: {what} {told} {more} [{words}]")

    def _false(self, what: str, told: str, spans: Iterable[Span]) -> None:
        words = " + ".join(span.of(self.gold.text) for span in spans).replace("\n", " ")
        self.score.notes.append(f"{self.gold.name}: {what} false {told} [{words}]")


def paired(gold: int, said: int, likeness: Callable[[int, int], float]) -> dict[int, int]:
    """Pairs of those that are alike at all, one to one, the likeliest first."""
    rated = [(likeness(a, b), a, b) for a in range(gold) for b in range(said)]
    pairs: dict[int, int] = {}
    for value, a, b in sorted(rated, key=lambda one: (-one[0], one[1], one[2])):
        if value > 0 and a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


def shared_words(gold: Sequence[Span], said: Sequence[Span]) -> float:
    """What two passages, each of one stretch or several, share of both together."""
    a, b = _points(gold), _points(said)
    return len(a & b) / max(1, len(a | b))


def overlap(gold: Sequence[Span], said: Sequence[Span]) -> float:
    """What two passages share of the shorter one."""
    a, b = _points(gold), _points(said)
    return len(a & b) / max(1, min(len(a), len(b)))


def _points(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _bare(text: str, span: Span) -> Span:
    """A stretch without signs and spaces at its ends: whether a full stop belongs to a quotation is taste."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _several(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _same_cue(row: Row, one: Statement) -> bool:
    gold, said = row.get("cue", ""), one.cue or ""
    return bool(gold and said) and (gold in said or said in gold)


def _names(meeting: Meeting) -> list[str]:
    return [p.person or p.name or p.office or p.side or "?" for p in meeting.participants]
