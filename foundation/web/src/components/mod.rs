//! The shared parts of pages: each is one struct, one template, one stem, and is shown in the
//! gallery. A component is put into a template as it is: `{{ matrix }}`.

mod alert;
mod confirm;
mod definition_list;
mod distribution;
mod filters;
mod form;
mod html;
mod mark;
mod matrix;
mod steps;
mod table;
mod tile_map;

pub use alert::{Alert, AlertLevel, EmptyState};
pub use confirm::Confirm;
pub use definition_list::DefinitionList;
pub use distribution::{Counts, DistributionBar};
pub use filters::{Choice, Filter, Filters};
pub use form::{ErrorSummary, Field, FieldKind};
pub use html::{Html, icon};
pub use mark::{Mark, StatusMark};
pub use matrix::{Matrix, MatrixCell, MatrixColumn, MatrixGroup, MatrixRow};
pub use steps::{Step, StepState, Steps};
pub use table::{Column, DataTable, Direction, Pagination, Sorting};
pub use tile_map::{TILES, Tile, TileMap, TileMark};
