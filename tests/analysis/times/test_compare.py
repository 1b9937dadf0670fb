"""Times of two passages: the same event's times agree, fit or conflict; other events' times are left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.report import Time
from comparer.analysis.times.compare import TimeMatch, compare_times
from comparer.analysis.times.intervals import relate
from comparer.analysis.times.read import read_times

PUBLISHED = "2025-06-12"  # a Thursday

# Left, right, the verdicts in order; both published on the same Thursday.
SAME_DAY = [
    ("The dam burst on Wednesday.", "The dam burst on Wednesday.", ["same"]),
    ("The dam burst on Wednesday.", "The dam burst on June 11.", ["same"]),
    ("The dam burst on Wednesday.", "The dam burst on 11 June 2025.", ["same"]),
    ("The dam burst yesterday.", "The dam burst on Wednesday.", ["same"]),
    ("The dam burst on Wednesday.", "The dam burst on Tuesday.", ["conflict"]),
    ("The dam burst on June 10.", "The dam burst on June 11.", ["conflict"]),
    ("The dam burst on Wednesday.", "The dam burst on June 10.", ["conflict"]),
    ("The dam burst yesterday.", "The dam burst on Monday.", ["conflict"]),
    ("The dam burst today.", "The dam burst yesterday.", ["conflict"]),
    ("The dam burst this week.", "The dam burst on Tuesday.", ["compatible"]),
    ("The dam burst this month.", "The dam burst on June 3.", ["compatible"]),
    ("The dam burst last month.", "The dam burst on June 3.", ["conflict"]),
    ("The dam burst in June.", "The dam burst on 11 June 2025.", ["compatible"]),
    ("The dam burst in May.", "The dam burst on 11 June 2025.", ["conflict"]),
    ("The dam burst in 2025.", "The dam burst on Monday.", ["compatible"]),
    ("The dam burst in 2024.", "The dam burst in March 2024.", ["compatible"]),
    ("The dam burst in 2023.", "The dam burst in March 2024.", ["conflict"]),
    ("The pact was signed in 2014.", "The pact was signed in 2022.", ["conflict"]),
    ("The pact was signed in the 1990s.", "The pact was signed in 1994.", ["compatible"]),
    ("The pact was signed in the 1990s.", "The pact was signed in 1984.", ["conflict"]),
    ("The pact was signed last fall.", "The pact was signed in October 2024.", ["compatible"]),
    ("The pact was signed last fall.", "The pact was signed in March 2024.", ["conflict"]),
    ("The pact was signed in early May.", "The pact was signed on May 6.", ["compatible"]),
    ("The pact was signed in early May.", "The pact was signed on May 28.", ["conflict"]),
    ("The pact was signed two weeks ago.", "The pact was signed on May 30.", ["compatible"]),
    ("The pact was signed two weeks ago.", "The pact was signed on April 2.", ["conflict"]),
    ("Profits fell in the first quarter.", "Profits fell in February.", ["compatible"]),
    ("The fair ran from May 3 to May 5.", "The fair ran until May 5.", ["compatible"]),
    ("The fair ran from May 3 to May 5.", "The fair ran from May 3 to May 5, 2025.", ["same"]),
    ("The roof fell on Tuesday night.", "The roof fell on Tuesday.", ["compatible"]),
    ("The roof fell on Tuesday night.", "The roof fell early on Wednesday.", ["compatible"]),
    ("The roof fell on Tuesday night.", "The roof fell on Tuesday morning.", ["conflict"]),
    ("The roof fell on Tuesday night.", "The roof fell on Thursday morning.", ["conflict"]),
    ("The roof fell on Tuesday night.", "The roof fell early Wednesday morning.", ["compatible"]),
    ("The roof fell on Tuesday evening.", "The roof fell on Wednesday morning.", ["conflict"]),
    ("The roof fell on Tuesday morning.", "The roof fell on Wednesday night.", ["conflict"]),
    ("The trial took place on Monday.", "The trial began on Tuesday.", ["conflict"]),
    ("The cup was stolen in the night from Saturday to Sunday.", "The cup was stolen on Tuesday.", ["conflict"]),
    ("The cup was stolen in the night from Monday to Tuesday.", "The cup was stolen early on Tuesday.", ["compatible"]),
    ("The cup was stolen overnight from Friday to Saturday.", "The cup was stolen on Sunday night.", ["conflict"]),
    ("The fair ran from Saturday to Sunday.", "The fair ran on Sunday.", ["compatible"]),
    ("A second swap is planned for early July.", "The next swap is expected before the end of June.", ["conflict"]),
    ("The two leaders met on Sunday.", "The two leaders met on Thursday in their latest attempt at a deal.", []),
    ("The two leaders met on Sunday.", "The two leaders met on Thursday for the second time.", []),
    ("The dam burst again on Tuesday.", "The dam burst on Wednesday.", []),
    ("The museum is to open in 2031.", "The museum will not open before 2032.", ["conflict"]),
    ("The museum is to open in 2033.", "The museum will not open before 2032.", ["compatible"]),
    ("The bridge will open in July.", "The bridge won't open until September.", ["conflict"]),
    ("The bridge will open in September.", "The bridge won't open until September.", ["compatible"]),
    ("The roof fell at 3 p.m. on Tuesday.", "The roof fell at 3:15 p.m. on Tuesday.", ["compatible"]),
    ("The roof fell at 3 p.m. on Tuesday.", "The roof fell on Tuesday afternoon.", ["compatible"]),
    ("The roof fell at 3 p.m. on Tuesday.", "The roof fell at 6 p.m. on Tuesday.", ["conflict"]),
    ("The roof fell at 15:00 GMT.", "The roof fell at 6 p.m. local time.", ["compatible"]),
    ("The roof fell at noon.", "The roof fell at 12 p.m.", ["same"]),
    ("The road has been closed since March.", "The road closed in March.", ["compatible"]),
    ("The road has been closed since March.", "The road has been closed since April.", ["conflict"]),
    ("Workers must leave by Friday.", "Workers must leave by Monday.", ["conflict"]),
    ("Two men were arrested on Monday.", "The arrest of two men on Monday ended the hunt.", ["same"]),
    ("Two men were arrested on Monday.", "The arrest of two men on Tuesday ended the hunt.", ["conflict"]),
    ("The minister resigned on Monday.", "Her resignation on Tuesday stunned the party.", ["conflict"]),
    ("The bank said on Tuesday that it lost money.", "The bank said on Monday that it lost money.", ["conflict"]),
    ("The bank said on Tuesday that it lost money.", "It lost money, the bank said on Tuesday.", ["same"]),
    ("The dam burst on Monday and was mended on Wednesday.", "The dam was mended on Wednesday.", ["same"]),
    ("The dam burst on Monday and was mended on Wednesday.", "The dam was mended on Tuesday.", ["conflict"]),
    ("The dam burst on Monday and on Tuesday.", "The dam burst on Tuesday.", ["same"]),
    ("Twelve men were held on Monday.", "Police rounded up twelve men on Tuesday.", ["conflict"]),
]

# Times that are not of the same thing, or cannot be held against each other.
LEFT_ALONE = [
    ("Ada Holt hosted the Orsa Awards in 2007.", "Ada Holt to Host Orsa Awards in 2034"),
    ("Ada Holt hosted the Orsa Awards in 2007.", "Ada Holt will host the Orsa Awards in 2034."),
    ("The trial took place on Monday.", "He was shot at the mill on Saturday and died on Sunday."),
    ("The mayor said on Tuesday that the dam burst.", "The dam burst on Monday."),
    ("The dam burst on Monday, the mayor said.", "The mayor said on Tuesday that the dam burst."),
    ("The dam burst on Monday.", "In a statement on Tuesday, the mayor told of the dam."),
    ("The dam burst.", "The dam burst on Monday."),
    ("The war has lasted three years.", "The war began in 2022."),
    ("Tuesday's vote ended a row that began on Monday.", "The mill was sold in 1998 and razed in 2004."),
    ("The ministry denied it on Wednesday.", "The men were seized on Tuesday."),
    ("The 2014 law was repealed on Monday.", "A bridge opened in 1998 was razed on Friday."),
]

# Without publication dates.
UNDATED = [
    ("He quit earlier this month.", "He quit last year.", ["conflict"]),
    ("He quit this week.", "He quit last month.", ["conflict"]),
    ("He quit last week.", "He quit last month.", ["compatible"]),
    ("He quit this month.", "He quit this year.", ["compatible"]),
    ("The dam burst on Tuesday.", "The dam burst on Wednesday.", ["conflict"]),
    ("The dam burst on Tuesday.", "The dam burst on Tuesday.", ["same"]),
    ("The dam burst on April 8.", "The dam burst on April 9.", ["conflict"]),
    ("The dam burst on April 8.", "The dam burst on 8 April.", ["same"]),
    ("The dam burst in April.", "The dam burst on April 9.", ["compatible"]),
    ("The dam burst in March.", "The dam burst on April 9.", ["conflict"]),
    ("The dam burst on Wednesday.", "The dam burst on April 9, 2025.", ["same"]),
    ("The dam burst on Tuesday.", "The dam burst on April 9, 2025.", ["conflict"]),
    ("The dam burst on Wednesday.", "The dam burst on April 9.", []),
    ("The dam burst yesterday.", "The dam burst on April 9.", []),
    ("The fair opens on the last Sunday of June.", "The fair opens on the first Sunday of June.", ["conflict"]),
    ("The fair opens on the last Sunday of June.", "The fair opens on the last Sunday in June.", ["same"]),
    ("The fair opens on the first Sunday of June.", "The fair opens on the first Friday of June.", ["conflict"]),
    ("The fair opens on the first Sunday of June.", "The fair opens on June 3.", ["compatible"]),
    ("The fair opens on the first Sunday of June.", "The fair opens on June 22.", ["conflict"]),
    ("The dam burst in the first week of June.", "The dam burst on the last day of June.", ["conflict"]),
    ("The dam burst in early June.", "The dam burst on 28 June.", ["conflict"]),
    ("The dam burst around 9 April.", "The dam burst on 10 April.", ["compatible"]),
    ("The dam burst on Easter Monday.", "The dam burst on 3 June.", ["conflict"]),
    ("The dam burst on Easter Monday.", "The dam burst on Good Friday.", ["conflict"]),
    ("The dam burst on Easter Monday.", "The dam burst on 10 April.", ["compatible"]),
    ("The dam burst on Easter Monday.", "The dam burst on 6 April 2026.", ["compatible"]),
    ("The dam burst at Easter.", "The dam burst at Christmas.", ["conflict"]),
    ("The dam burst over Christmas.", "The dam burst on 26 December.", ["compatible"]),
    ("The pool will open in the spring.", "The pool will open in October.", ["conflict"]),
    ("The pool will open in the spring.", "The pool will open in April.", ["compatible"]),
    ("The fort burned in the winter of that war.", "The fort burned in February.", []),
    ("The pool will open in the first half of next year.", "The pool will open late next year.", ["conflict"]),
    ("The pool will open in early next year.", "The pool will open late next year.", ["conflict"]),
    (
        "The merger was agreed in the first quarter of 2019.",
        "They agreed to merge in the third quarter of 2019.",
        ["conflict"],
    ),
    ("She quit less than a week after the vote.", "She quit three days after the vote.", []),
    ("She quit a week after the vote.", "She quit nine days after the vote.", ["compatible"]),
    ("She quit a week after the vote.", "She quit two weeks after the vote.", ["conflict"]),
    ("The dam burst last week.", "The dam burst last week.", ["same"]),
    ("The dam burst last year.", "The dam burst this year.", ["conflict"]),
    ("The dam burst last week.", "The dam burst last month.", ["compatible"]),
    ("The dam burst at 3 p.m.", "The dam burst at 6 p.m.", ["conflict"]),
    ("Two days after the vote, she quit.", "Three days after the vote, she quit.", ["conflict"]),
    ("Two days after the vote, she quit.", "Three days after the trial, she quit.", []),
    ("The dam burst on Tuesday morning.", "The dam burst on Tuesday evening.", ["conflict"]),
    ("The dam burst at half past one.", "The dam burst at a quarter past four.", ["conflict"]),
    ("The dam burst at 5.40 in the morning.", "The dam burst at 5.20 in the morning.", ["conflict"]),
    ("The dam burst at 4:18 a.m.", "The dam burst at a quarter past four in the morning.", ["compatible"]),
    ("The dam burst at nine in the morning.", "The dam burst at 9.20 in the morning.", ["compatible"]),
    ("The dam burst at half past one.", "The dam burst at 1.30 p.m.", ["compatible"]),
    ("The dam burst at half past one.", "The dam burst at 4 p.m.", ["conflict"]),
    ("The dam burst at five past nine.", "The dam burst at 9:05.", ["same"]),
    ("The dam burst at 8:30.", "The dam burst at 8:30 p.m.", ["compatible"]),
    ("The dam burst at 08.30.", "The dam burst at 8.30 in the evening.", ["conflict"]),
    ("The dam burst at 5.20 yesterday morning.", "The dam burst at 7:40 in the morning.", ["conflict"]),
    ("The dam burst at 1352 local time.", "The dam burst at ten past four in the afternoon.", ["conflict"]),
    ("The dam burst overnight.", "The dam burst at 2 a.m.", ["compatible"]),
]

# Left, its day of publication, right, its day of publication, verdicts.
OTHER_DAYS = [
    ("The dam burst yesterday.", "2025-06-12", "The dam burst on Wednesday.", "2025-06-14", ["same"]),
    ("The dam burst today.", "2025-06-11", "The dam burst yesterday.", "2025-06-12", ["same"]),
    ("The dam burst today.", "2025-06-11", "The dam burst today.", "2025-06-12", ["conflict"]),
    ("The dam burst last week.", "2025-06-12", "The dam burst this week.", "2025-06-05", ["same"]),
    ("The fair will open on Friday.", "2025-06-10", "The fair was moved to Monday.", "2025-06-12", ["update"]),
    ("The fair will open on June 20.", "2025-06-10", "The fair will open on June 27.", "2025-06-14", ["update"]),
    ("The fair will open on June 20.", "2025-06-10", "The fair will open on June 27.", "2025-06-10", ["conflict"]),
    (
        "The bank said on Monday that it lost money.",
        "2025-06-09",
        "The bank said on Wednesday that it lost money.",
        "2025-06-12",
        [],
    ),
    (
        "The bank said on Monday that it lost money.",
        "2025-06-12",
        "The bank said on Tuesday that it lost money.",
        "2025-06-12",
        ["conflict"],
    ),
    ("The fair opened on June 2.", "2025-06-10", "The fair opened on June 3.", "2025-06-14", ["conflict"]),
]


def compare(nlp: Language, left: str, right: str, left_day: str | None, right_day: str | None) -> tuple[TimeMatch, ...]:
    return compare_times(
        read_times(nlp(left), published=left_day),
        read_times(nlp(right), published=right_day),
        left_text=left,
        right_text=right,
        left_published=left_day,
        right_published=right_day,
    )


# Beginnings and ends, centuries, hours in words, counts and repeated occasions; no day of publication.
POINTS = [
    ("The miners have been on strike since Tuesday.", "The strike by the miners began on Friday.", ["conflict"]),
    ("The miners have been on strike since Tuesday.", "The miners walked out on Friday.", ["conflict"]),
    ("The miners have been on strike since Tuesday.", "The strike by the miners ended on Friday.", []),
    ("The miners called off the strike on Tuesday.", "The strike began on Friday.", []),
    ("The museum opened on 12 March.", "The museum has been open since 20 March.", ["conflict"]),
    ("The museum is open until 8 August.", "The museum closes on 8 August.", ["compatible"]),
    ("The fair runs until 8 August.", "The fair ends on 15 August.", ["conflict"]),
    ("The ban takes effect on 1 July.", "The bags are banned from 1 September.", ["conflict"]),
    ("The exchange began at 10 a.m. on Monday.", "The exchange took place at noon on Monday.", []),
    ("The keeper retired last spring.", "The keeper ended her career last autumn.", ["conflict"]),
    ("The bell was cast in the 15th century.", "The bell was cast in the 1730s.", ["conflict"]),
    ("The bell was cast in the 17th century.", "The bell was cast in 1644.", ["compatible"]),
    ("The bell was cast in the twelfth century.", "The bell was cast around 1480.", ["conflict"]),
    ("The dam was built in the 1950s.", "The dam dates from the 1970s.", ["conflict"]),
    ("She left at half past three in the morning.", "She left shortly after ten in the evening.", ["conflict"]),
    ("She left shortly before midnight.", "It was almost two in the morning when she left.", ["conflict"]),
    ("The truce began at midnight on Sunday.", "The truce began in the first minutes of Monday.", ["compatible"]),
    ("The roof fell on Tuesday night.", "The roof fell on Wednesday.", ["compatible"]),
    ("The roof fell on Tuesday night.", "The roof fell on Thursday.", ["conflict"]),
    ("By Tuesday 12 bodies had been found.", "By Friday 19 bodies had been found.", []),
    ("As of 1 March 210 cases were known.", "As of 15 March 388 cases were known.", []),
    ("The pilots struck in March.", "The pilots struck again in June.", []),
    ("Orsa beat Merrow on Saturday.", "Orsa beat Halvik on Tuesday.", []),
    ("Published at noon on Saturday", "Published at noon on Tuesday", []),
    ("12 June 2031 Last updated", "14 June 2031 Last updated", []),
    ("The first shots were fired on Monday.", "The last shots were fired on Thursday.", []),
    ("The convoy left on Monday.", "The convoy arrived on Thursday.", []),
    ("The court ordered the eviction on Monday.", "The eviction took place on Thursday.", []),
    ("Exports rose in May.", "Exports rose in June.", []),
    ("The embargo was lifted in 1996.", "The embargo ended in 1999.", ["conflict"]),
    ("Orsa last won the cup in 2003.", "Orsa won the cup in 1998.", []),
    ("Orsa last won the cup in 2003.", "Orsa won the cup in 2009.", ["conflict"]),
    ("She was first elected in 2004.", "She was elected in 2008.", []),
    ("The film opened in May.", "The film will open in July.", []),
    ("The film opened in July.", "The film will open in May.", ["update"]),
    ("Parliament voted on Monday.", "Parliament will vote on Thursday.", []),
    ("She was elected in 2004.", "She was re-elected in 2008.", []),
    ("The singer's first album came out in 1984.", "The singer's second album came out in 1987.", []),
    ("Turnout was higher than in 2016.", "Turnout was higher than in 2012.", []),
    ("Unemployment stood at 5 percent in May.", "Unemployment stood at 6 percent in June.", []),
    ("The mill was built in the sixties.", "The mill was built in 1964.", ["compatible"]),
    ("The mill was built in the sixties.", "The mill was built in the eighties.", ["conflict"]),
    ("The pool opened in spring.", "The pool opened in autumn.", ["conflict"]),
    ("The airport is closed until Friday.", "The airport will reopen on Monday.", ["conflict"]),
    ("The airport is closed until Friday.", "The airport will reopen on Saturday.", []),
    ("The airport was closed until Friday.", "The airport closed on Monday.", []),
    ("The airport has been closed since Friday.", "The airport will reopen on Monday.", []),
    ("Schools stay closed until 3 May.", "Schools will open again on 10 May.", ["conflict"]),
    ("The museum stays open until 8 August.", "The museum closes on 20 August.", ["conflict"]),
    ("The reporter was held until Tuesday.", "The reporter was released on Friday.", ["conflict"]),
    ("The reporter was detained on Tuesday.", "The reporter was released on Friday.", []),
    ("Ruth Hale has been mayor since 2015.", "Ruth Hale became mayor in 2018.", ["conflict"]),
    ("She ran the bank from 2003 to 2011.", "She ran the bank until 2014.", ["conflict"]),
    ("She ran the bank from 2003 to 2011.", "She ran the bank from 2003 to 2014.", ["conflict"]),
    ("She ran the bank from 2001 to 2011.", "She ran the bank from 2003 to 2011.", ["conflict"]),
    ("She ran the bank from 2003 to 2011.", "She ran the bank from March 2003 to 2011.", ["compatible"]),
    ("She ran the bank from 2003 to 2011.", "She ran the bank until 2011.", ["compatible"]),
    ("She has run the bank since 2005.", "She ran the bank from 2003 to 2011.", ["conflict"]),
    ("Coal will be phased out by 2030.", "Coal will be phased out in 2028.", ["compatible"]),
    ("Coal will be phased out by 2030.", "Coal will be phased out in 2034.", ["conflict"]),
    ("Coal will be phased out by 2030.", "Coal will be phased out in 2038 at the latest.", ["conflict"]),
    ("The bridge will reopen no later than May.", "The bridge will reopen in July.", ["conflict"]),
    ("The bridge will reopen in May at the earliest.", "The bridge will reopen in July.", ["compatible"]),
    ("The bridge will reopen in May at the earliest.", "The bridge will reopen as early as March.", ["conflict"]),
    ("Workers must leave by Friday.", "Workers have until Sunday to leave.", ["conflict"]),
    ("The council debated the budget on Monday.", "The council approved the budget on Friday.", []),
    ("The airline ordered the jets in 2019.", "The airline received the jets in 2023.", []),
    ("The rocket was rolled out on Monday.", "The rocket was launched on Friday.", []),
    ("The volcano last erupted in 1783.", "The volcano's last eruption was in 1821.", ["conflict"]),
    ("She was elected leader in 2021.", "She has led the party since 2024.", ["conflict"]),
    ("The lease ends at midnight on 31 December.", "The lease expires on 1 January.", ["compatible"]),
    ("Pell was arrested on 12 January.", "The trial of Pell opened on 3 March.", []),
    ("The talks are planned for late June.", "The talks will start before the end of May.", ["conflict"]),
    ("The tunnel will reopen in November.", "The tunnel is due to open again in February.", ["conflict"]),
]

# A plan and what became of it, or what one side tells was changed.
CHANGED = [
    ("The vote is on Monday.", "The vote was postponed from Monday to Thursday.", ["update"]),
    ("The vote is on Tuesday.", "The vote was postponed from Monday to Thursday.", ["conflict"]),
    ("The vote is on Thursday.", "The vote was postponed from Monday to Thursday.", ["same"]),
    ("The vote is on Monday.", "The vote, first set for Monday, will now take place on Thursday.", ["update"]),
    ("The vote is on Monday.", "The vote, originally planned for Monday, has been moved to Thursday.", ["update"]),
    ("The vote is on Monday.", "The vote will take place on Thursday instead of Monday.", ["update"]),
    ("The vote is on Monday.", "The vote was to be held on Monday but will now take place on Thursday.", ["update"]),
    ("The vote will be held on Monday.", "The vote was held on Thursday.", ["update"]),
    ("The vote was postponed to Monday.", "The vote was postponed to Thursday.", ["conflict"]),
    ("The hearing was adjourned until 9 May.", "The hearing was adjourned to 23 May.", ["conflict"]),
    ("The vote was held on Monday.", "The vote was held on Thursday.", ["conflict"]),
]


@pytest.mark.parametrize(("left", "right", "verdicts"), [*POINTS, *CHANGED])
def test_compare_times_judges_times_without_a_day_of_publication(
    nlp: Language, left: str, right: str, verdicts: list[str]
) -> None:
    assert [match.verdict for match in compare(nlp, left, right, None, None)] == verdicts


def test_compare_times_takes_no_plan_for_older_news(nlp: Language) -> None:
    left, right = "The vote will be held on 20 June.", "The vote was held on 12 June."
    (match,) = compare(nlp, left, right, "2025-06-15", "2025-06-13")
    assert match.verdict == "conflict"


@pytest.mark.parametrize(("left", "right", "verdicts"), SAME_DAY)
def test_compare_times_judges_times_of_one_event(nlp: Language, left: str, right: str, verdicts: list[str]) -> None:
    assert [match.verdict for match in compare(nlp, left, right, PUBLISHED, PUBLISHED)] == verdicts


@pytest.mark.parametrize(("left", "right"), LEFT_ALONE)
def test_compare_times_raises_no_conflict_between_other_events(nlp: Language, left: str, right: str) -> None:
    assert "conflict" not in {match.verdict for match in compare(nlp, left, right, PUBLISHED, PUBLISHED)}


@pytest.mark.parametrize(("left", "right", "verdicts"), UNDATED)
def test_compare_times_without_publication_dates(nlp: Language, left: str, right: str, verdicts: list[str]) -> None:
    assert [match.verdict for match in compare(nlp, left, right, None, None)] == verdicts


@pytest.mark.parametrize("case", OTHER_DAYS)
def test_compare_times_resolves_each_side_by_its_own_day(
    nlp: Language, case: tuple[str, str, str, str, list[str]]
) -> None:
    left, left_day, right, right_day, verdicts = case
    assert [match.verdict for match in compare(nlp, left, right, left_day, right_day)] == verdicts


def test_compare_times_explains_with_the_words_of_both_sides(nlp: Language) -> None:
    (match,) = compare(nlp, "The dam burst on Tuesday.", "The dam burst on June 11.", PUBLISHED, PUBLISHED)
    assert match.explanation == (
        "Left dates this to “Tuesday” (10 June 2025); right dates it to “June 11” (11 June 2025)."
    )  # fmt: skip
    assert (match.slot, match.sureness) == ("when", "sure")


def test_compare_times_is_less_sure_where_the_events_differ(nlp: Language) -> None:
    (match,) = compare(nlp, "Twelve men were held on Monday.", "Police questioned twelve men on Tuesday.", None, None)
    assert match.sureness == "possible"


DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2025, 12, 31))


@st.composite
def times(draw: st.DrawFn) -> Time:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    known = draw(st.booleans())
    return Time(
        0, 1, first.isoformat() if known else None, last.isoformat() if known else None, "day",
        weekday=draw(st.none() | st.integers(0, 6)),
        month_day=draw(st.sampled_from([None, "04-09", "04"])),
        bound=draw(st.sampled_from(["at", "since", "until", "by", "before", "after"])),
        clock=draw(st.sampled_from([None, "15:00-15:00", "18:00-30:00", "15:00-15:00 GMT"])),
        relative=draw(st.sampled_from([None, "-1 day", "+2 day after vote"])),
    )  # fmt: skip


@given(left=times(), right=times())
def test_relate_is_symmetric(left: Time, right: Time) -> None:
    assert relate(left, right) == relate(right, left)


@given(time=times())
def test_relate_finds_no_conflict_with_itself(time: Time) -> None:
    assert (relate(time, time) or ("same", "sure"))[0] != "conflict"
