//! What an element is by its name and attributes.

use dom_query::{Element, NodeRef};

/// Whether readers see nothing of an element, as far as it says so itself.
pub(super) fn is_unseen(element: &Element) -> bool {
    let name = &*element.name.local;
    is_never_shown(name) || is_hidden(element)
}

/// Elements whose content is no text of the page: programs, other pages, controls.
fn is_never_shown(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "annotation-xml"
            | "applet"
            | "audio"
            | "button"
            | "canvas"
            | "datalist"
            | "embed"
            | "frame"
            | "frameset"
            | "head"
            | "iframe"
            | "input"
            | "meter"
            | "noembed"
            | "noframes"
            | "noscript"
            | "object"
            | "optgroup"
            | "option"
            | "param"
            | "progress"
            | "rp"
            | "rt"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "video"
    )
}

/// Whether an element hides itself, or stands outside the window for readers by ear only.
fn is_hidden(element: &Element) -> bool {
    let attribute = |name| element.attr(name);
    if element.has_attr("hidden") {
        return true;
    }
    if element.name.local == *"dialog" && !element.has_attr("open") {
        return true;
    }
    if let Some(style) = attribute("style") {
        let style = style.to_ascii_lowercase().replace([' ', '\t', '\n', '\r'], "");
        if ["display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all"]
            .iter()
            .any(|it| style.contains(it))
        {
            return true;
        }
    }
    let Some(class) = attribute("class") else { return false };
    class.split_ascii_whitespace().any(|class| {
        let class =
            class.rsplit("__").next().unwrap_or(class).to_ascii_lowercase().replace('_', "-");
        matches!(
            &*class,
            "sr-only"
                | "sronly"
                | "visually-hidden"
                | "visuallyhidden"
                | "visuallyhide"
                | "screen-reader-text"
                | "screen-reader-only"
                | "screenreader"
                | "a11y-hidden"
                | "offscreen"
                | "off-screen"
                | "assistive-text"
                | "u-hidden"
                | "is-hidden"
                | "element-invisible"
        )
    })
}

/// Whether an element starts on a line of its own.
pub(super) fn is_block(element: &Element) -> bool {
    let name = &*element.name.local;
    let by_name = matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
            | "listing"
            | "amp-accordion"
    );
    by_name || style_says(element, "display", &["block", "flex", "grid", "table", "list-item"])
}

/// Whether the `style` of an element gives `property` one of these values.
pub(super) fn style_says(element: &Element, property: &str, values: &[&str]) -> bool {
    let Some(style) = element.attr("style") else { return false };
    style.split(';').any(|rule| {
        let Some((name, value)) = rule.split_once(':') else { return false };
        let value = value.trim();
        name.trim().eq_ignore_ascii_case(property)
            && values.iter().any(|it| value.eq_ignore_ascii_case(it))
    })
}

/// The words that the class and the identity of an element are made of, in lower case: `site-nav`, `siteNav` and
/// `site_nav` are all `site`, `nav`.
pub(super) fn words(element: &Element) -> Vec<String> {
    let mut words = Vec::new();
    for name in ["class", "id", "data-component", "data-testid"] {
        let Some(value) = element.attr(name) else { continue };
        let mut word = String::new();
        let mut was_lower = false;
        for c in value.chars().take(LONGEST_CLASS) {
            if !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && was_lower {
                words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            }
            was_lower = c.is_ascii_lowercase();
            if c.is_ascii_alphanumeric() {
                word.push(c.to_ascii_lowercase());
            }
        }
        words.extend((!word.is_empty()).then_some(word));
    }
    words
}

/// How much of a class is read, in characters.
const LONGEST_CLASS: usize = 500;

/// Whether an attribute, read as a list of words, has this one.
pub(super) fn lists(element: &Element, attribute: &str, word: &str) -> bool {
    element
        .attr(attribute)
        .is_some_and(|list| list.split_ascii_whitespace().any(|it| it.eq_ignore_ascii_case(word)))
}

/// The nearest ancestors of a node, itself first.
pub(super) fn lineage<'a>(node: NodeRef<'a>) -> impl Iterator<Item = NodeRef<'a>> {
    std::iter::successors(Some(node), |node| node.parent())
}
