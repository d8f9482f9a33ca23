//! Inputs that are hostile by their size, made when they are needed. The small ones are files in
//! `tests/data/hostile-pages`.

/// One input.
pub(crate) struct Large {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The name of the file that it pretends to be.
    pub(crate) file: &'static str,
    /// All of it.
    pub(crate) text: String,
}

/// How deep the deep ones nest.
const DEEP: usize = 100_000;

/// A megabyte, as much as a long page has.
const MEGABYTE: usize = 1024 * 1024;

const WORDS: &str = "Taxes fell twice in a year, the mayor said on Tuesday. ";

/// `part` so often that it is as long as `bytes`.
fn filled(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len())
}

/// `open` so often, words, and `close` as often.
fn nested(open: &str, close: &str) -> String {
    format!("{}{WORDS}{}", open.repeat(DEEP), close.repeat(DEEP))
}

/// All of them.
pub(crate) fn large() -> Vec<Large> {
    let mut all = Vec::new();
    let mut add = |name, file, text| all.push(Large { name, file, text });
    let page = |body: String| format!("<!DOCTYPE html><html><body>{body}</body></html>");

    // Nesting.
    for (name, open, close) in [
        ("deep div", "<div>", "</div>"),
        ("deep div never closed", "<div>", ""),
        ("deep span", "<span>", "</span>"),
        ("deep paragraphs and divs", "<p><div>", "</div>"),
        ("deep quotations", "<blockquote><p>", "</p></blockquote>"),
        ("deep lists", "<ul><li>", "</li></ul>"),
        ("deep tables", "<table><tr><td>", "</td></tr></table>"),
        ("deep emphasis", "<b><i>", "</i></b>"),
        ("deep links", "<a href=/x>", "</a>"),
        ("deep svg", "<svg>", "</svg>"),
        ("deep svg groups", "<svg><g>", "</g></svg>"),
        ("deep formulas", "<math><mrow>", "</mrow></math>"),
        ("deep templates", "<template>", "</template>"),
        ("deep unknown elements", "<x-y>", "</x-y>"),
        ("deep headings", "<h1>", "</h1>"),
        ("deep forms", "<form><fieldset>", "</fieldset></form>"),
        ("deep with stray ends", "<div></b>", "</div>"),
        ("deep with two stray ends", "</i></b><div>", ""),
        ("deep buttons", "<button><div>", "</div></button>"),
        ("deep objects", "<object>", "</object>"),
        ("deep ruby", "<ruby><rt>", "</rt></ruby>"),
    ] {
        add(name, "a.html", page(nested(open, close)));
    }

    // What grows when it is read.
    let distinct = |n: usize, part: fn(usize) -> String| (0..n).map(part).collect::<String>();
    add(
        "formats that are taken up again",
        "a.html",
        page(distinct(20_000, |i| format!("<p><b id={i}><font color=#{i}>x</p>"))),
    );
    add(
        "formats in blocks",
        "a.html",
        page(distinct(20_000, |i| format!("<div><i class={i}></div>"))),
    );
    add("links that cross blocks", "a.html", page("<a><div>x</a><p></div>".repeat(20_000)));
    add("tables that give text away", "a.html", page("<table>x<tr>y<b>z".repeat(10_000)));
    add("entities of entities", "a.xhtml", {
        let entities: String = (1..60)
            .map(|i| format!("<!ENTITY l{i} \"{}\">", format!("&l{};", i - 1).repeat(10)))
            .collect();
        format!(
            "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY l0 \"ha\">{entities}]><html><body><p>{WORDS}&l59;</p></body></html>"
        )
    });
    add(
        "rows that span",
        "a.html",
        page(format!(
            "<table>{}</table>",
            "<tr><td colspan=1000000 rowspan=1000000>x</td><td>y</td></tr>".repeat(1000)
        )),
    );

    // Many.
    add("many elements", "a.html", page("<b>x</b>".repeat(MEGABYTE)));
    add("many paragraphs", "a.html", page(format!("<p>{WORDS}").repeat(20_000)));
    add("many breaks", "a.html", page("x<br>".repeat(100_000)));
    add("many double breaks", "a.html", page("x<br><br>".repeat(50_000)));
    add("many links", "a.html", page("<a href=/x>x</a> ".repeat(50_000)));
    add("many list items", "a.html", page(format!("<ul>{}</ul>", "<li>x".repeat(100_000))));
    add(
        "many rows",
        "a.html",
        page(format!("<table><tr><th>a{}</table>", "<tr><td>x<td>y".repeat(30_000))),
    );
    add("many headings", "a.html", page("<h2>Taxes</h2>".repeat(50_000)));
    add(
        "many pictures",
        "a.html",
        page("<figure><img src=x><figcaption>Taxes</figcaption></figure>".repeat(20_000)),
    );
    add(
        "many attributes",
        "a.html",
        format!("<p {}>{WORDS}", (0..MEGABYTE).map(|i| format!("a{i} ")).collect::<String>()),
    );
    add(
        "many attributes often",
        "a.html",
        page(
            format!("<p {}>{WORDS}</p>", (0..5_000).map(|i| format!("a{i} ")).collect::<String>())
                .repeat(200),
        ),
    );
    add("many openings of tags", "a.html", page("<".repeat(MEGABYTE)));
    add("many ends", "a.html", page("</p></div></x>".repeat(100_000)));
    add("many entities", "a.html", page(format!("<p>{}", "&amp;&#9731;&notit;&".repeat(50_000))));
    add("many half-wide characters", "a.html", page(format!("<p>{}", "&#55357;".repeat(50_000))));
    add("many bodies", "a.html", format!("<p>{WORDS}{}", "<html a=b><body c=d>".repeat(50_000)));
    add(
        "many metas",
        "a.html",
        format!(
            "<html><head>{}</head><p>{WORDS}",
            "<meta property=og:title content=x>".repeat(50_000)
        ),
    );
    add("many comments", "a.html", page("<!-- x -->".repeat(100_000)));

    // Long.
    let most = 19 * MEGABYTE;
    add("19 MB on one line", "a.html", page(format!("<p>{}</p>", filled(WORDS, most))));
    add("19 MB without a space", "a.html", page(format!("<p>{}</p>", "x".repeat(most))));
    add("19 MB of text", "a.txt", filled(WORDS, most));
    add(
        "19 MB in an attribute",
        "a.html",
        page(format!("<p title='{}'>{WORDS}</p>", "x".repeat(most))),
    );
    add("19 MB in a comment", "a.html", format!("<p>{WORDS}<!--{}", "-".repeat(most)));
    add(
        "19 MB in a script",
        "a.html",
        format!("<p>{WORDS}<script>{}", "if(a<b){} ".repeat(most / 10)),
    );
    add(
        "19 MB in an address",
        "a.html",
        page(format!("<p>{WORDS}<a href='https://a.example/{}'>x</a></p>", "x".repeat(most))),
    );
    add("50 MB on one line", "a.html", page(format!("<p>{}</p>", filled(WORDS, 50 * MEGABYTE))));
    add("50 MB on one line of text", "a.txt", filled(WORDS, 50 * MEGABYTE));
    add(
        "long class",
        "a.html",
        page(format!("<div class='{}'><p>{WORDS}</p></div>", filled("a-b ", MEGABYTE)).repeat(3)),
    );
    add("long name of an element", "a.html", page(format!("<{}>{WORDS}", "x".repeat(MEGABYTE))));
    add(
        "much text deep down",
        "a.html",
        page(format!("{}{}", "<div>".repeat(240), format!("<p>{WORDS}</p>").repeat(10_000))),
    );
    add("text at every depth", "a.html", page(format!("<div>{}", WORDS.repeat(50)).repeat(250)));

    // What it says of itself.
    add(
        "deep JSON",
        "a.html",
        page(format!("<script type=application/ld+json>{}</script><p>{WORDS}", "[".repeat(DEEP))),
    );
    add(
        "deep graph",
        "a.html",
        page(format!(
            "<script type=application/ld+json>{}</script><p>{WORDS}",
            "{\"@graph\":".repeat(100) + "1" + &"}".repeat(100)
        )),
    );
    add(
        "many authors",
        "a.html",
        page(format!(
            "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":[{}0]}}</script><p>{WORDS}",
            "{\"@id\":\"x\"},".repeat(50_000)
        )),
    );

    // Markdown.
    for (name, part) in [
        ("brackets", "["),
        ("pairs of brackets", "[]("),
        ("stars", "*a **b "),
        ("underlines", "_a __b "),
        ("backticks", "`a ``b "),
        ("pictures", "![x]("),
        ("angles", "<a "),
        ("references", "[a]: b\n"),
        ("uses of a reference", "[a] "),
        ("headings", "# a\n"),
        ("fences", "```\n"),
        ("rules", "---\n"),
        ("backslashes", "\\"),
        ("entities", "&a"),
        ("raw elements", "<b>"),
        ("raw blocks", "<div>\n\n"),
        ("emails", "a@b."),
        ("lists", "- a\n"),
        ("deeper lists", " - a\n"),
        ("quotations", "> a\n"),
    ] {
        add(name, "a.md", format!("# Taxes\n\n{WORDS}\n\n{}", part.repeat(100_000)));
    }
    add("deep quotations in Markdown", "a.md", format!("{}{WORDS}", "> ".repeat(DEEP)));
    add("deep lists in Markdown", "a.md", format!("{}{WORDS}", "- ".repeat(DEEP)));
    add(
        "stairs of lists in Markdown",
        "a.md",
        (0..1000).map(|i| format!("{}- a\n", " ".repeat(2 * i))).collect(),
    );
    add("wide table", "a.md", format!("|{}\n|{}\n|a\n", "a|".repeat(30_000), "-|".repeat(30_000)));
    add(
        "wide table of many rows",
        "a.md",
        format!("|{}\n|{}\n{}", "a|".repeat(3_000), "-|".repeat(3_000), "|x\n".repeat(3_000)),
    );
    add("endless facts", "a.md", format!("---\n{}", "title: x\n".repeat(100_000)));

    // Messages.
    let message = |rest: String| {
        format!(
            "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n{rest}"
        )
    };
    add(
        "many parts",
        "a.mhtml",
        message(format!(
            "\r\n{}--x--",
            "--x\r\nContent-Type: text/html\r\n\r\n<p>x\r\n".repeat(50_000)
        )),
    );
    add(
        "deep parts",
        "a.mhtml",
        message(
            format!(
                "\r\n{}",
                (0..10_000)
                    .map(|i| format!(
                        "--x{i}\r\nContent-Type: multipart/mixed; boundary=x{}\r\n\r\n",
                        i + 1
                    ))
                    .collect::<String>()
            )
            .replacen("--x0", "--x", 1),
        ),
    );
    add(
        "deep messages",
        "a.eml",
        message(format!("\r\n--x\r\n{}", "Content-Type: message/rfc822\r\n\r\n".repeat(10_000))),
    );
    add(
        "many headers",
        "a.eml",
        message(format!(
            "{}\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>{WORDS}\r\n--x--",
            "X-A: b\r\n".repeat(100_000)
        )),
    );
    add(
        "long header",
        "a.eml",
        message(format!(
            "Subject: {}\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>{WORDS}\r\n--x--",
            "=?utf-8?q?=C3=A9?= ".repeat(50_000)
        )),
    );
    add(
        "many senders",
        "a.eml",
        format!(
            "From: {}\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>{WORDS}",
            "(((a <a@b> ".repeat(50_000)
        ),
    );
    all
}
