//! What is peculiar to German: stems, compounds, stop words.

pub mod abbreviations;
