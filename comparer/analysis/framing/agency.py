"""Who did it is told on one side; the other tells it as happening, in the passive or by a noun."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import Participant, agent_of, likeness, patient_of
from comparer.analysis.events.words import Actors
from comparer.analysis.framing.deeds import Deeds
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Slot

# Of their passives nobody asks by whom.
_STATES = frozenset(
    {"involve", "base", "expect", "schedule", "concern", "know", "locate", "call", "name", "bear", "set", "associate"}
    | {"relate", "interest", "worry", "marry", "dress", "see", "need", "plan", "use", "find", "hold", "say", "tell"}
    | {"think", "believe", "report", "describe", "have", "get", "be", "want", "win", "play", "write", "include"}
    | {"publish", "release", "build", "found", "discover", "invite", "meet", "like", "love", "hear", "show", "ask"}
    | {"score", "announce", "consider", "understand", "measure", "record", "visit", "join", "follow", "watch"}
)
_WORK = frozenset(
    {"job", "post", "position", "worker", "employee", "staff", "workforce", "staffer", "mechanic", "miner"}
)
_TOWARDS = frozenset({"over", "at", "on", "into", "against", "of", "to", "off", "up", "down", "out", "away"})
_IRREGULAR = {
    "frozen": "freeze", "broken": "break", "stolen": "steal", "hidden": "hide", "beaten": "beat", "burnt": "burn",
    "shut": "shut", "cut": "cut", "torn": "tear", "shot": "shoot", "hurt": "hurt", "split": "split", "lost": "lose",
    "sunk": "sink", "sold": "sell", "torn down": "tear down", "gone": "go",
}  # fmt: skip
_MOST_EVENTS = 80
"""More are no sentence any more; keeps hostile text quick."""
_GIVE = frozenset(
    {
        "give",
        "administer",
        "feed",
        "serve",
        "hand",
        "issue",
        "send",
        "prescribe",
        "inject",
        "award",
        "sell",
        "pay",
        "grant",
    }
    | {"deal", "inflict", "impose", "offer", "assign", "allocate", "supply", "transfuse"}
)
_GET = frozenset({"receive", "get", "take", "swallow", "ingest", "obtain", "be given", "end up with", "be left with"})
_NOBODY = frozenset({"", "nothing", "something", "it", "this", "that", "which"})


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with the phrases that it can be looked up by, and what it happens to."""

    event: Event
    phrases: frozenset[str]
    themes: tuple[Participant, ...]


@dataclass(frozen=True)
class Agency:
    """Compares the deeds of one passage with the happenings of another."""

    deeds: Deeds
    are_same: Callable[[str, str], bool]
    """Whether two predicates are synonyms."""
    actors: Actors

    def compare(self, left: Passage, right: Passage, *, shown: Collection[Event] = ()) -> Iterator[Finding]:
        """Yield the deeds of either side that the other tells without the one who does it.

        Events in `shown` are set against each other already.
        """
        if max(len(left.events), len(right.events)) > _MOST_EVENTS:
            return
        for here_is_left, here, there in ((True, left, right), (False, right, left)):
            done = [event for event in here.events if self._acts(event) and _is_done(event) and event not in shown]
            if not done:
                continue
            others = [_told(event, there) for event in there.events if not event.of_saying and event not in shown]
            for event in done:
                deed = _told(event, here)
                happening = next((one for one in others if self._hides(deed, one, here, there)), None)
                if happening is not None and not self._blamed(deed, there):
                    yield _finding(here, there, deed.event, happening.event, here_is_left=here_is_left)
                    return

    def _acts(self, event: Event) -> bool:
        """True where somebody or something that people answer for does it."""
        if event.agent is None or event.agent_kind == "clause" or event.agent_head in _NOBODY:
            return False
        head = event.agent_head.lower()
        return head not in self.deeds.nature and head not in self.deeds.weapons

    def _hides(self, deed: _Told, other: _Told, here: Passage, there: Passage) -> bool:
        event = other.event
        if event.negated != deed.event.negated or event.modality != deed.event.modality or self._suffers(deed, event):
            return False
        if self._by_weapon(deed, other) or self._unrest(deed, other):
            return True
        if event.agent is None and not event.predicate.startswith("be "):
            return self._same_deed(deed, other, here) and self._finite(event, there)
        if event.predicate in _GET and deed.event.predicate in _GIVE:
            # "Nurses gave the twins the wrong syrup" beside "the twins got the wrong syrup"
            patients = patient_of(deed.event), patient_of(event)
            return likeness(*patients, self.actors) == "same" and event.agent_head.lower() in _heads(here)
        return self._same_theme(deed, other) and self._befalls(deed, other)

    def _suffers(self, deed: _Told, event: Event) -> bool:
        """True where it happens to the doer."""
        doer = agent_of(deed.event)
        roles = [agent_of(event), patient_of(event) if event.agent is None else None]
        return any(likeness(doer, role, self.actors) == "same" for role in roles)

    def _befalls(self, deed: _Told, other: _Told) -> bool:
        """The accounts "are frozen" that the bank froze; the families "left" that were evicted."""
        event = other.event
        if event.predicate.startswith("be ") and event.patient is None and _participle(event.predicate) in deed.phrases:
            return True
        does = event.patient is not None and event.predicate not in _SUFFERED
        return not does and not event.passive and self.deeds.shift(other.phrases, deed.phrases)

    def _same_deed(self, deed: _Told, other: _Told, here: Passage) -> bool:
        """The passive, or a noun, for the same deed: "was polluted", "the destruction of"."""
        one, two = deed.event.predicate, other.event.predicate
        if one in _STATES or two in _STATES:
            return False
        theme = self._same_theme(deed, other)
        if one == two or two in deed.phrases:
            return theme or any(role.head.lower() in _heads(here) for role in other.themes)
        if self.are_same(one, two):
            return theme
        related = self.deeds.one_deed(deed.phrases, other.phrases) or self.deeds.shift(other.phrases, deed.phrases)
        return theme and related

    def _finite(self, event: Event, passage: Passage) -> bool:
        """The letter "sent on Monday" leaves nobody out: it is no telling of its own."""
        if event.tense or event.nominal:
            return True
        return not any(one.tense for one in passage.events if one.claim == event.claim)

    def _same_theme(self, deed: _Told, other: _Told) -> bool:
        return any(self._one(ours, theirs) for ours in deed.themes for theirs in other.themes)

    def _one(self, ours: Participant, theirs: Participant) -> bool:
        if likeness(ours, theirs, self.actors) == "same":
            return True
        return bool(ours.head in _WORK and theirs.head in _WORK)

    def _by_weapon(self, deed: _Told, other: _Told) -> bool:
        """The shells that fell where the army shelled."""
        event = other.event
        if event.agent_head not in self.deeds.weapons or not deed.phrases & self.deeds.attack:
            return False
        if not other.phrases & self.deeds.fall_on:
            return False
        struck = {oblique.split(" ", 1)[1].lower() for oblique in event.obliques} | set(event.patient_words)
        aimed = {oblique.split(" ", 1)[1].lower() for oblique in deed.event.obliques} | set(deed.event.patient_words)
        return bool(struck & aimed)

    def _unrest(self, deed: _Told, other: _Told) -> bool:
        """The clash that broke out where the police attacked."""
        event = other.event
        happened = event.agent_head in self.deeds.unrest and other.phrases & self.deeds.breaks_out
        if not happened or event.patient is not None or not deed.phrases & self.deeds.assaults:
            return False
        around = {oblique.split(" ", 1)[1].lower() for oblique in event.obliques}
        where = {oblique.split(" ", 1)[1].lower() for oblique in deed.event.obliques} | set(deed.event.patient_words)
        return bool(around & where)

    def _blamed(self, deed: _Told, there: Passage) -> bool:
        """True where the other side names the doer for a deed of the kind after all."""
        doer = agent_of(deed.event)
        for event in there.events:
            if not self._acts(event):
                continue
            kind = self.deeds.one_deed(_told(event, there).phrases, deed.phrases)
            same = likeness(doer, agent_of(event), self.actors) != "other"
            if same and (kind or self.are_same(event.predicate, deed.event.predicate)):
                return True
        return False


def _is_done(event: Event) -> bool:
    return not event.of_saying and not event.nominal and event.predicate.split()[0] not in _NOT_DONE


_NOT_DONE = frozenset({"be", "have", "become", "seem", "remain", "stay", "die", "fall", "live", "lie"})


def _told(event: Event, passage: Passage) -> _Told:
    verb = _participle(event.predicate)
    behind = passage.reading.text[event.end : event.end + 24].split()
    phrases = {verb, verb.split(" ")[0]} if verb.split(" ")[0] == "be" else {verb}
    phrases |= {f"{verb} {word.strip('.,;:').lower()}" for word in behind[:1]}
    if event.patient_head:
        phrases.add(f"{verb} {event.patient_head}")
    if event.agent_head and event.agent_kind == "noun":
        phrases.add(f"{event.agent_head} {verb}")
    if event.passive and event.agent is None and event.patient_head:
        phrases.add(f"{event.patient_head} {verb}")
    return _Told(event, frozenset(phrases | set(_with_prepositions(event))), _themes(event))


def _participle(predicate: str) -> str:
    """Return "freeze" for "be frozen", which the parser takes for a state; other predicates as they are."""
    state = predicate.removeprefix("be ")
    if state == predicate:
        return predicate
    regular = (
        state.removesuffix("d") if state.endswith(("sed", "ged", "ved", "ced", "led")) else state.removesuffix("ed")
    )
    return _IRREGULAR.get(state) or (regular if state.endswith("ed") else predicate)


def _with_prepositions(event: Event) -> Iterator[str]:
    for oblique in event.obliques:
        yield f"{event.predicate} {oblique.split(' ', 1)[0]}"


def _themes(event: Event) -> tuple[Participant, ...]:
    """To whom it happens: the object; else the subject, and what follows "ran over", "fired at"."""
    found = [patient_of(event)]
    if not event.passive and event.agent is not None and (event.patient is None or event.predicate in _SUFFERED):
        found.append(agent_of(event))
    elif not event.passive:
        found.append(None)
    for oblique in event.obliques:
        word, head = oblique.split(" ", 1)
        if word in _TOWARDS:
            found.append(Participant(head.lower(), (head.lower(),), "noun"))
    return tuple(one for one in found if one is not None and one.head)


_SUFFERED = frozenset(
    {"lose", "leave", "suffer", "sustain", "flee", "have", "vacate", "abandon", "miss", "lack", "break"}
)


def _heads(passage: Passage) -> set[str]:
    """The words of the passage, plurals cut short: "children" for "child"."""
    words = {word.strip(".,;:'\"").lower() for word in passage.text.split()}
    lemmas = {token.lemma for token in passage.tokens}
    return words | lemmas | {word.removesuffix(end) for word in words for end in ("s", "es", "ren")}


def _finding(here: Passage, there: Passage, deed: Event, other: Event, *, here_is_left: bool) -> Finding:
    first, second = ("Left", "right") if here_is_left else ("Right", "left")
    doer = here.reading.text[slice(*deed.agent)] if deed.agent else ""
    mine, theirs = (excerpt(here.reading, deed),), (excerpt(there.reading, other),)
    words = f"{first} says who did it (“{doer}”); {second} does not (“{theirs[0].text}”)."
    return Finding(
        "agency",
        "differs",
        mine if here_is_left else theirs,
        theirs if here_is_left else mine,
        words,
        slot=Slot("who does it", doer if here_is_left else "not said", "not said" if here_is_left else doer, "differs"),
        confirmed=True,
    )
