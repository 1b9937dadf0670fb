"""Times are found with their offsets, resolved against the day of publication, and nothing else is taken for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.report import Time
from comparer.analysis.times.read import publication_day, read_times

PUBLISHED = "2025-06-12"  # a Thursday
MARKED = re.compile(r"\[([^\]]*)\]")

# The expression in brackets; the days it means, "first/last" or one day; the precision.
DATES = [
    ("The ferry sank on [Wednesday].", "2025-06-11", "day"),
    ("The ferry sank on [Thursday].", "2025-06-12", "day"),
    ("The ferry sank on [Friday].", "2025-06-06", "day"),
    ("The ferry sank [last Friday].", "2025-06-06", "day"),
    ("The ferry sank [last Thursday].", "2025-06-05", "day"),
    ("The choir will sing on [Friday].", "2025-06-13", "day"),
    ("The choir will sing [next Thursday].", "2025-06-19", "day"),
    ("The dam burst on [April 9].", "2025-04-09", "day"),
    ("The dam burst on [9 April].", "2025-04-09", "day"),
    ("The dam burst on [the 9th of April].", "2025-04-09", "day"),
    ("The dam burst on [April 9, 2023].", "2023-04-09", "day"),
    ("The dam burst on [9 April 2023].", "2023-04-09", "day"),
    ("The dam burst on [Apr. 9, 2023].", "2023-04-09", "day"),
    ("The dam burst on [2023-04-09].", "2023-04-09", "day"),
    ("The dam burst on [09.04.2023].", "2023-04-09", "day"),
    ("The dam burst on [25/04/2023].", "2023-04-25", "day"),
    ("The dam burst on [04/25/2023].", "2023-04-25", "day"),
    ("The dam burst on [Monday, 9 June].", "2025-06-09", "day"),
    ("The dam burst on [Tuesday, April 8, 2025].", "2025-04-08", "day"),
    ("The dam burst on [November 30].", "2024-11-30", "day"),
    ("The festival will open on [November 30].", "2025-11-30", "day"),
    ("The vote is expected on [June 20].", "2025-06-20", "day"),
    ("Ahead of a vote on [June 20], the party split.", "2025-06-20", "day"),
    ("The mill burned [yesterday].", "2025-06-11", "day"),
    ("The mill burned [the day before yesterday].", "2025-06-10", "day"),
    ("The court will sit [tomorrow].", "2025-06-13", "day"),
    ("The mayor resigned [today].", "2025-06-12", "day"),
    ("The shop was robbed [three days ago].", "2025-06-09", "day"),
    ("The shop was robbed [two weeks ago].", "2025-05-26/2025-06-01", "week"),
    ("The shop was robbed [a month ago].", "2025-04-27/2025-05-27", "month"),
    ("The shop was robbed [five years ago].", "2020-01-01/2020-12-31", "year"),
    ("The shop was robbed [several days ago].", "2025-06-03/2025-06-09", "span"),
    ("Prices rose [this week].", "2025-06-09/2025-06-15", "week"),
    ("Prices rose [last week].", "2025-06-02/2025-06-08", "week"),
    ("Prices rose [last month].", "2025-05-01/2025-05-31", "month"),
    ("Prices rose [last year].", "2024-01-01/2024-12-31", "year"),
    ("Prices will rise [next year].", "2026-01-01/2026-12-31", "year"),
    ("Prices rose [earlier this week].", "2025-06-09/2025-06-12", "week"),
    ("Prices rose [earlier this year].", "2025-01-01/2025-06-12", "year"),
    ("Prices will rise [later this month].", "2025-06-12/2025-06-30", "month"),
    ("Cars burned over [the weekend].", "2025-06-07/2025-06-08", "week"),
    ("The bridge opened in [September 2024].", "2024-09-01/2024-09-30", "month"),
    ("The bridge opened in [September].", "2024-09-01/2024-09-30", "month"),
    ("The bridge opened [last September].", "2024-09-01/2024-09-30", "month"),
    ("The bridge opened in [May].", "2025-05-01/2025-05-31", "month"),
    ("The bridge will open in [August].", "2025-08-01/2025-08-31", "month"),
    ("The bridge opened in [September of last year].", "2024-09-01/2024-09-30", "month"),
    ("The bridge opened in [early September 2024].", "2024-09-01/2024-09-13", "month"),
    ("The bridge opened in [late September 2024].", "2024-09-18/2024-09-30", "month"),
    ("The bridge opened in [mid-May].", "2025-05-10/2025-05-22", "month"),
    ("The pact was signed in [2014].", "2014-01-01/2014-12-31", "year"),
    ("The pact was signed in [late 2014].", "2014-08-07/2014-12-31", "year"),
    ("The pact was signed at [the end of 2014].", "2014-10-19/2014-12-31", "year"),
    ("The pact was signed in [the last week of June 2014].", "2014-06-24/2014-06-30", "span"),
    ("The pact was signed on [the last day of May 2014].", "2014-05-31", "day"),
    ("The pact ended the [2014] war.", "2014-01-01/2014-12-31", "year"),
    ("The pact was signed in [the 1990s].", "1990-01-01/1999-12-31", "decade"),
    ("She left [last fall].", "2024-09-01/2024-12-22", "season"),
    ("She left in the [spring of 2021].", "2021-03-01/2021-06-21", "season"),
    ("She left in [summer 2021].", "2021-06-01/2021-09-21", "season"),
    ("Profits fell in [the first quarter].", "2025-01-01/2025-03-31", "span"),
    ("Profits fell in [the third quarter of 2024].", "2024-07-01/2024-09-30", "span"),
    ("Sales grew in [the first half of 2024].", "2024-01-01/2024-06-30", "span"),
    ("The shop was shut on [Christmas Day].", "2024-12-25", "day"),
    ("The shop was shut on [Easter Monday].", "2025-04-21", "day"),
    ("Orsa won the cup in the [2011-12 season].", "2011-07-01/2012-06-30", "span"),
    ("The levy rose in the [2023/24 tax year].", "2023-04-01/2024-03-31", "span"),
    ("The pact was signed in [the late sixties].", "1965-12-31/1969-12-31", "decade"),
    ("The shop was shut on [Easter Sunday 2008].", "2008-03-23", "day"),
    ("The shop was shut on [Good Friday, 2019].", "2019-04-19", "day"),
    ("The shop was shut at [Easter].", "2025-04-18/2025-04-21", "span"),
    ("The shop was shut over [Christmas].", "2024-12-24/2024-12-26", "day"),
    ("The shop was shut on [Whit Monday].", "2025-06-09", "day"),
    ("The fair opened on [the first Sunday of May].", "2025-05-04", "day"),
    ("The fair opened on [the last Friday in May 2023].", "2023-05-26", "day"),
    ("The fair will open in [the first half of next year].", "2026-01-01/2026-06-30", "span"),
    ("The fair will open in [the third quarter of this year].", "2025-07-01/2025-09-30", "span"),
    ("She left in the [autumn of last year].", "2024-09-01/2024-12-22", "season"),
    ("The shop was shut on [New Year's Eve 2019].", "2019-12-31", "day"),
    ("The fair ran from [May 3 to May 5].", "2025-05-03/2025-05-05", "span"),
    ("The fair ran between [3 and 5 May].", "2025-05-03/2025-05-05", "span"),
    ("The fair ran [May 3-5].", "2025-05-03/2025-05-05", "span"),
    ("The fair ran from [Monday to Wednesday].", "2025-06-09/2025-06-11", "span"),
    ("He governed from [2014 to 2019].", "2014-01-01/2019-12-31", "span"),
    ("Rain fell in [the past three days].", "2025-06-09/2025-06-12", "span"),
    ("Rivers have risen in [recent weeks].", "2025-03-31/2025-06-12", "span"),
    ("The treaty dates from [February 29, 2024].", "2024-02-29", "day"),
    ("Posted [MONDAY, JUNE 9, 2025] by the desk.", "2025-06-09", "day"),
    ("The roof fell in [early 2023].", "2023-01-01/2023-05-27", "year"),
    ("The vote was postponed to [Monday].", "2025-06-16", "day"),
    ("The school reopens on [Monday].", "2025-06-16", "day"),
]

HOURS = [
    ("Rescuers arrived on [Tuesday night].", "2025-06-10", "18:00-30:00", "part of day"),
    ("Rescuers arrived [early on Wednesday].", "2025-06-11", "00:00-10:00", "part of day"),
    ("Rescuers arrived in the [early hours of Wednesday].", "2025-06-11", "00:00-06:00", "part of day"),
    ("Rescuers arrived [last night].", "2025-06-11", "18:00-30:00", "part of day"),
    ("Rescuers arrived [this morning].", "2025-06-12", "00:00-12:00", "part of day"),
    ("The roof fell at [3:15 p.m. on Tuesday].", "2025-06-10", "15:15-15:15", "minute"),
    ("The roof fell on [Tuesday at 3 pm].", "2025-06-10", "15:00-15:00", "hour"),
    ("The roof fell at [15:40 GMT on Tuesday].", "2025-06-10", "15:40-15:40 GMT", "minute"),
    ("The roof fell at [about 3 p.m. on Tuesday].", "2025-06-10", "14:00-16:00", "hour"),
    ("The roof fell at [noon on Tuesday].", "2025-06-10", "12:00-12:00", "hour"),
    ("On Tuesday the roof fell at [midnight].", "2025-06-10", "24:00-24:00", "hour"),
    ("The roof fell at [5.20 on Tuesday afternoon].", "2025-06-10", "17:20-17:20", "minute"),
    ("The roof fell at [5.50 on the evening of Tuesday].", "2025-06-10", "17:50-17:50", "minute"),
    ("The roof fell [yesterday morning at 5:40].", "2025-06-11", "05:40-05:40", "minute"),
    ("The roof fell on [Tuesday at half past nine].", "2025-06-10", "09:30-09:30 12h", "minute"),
    ("The roof fell on [Tuesday at twenty to nine in the evening].", "2025-06-10", "20:40-20:40", "minute"),
    ("The roof fell at [07.45 on Tuesday].", "2025-06-10", "07:45-07:45", "minute"),
    ("Rescuers arrived [late Sunday].", "2025-06-08", "18:00-26:00", "part of day"),
]

# What counts from another time of the text: the last bracket is the one meant.
ANCHORED = [
    ("The guards were paid on Monday. They fled [the following day].", "2025-06-10"),
    ("The guards were paid on Monday. They fled [that day].", "2025-06-09"),
    ("The guards were paid on Monday and fled [two days later].", "2025-06-11"),
    ("The guards fled on Wednesday, [a day earlier] than planned.", "2025-06-10"),
    ("The mayor said on Tuesday that the men had been held [the day before].", "2025-06-09"),
    ("The mayor claimed on June 9 that all was well, [one day after] announcing a leak.", "2025-06-08"),
    ("[Two days after] Monday's vote, the minister resigned.", "2025-06-11"),
    ("On June 3 the well ran dry. It filled again [a week later].", "2025-06-07/2025-06-13"),
]

UNRESOLVED = [
    ("The ferry sank on [Wednesday].", 2, None, None),
    ("The ferry sank on [April 9].", None, "04-09", None),
    ("The ferry sank on [Wednesday, April 9].", 2, "04-09", None),
    ("The ferry sank in [April].", None, "04", None),
    ("The ferry sank in [the first week of April].", None, "04-01/04-07", None),
    ("The ferry sank on [the last Sunday of April].", 6, "04-24/04-30", None),
    ("The ferry sank on [Easter Monday].", 0, "03-23/04-26", None),
    ("The ferry sank in [late April].", None, "04-18/04-30", None),
    ("The ferry will sail in the [spring].", None, "03-01/06-21", "+0 spring"),
    ("The ferry will sail in [the second quarter of next year].", None, "04-01/06-30", "+1 year"),
    ("The ferry sank [last week].", None, None, "-1 week"),
    ("The ferry sank [yesterday].", None, None, "-1 day"),
    ("The ferry sank on Wednesday. It was raised [the next day].", 3, None, None),
    ("The ferry sank on April 30. It was raised [the next day].", None, "05-01", None),
    ("[Two days after] the vote, the ferry sank.", None, None, "+2 day after vote"),
]

NOT_TIMES = [
    "The war has lasted for three years.",
    "The three-year war ruined the harvest.",
    "It may rain on the parade.",
    "Theresa May met the miners.",
    "Protesters march on the capital.",
    "The March for Bread drew crowds.",
    "Judge August Kell heard the case.",
    "April Tarn won the race.",
    "The Sunday Times praised the cook.",
    "They play in the second division.",
    "She came second in the race.",
    "A second list holds more names.",
    "The mill employs 2014 people.",
    "The road is 1900 metres long.",
    "The boat cost $1995.",
    "He is 45 and has two children.",
    "She is in her 60s.",
    "He ran the race in 2:15:30.",
    "The team won 3-1.",
    "Halvik beat Orsa 24:22.",
    "The law fills 2,024 pages.",
    "Call 555-2019 for help.",
    "The new Model 2000 sells well.",
    "The jury heard Article 9 and Chapter 11.",
    "The fall of the regime surprised them.",
    "They spring from their beds.",
    "The Autumn Leaves cafe closed.",
    "He will take a second look.",
    "The week was long, and every day is hard.",
    "The ten-day strike hurt the port.",
    "Sales fell by 20 percent.",
    "Mr. Sun sold the factory.",
    "A night watchman found the door open.",
    "The morning shift went home.",
    "The day care center is closed.",
    "Version 3.12.1 fixes the fault.",
    "She scored in the second half.",
    "The team trailed in the fourth quarter.",
    "He lives at 1984 Mill Road.",
    "It took a year to build.",
    "The Winter Palace reopened.",
    "The visitors need a month of rest.",
    "The contract runs for 18 months.",
    "Sat Verma runs the bakery.",
    "The Mon people live by the river.",
    "He has worked nights since childhood.",
    "Every Tuesdayish rumour was false.",
    "The dates were sweet and the hours long.",
    "Flight 1808 was late.",
    "The price fell from 2000 to 1800 dollars a tonne.",
    "The choir rehearses weekly.",
    "Daylight saving is disliked.",
    "She stood outside for nine minutes before coming back.",
    "It will rain over the next day or two.",
    "The midnight rules were dropped.",
    "They watched World News Tonight.",
    "The bill passed by five to three.",
    "The odds are ten to one.",
    "Shares closed at 7.45 dollars.",
    "The Good Friday Agreement ended the war.",
    "She bought a Christmas tree and an Easter egg.",
    "The Easter Rising failed.",
]

BOUNDS = [
    ("The road has been closed since March.", "since"),
    ("The road was closed until Friday.", "until"),
    ("Workers must leave by Friday.", "by"),
    ("Workers must leave no later than Friday.", "by"),
    ("Workers must leave on Friday at the latest.", "by"),
    ("The road will open in May at the earliest.", "after"),
    ("Nobody lived there before 1950.", "before"),
    ("The court will give no verdict before 2031.", "after"),
    ("Nobody lived there after 1950.", "after"),
    ("The road was closed on Friday.", "at"),
    ("The minister left after Tuesday's vote.", "at"),
]

ATTACHED = [
    ("The mayor said on Tuesday that the dam burst.", ("say",), True),
    ("On Tuesday the mayor said that the dam burst.", ("say",), True),
    ("The dam burst on Tuesday, the mayor said.", ("burst",), False),
    ("In a statement on Tuesday, the mayor denied it.", ("statement",), True),
    ("Tuesday's vote ended the row.", ("vote",), False),
    ("Two men were seized on Tuesday.", ("seize",), False),
]


def read_one(nlp: Language, marked: str, published: str | None) -> Time:
    """Read the marked sentence and return the time that stands where its last bracket does."""
    wanted = list(MARKED.finditer(marked))[-1]
    start = wanted.start() - 2 * marked[: wanted.start()].count("[")
    times = read_times(nlp(MARKED.sub(r"\1", marked)), published=published)
    found = [time for time in times if (time.start, time.end) == (start, start + len(wanted[1]))]
    assert found, [(time.start, time.end) for time in times]
    return found[0]


@pytest.mark.parametrize(("marked", "days", "precision"), DATES)
def test_read_times_resolves_dates(nlp: Language, marked: str, days: str, precision: str) -> None:
    time = read_one(nlp, marked, PUBLISHED)
    first, _, last = days.partition("/")
    assert (time.earliest, time.latest, time.precision) == (first, last or first, precision)


@pytest.mark.parametrize(("marked", "day", "clock", "precision"), HOURS)
def test_read_times_keeps_the_hour(nlp: Language, marked: str, day: str, clock: str, precision: str) -> None:
    time = read_one(nlp, marked, PUBLISHED)
    assert (time.earliest, time.latest, time.clock, time.precision) == (day, day, clock, precision)


@pytest.mark.parametrize(("marked", "days"), ANCHORED)
def test_read_times_counts_from_another_time(nlp: Language, marked: str, days: str) -> None:
    time = read_one(nlp, marked, PUBLISHED)
    first, _, last = days.partition("/")
    assert (time.earliest, time.latest) == (first, last or first)


@pytest.mark.parametrize(("marked", "weekday", "month_day", "relative"), UNRESOLVED)
def test_read_times_without_a_publication_date_keeps_what_is_named(
    nlp: Language, marked: str, weekday: int | None, month_day: str | None, relative: str | None
) -> None:
    time = read_one(nlp, marked, None)
    assert (time.earliest, time.latest) == (None, None)
    assert (time.weekday, time.month_day, time.relative) == (weekday, month_day, relative)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_read_times_leaves_other_words_alone(nlp: Language, text: str) -> None:
    assert [text[time.start : time.end] for time in read_times(nlp(text), published=PUBLISHED)] == []


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_read_times_tells_limits_from_moments(nlp: Language, text: str, bound: str) -> None:
    assert [time.bound for time in read_times(nlp(text), published=PUBLISHED)] == [bound]


@pytest.mark.parametrize(("text", "events", "of_saying"), ATTACHED)
def test_read_times_tells_what_a_time_belongs_to(
    nlp: Language,
    text: str,
    events: tuple[str, ...],
    of_saying: bool,  # noqa: FBT001
) -> None:
    (time,) = read_times(nlp(text), published=PUBLISHED)
    assert (time.events, time.of_saying) == (events, of_saying)


def test_publication_day_takes_a_date_with_or_without_a_time() -> None:
    assert str(publication_day("2025-06-12T08:00:00Z")) == "2025-06-12"
    assert publication_day("yesterday") is publication_day(None) is None


WORDS = st.sampled_from([
    "on", "in", "since", "Monday", "last", "May", "2024", "9", "April", "the", "following", "day", "two", "days", "after",
    "before", "night", "3 p.m.", "-", ",", ".", "’s", "until", "from", "to", "31", "February", "century", "9999", "year ago",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=20).map(" ".join)))
def test_read_times_never_fails_and_stays_inside_the_text(nlp: Language, text: str) -> None:
    end = 0
    for time in read_times(nlp(text), published=PUBLISHED):
        assert end <= time.start < time.end <= len(text)
        assert (time.earliest or "") <= (time.latest or "")
        end = time.end
