use crate::read::color;
use crate::read::office::Theme;
use crate::read::xml::Element;
use document_model::Rgb;

/// The colour that a `w:shd` shows: `None` where it says nothing readable, `Some(None)` where
/// it takes the shading away.
pub(super) fn shading(element: &Element<'_>, theme: &Theme) -> Option<Option<Rgb>> {
    let fill = named(
        element,
        ["themeFill", "themeFillTint", "themeFillShade", "fill"],
        theme,
    );
    let ink = color_of(element, theme).unwrap_or(Rgb(0, 0, 0));
    let pattern = element.attr("val").unwrap_or_default();
    Some(match &*pattern {
        "solid" => Some(ink),
        "nil" => None,
        dotted => match dotted
            .strip_prefix("pct")
            .and_then(|p| p.parse::<f64>().ok())
        {
            Some(percent) => {
                let share = (percent / 100.0).min(1.0);
                Some(color::mix(ink, fill.unwrap_or(Rgb(255, 255, 255)), share))
            }
            None => fill,
        },
    })
}

/// The colour that a `w:color` (or the ink of a `w:shd`) names; nothing for automatic.
pub(super) fn color_of(element: &Element<'_>, theme: &Theme) -> Option<Rgb> {
    let value = if element.name() == "color" {
        "val"
    } else {
        "color"
    };
    named(
        element,
        ["themeColor", "themeTint", "themeShade", value],
        theme,
    )
}

fn named(
    element: &Element<'_>,
    [base, tint, shade, value]: [&str; 4],
    theme: &Theme,
) -> Option<Rgb> {
    let themed = element
        .attr(base)
        .and_then(|name| theme.get(theme_name(&name)).copied());
    let Some(themed) = themed else {
        return color::hex(&element.attr(value)?);
    };
    // Word states how much of the colour stays, 0–FF; the rest turns white or black.
    let stays = |name| {
        let digits = element.attr(name)?;
        u8::from_str_radix(&digits, 16).ok()
    };
    Some(match (stays(tint), stays(shade)) {
        (Some(stays), _) => color::tint(themed, 1.0 - f64::from(stays) / 255.0),
        (_, Some(stays)) => color::tint(themed, f64::from(stays) / 255.0 - 1.0),
        _ => themed,
    })
}

/// Word's names for theme colours, as the theme itself calls them.
fn theme_name(word: &str) -> &str {
    match word {
        "background1" | "light1" | "bg1" => "lt1",
        "background2" | "light2" | "bg2" => "lt2",
        "text1" | "dark1" | "tx1" => "dk1",
        "text2" | "dark2" | "tx2" => "dk2",
        "hyperlink" => "hlink",
        "followedHyperlink" => "folHlink",
        accent => accent,
    }
}
