//! Passages that articles share; today so far as they date an article without a date.
