use crate::access;
use crate::api::{self, Office};
use crate::intake::Readers;
use crate::pages::desk::{self, Desk};
use crate::pages::files::ReportFiles;
use crate::pages::filling;
use crate::pages::{self, Pages};
use axum::Router;
use database::Database;
use documents::write::Typeset;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use web::MenuItem;

/// What this room adds to the house.
pub struct Room {
    /// Its pages.
    pub routes: Router,
    /// The operations of its API, still without a gate.
    pub api: OpenApiRouter,
    /// Its entries in the main navigation.
    pub menu: Vec<MenuItem>,
}

/// The room over a database; `readers` read what is sent in, `typeset` sets PDFs.
pub fn room(database: Database, readers: Readers, typeset: Arc<Typeset>) -> Room {
    let desk = Arc::new(Desk {
        database: database.clone(),
        readers: readers.clone(),
    });
    let files = Arc::new(ReportFiles::new(typeset));
    let api = api::routes(Office {
        database: database.clone(),
        readers,
        files: Arc::clone(&files),
    });
    let pages = Arc::new(Pages::new(database, files));
    Room {
        routes: pages::routes(pages)
            .merge(filling::routes(Arc::clone(&desk)))
            .merge(desk::routes(desk)),
        api,
        menu: menu(),
    }
}

fn menu() -> Vec<MenuItem> {
    let entry = |words, href| MenuItem {
        words,
        href,
        shown_to: |_| true,
    };
    let desk = MenuItem {
        shown_to: access::is_of_a_secretariat,
        ..entry("desk-secretariat", "/desk")
    };
    let waiting = MenuItem {
        shown_to: |actor| {
            access::is_of_a_municipality(actor) && !access::is_of_a_secretariat(actor)
        },
        ..entry("filling-waiting", "/desk")
    };
    vec![
        entry("page-menu-front", "/"),
        entry("page-menu-rounds", "/rounds"),
        entry("cycle-menu", "/cycle"),
        entry("page-menu-search", "/search"),
        desk,
        waiting,
    ]
}
