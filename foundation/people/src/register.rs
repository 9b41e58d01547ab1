use crate::spelling::{flattened, folded};
use chrono::NaiveDate;
use kernel::{MunicipalityCode, Period};
use std::collections::HashMap;
use std::sync::OnceLock;

/// A municipality by its code and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// The code.
    pub code: MunicipalityCode,
    /// The name as the municipality writes it, without "Kommune".
    pub name: String,
}

/// The 98 municipalities as plain data.
#[derive(Debug)]
pub struct Register {
    municipalities: Vec<Municipality>,
    spellings: Vec<(MunicipalityCode, String)>,
    councils: Vec<(MunicipalityCode, &'static str, Period)>,
    by_spelling: HashMap<String, usize>,
}

/// The register that the program carries.
pub fn register() -> &'static Register {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    REGISTER.get_or_init(Register::read)
}

/// The rows of one of our own files: no quotes and no commas inside values.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = file.lines().skip(1).filter(|line| !line.is_empty());
    lines.map(|line| line.split(',').collect())
}

impl Register {
    fn read() -> Self {
        let municipalities = coded(include_str!("../data/municipalities.csv"))
            .map(|(code, name)| Municipality { code, name })
            .collect();
        let spellings = coded(include_str!("../data/spellings.csv")).collect();
        let mut register = Self {
            municipalities,
            spellings,
            councils: councils(include_str!("../data/memberships.csv")),
            by_spelling: HashMap::new(),
        };
        register.index();
        register
    }

    fn index(&mut self) {
        let mut by_spelling = HashMap::new();
        for (code, spelling) in self.spellings() {
            let place = self.municipalities.iter().position(|one| one.code == *code);
            for key in [folded(spelling), flattened(spelling)] {
                by_spelling.entry(key).or_insert(place.unwrap_or_default());
            }
        }
        self.by_spelling = by_spelling;
    }

    /// All, in the order of their codes.
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// The municipality with a code.
    pub fn municipality(&self, code: &MunicipalityCode) -> Option<&Municipality> {
        self.municipalities.iter().find(|one| one.code == *code)
    }

    /// The municipality of a name in any usual spelling: "Århus", "Hoeje-Taastrup", "Kobenhavn",
    /// "Københavns Kommune", "Bornholms Regionskommune", "Nordfyn".
    pub fn find(&self, name: &str) -> Option<&Municipality> {
        let keys = [folded(name), flattened(name)];
        let exact = keys.iter().find_map(|key| self.by_spelling.get(key));
        let genitive = || {
            let stems = keys.iter().filter_map(|key| key.strip_suffix('s'));
            stems.into_iter().find_map(|key| self.by_spelling.get(key))
        };
        exact
            .or_else(genitive)
            .and_then(|place| self.municipalities.get(*place))
    }

    /// The key of the contact council (KKR) that a municipality belongs to on a day.
    pub fn council_of(&self, code: &MunicipalityCode, day: NaiveDate) -> Option<&'static str> {
        self.councils
            .iter()
            .find(|(member, _, period)| member == code && period.contains(day))
            .map(|(_, council, _)| *council)
    }

    /// Every name and every other spelling, with the code it stands for.
    pub fn spellings(&self) -> impl Iterator<Item = (&MunicipalityCode, &str)> {
        let names = self
            .municipalities
            .iter()
            .map(|one| (&one.code, one.name.as_str()));
        names.chain(
            self.spellings
                .iter()
                .map(|(code, name)| (code, name.as_str())),
        )
    }
}

fn councils(file: &'static str) -> Vec<(MunicipalityCode, &'static str, Period)> {
    let membership = |row: Vec<&'static str>| match row.as_slice() {
        [code, body, from, to] if body.starts_with("kkr-") => {
            let period = Period {
                from: from.parse().ok()?,
                to: to.parse().ok(),
            };
            Some((MunicipalityCode::parse(code)?, *body, period))
        }
        _ => None,
    };
    rows(file).filter_map(membership).collect()
}

fn coded(file: &'static str) -> impl Iterator<Item = (MunicipalityCode, String)> {
    rows(file).filter_map(|row| match row.as_slice() {
        [code, name] => Some((MunicipalityCode::parse(code)?, (*name).to_owned())),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(name: &str) -> Option<&'static str> {
        register().find(name).map(|found| found.code.as_str())
    }

    #[test]
    fn there_are_98_municipalities_and_christiansoe_is_none_of_them() {
        assert_eq!(register().municipalities().len(), 98);
        assert_eq!(code_of("Christiansø"), None);
    }

    #[test]
    fn a_name_is_found_in_every_usual_spelling() {
        for (name, code) in [
            ("København", "0101"),
            ("Københavns Kommune", "0101"),
            ("KOEBENHAVN", "0101"),
            ("Kobenhavn", "0101"),
            ("Høje Taastrup", "0169"),
            ("Hoeje-Taastrup", "0169"),
            ("Høje-Tåstrup Kommune", "0169"),
            ("Hoje Tastrup", "0169"),
            ("Århus", "0751"),
            ("A\u{30a}rhus", "0751"),
            ("Ålborg Kommune", "0851"),
            ("Bornholms Regionskommune", "0400"),
            ("Nordfyn", "0480"),
            ("Nordfyns Kommune", "0480"),
            ("Vesthimmerland", "0820"),
            ("Fåborg-Midtfyn", "0430"),
            ("Assens Kommune", "0420"),
            ("Ærø", "0492"),
            ("Aero", "0492"),
        ] {
            assert_eq!(code_of(name), Some(code), "{name}");
        }
    }

    #[test]
    fn every_name_finds_itself_and_nobody_else() {
        for one in register().municipalities() {
            assert_eq!(code_of(&one.name), Some(one.code.as_str()));
        }
    }

    #[test]
    fn a_place_that_is_no_municipality_is_not_found() {
        assert_eq!(code_of("Skagen"), None);
        assert_eq!(code_of(""), None);
    }
}
