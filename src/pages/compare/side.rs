//! Articles side by side: equal passages stand level, ribbons connect them.

#[path = "block.rs"]
mod block;
#[path = "strip.rs"]
mod strip;
