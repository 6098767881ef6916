//! The reading room: a Yew app over the analysis of `zeitlupe-core`.
