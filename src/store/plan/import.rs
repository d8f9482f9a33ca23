//! Taking a file in: the same merge that reloads and tabs use, as one edit.

use std::rc::Rc;

use super::{Context, Plan};
use crate::{
    annotation::{Claim, Dataset, Source},
    article::Article,
    record::Stamp,
    store::{
        change::{ArticleField, Change, ClaimField, SourceField},
        library::Library,
    },
};

/// How many records of a file are new here, changed, or the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Not here yet, or thrown away here.
    pub new: usize,
    /// Here, with at least one field that the file wrote later.
    pub changed: usize,
    /// Here, and nothing later in the file.
    pub same: usize,
}

/// What taking a file in would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// To articles.
    pub articles: Count,
    /// To sources.
    pub sources: Count,
    /// To claims.
    pub claims: Count,
}

impl Preview {
    /// Whether it would change anything.
    pub fn changes_anything(&self) -> bool {
        [self.articles, self.sources, self.claims].iter().any(|c| c.new + c.changed > 0)
    }
}

/// What taking `data` in would do to `library`.
pub fn preview(library: &Library, data: &Dataset) -> Preview {
    let mut preview = Preview::default();
    // The stamp only dates what comes back; counting does not look at it.
    let at = Stamp::shipped();
    for article in &data.articles {
        preview.articles.add(&of_article(library, article, at));
    }
    for source in &data.sources {
        preview.sources.add(&of_source(library, source, at));
    }
    for claim in &data.claims {
        preview.claims.add(&of_claim(library, claim, at));
    }
    preview
}

/// The changes that take `data` in.
pub(super) fn plan(context: Context<'_>, data: &Dataset) -> Plan {
    let (library, stamp) = (context.library, context.stamp);
    let articles = data.articles.iter().flat_map(|a| of_article(library, a, stamp).writes);
    let sources = data.sources.iter().flat_map(|s| of_source(library, s, stamp).writes);
    let claims = data.claims.iter().flat_map(|c| of_claim(library, c, stamp).writes);
    Plan { label: "import".to_owned(), writes: articles.chain(sources).chain(claims).collect() }
}

/// What one record of a file does.
struct Taken {
    writes: Vec<(Change, Stamp)>,
    new: bool,
    changed: bool,
}

impl Count {
    fn add(&mut self, taken: &Taken) {
        match taken {
            Taken { new: true, .. } => self.new += 1,
            Taken { changed: true, .. } => self.changed += 1,
            Taken { .. } => self.same += 1,
        }
    }
}

/// The fields of one record, as writes. What was thrown away here since the file was written comes back, for
/// taking a file in is asking for it: that write is dated `stamp`, the others as the file has them.
fn fields<F>(
    library: &Library,
    newer: Vec<(F, Stamp)>,
    change: impl Fn(F) -> Change,
    back: Option<F>,
    stamp: Stamp,
) -> Taken {
    let mut writes: Vec<(Change, Stamp)> =
        newer.into_iter().map(|(field, stamp)| (change(field), stamp)).collect();
    let changed = writes.iter().any(|(change, _)| !library.already(change));
    let new = back.is_some();
    writes.extend(back.map(|field| (change(field), stamp)));
    Taken { writes, new, changed }
}

/// A record that is not here. One that was thrown away elsewhere is taken note of, but shows nowhere.
fn added(change: Change, visible: bool, stamp: Stamp) -> Taken {
    Taken { writes: vec![(change, stamp)], new: visible, changed: false }
}

fn of_article(library: &Library, theirs: &Rc<Article>, stamp: Stamp) -> Taken {
    let id = theirs.id;
    let Some(ours) = library.articles().get(&id) else {
        return added(Change::AddArticle(theirs.clone()), !*theirs.deleted, stamp);
    };
    let back = (*ours.deleted && !*theirs.deleted).then_some(ArticleField::Deleted(false));
    let newer = ArticleField::newer(ours, theirs);
    fields(library, newer, |field| Change::Article(id, field), back, stamp)
}

fn of_source(library: &Library, theirs: &Rc<Source>, stamp: Stamp) -> Taken {
    let id = theirs.id;
    let Some(ours) = library.sources().get(&id) else {
        return added(Change::AddSource(theirs.clone()), !*theirs.deleted, stamp);
    };
    // A source merged away here stays so: its claims follow the merge.
    let gone = *ours.deleted && ours.merged_into.is_none();
    let back = (gone && !*theirs.deleted).then_some(SourceField::Deleted(false));
    let newer = SourceField::newer(ours, theirs);
    fields(library, newer, |field| Change::Source(id, field), back, stamp)
}

fn of_claim(library: &Library, theirs: &Rc<Claim>, stamp: Stamp) -> Taken {
    let (article, id) = (theirs.article, theirs.id);
    let Some(ours) = library.all_claims().get(&article).and_then(|claims| claims.get(&id)) else {
        return added(Change::AddClaim(theirs.clone()), !*theirs.deleted, stamp);
    };
    let back = (*ours.deleted && !*theirs.deleted).then_some(ClaimField::Deleted(false));
    let newer = ClaimField::newer(ours, theirs);
    fields(library, newer, |field| Change::Claim(article, id, field), back, stamp)
}
