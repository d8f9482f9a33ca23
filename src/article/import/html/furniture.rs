//! What stands around an article on its page, told by how the page names its parts. Pages of one publisher differ from
//! those of another, but all name menus, advertisements and comments much alike.

use std::collections::HashMap;

use dom_query::{Element, NodeId, NodeRef};

use super::element::{is_unseen, lists, words};

/// Words in the class or identity of an element that say what it is.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "ad", "ads", "adslot", "adunit", "advert", "adverts", "advertisement", "advertising", "advertorial", "dfp", "leaderboard",
    "mpu", "outbrain", "taboola", "sponsor", "sponsored", "sponsors", "reklama", "werbung", "anzeige", "publicidad", "pub",
    "share", "sharing", "sharebar", "sharetools", "sharedaddy", "shares", "social", "socials", "addtoany", "sns",
    "related", "recommended", "recommendation", "recommendations", "recommend", "recirc", "recirculation", "teaser", "teasers", "promo",
    "promos", "promobox", "onward", "onwards", "readmore", "morelinks", "seealso", "moreon",
    "newsletter", "newsletters", "subscribe", "subscription", "signup", "optin", "mailinglist", "cta",
    "cookie", "cookies", "cookiebar", "consent", "gdpr", "cmp", "onetrust",
    "comment", "comments", "commentlist", "disqus", "discussion", "respond", "replies", "kommentare", "commentaires",
    "nav", "navbar", "navigation", "subnav", "menu", "breadcrumb", "breadcrumbs", "pagination", "pager", "skiplink", "toolbar",
    "hamburger", "topbar", "toc", "masthead", "footer", "sitefooter", "colophon",
    "sidebar", "rail", "widget", "widgets", "trending", "popular", "mostread", "mostpopular", "mostviewed", "ticker",
    "paywall", "regwall", "regiwall", "barrier", "login", "signin", "donate", "donation", "membership",
    "tags", "taglist", "hashtags", "keywords",
    "modal", "popup", "overlay", "toast", "tooltip", "lightbox", "snackbar",
    "noprint", "copyright", "disclaimer", "imprint", "reactions", "feedback", "poll", "survey", "toolbox", "bookmark",
    "preheader", "unsubscribe", "unsub",
];

/// Two words that together say so.
#[rustfmt::skip]
const PAIRS: &[(&str, &str)] = &[
    ("no", "print"), ("most", "read"), ("most", "popular"), ("most", "viewed"), ("read", "more"), ("read", "next"), ("read", "also"),
    ("more", "stories"), ("more", "news"), ("more", "from"), ("more", "on"), ("see", "also"), ("also", "read"), ("sign", "up"),
    ("author", "bio"), ("about", "author"), ("author", "box"), ("author", "card"), ("skip", "link"), ("skip", "to"),
    ("up", "next"), ("audio", "player"), ("follow", "us"), ("site", "header"), ("page", "header"), ("global", "header"), ("view", "online"),
    ("listen", "button"), ("tag", "list"), ("article", "tags"),
    ("editors", "picks"), ("latest", "news"), ("top", "stories"), ("reading", "time"), ("key", "events"),
];

/// Roles (WAI-ARIA) of what is no text of the page.
const ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "menu",
    "menubar",
    "dialog",
    "alertdialog",
    "alert",
    "toolbar",
    "tablist",
    "tooltip",
    "form",
    "button",
];

/// The share of the page's text from which on an element holds the article, whatever it is called, in percent.
const MAIN_SHARE: usize = 40;

/// What an element holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weight {
    /// Characters outside links.
    plain: usize,
    /// Characters inside links.
    linked: usize,
    /// Whether there is a headline (`h1`) or the body of the article, by its own word.
    has_main: bool,
    /// Elements.
    elements: usize,
    /// Characters, each as often as it is nested: what it costs to read the text of every element.
    cost: usize,
}

/// What each element of a page holds.
pub(super) struct Weights {
    of: HashMap<NodeId, Weight>,
    all: Weight,
}

impl Weights {
    /// Weighs all below `root`.
    pub(super) fn of(root: NodeRef<'_>) -> Self {
        let mut weights = Self { of: HashMap::new(), all: Weight::default() };
        weights.all = weights.weigh(root, false);
        weights
    }

    /// How many elements there are, and what it costs to read the text of each.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.all.elements, self.all.cost)
    }

    /// No deeper than the parser lets elements nest.
    fn weigh(&mut self, node: NodeRef<'_>, is_linked: bool) -> Weight {
        let mut weight = Weight::default();
        if node.is_text() {
            let count = node.normalized_char_count();
            let counts = if is_linked { &mut weight.linked } else { &mut weight.plain };
            *counts = count;
            weight.cost = count;
            return weight;
        }
        let mut is_linked = is_linked;
        if let Some(element) = node.element_ref() {
            if is_unseen(&element) {
                return weight;
            }
            is_linked |= element.name.local == *"a";
            weight.elements = 1;
            weight.has_main =
                element.name.local == *"h1" || lists(&element, "itemprop", "articleBody");
        }
        for child in node.children_it(false) {
            let child = self.weigh(child, is_linked);
            weight.plain += child.plain;
            weight.linked += child.linked;
            weight.has_main |= child.has_main;
            weight.elements += child.elements;
            weight.cost = weight.cost.saturating_add(child.cost);
        }
        weight.cost = weight.cost.saturating_add(weight.plain + weight.linked);
        self.of.insert(node.id, weight);
        weight
    }

    /// Whether an element is furniture.
    pub(super) fn is_furniture(&self, node: NodeRef<'_>) -> bool {
        let weight = self.of.get(&node.id).copied().unwrap_or_default();
        let Some(element) = node.element_ref() else { return false };
        let name = &*element.name.local;
        if matches!(name, "html" | "body" | "main")
            || weight.plain * 100 > self.all.plain * MAIN_SHARE
        {
            return false;
        }
        match name {
            "nav" | "menu" | "search" => return true,
            "footer" => return !is_within(node, &["blockquote", "figure"]),
            // The head of a page, not of an article.
            "header" if !weight.has_main && !is_within(node, &["article", "main"]) => return true,
            _ => {}
        }
        if weight.has_main {
            return false;
        }
        let role = element.attr("role").unwrap_or_default();
        if ROLES.iter().any(|it| role.eq_ignore_ascii_case(it)) || lists(&element, "rel", "tag") {
            return true;
        }
        if name == "form"
            || element.has_attr("data-ad")
            || element.has_attr("data-ad-slot")
            || is_out_of_place(name)
        {
            return true;
        }
        is_named_so(&element)
    }
}

/// Elements of AMP that are no text of the page.
fn is_out_of_place(name: &str) -> bool {
    [
        "amp-ad",
        "amp-auto-ads",
        "amp-consent",
        "amp-embed",
        "amp-sidebar",
        "amp-social-share",
        "amp-sticky-ad",
        "amp-user-notification",
    ]
    .contains(&name)
}

/// Whether the class or identity of an element says that it is furniture.
fn is_named_so(element: &Element) -> bool {
    let words = words(element);
    words.iter().any(|word| WORDS.contains(&&**word))
        || words.windows(2).any(|pair| PAIRS.iter().any(|(a, b)| pair[0] == *a && pair[1] == *b))
}

fn is_within(node: NodeRef<'_>, names: &[&str]) -> bool {
    super::element::lineage(node).skip(1).any(|it| names.iter().any(|name| it.has_name(name)))
}
