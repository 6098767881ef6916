//! The outlines of the land.
//!
//! ```
//! use zeitlupe_core::drawing::{Frame, map::Window, outline::Outline};
//! let frame = Frame::map(false);
//! let path = Outline::of_the_world().path(Window::WORLD.fit(frame), frame);
//! assert!(path.starts_with('M'));
//! ```

use super::map::{SCALE, Window, project};
use super::{Frame, Point};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// Rings of land: the first point of each, then the differences from point to point; longitude and latitude in tenths of a degree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline(pub Vec<Vec<(i16, i16)>>);

impl Outline {
    /// The land of the world. Made from Natural Earth (public domain), land at 1:50 million: without Antarctica and small islands,
    /// simplified after Douglas and Peucker to 0.08 degrees in Europe and 0.3 elsewhere. One ring per line; rings across 180 degrees continue beyond it.
    pub fn of_the_world() -> Self {
        let ring = |line: &str| {
            let numbers: Vec<i16> = line.split(' ').map(|number| number.parse().expect("the file holds numbers only")).collect();
            numbers.as_chunks().0.iter().map(|[x, y]| (*x, *y)).collect()
        };
        Self(include_str!("land.txt").lines().map(ring).collect())
    }

    /// The rings that overlap a window as one SVG path, in tenths of a pixel, without those that would be only a dot.
    pub fn path(&self, window: Window, frame: Frame) -> String {
        let mut out = String::new();
        for ring in &self.0 {
            let (mut x, mut y) = (0, 0);
            let point = |step: &(i16, i16)| {
                (x, y) = (x + i32::from(step.0), y + i32::from(step.1));
                window.place(project(y * 10, x * 10), frame)
            };
            let points: Vec<Point> = ring.iter().map(point).collect();
            if is_seen(&points, frame) {
                draw(&points, &mut out);
            }
        }
        out
    }
}

fn is_seen(points: &[Point], frame: Frame) -> bool {
    let reach = |of: fn(&Point) -> f64| points.iter().map(of).fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
    let ((left, right), (top, bottom)) = (reach(|p| p.0), reach(|p| p.1));
    let inside = right > 0.0 && bottom > 0.0 && left < f64::from(frame.width) && top < f64::from(frame.height);
    inside && (right - left).max(bottom - top) > 1.5
}

/// `M` to the first point, then relative steps; repeated points are left out.
fn draw(points: &[Point], out: &mut String) {
    let mut before = (0, 0);
    for (n, point) in points.iter().enumerate() {
        let here = ((point.0 * SCALE).round() as i32, (point.1 * SCALE).round() as i32);
        let (dx, dy) = (here.0 - before.0, here.1 - before.1);
        if n == 0 || (dx, dy) != (0, 0) {
            // After the first pair of `m`, pairs without a letter are lines.
            let sign = if n == 0 {
                "M"
            } else if n == 1 {
                "l"
            } else {
                " "
            };
            let _ = write!(out, "{sign}{dx} {dy}");
            before = here;
        }
    }
    out.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlines_cover_the_world() {
        let world = Outline::of_the_world();
        assert!(world.0.len() > 60);
        for ring in &world.0 {
            assert!(ring.len() > 3);
            let (mut x, mut y) = (0_i32, 0_i32);
            for (dx, dy) in ring {
                (x, y) = (x + i32::from(*dx), y + i32::from(*dy));
                assert!((-1800..=1910).contains(&x) && (-600..=840).contains(&y), "{x} {y}");
            }
        }
        let bytes = postcard::to_allocvec(&world).unwrap();
        assert!(bytes.len() < 8_000, "{} bytes", bytes.len());
    }

    #[test]
    fn a_path_has_the_visible_rings() {
        let world = Outline::of_the_world();
        let frame = Frame { width: 900, height: 480 };
        let whole = world.path(Window::WORLD.fit(frame), frame);
        assert!(whole.starts_with('M') && whole.ends_with('z') && whole.len() > 10_000, "{}", whole.len());
        let europe = world.path(Window { left: -1000.0, top: -7000.0, right: 4000.0, bottom: -3500.0 }.fit(frame), frame);
        assert!(europe.matches('M').count() < whole.matches('M').count());
        assert!(world.path(Window { left: -3000.0, top: 300.0, right: -2900.0, bottom: 350.0 }, frame).is_empty(), "open sea");
    }
}
