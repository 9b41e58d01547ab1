use chrono::NaiveDate;

/// What identifies a person and must not stand in a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonalData {
    /// A CPR number; it is not repeated here.
    CprNumber,
    /// An e-mail address.
    Email(String),
    /// A Danish telephone number.
    Phone(String),
}

/// Finds CPR numbers, e-mail addresses and telephone numbers in a text.
///
/// A CPR number has ten digits of which the first six are a day, written together, or with a
/// dash or blank after the sixth (DDMMYY-NNNN). The modulus 11 control is not used: numbers
/// without it are given out since 2007 (<https://cpr.dk>). A telephone number has eight digits,
/// the first from 2 to 9, after "tlf." and its like or +45 in any grouping, else in the usual
/// groupings 12 34 56 78, 1234 5678 or 12345678; amounts, years and case numbers are none.
pub fn personal_data(text: &str) -> Vec<PersonalData> {
    let letters: Vec<char> = text.chars().collect();
    let mut found: Vec<PersonalData> = emails(text);
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let chain = Chain::at(&letters, at);
        found.extend(chain.judge());
        at = chain.end;
    }
    found
}

fn emails(text: &str) -> Vec<PersonalData> {
    let words = text.split(|letter: char| letter.is_whitespace() || "<>()[]\",;".contains(letter));
    let trimmed = words.map(|word| word.trim_matches(|letter: char| ".:'”»«!?".contains(letter)));
    let without_scheme = trimmed.map(|word| word.strip_prefix("mailto:").unwrap_or(word));
    without_scheme
        .filter(|word| is_email(word))
        .map(|word| PersonalData::Email(word.to_owned()))
        .collect()
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.rsplit_once('@') else {
        return false;
    };
    let ending = host.rsplit_once('.').map(|(_, ending)| ending);
    !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "._-+".contains(letter))
        && ending.is_some_and(|ending| ending.len() >= 2 && ending.chars().all(char::is_alphabetic))
        && host.starts_with(char::is_alphanumeric)
}

/// Groups of digits with single blanks, dashes or dots between them.
struct Chain<'t> {
    letters: &'t [char],
    start: usize,
    end: usize,
    groups: Vec<String>,
    separators: Vec<char>,
}

impl<'t> Chain<'t> {
    fn at(letters: &'t [char], start: usize) -> Self {
        let mut chain = Self {
            letters,
            start,
            end: start,
            groups: Vec::new(),
            separators: Vec::new(),
        };
        loop {
            let digits: String = letters[chain.end..]
                .iter()
                .take_while(|letter| letter.is_ascii_digit())
                .collect();
            chain.end += digits.len();
            chain.groups.push(digits);
            match letters.get(chain.end..chain.end + 2) {
                Some([separator, next]) if is_separator(*separator) && next.is_ascii_digit() => {
                    chain.separators.push(if separator.is_whitespace() {
                        ' '
                    } else {
                        *separator
                    });
                    chain.end += 1;
                }
                _ => return chain,
            }
        }
    }

    fn judge(&self) -> Vec<PersonalData> {
        let mut found = Vec::new();
        let mut index = 0;
        while index < self.groups.len() {
            let taken = self
                .cpr(index)
                .map(|taken| (PersonalData::CprNumber, taken))
                .or_else(|| self.phone(index));
            match taken {
                Some((data, taken)) => {
                    found.push(data);
                    index += taken;
                }
                None => index += 1,
            }
        }
        found
    }

    /// How many groups from here make a CPR number.
    fn cpr(&self, index: usize) -> Option<usize> {
        let group = &self.groups[index];
        let whole = group.len() == 10 && is_day(&group[..6]) && !self.is_inside_word();
        let split = group.len() == 6
            && is_day(group)
            && self
                .groups
                .get(index + 1)
                .is_some_and(|next| next.len() == 4)
            && matches!(self.separators.get(index), Some('-' | ' ' | '–' | '‑'));
        // "31 12 99 1234" and "311299 - 1234" are written too.
        let spread = self.groups[index..]
            .iter()
            .take(4)
            .map(String::len)
            .eq([2, 2, 2, 4])
            && is_day(&self.groups[index..index + 3].concat());
        match (whole, split, spread) {
            (true, _, _) => Some(1),
            (_, true, _) => Some(2),
            (_, _, true) => Some(4),
            _ => None,
        }
    }

    fn phone(&self, index: usize) -> Option<(PersonalData, usize)> {
        let (mut from, mut taken) = (index, 0);
        let announced = self.is_announced()
            || self.groups[index] == "45" && self.before().ends_with('+')
            || self.groups[index] == "0045";
        if matches!(self.groups[index].as_str(), "45" | "0045")
            && self.groups.len() > index + 1
            && announced
        {
            (from, taken) = (index + 1, 1);
        }
        let groupings: [&[usize]; 4] = [&[2, 2, 2, 2], &[4, 4], &[8], &[3, 2, 3]];
        let lengths: Vec<usize> = self.groups[from..].iter().map(String::len).collect();
        let usual = groupings
            .iter()
            .find(|grouping| lengths.starts_with(grouping))?;
        let digits: String = self.groups[from..from + usual.len()].concat();
        let separators = &self.separators[from..from + usual.len() - 1];
        let even = separators.windows(2).all(|pair| pair[0] == pair[1])
            && separators
                .iter()
                .all(|separator| *separator == ' ' || announced);
        let whole = from + usual.len() == self.groups.len() && (index == 0 || announced);
        let plausible = digits.starts_with(|first: char| ('2'..='9').contains(&first))
            && !self.is_inside_word();
        let years = usual.len() == 2
            && self.groups[from..]
                .iter()
                .take(2)
                .all(|group| group.starts_with("19") || group.starts_with("20"));
        let phone = announced
            || even
                && whole
                && plausible
                && !years
                && !self.is_amount()
                && !self.is_case_number()
                && usual.len() != 3;
        phone.then(|| {
            (
                PersonalData::Phone(self.groups[from..from + usual.len()].join(" ")),
                taken + usual.len(),
            )
        })
    }

    fn before(&self) -> String {
        self.letters[self.start.saturating_sub(24)..self.start]
            .iter()
            .collect()
    }

    /// "tlf. 12 34 56 78".
    fn is_announced(&self) -> bool {
        let before = self.before().to_lowercase();
        let before = before.trim_end_matches([' ', ':', '.', '\u{a0}', '+']);
        [
            "tlf",
            "telefon",
            "telefonnummer",
            "mobil",
            "mobilnummer",
            "mob",
            "phone",
            "tel",
            "ring",
            "direkte",
            "telefonnr",
            "telefon nr",
        ]
        .iter()
        .any(|word| before.ends_with(word))
    }

    /// "kr. 12345678", "12 34 56 78 kroner".
    fn is_amount(&self) -> bool {
        let before = self.before().to_lowercase();
        let before = before.trim_end();
        let after: String = self.letters[self.end..]
            .iter()
            .take(10)
            .collect::<String>()
            .to_lowercase();
        let after = after.trim_start();
        ["kr", "kr.", "dkk", "kroner"]
            .iter()
            .any(|word| before.ends_with(word))
            || [
                "kr", "dkk", "mio", "mia", "t.kr", "pct", "procent", "%", ",-",
            ]
            .iter()
            .any(|word| after.starts_with(word))
            || after.starts_with(',') && after[1..].starts_with(|next: char| next.is_ascii_digit())
    }

    /// "Sags ID: 12345678", "CVR 12345678", "Dok.ID".
    fn is_case_number(&self) -> bool {
        let before = self.before().to_lowercase();
        let before = before.trim_end_matches([' ', ':', '.', '#', '\u{a0}', '-']);
        [
            "nr", "id", "sag", "cvr", "ean", "journal", "nummer", "sags", "dok", "p-nummer",
            "konto", "af", "på",
        ]
        .iter()
        .any(|word| before.ends_with(word) && !before.ends_with("telefonnr"))
    }

    /// Part of a name such as "SAG-2015-01644" or "x12345678".
    fn is_inside_word(&self) -> bool {
        let before = self
            .start
            .checked_sub(1)
            .and_then(|before| self.letters.get(before));
        let after = self.letters.get(self.end);
        before.is_some_and(|letter| {
            letter.is_alphanumeric() || matches!(letter, '/' | '_' | '-' | '#')
        }) || after.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '_'))
    }
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '-' | '–' | '‑' | '.')
}

/// Whether six digits are a day: DDMMYY of some century.
fn is_day(digits: &str) -> bool {
    let number =
        |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let (Some(day), Some(month), Some(year)) = (number(0..2), number(2..4), number(4..6)) else {
        return false;
    };
    let in_century = |century: i32| {
        i32::try_from(year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(century + year, month, day))
            .is_some()
    };
    in_century(1900) || in_century(2000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cpr_number_is_found_however_it_is_written() {
        for text in [
            "Borgeren 311299-1234 er",
            "3112991234",
            "cpr 311299 1234.",
            "nr. 290200–1234",
            "31 12 99 1234",
        ] {
            assert_eq!(personal_data(text), [PersonalData::CprNumber], "{text}");
        }
    }

    #[test]
    fn ten_digits_that_are_no_day_are_no_cpr_number() {
        for text in [
            "991399-1234",
            "sag 1234567890",
            "300299-1234",
            "SAG-2015-01644",
            "Dok.ID: 1993694",
        ] {
            assert_eq!(personal_data(text), [], "{text}");
        }
    }

    #[test]
    fn contact_data_is_found() {
        assert_eq!(
            personal_data("Skriv til anne.hansen@kommune.dk."),
            [PersonalData::Email("anne.hansen@kommune.dk".into())]
        );
        for text in [
            "Ring 24 63 76 61",
            "tlf.: 2463 7661",
            "+45 24637661",
            "Kontakt: 24637661 i dag",
            "tlf. 24-63-76-61",
            "mobil 246 37 661",
        ] {
            assert!(
                matches!(personal_data(text)[..], [PersonalData::Phone(_)]),
                "{text}"
            );
        }
    }

    #[test]
    fn amounts_years_and_case_numbers_are_no_telephone_numbers() {
        for text in [
            "i 2016 2017",
            "kr. 24637661",
            "24 637 661 kr.",
            "24637661 kr.",
            "CVR-nr. 24637661",
            "2016-2017",
            "40,9 mio. og 89,7 mio.",
            "journal 15/12508",
            "10.600.000 kr.",
            "uge 12 13 14 15",
        ] {
            assert_eq!(personal_data(text), [], "{text}");
        }
    }
}
