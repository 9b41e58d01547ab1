//! The forms of the accuracy suite: each says in a sentence what is special about it.

use crate::generator::shape::{
    Column, Counts, Format, Layout, Legend, Named, Printed, Remarks, Shape, Sign, Texts,
};
use crate::generator::stock::Which;
use Column::{Deadline, Number, Owner, Remark, Status, Text};

/// All forms of the suite, in a fixed order; each has its own seed.
pub fn cases() -> Vec<Shape> {
    let mut cases = [
        words(),
        colors(),
        controls(),
        arrangements(),
        wear(),
        prose(),
        printed(),
    ]
    .concat();
    for (seed, case) in (100..).zip(&mut cases) {
        case.seed = seed;
    }
    cases
}

fn case(about: &str, format: Format, change: impl FnOnce(&mut Shape)) -> Shape {
    let mut shape = Shape::plain(about, format, 0);
    change(&mut shape);
    shape
}

fn doubts(contradictions: usize, unknown: usize, blank: usize) -> Counts {
    Counts {
        contradictions,
        unknown,
        blank,
        ..Counts::default()
    }
}

/// Statuses in words.
fn words() -> Vec<Shape> {
    use Format::{Csv, Docx, Html, Ods, Odt, Xlsx};
    vec![
        case(
            "the form as it was sent out, filled in with words",
            Docx,
            |_| {},
        ),
        case("words in any case and with punctuation", Docx, |s| {
            s.sign = Sign::Sloppy
        }),
        case("words with their own label", Docx, |s| {
            s.sign = Sign::Labelled
        }),
        case("words with an explanation behind a dash", Docx, |s| {
            s.sign = Sign::Explained
        }),
        case("the round's own words", Docx, |s| s.sign = Sign::RoundWords),
        case("some statuses left empty, one unknown word", Docx, |s| {
            s.count = doubts(0, 1, 2)
        }),
        case("words on fills, two of which disagree", Docx, |s| {
            s.sign = Sign::WordOnFill(0);
            s.count = doubts(2, 0, 0);
        }),
        case("words in a workbook", Xlsx, |s| s.sign = Sign::Sloppy),
        case("explained words in a workbook, one unknown", Xlsx, |s| {
            s.sign = Sign::Explained;
            s.count = doubts(0, 1, 1);
        }),
        case("words in an OpenDocument text", Odt, |s| {
            s.sign = Sign::Labelled
        }),
        case("the round's words in an OpenDocument sheet", Ods, |s| {
            s.sign = Sign::RoundWords
        }),
        case("words on a web page", Html, |s| s.sign = Sign::Sloppy),
        case("words in separated values", Csv, |s| {
            s.named = Named::FileCode
        }),
        case(
            "words and signs that disagree in separated values",
            Csv,
            |s| {
                s.count = doubts(2, 1, 1);
                s.named = Named::FileName;
            },
        ),
        case("explained words in separated values", Csv, |s| {
            s.sign = Sign::Explained;
            s.which = Which::Transition;
        }),
        case("English words", Docx, |s| s.which = Which::English),
        case("English words in a workbook, some explained", Xlsx, |s| {
            s.which = Which::English;
            s.sign = Sign::Explained;
        }),
    ]
}

/// Statuses as colours.
fn colors() -> Vec<Shape> {
    use Format::{Docx, Html, Ods, Odt, Xlsx};
    let mut cases: Vec<_> = (0..5)
        .map(|palette| {
            let format = [Docx, Xlsx, Html, Odt, Ods][palette];
            case("fills without words", format, |s| {
                s.sign = Sign::Fill(palette);
                s.count.blank = palette % 2;
            })
        })
        .collect();
    cases.extend([
        case("pale fills in Word", Docx, |s| s.sign = Sign::Fill(1)),
        case("soft fills on a web page", Html, |s| s.sign = Sign::Fill(2)),
        case("theme colours as fills", Docx, |s| s.sign = Sign::ThemeFill),
        case("theme colours in a workbook", Xlsx, |s| {
            s.sign = Sign::ThemeFill
        }),
        case("fills that words contradict", Docx, |s| {
            s.sign = Sign::Fill(0);
            s.count = doubts(3, 0, 1);
        }),
        case("words on fills in a workbook, two disagree", Xlsx, |s| {
            s.sign = Sign::WordOnFill(3);
            s.count = doubts(2, 0, 0);
        }),
        case("words on fills on a web page, one disagrees", Html, |s| {
            s.sign = Sign::WordOnFill(2);
            s.count = doubts(1, 0, 0);
        }),
        case("coloured dots", Docx, |s| s.sign = Sign::ColoredDot),
        case("coloured dots in an OpenDocument text", Odt, |s| {
            s.sign = Sign::ColoredDot
        }),
        case("a coloured word that is no status", Xlsx, |s| {
            s.sign = Sign::ColoredText
        }),
        case("a coloured word on fills that disagree", Html, |s| {
            s.sign = Sign::ColoredText;
            s.count = doubts(2, 0, 0);
        }),
        case("highlighted text", Docx, |s| s.sign = Sign::Highlight),
        case("coloured circles", Docx, |s| s.sign = Sign::Emoji),
        case("coloured circles that fills contradict", Xlsx, |s| {
            s.sign = Sign::Emoji;
            s.count = doubts(2, 0, 0);
        }),
        case("words in a table with green bands", Docx, |s| {
            s.banded = true
        }),
        case("words in a sheet with green bands", Xlsx, |s| {
            s.banded = true
        }),
    ]);
    cases
}

/// Marks in columns, drop-downs, boxes.
fn controls() -> Vec<Shape> {
    use Format::{Csv, Docx, Html, Odt, Xlsx};
    vec![
        case("an X in one of three columns", Docx, |s| {
            s.sign = Sign::Crosses
        }),
        case("an X in a workbook, twice in one row", Xlsx, |s| {
            s.sign = Sign::Crosses;
            s.count = doubts(1, 0, 1);
        }),
        case("a tick in one of four columns", Html, |s| {
            s.sign = Sign::Ticks;
            s.count = doubts(1, 0, 0);
        }),
        case("a tick in separated values", Csv, |s| {
            s.sign = Sign::Ticks;
            s.named = Named::FileCode;
        }),
        case("drop-down lists", Docx, |s| {
            s.sign = Sign::DropDown(false);
            s.count = doubts(1, 0, 2);
        }),
        case("drop-down lists of old", Docx, |s| {
            s.sign = Sign::DropDown(true);
            s.count.blank = 1;
        }),
        case("check boxes, two ticked in one row", Docx, |s| {
            s.sign = Sign::Boxes(false);
            s.count = doubts(2, 0, 1);
        }),
        case("check boxes of old", Docx, |s| s.sign = Sign::Boxes(true)),
        case("drop-down lists on a web page", Html, |s| {
            s.sign = Sign::DropDown(false);
            s.count.blank = 1;
        }),
        case("radio buttons on a web page", Html, |s| {
            s.sign = Sign::Boxes(true)
        }),
        case("drop-down fields in an OpenDocument text", Odt, |s| {
            s.sign = Sign::DropDown(false)
        }),
        case("boxes written as characters", Odt, |s| {
            s.sign = Sign::Boxes(false)
        }),
        case("lists to choose from in a workbook", Xlsx, |s| {
            s.sign = Sign::DropDown(false)
        }),
    ]
}

/// Other columns, tables and orders.
fn arrangements() -> Vec<Shape> {
    use Format::{Docx, Html, Ods, Odt, Xlsx};
    let other = |s: &mut Shape| s.which = Which::Transition;
    vec![
        case("the status stands first", Docx, |s| {
            s.columns = vec![Status, Text, Remark]
        }),
        case("remarks before the status, with numbers", Docx, |s| {
            other(s);
            s.layout = Layout::AreaTables;
            s.columns = vec![Number, Text, Remark, Status];
        }),
        case("owner and deadline beside", Xlsx, |s| {
            other(s);
            s.columns = vec![Number, Text, Status, Owner, Deadline, Remark];
            s.layout = Layout::AreaTables;
        }),
        case("a table for each area under headings", Docx, |s| {
            s.layout = Layout::TablesUnderHeadings
        }),
        case("a table for each area on a web page", Html, |s| {
            other(s);
            s.layout = Layout::TablesUnderHeadings;
        }),
        case("a small table for each recommendation", Docx, |s| {
            s.layout = Layout::Cards
        }),
        case(
            "a small table for each recommendation, in boxes",
            Docx,
            |s| {
                s.layout = Layout::Cards;
                s.sign = Sign::Boxes(false);
                s.which = Which::Transition;
            },
        ),
        case("a sheet for each area", Xlsx, |s| s.layout = Layout::Sheets),
        case("a sheet for each area, with fills", Ods, |s| {
            other(s);
            s.layout = Layout::Sheets;
            s.sign = Sign::WordOnFill(4);
        }),
        case("areas merged downwards", Xlsx, |s| {
            s.layout = Layout::MergedAreas
        }),
        case("areas merged downwards in Word, with numbers", Docx, |s| {
            s.layout = Layout::MergedAreas;
            s.columns = vec![Number, Text, Status, Remark];
        }),
        case(
            "areas merged downwards, remarks over several rows",
            Odt,
            |s| {
                other(s);
                s.layout = Layout::MergedAreas;
                s.remarks = Remarks::SeveralRows;
            },
        ),
        case(
            "remarks over several rows with empty first cells",
            Docx,
            |s| s.remarks = Remarks::SeveralRows,
        ),
        case("remarks over several rows of a sheet", Xlsx, |s| {
            s.remarks = Remarks::SeveralRows;
            s.sign = Sign::Fill(0);
        }),
        case("the remark goes on in the status cell", Docx, |s| {
            s.remarks = Remarks::StatusCell;
            s.columns = vec![Text, Status];
        }),
        case("heads that stand again after a page break", Docx, |s| {
            s.repeated_heads = true
        }),
        case("other order of areas and rows", Docx, |s| s.shuffled = true),
        case("other order and other numbers", Xlsx, |s| {
            s.shuffled = true;
            s.count.renumbered = true;
            s.columns = vec![Number, Text, Status, Remark];
        }),
        case("a legend of colours above the table", Docx, |s| {
            s.legend = Legend::Colors;
            s.named = Named::PageHeader;
        }),
        case("a legend in words", Html, |s| {
            s.legend = Legend::Sentence;
            s.named = Named::Title;
        }),
    ]
}

/// Texts and rows that suffered.
fn wear() -> Vec<Shape> {
    use Format::{Csv, Docx, Html, Ods, Odt, Xlsx};
    vec![
        case("texts cut short", Docx, |s| s.texts = Texts::Shortened),
        case("texts cut short with an ellipsis", Xlsx, |s| {
            s.texts = Texts::Dotted;
            s.which = Which::Transition;
        }),
        case("hyphens of old lines in the texts", Docx, |s| {
            s.texts = Texts::Hyphenated
        }),
        case("hyphens of old lines, other order", Html, |s| {
            s.texts = Texts::Hyphenated;
            s.shuffled = true;
        }),
        case("a scanner misread every fiftieth letter", Docx, |s| {
            s.texts = Texts::Ocr(2)
        }),
        case("a scanner misread every twentieth letter", Odt, |s| {
            s.texts = Texts::Ocr(5);
            s.which = Which::Transition;
        }),
        case("two rows are missing", Docx, |s| s.count.missing = 2),
        case("a row is missing and two are new", Xlsx, |s| {
            s.count.missing = 1;
            s.count.proposals = 2;
        }),
        case("three rows of the municipality's own", Docx, |s| {
            s.count.proposals = 3
        }),
        case("own rows, missing rows, other order", Ods, |s| {
            s.count.missing = 2;
            s.count.proposals = 1;
            s.shuffled = true;
            s.which = Which::Transition;
        }),
        case("only the properties name the municipality", Docx, |s| {
            s.named = Named::Properties
        }),
        case("nothing names the municipality", Xlsx, |s| {
            s.named = Named::Nowhere
        }),
        case("nothing names the municipality, in Word", Docx, |s| {
            s.named = Named::Nowhere
        }),
        case("the file's name has the code", Docx, |s| {
            s.named = Named::FileCode
        }),
        case("the file's name has the name", Csv, |s| {
            s.named = Named::FileName
        }),
        case("the page header names the municipality", Odt, |s| {
            s.named = Named::PageHeader
        }),
    ]
}

/// Forms without tables.
fn prose() -> Vec<Shape> {
    use Format::{Docx, Html, Text as Plain};
    let groups = |s: &mut Shape| {
        s.layout = Layout::Groups;
        s.texts = Texts::Shortened;
    };
    vec![
        case("listed under three statuses", Docx, groups),
        case("listed under three statuses on a web page", Html, groups),
        case("listed under three statuses, in full", Plain, |s| {
            s.layout = Layout::Groups
        }),
        case("a mail", Plain, |s| s.layout = Layout::Mail),
        case("a mail with texts cut short", Plain, |s| {
            s.layout = Layout::Mail;
            s.texts = Texts::Shortened;
            s.which = Which::Transition;
        }),
        case("a table pasted as text", Plain, |s| {
            s.columns = vec![Number, Text, Status, Remark]
        }),
        case("lines with labels", Plain, |s| s.layout = Layout::Cards),
    ]
}

/// PDFs.
fn printed() -> Vec<Shape> {
    let pdf = Format::Pdf;
    use Printed::{Browser, OpenText, Word, Workbook};
    vec![
        case("printed from Word", pdf(Word), |_| {}),
        case("printed from Word with fills", pdf(Word), |s| {
            s.sign = Sign::Fill(0)
        }),
        case(
            "printed from Word, words on pale fills that disagree twice",
            pdf(Word),
            |s| {
                s.sign = Sign::WordOnFill(1);
                s.count = doubts(2, 0, 0);
            },
        ),
        case(
            "printed from Word with a column of numbers",
            pdf(Word),
            |s| {
                s.which = Which::Transition;
                s.columns = vec![Number, Text, Status, Remark];
                s.layout = Layout::AreaTables;
            },
        ),
        case("printed from Word with crosses", pdf(Word), |s| {
            s.sign = Sign::Crosses
        }),
        case("printed from Word, tables under headings", pdf(Word), |s| {
            s.layout = Layout::TablesUnderHeadings
        }),
        case(
            "printed from Word, remarks over several rows",
            pdf(Word),
            |s| s.remarks = Remarks::SeveralRows,
        ),
        case("printed from Word, in English", pdf(Word), |s| {
            s.which = Which::English
        }),
        case("printed from an OpenDocument text", pdf(OpenText), |s| {
            s.sign = Sign::Explained
        }),
        case(
            "printed from an OpenDocument text with dots",
            pdf(OpenText),
            |s| s.sign = Sign::ColoredDot,
        ),
        case("printed from a workbook", pdf(Workbook), |s| {
            s.sign = Sign::WordOnFill(0)
        }),
        case("printed from a workbook with fills", pdf(Workbook), |s| {
            s.sign = Sign::Fill(3);
            s.which = Which::Transition;
        }),
        case("printed by a browser", pdf(Browser), |s| {
            s.sign = Sign::Sloppy
        }),
        case(
            "printed by a browser with fills, cut short",
            pdf(Browser),
            |s| {
                s.sign = Sign::Fill(3);
                s.texts = Texts::Shortened;
            },
        ),
        case(
            "printed by a browser, other order, own rows",
            pdf(Browser),
            |s| {
                s.shuffled = true;
                s.count.proposals = 1;
                s.which = Which::Transition;
            },
        ),
    ]
}
