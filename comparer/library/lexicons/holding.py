"""Which pieces hold a word that a change is about: only these can be marked otherwise, and need be read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from django.db.models import Q

from comparer.library.finding.models import ItemVector, ItemWords
from comparer.library.finding.traits import number_of
from comparer.library.lexicons.models import Part, WordChange


def changed_words() -> list[str]:
    """Return the words that the drafts bring or take back, but names of people and bodies: these make no marks."""
    drafted = WordChange.objects.drafted().filter(is_leaving=False) | WordChange.objects.leaving()
    return sorted(set(drafted.exclude(part=Part.PERSON).values_list("word", flat=True)))


def holders(pks: Sequence[int], words: Iterable[str]) -> set[int]:
    """Return those of the pieces that hold one of the words, as it stands or as the dictionary form of one of theirs."""
    words = list(words)
    if not words:
        return set()
    stands = Q(pk__in=[])
    for word in words:
        stands |= Q(title__icontains=word) | Q(text__icontains=word)
    found = set(ItemWords.objects.filter(stands, pk__in=pks).values_list("pk", flat=True))
    numbers = np.array([number_of(word.lower(), is_name=name) for word in words for name in (False, True)], dtype="<u4")
    for pk, terms in ItemVector.objects.filter(pk__in=pks).values_list("pk", "terms"):
        if np.isin(numbers, np.frombuffer(bytes(terms), dtype="<u4"), assume_unique=False).any():
            found.add(pk)
    return found
