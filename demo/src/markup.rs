//! Remarks as `data/` writes them: a line is a paragraph, `- ` begins a list item, `**` stands
//! around bold words.

use forms::{RemarkParagraph, RemarkRun};

/// Reads a remark.
pub fn remark(text: &str) -> Vec<RemarkParagraph> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(paragraph)
        .collect()
}

fn paragraph(line: &str) -> RemarkParagraph {
    let item = line.strip_prefix("- ");
    RemarkParagraph {
        list_item: item.is_some(),
        runs: runs(item.unwrap_or(line)),
    }
}

fn runs(line: &str) -> Vec<RemarkRun> {
    line.split("**")
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .map(|(place, text)| RemarkRun {
            text: text.to_owned(),
            bold: place % 2 == 1,
            italic: false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_lead_ins_and_list_items_are_kept() {
        let read = remark("**Status:** I gang.\n\n- en\n- to\n");
        assert_eq!(read.len(), 3);
        assert!(read[0].runs[0].bold && !read[0].runs[1].bold);
        assert_eq!(read[0].text(), "Status: I gang.");
        assert!(read[1].list_item && read[2].list_item);
        assert_eq!(read[2].text(), "to");
    }
}
