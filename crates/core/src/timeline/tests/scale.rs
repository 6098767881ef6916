use super::{day, item, point, undated};
use crate::day::Day;
use crate::timeline::scale::{Level, Scale, TickUnit, Window, Zoom};

fn window(from: &str, to: &str) -> Window {
    Window::new(day(from), day(to))
}

fn iso(window: Window) -> String {
    format!("{}..{}", window.from.iso(), window.to.iso())
}

#[test]
fn the_whole_range_has_a_margin() {
    assert_eq!(Window::fit(&[]), None);
    assert_eq!(Window::fit(&[undated()]), None);
    assert_eq!(Window::fit(&[point('e', "2022-02-04")]).map(iso).as_deref(), Some("2022-02-03..2022-02-05"));
    let whole = Window::fit(&[item('e', "2005-01-01", "2005-12-31", "2005"), point('r', "2022-02-04"), undated()]).expect("dated");
    assert!(whole.from < day("2005-01-01") && whole.to > day("2022-02-04"));
}

#[test]
fn the_first_view_is_the_densest_period() {
    let mut items = vec![item('e', "2005-01-01", "2005-12-31", "2005"), point('e', "2047-02-04"), point('e', "2014-05-05")];
    for date in ["2022-02-03", "2022-02-04", "2022-02-04", "2022-02-04", "2022-02-07", "2022-02-08", "2022-02-15"] {
        items.push(point('e', date));
    }
    let busy = Window::busiest(&items).expect("dated");
    for date in ["2022-02-03", "2022-02-08", "2022-02-15"] {
        assert!(busy.contains(day(date)), "{date} in {}", iso(busy));
    }
    assert!(busy.days() < 40, "{}", iso(busy));
    // Nothing is known to the day: periods count by their middle.
    let years = [item('e', "2005-01-01", "2005-12-31", "2005"), item('e', "2006-01-01", "2006-12-31", "2006")];
    assert!(Window::busiest(&years).is_some());
    let single = Window::busiest(&[point('e', "2022-02-04")]).expect("dated");
    assert!(single.contains(day("2022-02-04")) && single.days() <= 14);
    assert_eq!(Window::busiest(&[undated()]), None);
}

#[test]
fn the_first_view_is_the_densest_period_even_without_gaps() {
    // Sparse years before a dense one, without a gap: the window must not extend into them.
    let from = day("1990-01-01");
    let mut items = Vec::new();
    for number in 0..1000 {
        items.push(point('e', &from.plus(number * 11).iso()));
    }
    for number in 0..4000 {
        items.push(point('e', &day("2020-03-01").plus(number % 300).iso()));
    }
    let busy = Window::busiest(&items).expect("dated");
    assert!(busy.days() < 700 && busy.contains(day("2020-08-01")), "{}", iso(busy));
}

#[test]
fn the_overview_leaves_out_an_ice_age_but_not_a_decade() {
    let mut items: Vec<_> = (0..200).map(|number| point('e', &day("2020-01-01").plus(number).iso())).collect();
    items.push(point('e', "1950-01-01"));
    let fit = |items: &[_]| Window::fit(items).expect("dated");
    let overview = |items: &[_]| Window::overview(items).expect("dated");
    assert_eq!(overview(&items), fit(&items), "seventy years are seen beside a year");
    let ice_age = Day::from_civil(-100_000, 1, 1).expect("a day");
    items.push(crate::timeline::Item { days: Some((ice_age, ice_age)), ..point('e', "2022-01-01") });
    let seen = overview(&items);
    assert!(seen.from > day("2019-01-01") && seen.contains(day("2020-01-01")) && seen.contains(day("2020-07-18")), "{}", iso(seen));
    assert_eq!((Window::overview(&[]), overview(&items[..1])), (None, fit(&items[..1])));
    assert_eq!(overview(&items[..2]), fit(&items[..2]));
}

#[test]
fn zoom_steps_keep_a_day_in_the_middle() {
    let whole = window("2000-01-01", "2050-12-31");
    let mut now = whole;
    let around = day("2022-02-04");
    let mut lengths = Vec::new();
    for _ in 0..7 {
        now = now.zoom_in(around, whole);
        assert!(now.contains(around));
        lengths.push(now.days());
    }
    assert_eq!(lengths, [3653, 366, 92, 31, 7, 7, 7]);
    assert_eq!(now.zoom(whole), Zoom::Week);
    for zoom in [Zoom::Month, Zoom::Quarter, Zoom::Year, Zoom::Decade] {
        now = now.zoom_out(around, whole);
        assert_eq!(now.zoom(whole), zoom);
    }
    assert_eq!(now.zoom_out(around, whole), whole);
    assert_eq!(whole.zoom(whole), Zoom::All);
    assert_eq!(now.step(Zoom::All, whole), whole);
    assert_eq!(now.step(Zoom::Week, whole).days(), 7);
}

#[test]
fn shifting_stops_at_the_ends() {
    let whole = window("2022-01-01", "2022-12-31");
    let week = window("2022-02-01", "2022-02-07");
    assert_eq!(iso(week.shift(1.0, whole)), "2022-02-08..2022-02-14");
    assert_eq!(iso(week.shift(-0.01, whole)), "2022-01-31..2022-02-06");
    assert_eq!(iso(week.shift(0.0, whole)), iso(week));
    assert_eq!(iso(week.shift(-100.0, whole)), "2022-01-01..2022-01-07");
    assert_eq!(iso(week.shift(1e12, whole)), "2022-12-25..2022-12-31");
    assert_eq!(window("1900-01-01", "2100-01-01").clamp(whole), whole);
}

#[test]
fn pixels_and_days_agree() {
    let scale = Scale::new(window("2022-02-01", "2022-02-28"), 280.0);
    assert_eq!((scale.x(day("2022-02-01")), scale.x(day("2022-02-11")), scale.center(day("2022-02-01"))), (0.0, 100.0, 5.0));
    for (x, expected) in [
        (0.0, "2022-02-01"),
        (9.9, "2022-02-01"),
        (10.0, "2022-02-02"),
        (-50.0, "2022-02-01"),
        (9999.0, "2022-02-28"),
        (f64::NAN, "2022-02-01"),
    ] {
        assert_eq!(scale.day_at(x).iso(), expected, "{x}");
    }
    assert_eq!(Scale::new(scale.window, f64::NAN).width, 1.0);
}

#[test]
fn labels_depend_on_days_and_width() {
    for (from, to, width, upper, lower) in [
        ("2022-01-31", "2022-02-06", 700.0, TickUnit::Month, TickUnit::Day),
        ("2022-01-31", "2022-03-02", 700.0, TickUnit::Month, TickUnit::Week),
        ("2022-01-01", "2022-12-31", 1000.0, TickUnit::Year, TickUnit::Month),
        ("2022-01-01", "2022-12-31", 360.0, TickUnit::Year, TickUnit::Quarter),
        ("2015-01-01", "2025-12-31", 1000.0, TickUnit::Decade, TickUnit::Year),
        ("1900-01-01", "2050-12-31", 1000.0, TickUnit::Century, TickUnit::Decade),
        ("1000-01-01", "2050-12-31", 360.0, TickUnit::Century, TickUnit::Century),
    ] {
        let ticks = Scale::new(window(from, to), width).ticks();
        let unit = |level| ticks.iter().find(|tick| tick.level == level).map(|tick| tick.unit);
        assert_eq!((unit(Level::Upper), unit(Level::Lower)), (Some(upper), Some(lower)), "{from} {to} {width}");
    }
}

#[test]
fn labels_never_overlap_and_always_name_the_year() {
    for days in [1, 5, 7, 20, 31, 45, 92, 200, 366, 900, 3653, 20_000, 36_525, 400_000, 90_000_000] {
        for width in [1.0, 200.0, 320.0, 700.0, 1400.0, 4000.0] {
            for start in ["2022-01-20", "1999-12-31", "2000-02-29"] {
                let scale = Scale::new(Window::new(day(start), day(start).plus(days - 1)), width);
                let ticks = scale.ticks();
                assert!(ticks.iter().any(|tick| tick.level == Level::Upper), "no upper label: {days} {width}");
                for (level, gap) in [(Level::Upper, 104.0), (Level::Lower, 55.0)] {
                    let row: Vec<f64> = ticks.iter().filter(|tick| tick.level == level).map(|tick| tick.x).collect();
                    assert!(row.windows(2).all(|pair| pair[1] - pair[0] >= gap - 1.0), "{days} {width} {row:?}");
                    assert!(row.iter().all(|x| (0.0..=width).contains(x)));
                }
            }
        }
    }
}

#[test]
fn nothing_overflows_at_the_ends_of_the_calendar() {
    let all = Window::new(Day(i32::MIN), Day(i32::MAX));
    let scale = Scale::new(all, 1000.0);
    assert!(scale.ticks().len() < 60);
    assert_eq!(all.shift(1.0, all), all);
    assert_eq!(scale.day_at(0.0), Day(i32::MIN));
}
