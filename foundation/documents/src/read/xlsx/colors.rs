use crate::read::color;
use crate::read::office::Theme;
use crate::read::xml::Element;
use document_model::Rgb;

/// The colours that a workbook can name: of its theme, and its palette of 64.
#[derive(Default)]
pub(super) struct Colors {
    pub(super) theme: Theme,
    /// A palette of the workbook's own, in place of the usual one.
    pub(super) palette: Vec<Rgb>,
}

/// Excel counts light before dark (18.8.3), unlike the theme itself.
const THEME: [&str; 12] = [
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
];

/// The usual palette from index 8 on (18.8.27); 0 to 7 repeat its first eight.
const PALETTE: [u32; 56] = [
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000,
    0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366,
    0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00,
    0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99,
    0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900,
    0xFF6600, 0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366,
    0x333399, 0x333333,
];

impl Colors {
    /// The colour of a `color`, `fgColor` or `bgColor`; nothing for automatic.
    pub(super) fn of(&self, element: &Element<'_>) -> Option<Rgb> {
        let tint = element.attr("tint").and_then(|tint| tint.parse().ok());
        self.base(element)
            .map(|base| color::tint(base, tint.unwrap_or(0.0)))
    }

    fn base(&self, element: &Element<'_>) -> Option<Rgb> {
        if let Some(rgb) = element.attr("rgb") {
            return color::hex(&rgb);
        }
        if let Some(index) = element.number("theme") {
            return self.theme.get(*THEME.get(index as usize)?).copied();
        }
        self.indexed(element.number("indexed")? as usize)
    }

    fn indexed(&self, index: usize) -> Option<Rgb> {
        if let Some(own) = self.palette.get(index) {
            return Some(*own);
        }
        let usual = PALETTE.get(if index < 8 { index } else { index - 8 })?;
        let [_, red, green, blue] = usual.to_be_bytes();
        Some(Rgb(red, green, blue))
    }
}
