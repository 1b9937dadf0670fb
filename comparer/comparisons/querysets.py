from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Self

from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from comparer.comparisons.sharing.models import Invitation, Role
from comparer.comparisons.states import State, Trouble
from comparer.library.owned import OwnedQuerySet
from comparer.web.people import Person

if TYPE_CHECKING:
    from comparer.comparisons.models import Comparison  # noqa: F401 -- names the rows, in quotes below

Whose = Literal["", "mine", "shared"]
LONG_COLUMNS = tuple(f"{side}__{column}" for side in ("left", "right") for column in ("raw", "file_bytes", "reading"))


class ComparisonQuerySet(OwnedQuerySet["Comparison"]):
    def live(self) -> Self:
        return self.filter(deleted__isnull=True)

    def deleted_since(self, moment: datetime) -> Self:
        """Deleted, last first, and not made anew in the meantime: what can be brought back."""
        same_person = Q(owner=OuterRef("owner")) | Q(owner__isnull=True, visitor=OuterRef("visitor"))
        anew = type(self)(self.model).live().filter(same_person, left=OuterRef("left"), right=OuterRef("right"))
        return self.filter(~Exists(anew), deleted__gte=moment).order_by("-deleted", "-pk")

    def done(self) -> Self:
        return self.filter(state=State.DONE)

    def visible_to(self, person: Person) -> Self:
        """What this person may open: their own, what others invited them to, and the worked example."""
        return (self.of(person) | self.shared_with(person) | self.filter(is_example=True)).live()

    def editable_by(self, person: Person) -> Self:
        """What this person may correct: their own, and what they were invited to as an editor."""
        return (self.of(person) | self.shared_with(person, role=Role.EDITOR)).live()

    def shared_with(self, person: Person, **invited: Any) -> Self:
        """What others invited this person to. `invited` narrows it: role=Role.EDITOR, is_hidden=False."""
        if person.user_id is None:
            return self.none()
        invitations = Invitation.objects.for_account(person.user_id).filter(**invited)
        return self.filter(pk__in=invitations.values("comparison"))

    def listed_for(self, person: Person, whose: Whose = "") -> Self:
        """What stands in this person's list, with `shared_by`: who else's it is, "" for one's own."""
        listed = {
            "": self.of(person) | self.shared_with(person, is_hidden=False),
            "mine": self.of(person),
            "shared": self.shared_with(person, is_hidden=False),
        }[whose]
        own = When(Q(owner__isnull=True) | Q(owner_id=person.user_id), then=Value(""))
        return listed.live().annotate(shared_by=Case(own, default=F("owner__username")))

    def matching(self, words: str) -> Self:
        """Rows that hold each of these words in their name, headlines or outlets."""
        found = self
        for word in words.split()[:8]:
            found = found.filter(
                Q(name__icontains=word)
                | Q(left__headline__icontains=word)
                | Q(right__headline__icontains=word)
                | Q(left__outlet__icontains=word)
                | Q(right__outlet__icontains=word)
            )
        return found

    def with_labels(self) -> Self:
        """With both articles in the same query, but not their texts."""
        return self.select_related("left", "right").defer(*LONG_COLUMNS)

    def for_list(self) -> Self:
        """With labels, without reports: one query whatever the number."""
        return self.with_labels().defer("report", "earlier_report")

    def claim(self, pk: int, *, at: datetime) -> bool:
        """Take a waiting comparison for one worker. False where another was quicker or nothing waits."""
        waiting = self.filter(pk=pk, state=State.QUEUED, deleted__isnull=True)
        return bool(waiting.update(state=State.RUNNING, step="", attempts=F("attempts") + 1, heartbeat=at, updated=at))

    def give_up(self, trouble: Trouble, *, at: datetime) -> bool:
        """Mark as failed; where it was being compared again, the report it had comes back. False where none is left."""
        had_one = self.exclude(earlier_report="").update(
            state=State.DONE, step="", report=F("earlier_report"), earlier_report="", again_trouble=trouble, updated=at
        )
        failed = self.filter(earlier_report="").update(state=State.FAILED, step="", trouble=trouble, updated=at)
        return bool(had_one + failed)

    def silent_since(self, moment: datetime, *, waiting_since: datetime) -> Self:
        """Under way without a sign of life: begun and silent since `moment`, or never begun since `waiting_since`."""
        return self.live().filter(
            Q(state=State.RUNNING, heartbeat__lt=moment) | Q(state=State.QUEUED, heartbeat__lt=waiting_since)
        )
