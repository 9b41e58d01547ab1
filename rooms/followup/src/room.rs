use crate::pages::{self, Pages};
use axum::Router;
use database::Database;
use documents::write::Typeset;
use std::sync::Arc;
use web::MenuItem;

/// What this room adds to the house.
pub struct Room {
    /// Its pages.
    pub routes: Router,
    /// Its entries in the main navigation.
    pub menu: Vec<MenuItem>,
}

/// The room over a database; `typeset` sets PDFs.
pub fn room(database: Database, typeset: Arc<Typeset>) -> Room {
    let pages = Arc::new(Pages::new(database, typeset));
    Room {
        routes: pages::routes(pages),
        menu: menu(),
    }
}

fn menu() -> Vec<MenuItem> {
    let entry = |words, href| MenuItem {
        words,
        href,
        signed_in_only: false,
    };
    vec![
        entry("page-menu-front", "/"),
        entry("page-menu-rounds", "/rounds"),
        entry("page-menu-search", "/search"),
    ]
}
