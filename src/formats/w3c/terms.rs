//! Every name in the file: those of W3C Web Annotation, and Claimlight's own with the context that defines
//! them.

use super::json::Writer;

/// The context of the Web Annotation Data Model.
pub(super) const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";

/// Namespace of our own terms. A URN, because the project has no domain that it could promise to keep.
pub(super) const NAMESPACE: &str = "urn:claimlight:ns#";

/// The version of the format that is written, and the latest that is understood wholly.
pub(super) const FORMAT_VERSION: usize = 1;

macro_rules! terms {
    ($($constant:ident = $name:literal),* $(,)?) => {
        $(pub(super) const $constant: &str = $name;)*
    };
}

// JSON-LD 1.1.
terms! { CONTEXT = "@context" }

// Web Annotation Data Model: properties.
terms! {
    BODY = "body", BODY_VALUE = "bodyValue", CREATED = "created", CREATOR = "creator", END = "end",
    EXACT = "exact", FIRST = "first", FORMAT = "format", GENERATED = "generated",
    GENERATOR = "generator", ID = "id", ITEMS = "items", LABEL = "label", LANGUAGE = "language",
    LAST = "last", MODIFIED = "modified", MOTIVATION = "motivation", NAME = "name", NEXT = "next",
    NICKNAME = "nickname", PART_OF = "partOf", PREFIX = "prefix", PREV = "prev",
    PROCESSING_LANGUAGE = "processingLanguage", PURPOSE = "purpose", SELECTOR = "selector",
    SOURCE = "source", START = "start", START_INDEX = "startIndex", SUFFIX = "suffix",
    TARGET = "target", TEXT_DIRECTION = "textDirection", TOTAL = "total", TYPE = "type",
    VALUE = "value",
}

// Web Annotation Data Model: classes, and one of FOAF that its context has a prefix for.
terms! {
    AGENT = "foaf:Agent", ANNOTATION = "Annotation", COLLECTION = "AnnotationCollection",
    ORGANIZATION = "Organization", PAGE = "AnnotationPage", PERSON = "Person",
    SOFTWARE = "Software", SPECIFIC_RESOURCE = "SpecificResource", TEXT_CLASS = "Text",
    TEXT_POSITION_SELECTOR = "TextPositionSelector", TEXT_QUOTE_SELECTOR = "TextQuoteSelector",
    TEXTUAL_BODY = "TextualBody",
}

// Web Annotation Data Model: motivations.
terms! {
    ASSESSING = "assessing", COMMENTING = "commenting", DESCRIBING = "describing",
    HIGHLIGHTING = "highlighting", IDENTIFYING = "identifying", TAGGING = "tagging",
}

// Our own.
terms! {
    ALIASES = "aliases", ARTICLES = "articles", ATTRIBUTION = "attribution", BLOCKS = "blocks",
    BYLINE = "byline", BYTES = "bytes", CUE = "cue", DATELINE = "dateline", DELETED = "deleted",
    DELETED_CLAIMS = "deletedClaims", DISMISSED = "dismissed", EVIDENCE = "evidence", FORMAT_VERSION_TERM = "formatVersion",
    FRAGMENT = "fragment", KIND = "kind", MENTION = "mention", MERGED_INTO = "mergedInto",
    MODE = "mode", OPENED = "opened", PAGES = "pages", PARENT = "parent", PREVIOUS = "previous", PUBLISHED = "published",
    SITE = "site", SOURCES = "sources", STAMPS = "stamps", STYLE = "style", TEXT = "text", TITLE = "title",
    URL = "url", VERDICT = "verdict",
}

// Inside `style`, `blocks`, `dismissed` and `stamps`, whose values are JSON literals to JSON-LD, and so need no terms.
terms! {
    ALL = "all", COLOUR = "colour", CONTENT = "content", HREF = "href", MARKS = "marks",
    NOTE = "note", PATTERN = "pattern", STAMP = "stamp", TAGS = "tags", TAKEN_BACK = "takenBack",
}

// schema.org, which the context of the Web Annotation Data Model has a prefix for.
terms! { SOFTWARE_VERSION = "schema:softwareVersion" }

/// How JSON-LD is to read the values of a term (JSON-LD 1.1, section 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// As written.
    Plain,
    /// As the IRI of something.
    Iri,
    /// As a moment.
    DateTime,
    /// As a list whose order matters.
    List,
    /// As JSON that JSON-LD leaves alone.
    Json,
}

const OWN: [(&str, Reading); 31] = [
    (ALIASES, Reading::List),
    (ARTICLES, Reading::Plain),
    (ATTRIBUTION, Reading::Plain),
    (BLOCKS, Reading::Json),
    (BYLINE, Reading::Plain),
    (BYTES, Reading::Json),
    (CUE, Reading::Plain),
    (DATELINE, Reading::Plain),
    (DELETED, Reading::Plain),
    (DELETED_CLAIMS, Reading::Plain),
    (DISMISSED, Reading::Json),
    (EVIDENCE, Reading::List),
    (FORMAT_VERSION_TERM, Reading::Plain),
    (FRAGMENT, Reading::Plain),
    (KIND, Reading::Plain),
    (MENTION, Reading::Plain),
    (MERGED_INTO, Reading::Iri),
    (MODE, Reading::Plain),
    (OPENED, Reading::DateTime),
    (PAGES, Reading::Plain),
    (PARENT, Reading::Iri),
    (PREVIOUS, Reading::Iri),
    (PUBLISHED, Reading::Plain),
    (SITE, Reading::Plain),
    (SOURCES, Reading::Plain),
    (STAMPS, Reading::Json),
    (STYLE, Reading::Json),
    (TEXT, Reading::Plain),
    (TITLE, Reading::Plain),
    (URL, Reading::Plain),
    (VERDICT, Reading::Plain),
];

/// Writes what our terms mean: the same as `assets/claimlight-context.jsonld` holds. It stands in every file,
/// so that the file alone is enough and no processor has to fetch anything of ours.
pub(super) fn define(w: &mut Writer) {
    w.text("cl", NAMESPACE);
    w.text("xsd", "http://www.w3.org/2001/XMLSchema#");
    for (name, reading) in OWN {
        let iri = format!("cl:{name}");
        let (key, value) = match reading {
            Reading::Plain => {
                w.text(name, &iri);
                continue;
            }
            Reading::Iri => ("@type", "@id"),
            Reading::DateTime => ("@type", "xsd:dateTime"),
            Reading::Json => ("@type", "@json"),
            Reading::List => ("@container", "@list"),
        };
        w.object(name, |w| {
            w.text("@id", &iri);
            w.text(key, value);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_context_is_the_one_in_every_file() {
        let shipped = include_str!("../../../assets/claimlight-context.jsonld");
        assert_eq!(shipped, Writer::document(|w| w.object(CONTEXT, define)));
    }
}
