//! What the browser tests share: drivers, a server that logs, the walk.
