use super::{day, item, point, undated};
use crate::room::TimelineItem;
use crate::time::lanes::{Layout, MOST_MARKS, MarkKind, Shape, context, layout};
use crate::time::scale::{Scale, Window};

/// February 2022, ten pixels a day.
fn february(items: &[TimelineItem], lanes: &[u32], rows: u32) -> Layout {
    layout(items, lanes, &Scale::new(Window::new(day("2022-02-01"), day("2022-02-28")), 280.0), rows)
}

/// `lane.row shape x0-x1 xN` for every mark.
fn draw(layout: &Layout) -> Vec<String> {
    let mark = |mark: &crate::time::lanes::Mark| {
        format!("{}.{} {:?} {:?} {:.0}-{:.0} x{}", mark.lane, mark.row, mark.kind, mark.shape, mark.x0, mark.x1, mark.items.len())
    };
    layout.marks.iter().map(mark).collect()
}

#[test]
fn a_day_is_a_point_a_month_a_bar_the_rest_is_vague() {
    let items = [point('e', "2022-02-04"), item('e', "2022-02-07", "2022-02-13", "2022-W06"), item('e', "2022-02-20", "2022-02-25", "")];
    assert_eq!(
        draw(&february(&items, &[0, 0, 0], 3)),
        ["0.0 Event Point 35-35 x1", "0.1 Event Bar 60-130 x1", "0.1 Event Vague 190-250 x1"]
    );
    assert_eq!(draw(&february(&[item('e', "2022-01-01", "2022-12-31", "2022")], &[0], 3)), ["0.0 Event Bar 0-280 x1"]);
}

#[test]
fn reports_and_events_share_a_lane_but_no_mark() {
    let items: Vec<TimelineItem> = (0..40).map(|at| point(if at % 2 == 0 { 'r' } else { 'e' }, "2022-02-04")).collect();
    let laid = february(&items, &[], 1);
    assert_eq!(draw(&laid), ["0.0 Report Point 35-35 x20", "0.1 Event Point 35-35 x20"]);
    assert_eq!(laid.marks[0].items, (0..40).step_by(2).collect::<Vec<u32>>());
}

#[test]
fn the_same_day_stacks_up_to_the_limit_and_then_is_one_mark() {
    let day = |number: usize| february(&vec![point('e', "2022-02-04"); number], &[], 3);
    assert_eq!(draw(&day(3)), ["0.0 Event Point 35-35 x1", "0.1 Event Point 35-35 x1", "0.2 Event Point 35-35 x1"]);
    assert_eq!(draw(&day(4)), ["0.0 Event Point 35-35 x4"]);
    // The counts of neighbouring crowds do not run into one another.
    let crowds: Vec<TimelineItem> = ["2022-02-04", "2022-02-05", "2022-02-08"].into_iter().flat_map(|at| vec![point('e', at); 9]).collect();
    assert_eq!(draw(&february(&crowds, &[], 3)), ["0.0 Event Point 35-35 x9", "0.0 Event Point 71-71 x9", "0.0 Event Point 107-107 x9"]);
    assert_eq!(day(3).lanes[0].rows, 3);
    assert_eq!(day(4).lanes[0].rows, 1);
}

#[test]
fn counts_what_is_outside() {
    let items = [point('e', "2021-02-04"), point('e', "2022-03-04"), point('e', "2022-02-04"), undated(), undated()];
    let laid = february(&items, &[0, 0, 1, 2, 0], 3);
    assert_eq!((laid.before, laid.after, laid.undated.as_slice(), laid.left_out), (1, 1, [3, 4].as_slice(), 0));
    // Every lane stays, so that its label does not come and go.
    assert_eq!(laid.lanes.iter().map(|lane| (lane.lane, lane.top, lane.rows)).collect::<Vec<_>>(), [(0, 0, 1), (1, 1, 1), (2, 2, 1)]);
}

#[test]
fn a_cluster_stays_in_its_lane() {
    let items = vec![point('e', "2022-02-04"); 20];
    let lanes: Vec<u32> = (0..20).map(|at| at % 2).collect();
    assert_eq!(draw(&february(&items, &lanes, 2)), ["0.0 Event Point 35-35 x10", "1.0 Event Point 35-35 x10"]);
}

#[test]
fn bars_beyond_their_rows_join() {
    let items = [
        item('e', "2022-02-01", "2022-02-10", "2022-02"),
        item('e', "2022-02-02", "2022-02-12", "2022-02"),
        item('e', "2022-02-03", "2022-02-15", ""),
        item('e', "2022-02-20", "2022-02-25", "2022-02"),
    ];
    assert_eq!(draw(&february(&items, &[], 3)), ["0.0 Event Vague 0-150 x2", "0.0 Event Bar 190-250 x1", "0.1 Event Bar 10-120 x1"]);
}

#[test]
fn marks_of_a_row_do_not_meet_and_nothing_is_lost() {
    // A fixed sequence without any order (a linear congruence), so that the crowd is the same in every run.
    let mut state = 1_u32;
    let mut random = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let from = day("2022-01-01");
    for number in [10, 200, 5_000] {
        let mut items = Vec::new();
        let mut lanes = Vec::new();
        for _ in 0..number {
            let first = from.plus(random(400) as i32);
            let last = if random(3) == 0 { first.plus(random(60) as i32) } else { first };
            items.push(TimelineItem {
                earliest: Some(first),
                latest: Some(last),
                ..point(if random(2) == 0 { 'r' } else { 'e' }, "2022-01-01")
            });
            lanes.push(random(6));
        }
        let laid = layout(&items, &lanes, &Scale::new(Window::new(from, from.plus(364)), 900.0), 3);
        assert_eq!(laid, layout(&items, &lanes, &Scale::new(Window::new(from, from.plus(364)), 900.0), 3));
        assert!(laid.marks.len() <= MOST_MARKS);
        let drawn: usize = laid.marks.iter().map(|mark| mark.items.len()).sum();
        assert_eq!(drawn as u32 + laid.before + laid.after + laid.left_out, number);
        for pair in laid.marks.windows(2).filter(|pair| (pair[0].lane, pair[0].row) == (pair[1].lane, pair[1].row)) {
            assert!(pair[0].kind == pair[1].kind && pair[0].x1 <= pair[1].x0 + 1e-9, "{pair:?}");
        }
        for mark in &laid.marks {
            assert!(mark.items.iter().all(|&at| lanes[at as usize] == mark.lane));
            assert!(
                mark.items.iter().all(|&at| (items[at as usize].kind == crate::room::ItemKind::Report) == (mark.kind == MarkKind::Report))
            );
            assert!(mark.shape != Shape::Point || mark.x1 - mark.x0 <= 900.0);
        }
    }
}

#[test]
fn never_too_many_marks() {
    let from = day("2000-01-01");
    let items: Vec<TimelineItem> = (0..100_000)
        .map(|at| TimelineItem { earliest: Some(from.plus(at % 7919)), latest: Some(from.plus(at % 7919)), ..point('e', "2000-01-01") })
        .collect();
    let scale = Scale::new(Window::new(from, from.plus(7919)), 1400.0);
    for number in [1, 5, 40, 10_000] {
        let lanes: Vec<u32> = (0..100_000).map(|at| at % number).collect();
        let laid = layout(&items, &lanes, &scale, 4);
        assert!(laid.marks.len() <= MOST_MARKS, "{number} lanes: {}", laid.marks.len());
        let drawn: usize = laid.marks.iter().map(|mark| mark.items.len()).sum();
        assert_eq!(drawn as u32 + laid.left_out, 100_000);
        assert_eq!(laid.left_out > 0, number > 500);
    }
}

#[test]
fn the_overview_counts_everything_once() {
    let items = [
        point('r', "2005-06-01"),
        point('e', "2022-02-04"),
        point('e', "2022-02-05"),
        point('r', "2022-02-04"),
        item('e', "2047-01-01", "2047-12-31", "2047"),
        undated(),
    ];
    let scale = Scale::new(Window::fit(&items).expect("dated"), 420.0);
    let drawn = context(&items, &scale, 42);
    assert_eq!((drawn.bins.len(), drawn.before, drawn.after), (42, 0, 0));
    assert_eq!(drawn.bins.iter().map(|bin| (bin.reports, bin.events)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1)), (2, 3));
    assert!(drawn.bins.iter().any(|bin| (bin.reports, bin.events) == (1, 2)));
    assert_eq!(drawn.bins[1].x, 10.0);
    assert_eq!(context(&items, &scale, 0).bins, []);
    let drawn = context(&items, &Scale::new(Window::new(day("2010-01-01"), day("2030-01-01")), 420.0), 42);
    assert_eq!((drawn.before, drawn.after), (1, 1));
}
