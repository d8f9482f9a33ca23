use super::*;
use crate::article::{
    BlockKind::{
        Byline, Caption, Heading, Headline, ListItem, Paragraph, Quote, Standfirst, TableRow,
    },
    import::{Given, Hint, open},
};

const PROSE: &str =
    "Taxes fell twice in a year, the mayor said on Tuesday, and prices rose at the same time.";

fn import(html: &str, request: Request<'_>) -> Draft {
    WebPage.import(html, request).unwrap()
}

fn blocks(draft: &Draft) -> Vec<(BlockKind, &str)> {
    let body = &draft.body;
    body.blocks().iter().map(|block| (block.kind, body.slice(block.range))).collect()
}

/// The blocks of what was copied: all of them.
#[track_caller]
fn check(html: &str, want: &[(BlockKind, &str)]) -> Draft {
    let draft = import(html, Request { is_copied: true, ..Request::default() });
    assert_eq!(blocks(&draft), want, "{html}");
    draft
}

fn marks(draft: &Draft, block: usize) -> Vec<(MarkKind, &str)> {
    let marks = &draft.body.blocks()[block].marks;
    marks.iter().map(|mark| (mark.kind.clone(), draft.body.slice(mark.range))).collect()
}

#[test]
fn lines_and_paragraphs() {
    check("a<br>b", &[(Paragraph, "a\nb")]);
    check("<p>a<br><br>b<br> <br>c</p>", &[(Paragraph, "a"), (Paragraph, "b"), (Paragraph, "c")]);
    check(
        "<div>a<p>b</p>c</div>d",
        &[(Paragraph, "a"), (Paragraph, "b"), (Paragraph, "c"), (Paragraph, "d")],
    );
    check("<br>a<br>", &[(Paragraph, "a")]);
    check("<pre>a  b\n  c</pre>", &[(Paragraph, "a  b\n  c")]);
    check("a <span style='display:block'>b</span>", &[(Paragraph, "a"), (Paragraph, "b")]);
    check("10&nbsp;000 mi&shy;grants&#8203;", &[(Paragraph, "10\u{a0}000 migrants")]);
}

#[test]
fn kinds_of_blocks() {
    check(
        "<h1>a</h1><h2>b</h2><h6>c</h6><p>d",
        &[(Headline, "a"), (Heading, "b"), (Heading, "c"), (Paragraph, "d")],
    );
    check(
        "<ul><li>a<ul><li>b</ul><li><p>c</p></ul>",
        &[(ListItem, "a"), (ListItem, "b"), (ListItem, "c")],
    );
    check(
        "<blockquote><p>a</p><ul><li>b</ul><footer>c</footer></blockquote>",
        &[(Quote, "a"), (Quote, "b"), (Quote, "c")],
    );
    check("<figure><img><figcaption>a <b>b</b></figcaption></figure>", &[(Caption, "a b")]);
    check("<p class='wp-caption-text image_caption'>a</p>", &[(Caption, "a")]);
    check("<dl><dt>a<dd>b</dl>", &[(ListItem, "a"), (ListItem, "b")]);
    check("<details><summary>a</summary>b</details>", &[(Paragraph, "a"), (Paragraph, "b")]);
}

#[test]
fn tables_of_figures_are_rows_and_other_tables_are_blocks() {
    let rows = "<table><caption>t</caption><tr><th>a<th>b<tr><td><p>1<br>2</p><p>3</p><td></table>";
    check(rows, &[(Caption, "t"), (TableRow, "a\tb"), (TableRow, "1 2 3")]);
    check("<table><tr><td>a<td>b<tr><td>c<td>d</table>", &[(TableRow, "a\tb"), (TableRow, "c\td")]);
    check(
        "<table><tr><td></td><td>b<tr><td>c<td>d</table>",
        &[(TableRow, "b"), (TableRow, "c\td")],
    );
    check(
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        &[(Paragraph, "a"), (Paragraph, "b"), (Paragraph, "c"), (Paragraph, "d")],
    );
    check(
        "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>",
        &[(TableRow, "a\tb"), (TableRow, "c\td")],
    );
}

#[test]
fn words_in_quotation_marks_of_the_browser_have_them() {
    check("He said <q>no</q>.", &[(Paragraph, "He said “no”.")]);
}

#[test]
fn emphasis_and_links() {
    let draft = check(
        "<p>The <b>mayor <i>of</i></b> <a href='/r'><em>Riverton</em></a> <i> said </i><b style='font-weight:normal'>so</b> <span style='font-weight: 700'>now</span><a href='javascript:x'>.</a>",
        &[(Paragraph, "The mayor of Riverton said so now.")],
    );
    assert_eq!(
        marks(&draft, 0),
        [
            (MarkKind::Strong, "mayor of"),
            (MarkKind::Emphasis, "Riverton said"),
            (MarkKind::Strong, "now")
        ]
    );
    let request =
        Request { is_copied: true, address: Some("https://a.example/b/c"), ..Request::default() };
    let draft =
        import("<a href='../r?x=1#y'>Riverton</a> <a href='mailto:a@b.example'>mail</a>", request);
    let link = |to: &str| MarkKind::Link(to.into());
    assert_eq!(
        marks(&draft, 0),
        [(link("https://a.example/r?x=1#y"), "Riverton"), (link("mailto:a@b.example"), "mail")]
    );
    assert_eq!(draft.url.as_deref(), Some("https://a.example/b/c"));
}

#[test]
fn what_nobody_sees_is_not_there() {
    for hidden in [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<svg><text>x</text></svg>",
        "<p hidden>x</p>",
        "<p style='color:red; DISPLAY : none'>x</p>",
        "<span class='a sr-only'>x</span>",
        "<i class='visually-hidden'>x</i>",
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<button>x</button>",
        "<dialog>x</dialog>",
        "<!-- x -->",
        "<iframe>x</iframe>",
        "<object>x</object>",
        "<span style='visibility:hidden'>x</span>",
        "<title>x</title>",
    ] {
        check(
            &format!("a{hidden}b").replace("</p>b", "</p>").replace("a<p", "ab<p"),
            &[(Paragraph, "ab")],
        );
    }
    check(
        "<span aria-hidden=true>a</span><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby><dialog open>c</dialog>",
        &[(Paragraph, "a漢"), (Paragraph, "c")],
    );
    check("a <img alt='👍🏽'> <img alt='a picture'>b", &[(Paragraph, "a 👍🏽 b")]);
}

#[test]
fn scripts_of_all_directions_stay_as_they_are() {
    let text = "قال «نعم» (Yes) ثم צחק. \u{2067}שלום\u{2069}";
    check(&format!("<p dir=rtl>{text}</p>"), &[(Paragraph, text)]);
}

#[test]
fn the_top_of_an_article() {
    let page = format!(
        "<title>Taxes fall | Daily</title><article><header><p class=kicker>Politics</p><h1>Taxes fall</h1><p class=dek>And prices rise</p>\
         <div class=byline>Ann Lee, 16 November 2021</div></header><p>MOSCOW (AA) – {PROSE}</p><p>{PROSE}</p></article>"
    );
    let draft = import(&page, Request::default());
    assert_eq!(
        blocks(&draft),
        [
            (Headline, "Taxes fall"),
            (Standfirst, "And prices rise"),
            (Byline, "Ann Lee, 16 November 2021"),
            (Paragraph, &*format!("MOSCOW (AA) – {PROSE}")),
            (Paragraph, PROSE),
        ]
    );
    assert_eq!((&*draft.title, draft.dateline.as_deref()), ("Taxes fall", Some("MOSCOW (AA)")));
    assert_eq!(draft.left_out().collect::<Vec<_>>(), ["Politics"]);
    let draft = import(&page, Request { furniture: Furniture::Keep, ..Request::default() });
    assert_eq!(blocks(&draft).len(), 6, "nothing is left out");
    assert_eq!(draft.warnings, []);
}

#[test]
fn a_page_without_headline_is_called_what_it_says() {
    let draft =
        import(&format!("<title>Taxes fall – Daily</title><p>{PROSE}</p>"), Request::default());
    assert_eq!((&*draft.title, blocks(&draft)), ("Taxes fall", vec![(Paragraph, PROSE)]));
    let draft = import(&format!("<p>{PROSE}</p>"), Request::default());
    assert_eq!(&*draft.title, "Taxes fell twice in a year, the mayor said on Tuesday, and…");
}

/// A page is kept whole where nothing in it looks like an article.
#[test]
fn a_page_of_nothing_but_furniture_is_kept() {
    let draft = import(
        "<nav><a href=/a>Home</a></nav><div class=ad>Advertisement</div>",
        Request::default(),
    );
    assert_eq!(blocks(&draft), [(Paragraph, "Home"), (Paragraph, "Advertisement")]);
    assert_eq!(WebPage.import("<p> &nbsp; </p><img>", Request::default()), Err(ImportError::Empty));
}

#[track_caller]
fn facts(head: &str) -> [Option<String>; 6] {
    let draft = import(&format!("<html><head>{head}</head><p>{PROSE}</p>"), Request::default());
    let own = |fact: Option<std::rc::Rc<str>>| fact.map(|fact| fact.to_string());
    [
        Some(draft.title.to_string()),
        own(draft.byline),
        own(draft.published),
        own(draft.language),
        own(draft.url),
        own(draft.site),
    ]
}

fn some<const N: usize>(facts: [&str; N]) -> [Option<String>; N] {
    facts.map(|fact| (!fact.is_empty()).then(|| fact.to_owned()))
}

#[test]
fn facts_of_json() {
    let json = |json: &str| format!("<script type='application/ld+json'>{json}</script>");
    let article = r#"{"@type":["Thing","https://schema.org/NewsArticle"],"headline":"A &amp; B","author":[{"name":"Ann Lee"},"Bo Roe",{"@id":"c:1"}],
        "datePublished":"2021-11-16T09:00Z","inLanguage":{"alternateName":"fr"},"publisher":{"name":["Daily"]},"url":"https://a.example/b"}"#;
    let want = some([
        "A & B",
        "Ann Lee, Bo Roe, Cy Poe",
        "2021-11-16T09:00Z",
        "fr",
        "https://a.example/b",
        "Daily",
    ]);
    let person = r#"{"@type":"Person","@id":"c:1","name":"Cy Poe"}"#;
    assert_eq!(facts(&json(&format!("[{person},{article}]"))), want);
    assert_eq!(facts(&json(&format!(r#"{{"@context":"x","@graph":[{person},{article}]}}"#))), want);
    assert_eq!(
        facts(&(json("{\"broken\": ") + &json(person) + &json(&format!("<!-- {article}; -->")))),
        {
            let mut alone = want.clone();
            // Each script stands for itself, but all are one page.
            alone[1] = Some("Ann Lee, Bo Roe, Cy Poe".into());
            alone
        }
    );
    assert_eq!(
        facts(&json(
            r#"{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"A","author":{"name":null}}}"#
        ))[..2],
        some(["A", ""])[..]
    );
    assert_eq!(
        facts(&json(r#"{"@type":"Organization","name":"Not this"}"#))[0].as_deref(),
        Some("Taxes fell twice in a year, the mayor said on Tuesday, and…")
    );
}

#[test]
fn facts_of_meta_elements() {
    let meta = "<meta property=og:title content='A'><meta name=Author content='Ann  Lee'><meta property='article:author' content='https://x.example/ann'>\
        <meta property='article:published_time' content='2021-11-16'><meta property=og:locale content=de_AT><meta property=og:site_name content=Daily>\
        <link rel=canonical href='https://a.example/b'><meta property=og:url content='https://a.example/other'>";
    assert_eq!(
        facts(meta),
        some(["A", "Ann Lee", "2021-11-16", "de-AT", "https://a.example/b", "Daily"])
    );
    let bare = "<!-- saved from url=(0021)https://a.example/c --><title>A story of taxes - Daily</title><time datetime='2021-11-16'>yesterday</time>";
    assert_eq!(
        facts(bare),
        some(["A story of taxes", "", "2021-11-16", "", "https://a.example/c", ""])
    );
    assert_eq!(
        facts("<title></title><link rel=canonical href='/b'><meta name=author content=''>")[1..],
        some(["", "", "", "", ""])[..]
    );
}

#[test]
fn a_fragment_is_kept_whole() {
    let clipboard = format!(
        "<html><body><!--StartFragment--><nav>Home</nav><p>{PROSE}</p><div class=share>Share</div><!--EndFragment--></body></html>"
    );
    let imported =
        open(Given::Text(&clipboard), &Hint { is_copied: true, ..Hint::default() }).unwrap();
    assert_eq!(
        blocks(&imported.draft),
        [(Paragraph, "Home"), (Paragraph, PROSE), (Paragraph, "Share")]
    );
    assert_eq!(&*imported.importer, "web-page");
}

#[test]
fn a_byte_that_is_none_is_told() {
    let page =
        [b"<meta charset=utf-8><p>Gr", &b"\xff"[..], "öße, sagte der Bürgermeister.".as_bytes()]
            .concat();
    let imported =
        open(Given::Bytes(&page), &Hint { name: Some("a.html"), ..Hint::default() }).unwrap();
    assert_eq!(imported.draft.warnings, [Warning::Undecodable(1)]);
}
