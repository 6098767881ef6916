//! What a drawing is made from, and the measures that its pieces share.

use super::Words;
use crate::hooks::AnswerTo;
use crate::state::AppContext;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::room::question::Timeline;
use zeitlupe_core::timeline::Item;
use zeitlupe_core::timeline::layout::{Context, EDGE, Layout};
use zeitlupe_core::timeline::scale::{Scale, Window};

/// Height of a row of marks, of the axis above, of the strip below and of a line of the key, in CSS pixels.
pub(super) const ROW: f64 = 24.0;
pub(super) const AXIS: f64 = 40.0;
pub(super) const STRIP: f64 = 52.0;
pub(super) const LINE: f64 = 22.0;
/// Room above the marks of a lane; where the window is narrow its name stands there.
const AIR: f64 = 6.0;
pub(super) const NAME: f64 = 20.0;
/// Room at the left for the names of the lanes, where the drawing is wide enough.
const GUTTER: f64 = 136.0;
pub(super) const WIDE: f64 = 640.0;
/// Width of a letter.
pub(super) const LETTER: f64 = 6.6;

/// Where the pieces of a drawing of some width stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the whole.
    pub width: f64,
}

impl Frame {
    /// Left end of the scale.
    pub(super) fn left(self) -> f64 {
        EDGE + if self.width < WIDE { 0.0 } else { GUTTER }
    }

    /// Width of the scale.
    pub fn scale(self) -> f64 {
        (self.width - self.left() - EDGE).max(120.0)
    }

    pub(super) fn air(self) -> f64 {
        if self.width < WIDE { NAME } else { AIR }
    }
}

/// Properties of the drawing.
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What every piece can reach.
    pub context: AppContext,
    /// All items.
    pub items: AnswerTo<Timeline>,
    /// What is shown of them.
    pub layout: Rc<Layout>,
    /// The strip below.
    pub strip: Rc<Context>,
    /// The days that the strip shows.
    pub overview: Window,
    /// How wide all is.
    pub frame: Frame,
    /// The scale that the layout was made with.
    pub scale: Scale,
    /// Names of the lanes.
    pub lanes: Rc<Vec<String>>,
    /// The words that are loaded.
    pub words: Words,
    /// The stretch that is chosen.
    pub chosen: Option<Window>,
    /// The day of the mark that has the focus, around which those zoom who want to see more.
    pub focus: Option<Day>,
    /// A mark of this day has got the focus.
    pub focused: Callback<Option<Day>>,
    /// A mark of several items was opened.
    pub open: Callback<Vec<u32>>,
    /// A day of the strip was chosen.
    pub jump: Callback<Day>,
    /// A stretch was chosen.
    pub choose: Callback<Window>,
    /// Closer (`true`) or further away, around a day.
    pub zoom: Callback<(bool, Day)>,
}

/// The item at this place of the list of all.
pub(super) fn item(items: &AnswerTo<Timeline>, at: u32) -> Option<&Item> {
    items.get()?.items.get(at as usize)
}

/// Top of a lane below the axis.
pub(super) fn lane_top(props: &ChartProps, lane: usize) -> f64 {
    let rows =
        props.layout.lanes.get(lane).map_or_else(|| props.layout.lanes.last().map_or(0, |last| last.top + last.rows), |lane| lane.top);
    f64::from(rows) * ROW + lane as f64 * props.frame.air()
}
