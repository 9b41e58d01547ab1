use crate::{Database, FromRow, Row, dialect};
use kernel::Fault;

/// The shape of a database: what a test compares between the two schemas.
#[derive(Debug, PartialEq, Eq)]
pub struct TableShape {
    /// Every column.
    pub columns: Vec<Column>,
    /// Every foreign key: `table.column -> table`.
    pub references: Vec<String>,
    /// Every index: `table (columns)`, with `unique`.
    pub indexes: Vec<String>,
}

/// A column as both databases can say it.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// The table.
    pub table: String,
    /// The column.
    pub name: String,
    /// The type in the database's own word.
    pub kind: String,
    /// Whether it may be empty.
    pub optional: bool,
}

impl FromRow for Column {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            table: row.get("table_name")?,
            name: row.get("column_name")?,
            kind: row.get("kind")?,
            optional: row.get("optional")?,
        })
    }
}

/// Reads the shape of an open database. The search table is left out: it is the one that the
/// two databases make in different ways.
pub async fn shape(database: &Database) -> Result<TableShape, Fault> {
    let mut tx = database.read().await?;
    let (columns, references, indexes) = (
        dialect::columns_question(&tx),
        dialect::references_question(&tx),
        dialect::indexes_question(&tx),
    );
    let mut columns: Vec<Column> = tx.all(columns, []).await?;
    columns.retain(|column| !column.table.starts_with("text_search"));
    columns.sort_by(|one, other| (&one.table, &one.name).cmp(&(&other.table, &other.name)));
    let mut references: Vec<String> = tx.all(references, []).await?;
    references.sort();
    let mut indexes: Vec<String> = tx.all(indexes, []).await?;
    indexes.sort();
    Ok(TableShape {
        columns,
        references,
        indexes,
    })
}
