//! The words of the API for what has few values.

use crate::rules::aggregate_report::{Section, WishKind};
use crate::rules::lineage::Relation;
use crate::rules::progress_form::{FormDeed, FormState};
use forms::{Level, Obligation, Status};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! words {
    ($(#[$about:meta])* $name:ident for $theirs:ident { $($(#[$word_about:meta])* $word:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$word_about])* $word),+
        }

        impl From<$theirs> for $name {
            fn from(one: $theirs) -> Self {
                match one {
                    $($theirs::$word => $name::$word),+
                }
            }
        }

        impl From<$name> for $theirs {
            fn from(one: $name) -> Self {
                match one {
                    $($name::$word => $theirs::$word),+
                }
            }
        }
    };
}

words! {
    /// The status of a recommendation in a municipality.
    StatusWord for Status { Green, Yellow, Red, NotParticipating, NotReported }
}

words! {
    /// Whether a recommendation binds those who join.
    ObligationWord for Obligation { Must, May }
}

words! {
    /// How serious a finding is: an error stops, a warning needs an explanation, a notice informs.
    LevelWord for Level { Notice, Warning, Error }
}

words! {
    /// Where a form stands.
    FormStateWord for FormState {
        NotStarted, InProgress, AwaitingApproval, Submitted, Accepted, Returned, Withdrawn,
    }
}

words! {
    /// What was done with a form.
    FormDeedWord for FormDeed {
        Begin, Submit, SendToApproval, Approve, SendBack, Accept, Return, Reopen, Withdraw,
    }
}

words! {
    /// What became of a recommendation.
    RelationWord for Relation { Same, Adjusted, Merged, Split, New, Retired }
}

words! {
    /// Seeks partners, or offers places or experience.
    WishWord for WishKind { Seeks, Offers }
}

words! {
    /// A section of the report.
    SectionWord for Section {
        Summary, Matrix, Recommendations, PartnerWishes, Decisions, Proposals, Missing, Method,
    }
}
