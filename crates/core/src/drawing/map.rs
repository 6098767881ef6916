//! Maps: projection, window, circles.
//!
//! ```
//! use zeitlupe_core::drawing::map::project;
//! let (berlin, cape_town) = (project(5252, 1341), project(-3393, 1842));
//! assert!(berlin.0 > 0.0 && berlin.1 < 0.0 && cape_town.1 > 0.0);
//! ```

use super::labels::{Label, Symbol, labels};
use super::{Frame, Mark, Point};
use crate::entity::EntityId;
use serde::{Deserialize, Serialize};

/// Units of a path per pixel.
pub const SCALE: f64 = 10.0;

/// A. H. Robinson's projection (A new map projection, 1974): for every five degrees of latitude the length of the parallel and its distance from
/// the equator, in ten-thousandths.
const ROBINSON: [(f64, f64); 19] = [
    (10000.0, 0.0),
    (9986.0, 620.0),
    (9954.0, 1240.0),
    (9900.0, 1860.0),
    (9822.0, 2480.0),
    (9730.0, 3100.0),
    (9600.0, 3720.0),
    (9427.0, 4340.0),
    (9216.0, 4958.0),
    (8962.0, 5571.0),
    (8679.0, 6176.0),
    (8350.0, 6769.0),
    (7986.0, 7346.0),
    (7597.0, 7903.0),
    (7186.0, 8435.0),
    (6732.0, 8936.0),
    (6213.0, 9394.0),
    (5722.0, 9761.0),
    (5322.0, 10000.0),
];
/// Half of the height of the map if its width at the equator is 36,000.
const POLE: f64 = 9_129.4;

/// Projects a latitude and longitude in hundredths of a degree; the unit is a hundredth of a degree at the equator, and south is down.
pub fn project(latitude: i32, longitude: i32) -> Point {
    let north = f64::from(latitude.abs().min(9000)) / 500.0;
    let at = (north as usize).min(ROBINSON.len() - 2);
    let share = north - at as f64;
    let (from, to) = (ROBINSON[at], ROBINSON[at + 1]);
    let length = (from.0 + (to.0 - from.0) * share) / 10_000.0;
    let height = (from.1 + (to.1 - from.1) * share) / 10_000.0 * POLE;
    (f64::from(longitude) * length, if latitude < 0 { height } else { -height })
}

/// A window on the map.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// Left edge, in the units of [`project`].
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Window {
    /// All land except Antarctica.
    pub const WORLD: Window = Window { left: -16_800.0, top: -8_750.0, right: 17_600.0, bottom: 6_200.0 };

    /// The smallest window around this one with the aspect ratio of the frame and the same centre.
    pub fn fit(self, frame: Frame) -> Self {
        let shape = f64::from(frame.width) / f64::from(frame.height);
        let (width, height) = (self.right - self.left, self.bottom - self.top);
        self.sized(width.max(height * shape), height.max(width / shape))
    }

    fn sized(self, width: f64, height: f64) -> Self {
        let (x, y) = ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0);
        Self { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
    }

    /// The position of a point of the map in the frame.
    pub fn place(self, (x, y): Point, frame: Frame) -> Point {
        let scale = f64::from(frame.width) / (self.right - self.left);
        ((x - self.left) * scale, (y - self.top) * scale)
    }

    fn width(self) -> f64 {
        self.right - self.left
    }
}

/// A place with its number of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The entity.
    pub entity: EntityId,
    /// Latitude and longitude in hundredths of a degree.
    pub place: (i16, i16),
    /// Number of mentions.
    pub count: u32,
    /// Number of articles that name it.
    pub articles: u32,
    /// Number of letters of its name.
    pub letters: usize,
}

impl Spot {
    fn point(&self) -> Point {
        project(i32::from(self.place.0), i32::from(self.place.1))
    }
}

/// Factor of one zoom step.
const STEP: f64 = 1.5;
/// The closest zoom step.
pub const CLOSEST: i8 = 6;
/// Percentage of mentions within the first window, so that a single remote place does not shrink all others.
const HELD: u64 = 85;
/// Smallest size of the first window.
const SMALLEST: f64 = 3_000.0;
/// Most circles that are drawn.
const DRAWN: usize = 120;

/// The window of a zoom step, the step itself limited to the possible range, and the step that shows the whole world.
///
/// Step 0 shows most of the places, those nearest to their middle, or to `around`; each closer step halves the window.
pub fn window(spots: &[Spot], frame: Frame, zoom: i8, around: Option<(i16, i16)>) -> (Window, i8, i8) {
    let world = Window::WORLD.fit(frame);
    let region = region(spots).map_or(world, |region| region.fit(frame));
    let mut furthest = 0;
    let mut width = region.width();
    while width < world.width() {
        width *= STEP;
        furthest -= 1;
    }
    let zoom = zoom.clamp(furthest, CLOSEST);
    if zoom == furthest {
        return (world, zoom, furthest);
    }
    let mut shown = region;
    for _ in 0..zoom.abs() {
        let by = if zoom > 0 { 1.0 / STEP } else { STEP };
        shown = shown.sized(shown.width() * by, (shown.bottom - shown.top) * by);
    }
    if let Some((latitude, longitude)) = around.filter(|_| zoom > 0) {
        let (x, y) = project(i32::from(latitude), i32::from(longitude));
        let (width, height) = (shown.width(), shown.bottom - shown.top);
        shown = Window { left: x, top: y, right: x, bottom: y }.sized(width, height);
    }
    (shown, zoom, furthest)
}

/// The window with most mentions, with a margin; `None` without places.
fn region(spots: &[Spot]) -> Option<Window> {
    let all: u64 = spots.iter().map(|spot| u64::from(spot.count)).sum();
    let points: Vec<(Point, u64)> = spots.iter().map(|spot| (spot.point(), u64::from(spot.count))).collect();
    let x = middle(&points, all, |p| p.0)?;
    let y = middle(&points, all, |p| p.1)?;
    let mut by_distance = points;
    let far = |(px, py): Point| ((px - x) * (px - x) + (py - y) * (py - y)) as i64;
    crate::order::sort_by_key(&mut by_distance, |(point, _)| far(*point));
    let mut window = Window { left: x, top: y, right: x, bottom: y };
    let mut held = 0;
    for ((x, y), count) in by_distance {
        if held * 100 >= all * HELD {
            break;
        }
        held += count;
        window = Window { left: window.left.min(x), top: window.top.min(y), right: window.right.max(x), bottom: window.bottom.max(y) };
    }
    let (width, height) = (window.width().max(SMALLEST), (window.bottom - window.top).max(SMALLEST / 2.0));
    Some(window.sized(width * 1.25, height * 1.25))
}

/// The median, weighted by mentions.
fn middle(points: &[(Point, u64)], all: u64, of: fn(Point) -> f64) -> Option<f64> {
    let mut values: Vec<(i64, u64)> = points.iter().map(|(point, count)| (of(*point) as i64, *count)).collect();
    crate::order::sort_by_key(&mut values, |value| *value);
    let mut below = 0;
    values
        .iter()
        .find(|(_, count)| {
            below += count;
            below * 2 >= all
        })
        .map(|(value, _)| *value as f64)
}

/// The circles in a window, the largest first; the most frequent places have priority for labels.
pub fn circles(spots: &[Spot], window: Window, frame: Frame) -> Vec<Mark> {
    let mut inside: Vec<(&Spot, Point)> = spots.iter().map(|spot| (spot, window.place(spot.point(), frame))).collect();
    let holds = |(x, y): Point| x >= 0.0 && y >= 0.0 && x <= f64::from(frame.width) && y <= f64::from(frame.height);
    inside.retain(|(_, at)| holds(*at));
    crate::order::sort_by_key(&mut inside, |(spot, _)| (std::cmp::Reverse(spot.count), spot.entity));
    inside.truncate(DRAWN);
    let most = f64::from(inside.first().map_or(1, |(spot, _)| spot.count).max(1));
    let largest = if frame.width < 600 { 16.0 } else { 26.0 };
    let radius = |spot: &Spot| (largest * (f64::from(spot.count) / most).sqrt()).max(2.5);
    let symbols: Vec<Symbol> = inside.iter().map(|(spot, at)| Symbol { at: *at, radius: radius(spot), letters: spot.letters }).collect();
    let circle = |((spot, at), label): (&(&Spot, Point), Option<Label>)| {
        let Spot { entity, count, articles, .. } = **spot;
        Mark { entity, count, articles, at: *at, radius: radius(spot), label }
    };
    inside.iter().zip(labels(&symbols, frame, true)).map(circle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { width: 900, height: 480 };

    fn spot(n: u32, place: (i16, i16), count: u32) -> Spot {
        Spot { entity: EntityId(n), place, count, articles: 1, letters: 8 }
    }

    /// Moscow, Kyiv, Berlin, Beijing, Washington.
    fn spots() -> Vec<Spot> {
        let places = [(5576, 3762), (5045, 3052), (5252, 1340), (3990, 11640), (3890, -7704)];
        places.into_iter().zip([40, 30, 20, 8, 2]).enumerate().map(|(n, (place, count))| spot(n as u32, place, count)).collect()
    }

    #[test]
    fn the_projection_agrees_with_robinsons_table() {
        assert_eq!(project(0, 0), (0.0, 0.0));
        assert_eq!(project(0, -18_000), (-18_000.0, 0.0));
        assert_eq!(project(9000, 18_000), (9_579.6, -POLE));
        assert_eq!(project(-9000, 0).1, POLE);
        // The map is 0.5072 times as high as it is wide.
        assert!((POLE * 2.0 / 36_000.0 - 0.5072).abs() < 0.0001);
        let (x, y) = project(5250, 1340);
        assert!((x - 1340.0 * 0.85145).abs() < 0.1 && (y + 0.64725 * POLE).abs() < 1.0, "{x} {y}");
        for latitude in -90..90 {
            assert!(project(latitude * 100, 0).1 > project(latitude * 100 + 100, 0).1);
        }
    }

    #[test]
    fn the_first_window_holds_most_places() {
        let (window, zoom, furthest) = window(&spots(), FRAME, 0, None);
        assert!(zoom == 0 && furthest < 0);
        assert!(window.width() < Window::WORLD.width() / 3.0);
        let shown: Vec<u32> = circles(&spots(), window, FRAME).iter().map(|circle| circle.entity.0).collect();
        assert_eq!(shown, [0, 1, 2]);
        let shape = f64::from(FRAME.width) / f64::from(FRAME.height);
        assert!((window.width() / (window.bottom - window.top) - shape).abs() < 1e-6);
    }

    #[test]
    fn zoom_steps_reach_the_whole_world() {
        let (_, _, furthest) = window(&spots(), FRAME, 0, None);
        let (world, zoom, _) = window(&spots(), FRAME, i8::MIN, None);
        assert_eq!((world, zoom), (Window::WORLD.fit(FRAME), furthest));
        assert_eq!(circles(&spots(), world, FRAME).len(), 5);
        let mut before = world.width() + 1.0;
        for zoom in furthest..=CLOSEST {
            let (shown, ..) = window(&spots(), FRAME, zoom, None);
            assert!(shown.width() < before, "{zoom}");
            before = shown.width();
        }
        let (near, zoom, _) = window(&spots(), FRAME, i8::MAX, Some((3990, 11640)));
        assert_eq!(zoom, CLOSEST);
        assert_eq!(circles(&spots(), near, FRAME).iter().map(|circle| circle.entity.0).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn none_one_and_coinciding_places_have_a_window() {
        assert_eq!(window(&[], FRAME, 0, None), (Window::WORLD.fit(FRAME), 0, 0));
        let one = [spot(0, (5252, 1340), 3)];
        let (near, ..) = window(&one, FRAME, 0, None);
        assert!(near.width() >= SMALLEST);
        let (x, y) = circles(&one, near, FRAME)[0].at;
        assert!((x - 450.0).abs() < 1.0 && (y - 240.0).abs() < 1.0, "{x} {y}");
        let twins = [spot(0, (5252, 1340), 9), spot(1, (5252, 1340), 1)];
        let drawn = circles(&twins, near, FRAME);
        assert!(drawn[0].radius > drawn[1].radius && drawn[0].label.is_some());
    }

    #[test]
    fn areas_are_proportional_to_counts() {
        let drawn = circles(&spots(), Window::WORLD.fit(FRAME), FRAME);
        assert!((drawn[0].radius * drawn[0].radius / (drawn[2].radius * drawn[2].radius) - 2.0).abs() < 1e-9);
        assert!(drawn.windows(2).all(|pair| pair[0].radius >= pair[1].radius));
    }
}
