"""Number phrases with their bounds, and numbers that count nobody and nothing.

A count is written as least, most and qualifier; - is no bound.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.annotate.counts import counts_in, find_counts
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.types import Article, Count, Document, Passage, Sheet


def written(count: Count) -> str:
    low, high = ("-" if bound is None else str(bound) for bound in (count.min, count.max))
    return f"{low} {high} {count.qualifier}"


@pytest.mark.parametrize(
    ("phrase", "counts"),
    [
        pytest.param("62 soldiers", ["62 62 exact"], id="plain-digits"),
        pytest.param("140,000 people", ["140000 140000 exact"], id="comma"),
        pytest.param("1,250,000 refugees", ["1250000 1250000 exact"], id="millions-comma"),
        pytest.param("150000 people", ["150000 150000 exact"], id="no-separator"),
        pytest.param("seven farmers", ["7 7 exact"], id="word"),
        pytest.param("seventeen miners", ["17 17 exact"], id="teen"),
        pytest.param("Seventy-six people", ["76 76 exact"], id="hyphen-word"),
        pytest.param("twenty three people", ["23 23 exact"], id="blank-word"),
        pytest.param("one hundred and four people", ["104 104 exact"], id="hundred-and"),
        pytest.param("a hundred fighters", ["100 100 exact"], id="a-hundred"),
        pytest.param("two hundred houses", ["200 200 exact"], id="two-hundred"),
        pytest.param("three thousand families", ["3000 3000 exact"], id="thousand-words"),
        pytest.param("5 thousand people", ["5000 5000 exact"], id="digits-scale"),
        pytest.param("1.5 million people", ["1500000 1500000 exact"], id="decimal-million"),
        pytest.param("half a million people", ["500000 500000 exact"], id="half-million"),
        pytest.param("a quarter of a million people", ["250000 250000 exact"], id="quarter-million"),
        pytest.param("a dozen officers", ["12 12 exact"], id="a-dozen"),
        pytest.param("two dozen rockets", ["24 24 exact"], id="two-dozen"),
        pytest.param("half a dozen officers", ["6 6 exact"], id="half-dozen"),
        pytest.param("at least 62 soldiers", ["62 - at_least"], id="at-least"),
        pytest.param("at least eleven students", ["11 - at_least"], id="at-least-word"),
        pytest.param("at the very least 40 villagers", ["40 - at_least"], id="very-least"),
        pytest.param("no fewer than 31 miners", ["31 - at_least"], id="no-fewer"),
        pytest.param("not less than 18 traders", ["18 - at_least"], id="not-less"),
        pytest.param("a minimum of 90 detainees", ["90 - at_least"], id="minimum"),
        pytest.param("300+ families", ["300 - at_least"], id="plus-sign"),
        pytest.param("20 or more trucks", ["20 - at_least"], id="or-more"),
        pytest.param("more than 20 fighters", ["21 - more_than"], id="more-than"),
        pytest.param("over 1,000 homes", ["1001 - more_than"], id="over"),
        pytest.param("well over 100 recruits", ["101 - more_than"], id="well-over"),
        pytest.param("upwards of 70 people", ["71 - more_than"], id="upwards"),
        pytest.param("in excess of 500 shells", ["501 - more_than"], id="excess"),
        pytest.param("more than a dozen rebels", ["13 - more_than"], id="more-than-dozen"),
        pytest.param("more than 2 million people", ["2000001 - more_than"], id="more-than-million"),
        pytest.param("up to 50 people", ["- 50 at_most"], id="up-to"),
        pytest.param("as many as 60 militants", ["- 60 at_most"], id="as-many"),
        pytest.param("no more than ten trucks", ["- 10 at_most"], id="no-more"),
        pytest.param("fewer than 100 trucks", ["- 99 fewer_than"], id="fewer"),
        pytest.param("less than 30 lorries", ["- 29 fewer_than"], id="less-than"),
        pytest.param("about 35 villagers", ["35 35 about"], id="about"),
        pytest.param("around 20,000 people", ["20000 20000 about"], id="around"),
        pytest.param("some 160 gunmen", ["160 160 about"], id="some"),
        pytest.param("nearly 90 people", ["90 90 about"], id="nearly"),
        pytest.param("almost two hundred fighters", ["200 200 about"], id="almost"),
        pytest.param("an estimated 6,500 people", ["6500 6500 about"], id="estimated"),
        pytest.param("roughly 400 trucks", ["400 400 about"], id="roughly"),
        pytest.param("at least another 15 people", ["15 - at_least"], id="another"),
        pytest.param("between 10 and 12 rebels", ["10 12 between"], id="between"),
        pytest.param("10 to 12 rebels", ["10 12 between"], id="to"),
        pytest.param("10-12 rebels", ["10 12 between"], id="dash"),
        pytest.param("10–12 rebels", ["10 12 between"], id="en-dash"),
        pytest.param("five to seven shells", ["5 7 between"], id="word-range"),
        pytest.param("three or four shells", ["3 4 between"], id="or-range"),
        pytest.param("between 2,000 and 3,000 recruits", ["2000 3000 between"], id="range-thousands"),
        pytest.param("dozens of people", ["24 - vague"], id="dozens"),
        pytest.param("scores of houses", ["40 - vague"], id="scores"),
        pytest.param("hundreds of families", ["200 - vague"], id="hundreds"),
        pytest.param("Thousands of people", ["2000 - vague"], id="thousands"),
        pytest.param("several officers", ["3 - vague"], id="several"),
        pytest.param("several dozen rebels", ["36 - vague"], id="several-dozen"),
        pytest.param("several hundred people", ["300 - vague"], id="several-hundred"),
        pytest.param("tens of thousands of people", ["20000 - vague"], id="tens-thousands"),
        pytest.param("hundreds of thousands of refugees", ["200000 - vague"], id="hundreds-thousands"),
        pytest.param("millions of people", ["2000000 - vague"], id="millions"),
        pytest.param("many people", ["- - vague"], id="many"),
        pytest.param("a few houses", ["- - vague"], id="a-few"),
        pytest.param("14 people died and 30 were hurt", ["14 14 exact", "30 30 exact"], id="two-counts"),
        pytest.param("the toll rose from 100 to 126", ["100 100 exact", "126 126 exact"], id="rose-from"),
        pytest.param("In 2016 some 2,016 people fled", ["2016 2016 about"], id="year-and-people"),
        pytest.param("2000 people fled", ["2000 2000 exact"], id="year-like-people"),
        pytest.param("Seven F-16 jets were sent", ["7 7 exact"], id="designator-and-count"),
        pytest.param("five 12-year-old boys", ["5 5 exact"], id="age-and-count"),
        pytest.param("nine men stole $400", ["9 9 exact"], id="money-and-count"),
    ],
)
def test_a_number_phrase_has_the_bounds_its_words_give(phrase: str, counts: list[str]) -> None:
    assert [written(count) for count in counts_in(phrase)] == counts


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("the coup of 2021", id="year"),
        pytest.param("In 2014 the town was lost", id="in-year"),
        pytest.param("on 17 September", id="date"),
        pytest.param("on September 17", id="date-us"),
        pytest.param("on the 17th of September", id="date-ordinal"),
        pytest.param("on 2016-09-17", id="date-iso"),
        pytest.param("on 17/09/2016", id="date-slash"),
        pytest.param("on 14 May 2019", id="date-year"),
        pytest.param("a 12-year-old boy", id="age"),
        pytest.param("at the age of 19", id="age-of"),
        pytest.param("a man aged 34", id="aged"),
        pytest.param("Halima Yusuf, 34, was killed", id="age-apposition"),
        pytest.param("Halima Yusuf (34) was killed", id="age-in-brackets"),
        pytest.param("a mother of 12 was killed", id="her-children"),
        pytest.param("a reward of INR 1.7 million", id="money-code"),
        pytest.param("400,000 rupees in damage", id="money-rupees"),
        pytest.param("$40 million in damage", id="money-dollar"),
        pytest.param("£300 a month", id="money-pound"),
        pytest.param("500 dollars a month", id="money-words"),
        pytest.param("20 million euros of aid", id="money-euro"),
        pytest.param("an F-16 over the valley", id="jet"),
        pytest.param("an AK-47 in the house", id="rifle"),
        pytest.param("a 7.62mm round", id="calibre"),
        pytest.param("a 155mm howitzer", id="howitzer"),
        pytest.param("Resolution 2334 of the council", id="resolution"),
        pytest.param("Regulation (EU) 2016/679", id="regulation"),
        pytest.param("60 percent of the homes", id="percent"),
        pytest.param("60% of the homes", id="percent-sign"),
        pytest.param("45 per cent of the wells", id="percent-words"),
        pytest.param("at 3:30 a.m. on the road", id="time"),
        pytest.param("at 5 pm on the road", id="time-clock"),
        pytest.param("at 0400 GMT", id="time-hours"),
        pytest.param("for three days", id="duration"),
        pytest.param("a 72-hour truce", id="duration-hours"),
        pytest.param("after ten years of war", id="duration-years"),
        pytest.param("20 km from Gao", id="distance"),
        pytest.param("five miles north of the dam", id="distance-miles"),
        pytest.param("30 tonnes of flour", id="weight"),
        pytest.param("flight 9268 over the desert", id="flight"),
        pytest.param("Highway 47 to the coast", id="highway"),
        pytest.param("the 3rd division", id="ordinal"),
        pytest.param("Brigade 104 of the guard", id="brigade"),
        pytest.param("one of the most dangerous roads", id="one-of"),
        pytest.param("fired at one another", id="one-another"),
        pytest.param("no one was there", id="no-one"),
        pytest.param("call 555-0142 now", id="phone"),
    ],
)
def test_dates_ages_money_and_names_with_numbers_count_nothing(phrase: str) -> None:
    assert counts_in(phrase) == []


@pytest.mark.parametrize(
    ("sentence", "covered"),
    [
        ("Troops lost at least 62 men.", ["at least 62"]),
        ("Between 10 and 12 rebels fell.", ["Between 10 and 12"]),
        ("Dozens fled and some 30 stayed.", ["Dozens", "some 30"]),
        ("He saw tens of thousands of people.", ["tens of thousands of"]),
        ("A ceasefire held.", []),
    ],
)
def test_a_count_covers_its_hedge(sentence: str, covered: list[str]) -> None:
    assert [count.span.of(sentence) for count in counts_in(sentence)] == covered


def test_spans_are_those_of_the_document() -> None:
    text = "Shells fell at dawn. Nine people died. “Forty” fled."
    sheet = Sheet(
        document=Document(id="d", doc="d", text=text, sha256="", origin="-"),
        articles=(Article(span=Span(0, len(text))),),
        passages=tuple(
            Passage(
                span=span,
                exact=span.of(text),
                prefix=quote_of(text, span).prefix,
                suffix=quote_of(text, span).suffix,
                article=0,
                segment=0,
            )
            for span in (Span(0, 20), Span(21, 38), Span(39, len(text)))
        ),
    )
    counts = find_counts(sheet).counts or ()
    assert [count.span.of(text) for count in counts] == ["Nine", "Forty"]


@given(st.integers(1, 999_999), st.sampled_from(["tanks", "people", "homes", "shells", "fighters"]))
def test_digits_come_back_whatever_is_counted(number: int, thing: str) -> None:
    for phrase in (f"{number:,} {thing}", f"{number} {thing}"):
        assert [written(count) for count in counts_in(phrase)] == [f"{number} {number} exact"]


@given(st.text(max_size=200))
def test_counts_of_any_text_stand_in_order_inside_it(text: str) -> None:
    counts = counts_in(text)
    assert counts == sorted(counts, key=lambda count: count.span)
    for count in counts:
        assert 0 <= count.span.start < count.span.end <= len(text)
        if count.min is not None and count.max is not None:
            assert count.min <= count.max
