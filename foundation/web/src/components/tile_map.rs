use super::Mark;
use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A municipality's place on the map of tiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// The municipality's code.
    pub code: &'static str,
    /// From the west, from 0.
    pub column: u32,
    /// From the north, from 0.
    pub row: u32,
    /// Its name, shortened to fit.
    pub name: &'static str,
}

/// The 98 municipalities, one tile each. Our own arrangement: neighbours stay neighbours where
/// that can be had, islands stand apart, and the tight suburbs of København get room.
pub static TILES: LazyLock<Vec<Tile>> = LazyLock::new(|| {
    include_str!("tiles.csv")
        .lines()
        .skip(1)
        .filter_map(tile)
        .collect()
});

fn tile(line: &'static str) -> Option<Tile> {
    let mut fields = line.split(',');
    Some(Tile {
        code: fields.next()?,
        column: fields.next()?.parse().ok()?,
        row: fields.next()?.parse().ok()?,
        name: fields.next()?,
    })
}

/// What the map shows for one municipality.
pub struct TileMark {
    /// The municipality's code.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// The status.
    pub mark: Mark,
    /// Its page.
    pub href: String,
}

/// A map with one tile of equal size for each municipality, so that small ones are seen as well
/// as large ones; a letter and a shape in each; the same as a table behind it.
#[derive(Template)]
#[template(path = "components/tile_map.html")]
pub struct TileMap<'page> {
    texts: &'page Texts,
    title: String,
    left: u32,
    top: u32,
    width: u32,
    height: u32,
    tiles: Vec<PlacedTile>,
}

impl HtmlSafe for TileMap<'_> {}

struct PlacedTile {
    x: u32,
    y: u32,
    short: &'static str,
    shown: Option<TileMark>,
}

/// A tile's side with its margin, in the picture's own units.
const SIDE: u32 = 104;

impl<'page> TileMap<'page> {
    /// The whole country; municipalities without a mark are outlines.
    pub fn country(title: String, marks: Vec<TileMark>, texts: &'page Texts) -> Self {
        Self::of(title, marks, texts, false)
    }

    /// Only the part of the country where the marked municipalities lie.
    pub fn region(title: String, marks: Vec<TileMark>, texts: &'page Texts) -> Self {
        Self::of(title, marks, texts, true)
    }

    fn of(title: String, marks: Vec<TileMark>, texts: &'page Texts, cropped: bool) -> Self {
        let mut by_code: BTreeMap<String, TileMark> = marks
            .into_iter()
            .map(|mark| (mark.code.clone(), mark))
            .collect();
        let tiles = TILES
            .iter()
            .filter(|tile| !cropped || by_code.contains_key(tile.code))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|tile| place(tile, by_code.remove(tile.code)))
            .collect();
        Self::framed(title, tiles, texts)
    }

    fn framed(title: String, tiles: Vec<PlacedTile>, texts: &'page Texts) -> Self {
        let left = tiles.iter().map(|tile| tile.x).min().unwrap_or(0);
        let top = tiles.iter().map(|tile| tile.y).min().unwrap_or(0);
        let right = tiles.iter().map(|tile| tile.x + SIDE).max().unwrap_or(SIDE);
        let bottom = tiles.iter().map(|tile| tile.y + SIDE).max().unwrap_or(SIDE);
        Self {
            texts,
            title,
            left,
            top,
            width: right - left,
            height: bottom - top,
            tiles,
        }
    }

    fn marked(&self) -> impl Iterator<Item = &TileMark> {
        self.tiles.iter().filter_map(|tile| tile.shown.as_ref())
    }
}

fn place(tile: &Tile, shown: Option<TileMark>) -> PlacedTile {
    PlacedTile {
        x: tile.column * SIDE,
        y: tile.row * SIDE,
        short: tile.name,
        shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_map_has_a_tile_for_each_of_the_98_municipalities() {
        let codes: BTreeSet<_> = TILES.iter().map(|tile| tile.code).collect();
        assert_eq!(TILES.len(), 98);
        assert_eq!(codes.len(), 98);
    }

    #[test]
    fn no_two_tiles_overlap() {
        let places: BTreeSet<_> = TILES.iter().map(|tile| (tile.column, tile.row)).collect();
        assert_eq!(places.len(), TILES.len());
    }

    #[test]
    fn a_tile_s_name_fits() {
        for tile in TILES.iter() {
            assert!(tile.name.chars().count() <= 13, "{}", tile.name);
        }
    }
}
