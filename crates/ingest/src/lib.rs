//! Reads files into articles.
