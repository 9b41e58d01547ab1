//! The few statements that differ between the two databases, each a named function. The rest
//! of the house writes its SQL once.

use crate::tx::Engine;
use crate::{Tx, params};
use kernel::Fault;

/// Makes a text findable by its search terms; the number under which it is found. The terms are
/// made in Rust and stored as they are, so that both databases find the same.
pub async fn index_terms(tx: &mut Tx, terms: &[String]) -> Result<i64, Fault> {
    let words = clean(terms).join(" ");
    match tx.engine() {
        Engine::Sqlite => {
            let insert = "INSERT INTO text_search (terms) VALUES ($1)";
            tx.execute(insert, params![words]).await?;
            tx.one("SELECT last_insert_rowid()", []).await
        }
        Engine::Postgres => {
            tx.one(
                "INSERT INTO text_search (terms)
                 VALUES (array_to_tsvector(string_to_array($1, ' '))) RETURNING id",
                params![words],
            )
            .await
        }
    }
}

/// Takes a text out of the search.
pub async fn forget_terms(tx: &mut Tx, number: i64) -> Result<(), Fault> {
    let sql = match tx.engine() {
        Engine::Sqlite => "DELETE FROM text_search WHERE rowid = $1",
        Engine::Postgres => "DELETE FROM text_search WHERE id = $1",
    };
    tx.execute(sql, params![number]).await?;
    Ok(())
}

/// A statement with the search in the middle, for the database that is open: what stands between
/// the two parts is a subquery of the numbers that match the expression bound to `$1`
/// (see [`match_expression`]).
#[macro_export]
macro_rules! searching {
    ($tx:expr, $before:literal, $after:literal) => {
        $crate::dialect::choose(
            $tx,
            concat!(
                $before,
                "(SELECT rowid FROM text_search WHERE text_search MATCH $1)",
                $after
            ),
            concat!(
                $before,
                "(SELECT id FROM text_search WHERE terms @@ CAST($1 AS tsquery))",
                $after
            ),
        )
    };
}

/// The statement of the database that is open; written by macros of this crate only.
#[doc(hidden)]
pub fn choose(tx: &Tx, sqlite: &'static str, postgres: &'static str) -> &'static str {
    match tx.engine() {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
    }
}

/// One word of a search: it is found where, of at least one of these lists, every term stands.
pub type SearchWord = Vec<Vec<String>>;

/// The expression for [`searching!`]: a text matches when each word of the query is found in it.
/// None where a word has no terms: nothing can match.
pub fn match_expression(tx: &Tx, query: &[SearchWord]) -> Option<String> {
    let (quote, or, and) = match tx.engine() {
        Engine::Sqlite => ('"', " OR ", " AND "),
        Engine::Postgres => ('\'', " | ", " & "),
    };
    let all_of = |terms: &Vec<String>| {
        let quoted: Vec<String> = clean(terms)
            .iter()
            .map(|term| format!("{quote}{term}{quote}"))
            .collect();
        (!quoted.is_empty()).then(|| format!("({})", quoted.join(and)))
    };
    let any_of = |word: &SearchWord| {
        let lists: Vec<String> = word.iter().filter_map(all_of).collect();
        (!lists.is_empty()).then(|| format!("({})", lists.join(or)))
    };
    let words: Option<Vec<String>> = query.iter().map(any_of).collect();
    words
        .filter(|words| !words.is_empty())
        .map(|words| words.join(and))
}

/// Letters and digits only: nothing that either database would take for its own syntax or cut
/// in two.
fn clean(terms: &[String]) -> Vec<String> {
    let clean_one = |term: &String| -> String {
        let letters = term.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let mut cleaned: Vec<String> = terms.iter().map(clean_one).collect();
    cleaned.retain(|term| !term.is_empty());
    cleaned.sort();
    cleaned.dedup();
    cleaned
}

/// Whether a table is there.
pub async fn has_table(tx: &mut Tx, name: &str) -> Result<bool, Fault> {
    let sql = match tx.engine() {
        Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = $1",
        Engine::Postgres => {
            "SELECT tablename::text FROM pg_tables
             WHERE schemaname = current_schema() AND tablename = $1"
        }
    };
    let found: Option<String> = tx.optional(sql, params![name]).await?;
    Ok(found.is_some())
}

/// A statement that fails where the database's own structures are damaged; each row is a
/// finding.
pub(crate) fn integrity_questions(tx: &Tx) -> &'static [&'static str] {
    match tx.engine() {
        Engine::Sqlite => &[
            "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
            "SELECT 'row ' || coalesce(rowid, 0) || ' of ' || \"table\" || ' names a row of '
                 || parent || ' that is not there'
             FROM pragma_foreign_key_check",
        ],
        Engine::Postgres => &[
            "SELECT 'the constraint ' || conname || ' is not validated'
             FROM pg_constraint WHERE NOT convalidated",
            "SELECT 'the index ' || indexrelid::regclass::text || ' is not valid'
             FROM pg_index WHERE NOT indisvalid",
        ],
    }
}

/// Every column of every table of ours: table, column, kind, whether it may be empty.
pub(crate) fn columns_question(tx: &Tx) -> &'static str {
    match tx.engine() {
        Engine::Sqlite => {
            "SELECT t.name AS table_name, c.name AS column_name, lower(c.type) AS kind,
                    (c.\"notnull\" = 0 AND c.pk = 0) AS optional
             FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
             ORDER BY t.name, c.name"
        }
        Engine::Postgres => {
            "SELECT table_name::text AS table_name, column_name::text AS column_name,
                    data_type::text AS kind, is_nullable = 'YES' AS optional
             FROM information_schema.columns
             WHERE table_schema = current_schema()
             ORDER BY table_name, column_name"
        }
    }
}

/// Every foreign key: table, column, the table it points to.
pub(crate) fn references_question(tx: &Tx) -> &'static str {
    match tx.engine() {
        Engine::Sqlite => {
            "SELECT t.name || '.' || f.\"from\" || ' -> ' || f.\"table\"
             FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
             WHERE t.schema = 'main' AND t.type = 'table'"
        }
        Engine::Postgres => {
            "SELECT (k.conrelid::regclass::text || '.' || a.attname || ' -> '
                     || k.confrelid::regclass::text)
             FROM pg_constraint k
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
             WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace"
        }
    }
}

/// Every index on columns: table, columns, whether unique. A primary key of one whole number is
/// left out: on SQLite it is the table itself.
pub(crate) fn indexes_question(tx: &Tx) -> &'static str {
    match tx.engine() {
        Engine::Sqlite => {
            "SELECT t.name || ' (' || (SELECT string_agg(i.name, ', ' ORDER BY i.seqno)
                                       FROM pragma_index_info(x.name) AS i) || ')'
                    || CASE WHEN x.\"unique\" THEN ' unique' ELSE '' END
             FROM pragma_table_list AS t, pragma_index_list(t.name) AS x
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'text_search%'"
        }
        Engine::Postgres => {
            "SELECT t.relname || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY k.position)
                        FROM unnest(x.indkey) WITH ORDINALITY AS k (number, position)
                        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) || ')'
                    || CASE WHEN x.indisunique THEN ' unique' ELSE '' END
             FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid
             WHERE t.relnamespace = current_schema()::regnamespace
               AND t.relname NOT LIKE 'text_search%'
               AND NOT (x.indisprimary AND x.indnatts = 1 AND EXISTS (
                     SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid
                       AND a.attnum = x.indkey[0] AND a.atttypid = 'bigint'::regtype))"
        }
    }
}
