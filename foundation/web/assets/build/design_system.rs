//! What we take of the Danish public design system (dkfds): its stylesheet and script, the
//! icons that the stylesheet names, a small sheet of the icons that our pages use, the latin
//! part of its typeface in five styles, and the licences.

use crate::listing::{File, file};
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

/// The icons that our pages show, by their names in the design system.
const ICONS: [&str; 18] = [
    "arrow-downward",
    "arrow-forward",
    "arrow-upward",
    "check",
    "chevron-left",
    "chevron-right",
    "close",
    "download",
    "error",
    "help",
    "info",
    "language",
    "menu",
    "print",
    "search",
    "success",
    "upload",
    "warning",
];

/// The styles of IBM Plex Sans that our stylesheet names. The part `Latin1` (17 kB each instead
/// of 57) holds every letter that Danish and English need.
const TYPEFACE: [&str; 5] = ["Regular", "Italic", "Medium", "SemiBold", "Bold"];

/// Every file taken from the package in `home`.
pub fn files(home: &Path) -> io::Result<Vec<File>> {
    let dist = home.join("dist");
    let style = without_typefaces(&text(&dist.join("css/dkfds.min.css"))?);
    let mut files = vec![
        file(
            "js/dkfds.min.js",
            without_map(&text(&dist.join("js/dkfds.min.js"))?),
        ),
        file("licences/dkfds.txt", fs::read(home.join("LICENSE.md"))?),
    ];
    for name in named_pictures(&style) {
        files.push(file(
            &format!("img/{name}"),
            fs::read(dist.join("img").join(name))?,
        ));
    }
    files.push(file("css/dkfds.min.css", style.into_bytes()));
    let sheet = text(&dist.join("img/all-svg-icons.svg"))?;
    files.push(file("img/icons.svg", icon_sheet(&sheet)?));
    typeface(&dist.join("fonts/IBMPlexSans/split/woff2"), &mut files)?;
    Ok(files)
}

fn typeface(folder: &Path, files: &mut Vec<File>) -> io::Result<()> {
    for style in TYPEFACE {
        let bytes = fs::read(folder.join(format!("IBMPlexSans-{style}-Latin1.woff2")))?;
        files.push(file(
            &format!("fonts/plex-{}.woff2", style.to_lowercase()),
            bytes,
        ));
    }
    let licence = fs::read(folder.join("license.txt"))?;
    files.push(file("licences/ibm-plex-sans.txt", licence));
    Ok(())
}

fn text(path: &Path) -> io::Result<String> {
    fs::read_to_string(path)
        .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}

/// The stylesheet without its own `@font-face` rules (ours name the smaller files) and without
/// the address of its source map.
fn without_typefaces(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(begin) = rest.find("@font-face{") {
        kept.push_str(&rest[..begin]);
        rest = rest[begin..]
            .find('}')
            .map_or("", |end| &rest[begin + end + 1..]);
    }
    kept.push_str(rest);
    let end = kept.find("/*# sourceMappingURL").unwrap_or(kept.len());
    kept.truncate(end);
    kept
}

fn without_map(script: &str) -> Vec<u8> {
    let end = script.find("//# sourceMappingURL").unwrap_or(script.len());
    script.as_bytes()[..end].to_vec()
}

/// The pictures that the stylesheet names, as paths below `img/`.
fn named_pictures(style: &str) -> BTreeSet<&str> {
    style
        .split("url(../img/")
        .skip(1)
        .filter_map(|rest| rest.split_once(')').map(|(name, _)| name))
        .collect()
}

/// Our icons as one picture with a symbol each: `<use href="…/icons.svg#search">`.
fn icon_sheet(all: &str) -> io::Result<Vec<u8>> {
    let mut sheet = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">");
    for icon in ICONS {
        let opening = format!("<symbol id=\"{icon}\"");
        let symbol = all
            .find(&opening)
            .map(|begin| &all[begin..])
            .and_then(|rest| rest.split_once("</symbol>"))
            .map(|(symbol, _)| symbol)
            .ok_or_else(|| io::Error::other(format!("the design system has no icon {icon}")))?;
        sheet.push_str(symbol);
        sheet.push_str("</symbol>");
    }
    sheet.push_str("</svg>");
    Ok(sheet.into_bytes())
}
