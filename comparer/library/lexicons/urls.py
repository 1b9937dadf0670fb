"""Addresses of the word lists."""

from __future__ import annotations

from django.urls import path

from comparer.library.lexicons.views import (
    library_lexicon,
    word_draft,
    word_leave,
    words_outcome,
    words_stop,
    words_to_work,
    words_trial,
    words_try,
    words_try_whole,
)

urlpatterns = [
    path("lexicon/", library_lexicon, name="library_lexicon"),
    path("lexicon/trial/", words_trial, name="words_trial"),
    path("lexicon/try/", words_try, name="words_try"),
    path("lexicon/try-whole/", words_try_whole, name="words_try_whole"),
    path("lexicon/stop/", words_stop, name="words_stop"),
    path("lexicon/what-would-change.csv", words_outcome, name="words_outcome"),
    path("lexicon/to-work/", words_to_work, name="words_to_work"),
    path("lexicon/<slug:part>/draft/", word_draft, name="word_draft"),
    path("lexicon/changes/<int:number>/leave/", word_leave, name="word_leave"),
]
