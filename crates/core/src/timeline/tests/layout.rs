use super::{day, item, point, undated};
use crate::timeline::Item;
use crate::timeline::lanes::Lane;
use crate::timeline::layout::{COLUMN_ROWS, Layout, MOST_NODES, Mark, Shape, Step, context, kind, layout, neighbour};
use crate::timeline::scale::{Scale, Window};

/// The lanes, where `lane` has that of every item; those beyond its end are in lane 0.
fn lanes_of(items: &[Item], lane: &[u32]) -> Vec<Lane> {
    let of = |at: usize| lane.get(at).copied().unwrap_or(0);
    let count = (0..items.len()).map(of).max().unwrap_or(0) + 1;
    (0..count)
        .map(|key| Lane { key: Some(key), items: (0..items.len()).filter(|at| of(*at) == key).map(|at| at as u32).collect() })
        .collect()
}

/// February 2022, ten pixels a day.
fn february(items: &[Item], lanes: &[u32], rows: u32) -> Layout {
    layout(items, &lanes_of(items, lanes), &Scale::new(Window::new(day("2022-02-01"), day("2022-02-28")), 280.0), rows)
}

/// Number of SVG nodes of a layout as the drawing has them: link, ring, symbol, and a count with its background or a label; only the first two for
/// a column.
fn nodes(layout: &Layout) -> usize {
    let of = |mark: &Mark| match mark.shape {
        Shape::Column => 2,
        Shape::Bar | Shape::Vague if mark.items.len() > 1 => 5,
        _ => 4,
    };
    layout.marks.iter().map(of).sum()
}

#[test]
fn a_point_has_the_free_room_for_its_label() {
    let items = [point('e', "2022-02-04"), point('e', "2022-02-10"), point('e', "2022-02-10"), item('e', "2022-02-12", "2022-02-20", "W")];
    let laid = february(&items, &[], 3);
    let room: Vec<(u32, f64)> = laid.marks.iter().map(|mark| (mark.row, mark.room)).collect();
    // Up to the next point or the end of the window; none for a bar.
    assert_eq!(room, [(0, 60.0 - 18.0 - 12.0), (0, 280.0 - 95.0 - 12.0), (1, 280.0 - 95.0 - 12.0), (2, 0.0)]);
}

/// `lane.row shape x0-x1 xN` for every mark.
fn draw(layout: &Layout) -> Vec<String> {
    let mark = |mark: &Mark| {
        format!("{}.{} {:?} {:?} {:.0}-{:.0} x{}", mark.lane, mark.row, mark.kind, mark.shape, mark.x0, mark.x1, mark.items.len())
    };
    layout.marks.iter().map(mark).collect()
}

#[test]
fn days_are_points_named_months_are_bars_others_are_vague() {
    let items = [point('e', "2022-02-04"), item('e', "2022-02-07", "2022-02-13", "2022-W06"), item('e', "2022-02-20", "2022-02-25", "")];
    assert_eq!(
        draw(&february(&items, &[0, 0, 0], 3)),
        ["0.0 Event Point 35-35 x1", "0.1 Event Bar 60-130 x1", "0.1 Event Vague 190-250 x1"]
    );
    assert_eq!(draw(&february(&[item('e', "2022-01-01", "2022-12-31", "2022")], &[0], 3)), ["0.0 Event Bar 0-280 x1"]);
}

#[test]
fn reports_and_events_share_a_lane_but_no_mark() {
    let items: Vec<Item> = (0..40).map(|at| point(if at % 2 == 0 { 'r' } else { 'e' }, "2022-02-04")).collect();
    let laid = february(&items, &[], 1);
    assert_eq!(draw(&laid), ["0.0 Report Count 35-35 x20", "0.1 Event Count 35-35 x20"]);
    assert_eq!(laid.marks[0].items, (0..40).step_by(2).collect::<Vec<u32>>());
}

#[test]
fn items_of_one_day_are_stacked_up_to_the_limit_then_counted() {
    let day = |number: usize| february(&vec![point('e', "2022-02-04"); number], &[], 3);
    assert_eq!(draw(&day(3)), ["0.0 Event Point 35-35 x1", "0.1 Event Point 35-35 x1", "0.2 Event Point 35-35 x1"]);
    assert_eq!(draw(&day(4)), ["0.0 Event Count 35-35 x4"]);
    // Neighbouring counts do not overlap.
    let crowds: Vec<Item> = ["2022-02-04", "2022-02-05", "2022-02-08"].into_iter().flat_map(|at| vec![point('e', at); 9]).collect();
    assert_eq!(draw(&february(&crowds, &[], 3)), ["0.0 Event Count 35-35 x9", "0.0 Event Count 71-71 x9", "0.0 Event Count 107-107 x9"]);
    assert_eq!(day(3).lanes[0].rows, 3);
    assert_eq!(day(4).lanes[0].rows, 1);
}

#[test]
fn items_outside_of_the_window_are_counted() {
    let items = [point('e', "2021-02-04"), point('e', "2022-03-04"), point('e', "2022-02-04"), undated(), undated()];
    let laid = february(&items, &[0, 0, 1, 2, 0], 3);
    // Every lane stays, so that its label does not appear and disappear.
    assert_eq!(laid.lanes.iter().map(|lane| (lane.top, lane.rows)).collect::<Vec<_>>(), [(0, 1), (1, 1), (2, 1)]);
    assert_eq!(draw(&laid), ["0.0 Event Before -28--28 x1", "0.0 Event After 308-308 x1", "1.0 Event Point 35-35 x1"]);
}

#[test]
fn a_cluster_stays_in_its_lane() {
    let items = vec![point('e', "2022-02-04"); 20];
    let lanes: Vec<u32> = (0..20).map(|at| at % 2).collect();
    assert_eq!(draw(&february(&items, &lanes, 2)), ["0.0 Event Count 35-35 x10", "1.0 Event Count 35-35 x10"]);
}

#[test]
fn bars_beyond_the_last_row_are_merged() {
    let items = [
        item('e', "2022-02-01", "2022-02-10", "2022-02"),
        item('e', "2022-02-02", "2022-02-12", "2022-02"),
        item('e', "2022-02-03", "2022-02-15", ""),
        item('e', "2022-02-20", "2022-02-25", "2022-02"),
    ];
    assert_eq!(draw(&february(&items, &[], 3)), ["0.0 Event Vague 0-150 x2", "0.1 Event Bar 10-120 x1", "0.0 Event Bar 190-250 x1"]);
}

#[test]
fn marks_of_a_row_do_not_overlap_and_no_item_is_lost() {
    // A linear congruential generator, so that the items are the same in every run.
    let mut state = 1_u32;
    let mut random = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let from = day("2022-01-01");
    for number in [10, 200, 5_000] {
        let mut items = Vec::new();
        for _ in 0..number {
            let first = from.plus(random(400) as i32);
            let last = if random(3) == 0 { first.plus(random(60) as i32) } else { first };
            items.push(Item { days: Some((first, last)), ..point(if random(2) == 0 { 'r' } else { 'e' }, "2022-01-01") });
        }
        items.sort_by_key(|item| item.days);
        let lanes = lanes_of(&items, &items.iter().map(|_| random(6)).collect::<Vec<_>>());
        let scale = Scale::new(Window::new(from, from.plus(364)), 900.0);
        let laid = layout(&items, &lanes, &scale, 3);
        assert_eq!(laid, layout(&items, &lanes, &scale, 3));
        assert!(nodes(&laid) <= MOST_NODES);
        let drawn: usize = laid.marks.iter().map(|mark| mark.items.len()).sum();
        assert_eq!(drawn as u32 + laid.left_out, number);
        let mut rows: Vec<&Mark> = laid.marks.iter().filter(|mark| !matches!(mark.shape, Shape::Before | Shape::After)).collect();
        rows.sort_by(|a, b| (a.lane, a.row).cmp(&(b.lane, b.row)).then(a.x0.total_cmp(&b.x0)));
        for pair in rows.windows(2).filter(|pair| (pair[0].lane, pair[0].row) == (pair[1].lane, pair[1].row)) {
            assert!(pair[0].kind == pair[1].kind && pair[0].x1 <= pair[1].x0 + 1e-9, "{pair:?}");
        }
        for mark in &laid.marks {
            let lane = &laid.lanes[mark.lane as usize];
            assert!(mark.row + if mark.shape == Shape::Column { COLUMN_ROWS } else { 1 } <= lane.rows);
            assert!(mark.items.is_sorted() && mark.items.iter().all(|at| lanes[mark.lane as usize].items.contains(at)));
            let outside = matches!(mark.shape, Shape::Before | Shape::After);
            assert!(outside || mark.items.iter().all(|&at| kind(&items[at as usize]) == mark.kind));
            assert!(mark.share > 0.0 && mark.share <= 1.0 && outside != (0.0..=900.0).contains(&mark.x0));
        }
    }
}

#[test]
fn a_layout_never_has_too_many_nodes() {
    let from = day("2000-01-01");
    let items: Vec<Item> =
        (0..100_000).map(|at| Item { days: Some((from.plus(at / 13), from.plus(at / 13))), ..point('e', "2000-01-01") }).collect();
    let scale = Scale::new(Window::new(from, from.plus(7919)), 1400.0);
    for number in [1, 2, 12, 1_000] {
        let lanes = lanes_of(&items, &(0..100_000).map(|at| at % number).collect::<Vec<_>>());
        let laid = layout(&items, &lanes, &scale, 4);
        assert!(nodes(&laid) <= MOST_NODES, "{number} lanes: {}", nodes(&laid));
        let drawn: usize = laid.marks.iter().map(|mark| mark.items.len()).sum();
        assert_eq!(drawn as u32 + laid.left_out, 100_000);
        assert_eq!(laid.left_out > 0, number > 12);
        assert!(number > 12 || laid.marks.iter().all(|mark| mark.shape == Shape::Column), "a crowd is drawn as a density");
    }
}

#[test]
fn the_highest_column_is_the_fullest() {
    let from = day("2022-02-01");
    let mut items = Vec::new();
    for week in 0..50 {
        items.extend((0..10 + week).map(|_| Item { days: Some((from.plus(week * 7), from.plus(week * 7))), ..point('e', "2022-02-01") }));
    }
    let laid = layout(&items, &lanes_of(&items, &[]), &Scale::new(Window::new(from, from.plus(349)), 50.0 * 24.0), 4);
    assert!(laid.marks.iter().all(|mark| mark.shape == Shape::Column && mark.x1 - mark.x0 == 24.0));
    assert!(laid.marks.is_sorted_by_key(|mark| mark.x0));
    let highest = laid.marks.iter().max_by(|a, b| a.share.total_cmp(&b.share)).expect("columns");
    assert_eq!((highest.share, highest.items.len()), (1.0, 59));
    let quarter = laid.marks.iter().find(|mark| mark.items.len() == 15).expect("a column of fifteen");
    assert!((quarter.share - (15.0_f64 / 59.0).sqrt()).abs() < 1e-9);
    assert_eq!(laid.lanes[0].rows, COLUMN_ROWS);
    // The density behind them is finer than the columns: a bar for each day with an item.
    let [density] = laid.densities.as_slice() else { panic!("{:?}", laid.densities) };
    assert_eq!((density.bars.len(), density.lane, density.row), (50, 0, 0));
    assert!(density.bars.iter().all(|(x, share)| (0.0..1200.0).contains(x) && *share > 0.0 && *share <= 1.0));
}

#[test]
fn arrow_keys_move_from_mark_to_mark() {
    let items =
        [point('r', "2022-02-04"), point('e', "2022-02-05"), point('r', "2022-02-10"), point('e', "2022-02-12"), point('r', "2022-02-20")];
    let laid = february(&items, &[0, 1, 0, 1, 0], 3);
    let at = |item: u32| laid.marks.iter().position(|mark| mark.items == [item]).expect("a mark of its own");
    let go = |from: u32, step: Step| laid.marks[neighbour(&laid.marks, at(from), step)].items[0];
    assert_eq!([go(0, Step::Next), go(2, Step::Next), go(4, Step::Next)], [2, 4, 4]);
    assert_eq!([go(4, Step::Former), go(0, Step::Former)], [2, 0]);
    assert_eq!([go(2, Step::Down), go(4, Step::Down), go(3, Step::Up), go(1, Step::Up), go(1, Step::Down)], [3, 3, 2, 0, 1]);
    assert_eq!([go(2, Step::First), go(2, Step::Last), go(1, Step::Last)], [0, 4, 3]);
    assert_eq!(neighbour(&[], 3, Step::Next), 0);
    // Stacked points are visited one by one.
    let pile: Vec<Item> = vec![point('e', "2022-02-04"); 3];
    let laid = february(&pile, &[], 3);
    let walk = |from: usize| neighbour(&laid.marks, from, Step::Next);
    assert_eq!([walk(0), walk(1), walk(2)], [1, 2, 2]);
}

#[test]
fn the_overview_counts_every_item_once() {
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
