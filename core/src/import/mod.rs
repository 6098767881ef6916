//! From a file's text to an article.
