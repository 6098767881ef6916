//! Makes a site out of the compiled app and the analysed articles.
