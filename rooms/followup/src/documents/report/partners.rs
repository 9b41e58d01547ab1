//! Who seeks partners, who offers places or experience, and who could meet.

use super::View;
use crate::rules::aggregate_figures::PossiblePair;
use crate::rules::aggregate_report::{PartnerWish, WishKind};
use documents::write::outline::{Block, Cell, Column, Table};

impl View<'_> {
    pub(super) fn partner_wishes(&self) -> Vec<Block> {
        let mut blocks = vec![self.chapter("report-partners")];
        if self.report.partner_wishes.is_empty() {
            blocks.push(Block::text(self.voice.say("report-partners-none")));
            return blocks;
        }
        blocks.push(Block::Table(self.wishes_table()));
        let pairs = self.report.possible_pairs();
        blocks.push(Block::heading(
            2,
            self.voice.say("report-pairs"),
            "report-pairs",
        ));
        match pairs.is_empty() {
            true => blocks.push(Block::text(self.voice.say("report-pairs-none"))),
            false => blocks.push(Block::Table(self.pairs_table(&pairs))),
        }
        blocks
    }

    fn wishes_table(&self) -> Table {
        Table {
            caption: self.voice.say("report-partners-caption"),
            columns: vec![
                Column::text(48.0),
                Column::text(32.0),
                Column::text(20.0),
                Column::text(76.0),
            ],
            header: self.headings(&[
                "report-recommendation",
                "report-municipality",
                "report-wish",
                "report-remark",
            ]),
            rows: self
                .report
                .partner_wishes
                .iter()
                .map(|wish| self.wish_row(wish))
                .collect(),
            row_headers: false,
            dense: false,
        }
    }

    fn wish_row(&self, wish: &PartnerWish) -> Vec<Cell> {
        vec![
            self.recommendation(wish.number)
                .map(|one| self.reference(one))
                .unwrap_or_default(),
            Cell::plain(self.name(&wish.code)),
            Cell::plain(self.wish_kind(wish.kind)),
            Cell::plain(&wish.text),
        ]
    }

    pub(in crate::documents) fn wish_kind(&self, kind: WishKind) -> String {
        self.voice.say(match kind {
            WishKind::Seeks => "report-seeks",
            WishKind::Offers => "report-offers",
        })
    }

    fn pairs_table(&self, pairs: &[PossiblePair]) -> Table {
        let row = |pair: &PossiblePair| {
            vec![
                self.recommendation(pair.number)
                    .map(|one| self.reference(one))
                    .unwrap_or_default(),
                Cell::plain(self.name(&pair.seeks.code)),
                Cell::plain(format!(
                    "{} ({})",
                    self.name(&pair.other.code),
                    self.wish_kind(pair.other.kind).to_lowercase()
                )),
            ]
        };
        Table {
            caption: self.voice.say("report-pairs-caption"),
            columns: vec![Column::text(76.0), Column::text(45.0), Column::text(55.0)],
            header: self.headings(&[
                "report-recommendation",
                "report-pair-seeks",
                "report-pair-other",
            ]),
            rows: pairs.iter().map(row).collect(),
            row_headers: false,
            dense: false,
        }
    }
}
