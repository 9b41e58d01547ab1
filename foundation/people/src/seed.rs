//! Records the authorities of `data/` in the database.

use crate::authorities::Kind;
use crate::register::rows;
use chrono::NaiveDate;
use database::{Tx, params};
use kernel::Fault;

const MUNICIPALITIES: &str = include_str!("../data/municipalities.csv");
const BODIES: &str = include_str!("../data/bodies.csv");
const MEMBERSHIPS: &str = include_str!("../data/memberships.csv");
/// The day of the municipal reform, from which today's municipalities exist.
const REFORM: &str = "2007-01-01";

pub(crate) async fn is_recorded(tx: &mut Tx) -> Result<bool, Fault> {
    let counted: i64 = tx.one("SELECT count(*) FROM authorities", []).await?;
    Ok(counted > 0)
}

pub(crate) async fn record(tx: &mut Tx) -> Result<(), Fault> {
    if is_recorded(tx).await? {
        return Ok(());
    }
    for row in rows(MUNICIPALITIES) {
        let [code, name] = fields(&row)?;
        let kind = Kind::Municipality.key();
        record_authority(tx, [code, kind, name, REFORM, ""]).await?;
    }
    for row in rows(BODIES) {
        let [key, kind, name, from, to, _] = fields(&row)?;
        record_authority(tx, [key, kind, name, from, to]).await?;
    }
    for row in rows(BODIES) {
        let [key, _, _, _, _, successor] = fields(&row)?;
        record_successor(tx, key, successor).await?;
    }
    for row in rows(MEMBERSHIPS) {
        record_membership(tx, fields(&row)?).await?;
    }
    Ok(())
}

fn fields<const N: usize>(row: &[&'static str]) -> Result<[&'static str; N], Fault> {
    let wrong = |error| Fault::caused_by(format!("the seed's row {row:?}"), error);
    <[&str; N]>::try_from(row).map_err(wrong)
}

fn day(text: &str) -> Result<Option<NaiveDate>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = |error| Fault::caused_by(format!("the seed's day {text:?}"), error);
    text.parse().map(Some).map_err(wrong)
}

async fn record_authority(tx: &mut Tx, row: [&str; 5]) -> Result<(), Fault> {
    let [key, kind, name, from, to] = row;
    tx.execute(
        "INSERT INTO authorities (key, kind, name, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5)",
        params![key, kind, name, day(from)?, day(to)?],
    )
    .await?;
    Ok(())
}

async fn record_successor(tx: &mut Tx, key: &str, successor: &str) -> Result<(), Fault> {
    tx.execute(
        "UPDATE authorities SET successor_id = s.id FROM authorities s
         WHERE authorities.key = $1 AND s.key = $2",
        params![key, successor],
    )
    .await?;
    Ok(())
}

async fn record_membership(tx: &mut Tx, row: [&str; 4]) -> Result<(), Fault> {
    let [member, body, from, to] = row;
    tx.execute(
        "INSERT INTO memberships (member_id, body_id, valid_from, valid_to)
         SELECT m.id, b.id, $3, $4 FROM authorities m, authorities b
         WHERE m.key = $1 AND b.key = $2",
        params![member, body, day(from)?, day(to)?],
    )
    .await?;
    Ok(())
}
