//! Properties of the drawing, and measures shared by its parts.

use super::ItemTexts;
use crate::hooks::AnswerTo;
use crate::state::AppContext;
use std::rc::Rc;
use yew::prelude::*;
use zeitlupe_core::day::Day;
use zeitlupe_core::room::question::Timeline;
use zeitlupe_core::timeline::Item;
use zeitlupe_core::timeline::layout::{Context, EDGE, Layout};
use zeitlupe_core::timeline::scale::{Scale, Window};

/// Heights in CSS pixels: a row of marks, the axis above, the strip below, a line of the legend.
pub(super) const ROW: f64 = 24.0;
pub(super) const AXIS: f64 = 40.0;
pub(super) const STRIP: f64 = 52.0;
pub(super) const LINE: f64 = 22.0;
/// Space above the marks of a lane, and in narrow windows the height of its name there.
const LANE_PADDING: f64 = 6.0;
pub(super) const NAME: f64 = 20.0;
/// Space at the left for the names of the lanes, and the minimum width of a drawing with it.
const GUTTER: f64 = 136.0;
pub(super) const WIDE: f64 = 640.0;
/// The width of a letter.
pub(super) const LETTER: f64 = 6.6;

/// The layout of a drawing of a given width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The total width.
    pub width: f64,
}

impl Frame {
    /// The left end of the scale.
    pub(super) fn left(self) -> f64 {
        EDGE + if self.width < WIDE { 0.0 } else { GUTTER }
    }

    /// The width of the scale.
    pub fn scale(self) -> f64 {
        (self.width - self.left() - EDGE).max(120.0)
    }

    pub(super) fn air(self) -> f64 {
        if self.width < WIDE { NAME } else { LANE_PADDING }
    }
}

/// Properties of the drawing.
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// The context.
    pub context: AppContext,
    /// All items.
    pub items: AnswerTo<Timeline>,
    /// The layout of the visible part.
    pub layout: Rc<Layout>,
    /// The overview strip.
    pub strip: Rc<Context>,
    /// The days of the strip.
    pub overview: Window,
    /// The layout of the width.
    pub frame: Frame,
    /// The scale of the layout.
    pub scale: Scale,
    /// The names of the lanes.
    pub lanes: Rc<Vec<String>>,
    /// The loaded texts.
    pub words: ItemTexts,
    /// The chosen period.
    pub chosen: Option<Window>,
    /// The day of the focused mark, around which the view zooms.
    pub focus: Option<Day>,
    /// A mark of this day was focused.
    pub focused: Callback<Option<Day>>,
    /// A mark of several items was opened.
    pub open: Callback<Vec<u32>>,
    /// A day of the strip was chosen.
    pub jump: Callback<Day>,
    /// A period was chosen.
    pub choose: Callback<Window>,
    /// Zooms in (`true`) or out, around a day.
    pub zoom: Callback<(bool, Day)>,
}

/// The item with this index.
pub(super) fn item(items: &AnswerTo<Timeline>, at: u32) -> Option<&Item> {
    items.get()?.items.get(at as usize)
}

/// The top of a lane below the axis.
pub(super) fn lane_top(props: &ChartProps, lane: usize) -> f64 {
    let rows =
        props.layout.lanes.get(lane).map_or_else(|| props.layout.lanes.last().map_or(0, |last| last.top + last.rows), |lane| lane.top);
    f64::from(rows) * ROW + lane as f64 * props.frame.air()
}
