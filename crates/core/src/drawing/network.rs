//! Layout of a small network: connected nodes are close together, and nodes do not overlap.

use super::{Frame, Point};

/// Iterations of the layout.
const STEPS: u32 = 260;
/// Iterations that separate overlapping nodes.
const APART: u32 = 80;
/// Room for a label below a node and at its sides, in pixels.
const MARGIN: Point = (56.0, 20.0);

/// Cosine and sine of the golden angle, the rotation from each node to the next in the initial layout: so they fill a disc evenly, the first in
/// its centre (H. Vogel, A better way to construct the sunflower head, 1979).
const TURN: Point = (-0.737_368_878, 0.675_490_294);

/// Positions of nodes with these radii, after T. Fruchterman and E. Reingold, Graph drawing by force-directed placement (1991): all nodes repel each
/// other, and an edge attracts its two nodes, with a weight of up to 1. If both have many edges, each attracts less, so that the best connected
/// nodes do not form a heap.
///
/// The first node stays in the centre if `pinned`. The same input always gives the same positions.
pub fn layout(radii: &[f64], edges: &[(u32, u32, f64)], frame: Frame, pinned: bool) -> Vec<Point> {
    let (width, height) = (f64::from(frame.width), f64::from(frame.height));
    let middle = (width / 2.0, height / 2.0);
    let mut at = seeds(radii.len(), middle);
    // The distance at which the forces of an edge of weight 1 are balanced.
    let k = 0.8 * (width * height / radii.len().max(1) as f64).sqrt();
    let mut degrees = vec![0.0_f64; radii.len()];
    for &(a, b, _) in edges {
        degrees[a as usize] += 1.0;
        degrees[b as usize] += 1.0;
    }
    for step in 0..STEPS {
        let mut forces = vec![(0.0, 0.0); at.len()];
        for a in 0..at.len() {
            for b in 0..a {
                let (dx, dy, distance) = between(at[a], at[b]);
                let push = k * k / distance / distance;
                add(&mut forces, a, b, (dx * push, dy * push));
            }
            // Unconnected parts would drift to the edge.
            forces[a].0 -= (at[a].0 - middle.0) * 0.12;
            forces[a].1 -= (at[a].1 - middle.1) * 0.12 * width / height;
        }
        for &(a, b, weight) in edges {
            let (a, b) = (a as usize, b as usize);
            let (dx, dy, distance) = between(at[a], at[b]);
            let pull = -distance / k * (0.3 + 0.7 * weight) * 1.6 / degrees[a].min(degrees[b]).sqrt();
            add(&mut forces, a, b, (dx * pull, dy * pull));
        }
        let heat = width / 10.0 * f64::from(STEPS - step) / f64::from(STEPS);
        for (at, (fx, fy)) in at.iter_mut().zip(forces).skip(usize::from(pinned)) {
            let force = (fx * fx + fy * fy).sqrt().max(0.01);
            let go = force.min(heat) / force;
            *at = (at.0 + fx * go, at.1 + fy * go);
        }
    }
    spread(&mut at, middle, pinned);
    for _ in 0..APART {
        part(&mut at, radii, pinned);
        for (at, radius) in at.iter_mut().zip(radii) {
            let (x, y) = (MARGIN.0.max(*radius), MARGIN.1 + radius);
            *at = (at.0.clamp(x.min(middle.0), (width - x).max(middle.0)), at.1.clamp(y.min(middle.1), (height - y).max(middle.1)));
        }
    }
    at
}

fn seeds(count: usize, middle: Point) -> Vec<Point> {
    let mut turn = (1.0, 0.0);
    let place = |n: usize| {
        let radius = (n as f64 / count as f64).sqrt() * 0.8;
        turn = (turn.0 * TURN.0 - turn.1 * TURN.1, turn.0 * TURN.1 + turn.1 * TURN.0);
        (middle.0 + turn.0 * radius * middle.0, middle.1 + turn.1 * radius * middle.1)
    };
    (0..count).map(place).collect()
}

/// The vector from `b` to `a`, and its length.
fn between(a: Point, b: Point) -> (f64, f64, f64) {
    let (dx, dy) = (a.0 - b.0, a.1 - b.1);
    (dx, dy, (dx * dx + dy * dy).sqrt().max(1.0))
}

fn add(forces: &mut [Point], a: usize, b: usize, (x, y): Point) {
    forces[a] = (forces[a].0 + x, forces[a].1 + y);
    forces[b] = (forces[b].0 - x, forces[b].1 - y);
}

/// Stretches the drawing to the whole frame, independently in both directions.
fn spread(at: &mut [Point], middle: Point, pinned: bool) {
    let fit = |values: &mut dyn Iterator<Item = &mut f64>, middle: f64, margin: f64| {
        let mut values: Vec<&mut f64> = values.collect();
        let low = values.iter().map(|v| **v).fold(f64::MAX, f64::min);
        let high = values.iter().map(|v| **v).fold(f64::MIN, f64::max);
        let (centre, half) = if pinned { (middle, (middle - low).max(high - middle)) } else { ((low + high) / 2.0, (high - low) / 2.0) };
        let scale = (middle - margin).max(1.0) / half.max(1.0);
        values.iter_mut().for_each(|value| **value = middle + (**value - centre) * scale);
    };
    fit(&mut at.iter_mut().map(|at| &mut at.0), middle.0, MARGIN.0 * 1.4);
    fit(&mut at.iter_mut().map(|at| &mut at.1), middle.1, MARGIN.1 * 1.8);
}

/// Separates overlapping nodes, with room for a label between them.
fn part(at: &mut [Point], radii: &[f64], pinned: bool) {
    for a in 0..at.len() {
        for b in 0..a {
            let (dx, dy, distance) = between(at[a], at[b]);
            let missing = radii[a] + radii[b] + 26.0 - distance;
            if missing > 0.0 {
                let (x, y) = if dx == 0.0 && dy == 0.0 { (1.0, 0.5) } else { (dx / distance, dy / distance) };
                let half = missing / 2.0;
                if !(pinned && b == 0) {
                    at[b] = (at[b].0 - x * half, at[b].1 - y * half);
                }
                at[a] = (at[a].0 + x * half, at[a].1 + y * half);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { width: 900, height: 600 };

    fn check(radii: &[f64], edges: &[(u32, u32, f64)], frame: Frame, pinned: bool) -> Vec<Point> {
        let at = layout(radii, edges, frame, pinned);
        assert_eq!(at, layout(radii, edges, frame, pinned));
        for (n, (x, y)) in at.iter().enumerate() {
            let r = radii[n];
            assert!(x - r >= 0.0 && x + r <= f64::from(frame.width) && y - r >= 0.0 && y + r <= f64::from(frame.height), "{n}: {x} {y}");
            for other in 0..n {
                let (.., distance) = between(at[n], at[other]);
                assert!(distance > r + radii[other], "{n} touches {other}: {distance}");
            }
        }
        at
    }

    #[test]
    fn nodes_are_within_the_frame_and_do_not_overlap() {
        check(&[], &[], FRAME, false);
        check(&[10.0], &[], FRAME, false);
        check(&[10.0, 10.0], &[(0, 1, 1.0)], FRAME, false);
        let radii: Vec<f64> = (0..25).map(|n| 20.0 - f64::from(n) / 2.0).collect();
        let star: Vec<(u32, u32, f64)> = (1..25).map(|n| (0, n, 1.0 / f64::from(n))).collect();
        check(&radii, &star, FRAME, false);
        check(&radii, &[], FRAME, false);
        let every: Vec<(u32, u32, f64)> = (1..25).flat_map(|a| (0..a).map(move |b| (a, b, 1.0))).collect();
        check(&radii, &every, FRAME, true);
        check(&radii[..13], &star[..12], Frame { width: 360, height: 460 }, true);
    }

    #[test]
    fn the_pinned_node_stays_in_the_centre() {
        let at = check(&[20.0, 8.0, 8.0, 8.0], &[(0, 1, 1.0), (0, 2, 0.5), (0, 3, 0.1)], FRAME, true);
        assert_eq!(at[0], (450.0, 300.0));
    }

    #[test]
    fn connected_nodes_are_close() {
        let triangles = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0)];
        let at = check(&[8.0; 6], &triangles, FRAME, false);
        let far = |a: usize, b: usize| between(at[a], at[b]).2;
        assert!(far(0, 1) < far(0, 3) && far(3, 4) < far(1, 4) && far(0, 2) < far(2, 5), "{at:?}");
    }
}
