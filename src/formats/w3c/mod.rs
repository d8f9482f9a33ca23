//! W3C Web Annotation, as JSON-LD. `docs/FORMAT.md` describes the file.

mod agent;
mod article;
mod blocks;
mod body;
mod claim;
mod dismissed;
mod export;
mod identity;
mod import;
mod json;
mod library;
mod source;
mod stamps;
mod target;
mod terms;
mod words;

use super::{Dataset, ExportContext, Format, FormatError, Imported};
use crate::{
    annotation::Claim,
    record::{ArticleId, ClaimId},
    text::ByteOffset,
};

/// A W3C annotation collection with Claimlight's own terms beside it.
pub(super) struct W3cAnnotation;

impl Format for W3cAnnotation {
    fn id(&self) -> &'static str {
        "w3c"
    }

    fn label(&self) -> &'static str {
        "JSON (W3C Web Annotation)"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn media_type(&self) -> &'static str {
        "application/ld+json"
    }

    fn export(&self, data: &Dataset, context: &ExportContext) -> String {
        export::export(data, context)
    }

    fn import(&self, file: &str) -> Result<Imported, FormatError> {
        import::import(file)
    }
}

/// The order of claims in a file: by article, then as they stand in the text.
fn place(claim: &Claim) -> (ArticleId, ByteOffset, ClaimId) {
    (claim.article, claim.start(), claim.id)
}
