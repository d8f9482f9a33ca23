//! What furniture says, in lower case, without the marks around it, and with plain apostrophes.

/// Headings of lists of links: what follows goes with them.
#[rustfmt::skip]
pub(super) const LISTS: &[&str] = &[
    "related", "topics", "tags", "теги", "темы", "schlagworte", "related posts", "related articles", "related stories", "related news", "related topics",
    "related content", "related links", "related coverage", "read also", "also read", "read more", "see also",
    "read next", "up next", "more news", "more stories", "more on this story", "more on this topic",
    "more from this author", "most read", "most popular", "most viewed", "popular posts", "trending",
    "trending now", "recommended", "recommended for you", "recommended stories", "you may also like",
    "you might also like", "latest news", "latest stories", "top stories", "editor's picks", "editors' picks",
    "читайте также", "по теме", "материалы по теме", "похожие новости", "другие новости", "главные новости",
    "читайте також", "lesen sie auch", "mehr zum thema", "auch interessant", "weitere artikel", "meistgelesen",
    "das könnte sie auch interessieren", "lire aussi", "à lire aussi", "sur le même sujet",
    "articles similaires", "lea también", "te puede interesar", "leggi anche", "czytaj także", "czytaj też",
    "zobacz także", "ilgili haberler", "ilginizi çekebilir", "bunlar da ilginizi çekebilir", "اقرأ أيضا",
    "اقرأ أيضًا", "مواضيع ذات صلة", "أخبار ذات صلة", "相关阅读", "相关新闻", "延伸阅读", "推荐阅读",
    "関連記事", "関連ニュース", "あわせて読みたい", "おすすめ記事", "관련기사", "leia também", "veja também", "te puede interesar", "también te puede interesar",
    "lees ook", "läs också", "les også", "læs også", "כתבות נוספות", "קראו גם",
];

/// Headings of what readers remark: all that follows goes with them.
#[rustfmt::skip]
pub(super) const REMARKS: &[&str] = &[
    "comments", "leave a comment", "leave a reply", "add a comment", "post a comment", "join the conversation",
    "комментарии", "коментарі", "kommentare", "commentaires", "comentarios", "commenti", "komentarze",
    "yorumlar", "التعليقات", "评论", "网友评论", "コメント", "댓글", "תגובות", "comentários", "reacties",
];

/// Lines that say nothing else.
#[rustfmt::skip]
pub(super) const ALONE: &[&str] = &[
    "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "share", "share this",
    "tweet", "email", "print", "copy link", "link copied", "click to share", "skip to content",
    "skip to main content", "back to top", "follow us", "listen to this article", "accept all",
    "accept cookies", "accept all cookies", "reject all", "cookie settings", "manage cookies",
    "privacy policy", "cookie policy", "terms of use", "terms of service", "story continues below",
    "story continues below advertisement", "article continues below", "article continues after advertisement",
    "continue reading", "реклама", "поделиться", "подписаться", "поширити", "anzeige", "werbung", "teilen",
    "publicité", "partager", "publicidad", "compartir", "pubblicità", "condividi", "reklama", "udostępnij",
    "reklam", "paylaş", "إعلان", "شارك", "广告", "分享", "分享到", "広告", "シェアする", "פרסומת", "publicidade", "compartilhar", "advertentie",
    "unsubscribe", "view in browser", "view this email in your browser", "view online", "view as a web page", "forward to a friend",
];

/// How other lines start, and up to how many characters they are furniture: a sentence of an article may start
/// so too, but not one that short.
#[rustfmt::skip]
pub(super) const STARTS: &[(&str, usize)] = &[
    ("subscribe to ", 90), ("sign up for ", 90), ("sign up to ", 90), ("share this article", 60),
    ("share this story", 60), ("share this post", 60), ("share this page", 60), ("share on ", 40),
    ("follow us on ", 90), ("click here to ", 90), ("read also:", 140), ("also read:", 140),
    ("read more:", 140), ("see also:", 140), ("related:", 140), ("read next:", 140), ("tags:", 140), ("topics:", 140), ("теги:", 140),
    ("filed under:", 140), ("читайте также:", 140), ("читайте також:", 140), ("подписывайтесь на ", 90),
    ("подпишитесь на ", 90), ("lesen sie auch:", 140), ("mehr zum thema:", 140), ("abonnieren sie ", 90),
    ("lire aussi:", 140), ("lire aussi :", 140), ("abonnez-vous ", 90), ("suscríbete ", 90),
    ("czytaj także:", 140), ("abone ol", 60), ("we use cookies", 600), ("this website uses cookies", 600),
    ("this site uses cookies", 600), ("by continuing to use this ", 600), ("wir verwenden cookies", 600),
    ("diese website verwendet cookies", 600), ("мы используем cookie", 600),
    ("мы используем файлы cookie", 600), ("nous utilisons des cookies", 600), ("utilizamos cookies", 600),
    ("używamy plików cookie", 600), ("责任编辑", 40), ("（责任编辑", 40), ("(责任编辑", 40),
    ("you are receiving this ", 300), ("you received this ", 300), ("you're receiving this ", 300),
];

/// How a line ends that says whose the text is.
#[rustfmt::skip]
pub(super) const RIGHTS: &[&str] = &[
    "all rights reserved", "все права защищены", "усі права захищені", "alle rechte vorbehalten",
    "tous droits réservés", "todos los derechos reservados", "tutti i diritti riservati",
    "wszelkie prawa zastrzeżone", "tüm hakları saklıdır", "جميع الحقوق محفوظة", "版权所有",
];
