//! A round as a region might have it: 29 municipalities, 12 recommendations, a round before.

use crate::rules::aggregate::{AcceptedForm, AggregateInput, Answer, Participant, aggregate};
use crate::rules::aggregate_report::*;
use chrono::{NaiveDate, TimeZone, Utc};
use forms::{Obligation, RemarkParagraph, RemarkRun, Source, Status};
use kernel::MunicipalityCode;

const NAMES: [&str; 29] = [
    "Albertslund",
    "Allerød",
    "Ballerup",
    "Bornholm",
    "Brøndby",
    "Dragør",
    "Egedal",
    "Fredensborg",
    "Frederiksberg",
    "Frederikssund",
    "Furesø",
    "Gentofte",
    "Gladsaxe",
    "Glostrup",
    "Gribskov",
    "Halsnæs",
    "Helsingør",
    "Herlev",
    "Hillerød",
    "Hvidovre",
    "Høje-Taastrup",
    "Hørsholm",
    "Ishøj",
    "København",
    "Lyngby-Taarbæk",
    "Rudersdal",
    "Rødovre",
    "Tårnby",
    "Vallensbæk",
];

/// Area, obligation, short title, text, predecessors.
const RECOMMENDATIONS: [(usize, Obligation, &str, &str, &[u32]); 12] = [
    (
        0,
        Obligation::Must,
        "Fælles rekruttering",
        "Alle kommuner skal være med i den fælles rekruttering, så en virksomhed kan finde sine medarbejdere ét sted, også til de store byggerier.",
        &[1, 2],
    ),
    (
        1,
        Obligation::Must,
        "Uddannelse af ledige",
        "Alle kommuner skal arbejde sammen med uddannelsesstederne, så flere ledige under 30 år får en uddannelse, der fører til job.",
        &[3],
    ),
    (
        1,
        Obligation::May,
        "Små målgrupper",
        "Særlige forløb for små målgrupper, hvor et samarbejde over kommunegrænsen gør det muligt at samle et hold.",
        &[4],
    ),
    (
        1,
        Obligation::May,
        "Akademikere",
        "Særlige forløb for ledige akademikere i samarbejde mellem kommunerne.",
        &[5],
    ),
    (
        2,
        Obligation::Must,
        "Medarbejdernes kompetencer",
        "Alle kommuner skal sikre, at medarbejderne kan betjene virksomheder og formidle job.",
        &[6],
    ),
    (
        2,
        Obligation::May,
        "Udveksling af medarbejdere",
        "Fælles projekter, hvor medarbejdere på tværs af kommunerne lærer af hinanden.",
        &[7],
    ),
    (
        3,
        Obligation::Must,
        "Viden om effekt",
        "Alle kommuner skal være med til at udvikle viden om, hvad der virker.",
        &[8],
    ),
    (
        3,
        Obligation::May,
        "Fælles dokumentation",
        "Fælles projekter, hvor tal for effekten samles og undersøges.",
        &[],
    ),
    (
        3,
        Obligation::May,
        "God praksis",
        "Fælles projekter om god praksis, så kommunerne lærer af hinanden.",
        &[9],
    ),
    (
        4,
        Obligation::Must,
        "Afklaring af nyankomne",
        "Kommunerne samarbejder om en hurtig afklaring af, hvad nyankomne kan.",
        &[],
    ),
    (
        4,
        Obligation::May,
        "Praktikpladser",
        "Samarbejde om at fordele praktikpladser, så alle pladser bliver brugt.",
        &[],
    ),
    (
        4,
        Obligation::May,
        "Ens indplacering",
        "Erfaringer deles, så nyankomne vurderes ens i alle kommuner.",
        &[],
    ),
];

const REMARKS: [&str; 6] = [
    "Kommunen deltager i den fælles styregruppe og har udpeget to kontaktpersoner. Der er aftalt faste møder hvert kvartal.",
    "Arbejdet er i gang, men de første hold blev udsat, fordi der manglede deltagere. Kommunen forventer at komme i mål i løbet af foråret.",
    "Der er endnu ikke afsat midler. Udvalget behandler sagen i marts.",
    "Aftale med tre nabokommuner om fælles hold. 14 borgere har gennemført, heraf er 9 kommet i job.",
    "Kommunen har valgt en anden vej og bruger i stedet egne forløb.",
    "Indgår i kommunens plan for beskæftigelsen og følges op to gange om året.",
];

/// The report of 29 municipalities.
pub(super) fn report() -> AggregateReport {
    report_of(NAMES.len())
}

/// The report of so many municipalities.
pub(super) fn report_of(count: usize) -> AggregateReport {
    let before = aggregate(input("2016", "2016", count, 3, None), str::cmp);
    aggregate(input("2017", "2017", count, 0, Some(before)), str::cmp)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn input(
    key: &str,
    year: &str,
    count: usize,
    shift: usize,
    before: Option<AggregateReport>,
) -> AggregateInput {
    let numbers = if before.is_some() { 12 } else { 9 };
    AggregateInput {
        programme: ProgrammeFacts {
            key: "beskaeftigelse".into(),
            title: "Fælles anbefalinger på beskæftigelsesområdet".into(),
            recipient: "Kommunekontaktrådet".into(),
            fictional: true,
        },
        round: RoundFacts {
            key: key.into(),
            title: format!("Status på anbefalingerne {year}"),
            introduction: vec!["Kommunerne i regionen har aftalt anbefalinger om samarbejde på beskæftigelsesområdet. Hvert år gør kommunerne status. Rapporten samler svarene til brug for drøftelsen i kontaktrådet.".into()],
            due_on: Some(day(2017, 12, 1)),
            set_period: (day(2016, 1, 1), day(2017, 12, 31)),
            meanings: Vec::new(),
            sections: Section::ALL.to_vec(),
            logo: None,
        },
        release: before.is_some().then(|| ReleaseFacts { number: 1, released_at: Utc.with_ymd_and_hms(2018, 2, 1, 9, 0, 0).unwrap(), note: None }),
        areas: ["Virksomhedsrettede indsatser", "Borgerrettede indsatser", "Kvalificerede medarbejdere", "Dokumentation af effekt", "Indsats for nyankomne"]
            .map(|title| AreaFacts { title: title.into() })
            .to_vec(),
        recommendations: RECOMMENDATIONS.iter().take(numbers).zip(1..).map(|(one, number)| recommendation(one, number)).collect(),
        participants: (0..count).map(|index| participant(index, shift, numbers)).collect(),
        before,
        decisions: vec![DecisionFacts {
            code: code(7),
            numbers: vec![1, 2, 5],
            body: "Byrådet".into(),
            decided_on: day(2017, 12, 18),
            text: "Indstillingen blev godkendt med den bemærkning, at udgifterne holdes inden for rammen.".into(),
        }],
    }
}

fn recommendation(
    (area, obligation, short, text, predecessors): &(usize, Obligation, &str, &str, &[u32]),
    number: u32,
) -> RecommendationFacts {
    RecommendationFacts {
        number,
        area: *area,
        obligation: *obligation,
        text: (*text).into(),
        short_title: (*short).into(),
        predecessors: predecessors.to_vec(),
    }
}

fn code(index: usize) -> MunicipalityCode {
    MunicipalityCode::parse(&format!("{:04}", 101 + index)).unwrap()
}

fn participant(index: usize, shift: usize, numbers: usize) -> Participant {
    let name = NAMES
        .get(index)
        .map_or_else(|| format!("Kommune {index}"), |name| (*name).to_owned());
    let answer = match (index + shift) % 7 {
        5 if index % 2 == 1 => Answer::Absent(
            [
                Absence::NothingReceived,
                Absence::AwaitsAcceptance,
                Absence::Returned,
            ][index % 3],
        ),
        _ => Answer::Accepted(form(index, shift, numbers)),
    };
    Participant {
        code: code(index),
        name,
        answer,
    }
}

fn form(index: usize, shift: usize, numbers: usize) -> AcceptedForm {
    let file = FileFacts {
        name: format!("2017-{}-svar.docx", code(index)),
        sha256: format!("{:064x}", index * 7919 + 13),
    };
    AcceptedForm {
        facts: FormFacts {
            version: 1 + (index % 3) as u32,
            submitted_at: Utc
                .with_ymd_and_hms(2017, 11, 1 + index as u32 % 28, 9, 12, 0)
                .unwrap(),
            late: index % 9 == 4,
            file: (index % 4 != 3).then_some(file),
        },
        entries: (1..=numbers as u32)
            .map(|number| (number, entry(index, number as usize, shift)))
            .collect(),
        wishes: match index % 8 {
            2 => vec![(
                3,
                WishKind::Seeks,
                "Søger to kommuner til et fælles hold om foråret.".into(),
            )],
            6 => vec![(
                3,
                WishKind::Offers,
                "Tilbyder fire pladser på vores hold.".into(),
            )],
            _ => Vec::new(),
        },
        proposals: match index {
            9 => vec![(
                "Fælles indsats for seniorer".into(),
                vec![RemarkParagraph::plain("Vi ser mange ledige over 55 år.")],
            )],
            _ => Vec::new(),
        },
    }
}

fn entry(index: usize, number: usize, shift: usize) -> EntryFacts {
    let status = match (index * 5 + number * 11 + shift) % 17 {
        0..=8 => Status::Green,
        9..=12 => Status::Yellow,
        13 | 14 => Status::Red,
        15 => Status::NotParticipating,
        _ => Status::NotReported,
    };
    let needs_words = matches!(status, Status::Red | Status::NotParticipating);
    let wording = REMARKS[(index + number) % REMARKS.len()];
    let mut remark = Vec::new();
    if needs_words || (index + number).is_multiple_of(3) && status != Status::NotReported {
        remark.push(RemarkParagraph {
            list_item: false,
            runs: vec![
                RemarkRun {
                    text: "Status: ".into(),
                    bold: true,
                    italic: false,
                },
                RemarkRun {
                    text: wording.into(),
                    ..RemarkRun::default()
                },
            ],
        });
        if (index + number).is_multiple_of(6) {
            remark.push(RemarkParagraph {
                list_item: true,
                ..RemarkParagraph::plain("14 borgere har gennemført forløbet")
            });
            remark.push(RemarkParagraph {
                list_item: true,
                ..RemarkParagraph::plain("9 er kommet i job")
            });
        }
    }
    EntryFacts {
        status,
        remark,
        source: Some(Source {
            page: Some(1 + number as u32 / 4),
            table: Some(1),
            row: Some(number as u32 + 1),
            ..Source::default()
        }),
        explanation: (status == Status::NotParticipating && number == 1)
            .then(|| "Kommunen har sin egen aftale med virksomhederne.".into()),
    }
}
