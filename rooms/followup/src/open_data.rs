//! What Pejling itself wrote as open data, read back: a report in CSV or JSON is as many forms as
//! municipalities have answered in it.

use crate::documents::{MunicipalityEntries, UnreadableData, read_csv, read_json};
use crate::intake::Received;
use crate::rules::aggregate_report::EntryFacts;
use forms::{EntryReading, FormReading, MunicipalityReading, Status};

/// The forms in a file, if it is open data of ours; nothing if it is some other file.
///
/// # Errors
/// [`UnreadableData`] where the file is open data and something in it is wrong.
pub fn forms_in(file: &Received) -> Option<Result<Vec<FormReading>, UnreadableData>> {
    let entries = match ending(file.file_name()).as_str() {
        "json" => read_json(&file.bytes),
        "csv" if is_ours(&file.bytes) => read_csv(&file.bytes),
        _ => return None,
    };
    Some(entries.map(|round| {
        let answered = round.municipalities.iter().filter(|one| has_answered(one));
        answered.map(reading).collect()
    }))
}

fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

/// A municipality's own CSV has words of its own in its first line, never these two.
fn is_ours(bytes: &[u8]) -> bool {
    let first = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let heads = String::from_utf8_lossy(first);
    heads.contains("municipality_code") && heads.contains("remark")
}

fn has_answered(one: &MunicipalityEntries) -> bool {
    let said = |entry: &EntryFacts| entry.status != Status::NotReported || !entry.remark.is_empty();
    one.form.is_some() || one.entries.iter().any(|(_, entry)| said(entry))
}

fn reading(one: &MunicipalityEntries) -> FormReading {
    FormReading {
        municipality: Some(MunicipalityReading {
            code: one.code.clone(),
            name: one.name.clone(),
        }),
        entries: one
            .entries
            .iter()
            .map(|(number, entry)| entry_reading(*number, entry))
            .collect(),
        ..FormReading::default()
    }
}

fn entry_reading(number: u32, entry: &EntryFacts) -> EntryReading {
    EntryReading {
        number,
        status: entry.status,
        evidence: Vec::new(),
        remark: entry.remark.clone(),
        read_text: String::new(),
        confidence: 1.0,
        source: entry.source.clone().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn file(name: &str, text: &str) -> Received {
        Received {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    #[test]
    fn a_municipalitys_own_csv_is_not_taken_for_open_data() {
        let own = file(
            "status.csv",
            "Anbefaling;Status;Bemærkninger\nAlle kommuner;Grøn;Ja\n",
        );
        assert!(forms_in(&own).is_none());
    }

    #[test]
    fn open_data_gives_a_form_for_each_municipality_that_answered() {
        let data = "municipality_code;municipality;number;status;remark\n\
                    0101;København;1;green;Godt i gang\n\
                    0147;Frederiksberg;1;not_reported;\n";
        let forms = forms_in(&file("rapport.csv", data)).unwrap().unwrap();
        assert_eq!(forms.len(), 1);
        assert_eq!(
            forms[0].municipality.as_ref().unwrap().code.as_str(),
            "0101"
        );
        assert_eq!(forms[0].entries[0].status, Status::Green);
    }

    #[test]
    fn damaged_open_data_is_said() {
        assert!(forms_in(&file("rapport.json", "{")).unwrap().is_err());
    }
}
