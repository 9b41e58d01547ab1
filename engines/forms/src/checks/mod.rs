//! The checks of a form at three levels. They are the same for every way in: page, file,
//! interface, command line.
