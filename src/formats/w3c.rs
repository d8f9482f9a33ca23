//! W3C Web Annotation, as JSON-LD.

use super::{Dataset, ExportContext, Format, FormatError, Imported};

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
        let _ = (data, context);
        String::new()
    }

    fn import(&self, file: &str) -> Result<Imported, FormatError> {
        let _ = file;
        Ok(Imported::default())
    }
}
