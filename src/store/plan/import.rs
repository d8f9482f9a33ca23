//! Taking a file in: the same merge that reloads and tabs use, as one edit.

use std::rc::Rc;

use super::{Context, Plan, articles::unburied};
use crate::{
    annotation::{Claim, Dataset, Source},
    article::Article,
    order,
    record::{Register, Stamp, Timestamp},
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
    /// How many of the claims are about an article that is neither here nor in the file: they show once it is.
    pub without_article: usize,
    /// How many of the articles have another text here, which stays: the file's claims are looked for in it.
    pub other_text: usize,
}

impl Preview {
    /// Whether it would change anything.
    pub fn changes_anything(&self) -> bool {
        [self.articles, self.sources, self.claims].iter().any(|c| c.new + c.changed > 0)
    }
}

/// What a file dates further ahead than this was not written then: that clock was wrong, or lied. Time zones mixed up
/// are within it.
const AHEAD: u64 = 24 * 60 * 60 * 1000;

/// What taking `data` in would do to `library`.
pub fn preview(library: &Library, data: &Dataset) -> Preview {
    let taking = Taking { library, limit: None, stamp: Stamp::shipped() };
    let mut preview = Preview::default();
    for article in &data.articles {
        preview.articles.add(&taking.article(article));
        let ours = library.articles().get(&article.id);
        preview.other_text += usize::from(ours.is_some_and(|ours| ours.body != article.body));
    }
    data.sources.iter().for_each(|source| preview.sources.add(&taking.source(source)));
    for claim in &data.claims {
        preview.claims.add(&taking.claim(claim));
        let here = library.articles().contains_key(&claim.article)
            || data.articles.iter().any(|article| article.id == claim.article);
        preview.without_article += usize::from(!here);
    }
    preview
}

/// The changes that take `data` in.
pub(super) fn plan(context: Context<'_>, data: &Dataset) -> Plan {
    let limit = Timestamp::from_millis(context.now.millis().saturating_add(AHEAD));
    let Context { library, stamp, .. } = context;
    let taking = Taking { library, limit: Some(limit), stamp };
    let articles = data.articles.iter().map(|article| unburied(context, article));
    let articles = articles.flat_map(|article| taking.article(&article).writes);
    let sources = data.sources.iter().flat_map(|source| taking.source(source).writes);
    // In the order of their identities each goes behind the one before, and moves no other.
    let mut claims: Vec<&Rc<Claim>> = data.claims.iter().collect();
    order::sort_by_key(&mut claims, |claim| claim.id);
    let claims = claims.into_iter().flat_map(|claim| taking.claim(claim).writes);
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

/// Taking a file in.
#[derive(Clone, Copy)]
struct Taking<'a> {
    library: &'a Library,
    /// What is dated later counts as written now: it wins this time, and never over what is written after. Counting
    /// needs no limit, for either way it is later than all that is here.
    limit: Option<Timestamp>,
    /// Now.
    stamp: Stamp,
}

impl Taking<'_> {
    fn article(self, theirs: &Rc<Article>) -> Taken {
        let theirs = &self.dated(&self.dismissals_dated(theirs), ArticleField::dated);
        let id = theirs.id;
        let Some(ours) = self.library.articles().get(&id) else {
            return self.added(Change::AddArticle(theirs.clone()), !*theirs.deleted);
        };
        let back = (*ours.deleted && !*theirs.deleted).then_some(ArticleField::Deleted(false));
        let newer = ArticleField::newer(ours, theirs);
        let mut taken = self.fields(newer, |field| Change::Article(id, field), back);
        for (spot, theirs) in theirs.dismissed.iter() {
            let change = Change::Dismissal(id, *spot, **theirs);
            if self.library.stamp(&change) < Some(theirs.stamp()) {
                let says_new = !self.library.already(&change);
                taken.changed |= says_new;
                if says_new || theirs.stamp() != self.stamp {
                    taken.writes.push((change, theirs.stamp()));
                }
            }
        }
        taken
    }

    /// The article, where no dismissal in it is dated too far ahead; else with such ones dated now.
    fn dismissals_dated(self, theirs: &Rc<Article>) -> Rc<Article> {
        let Some(limit) = self.limit else { return Rc::clone(theirs) };
        if theirs.dismissed.iter().all(|(_, it)| it.stamp().at <= limit) {
            return Rc::clone(theirs);
        }
        let dated = theirs.dismissed.iter().map(|(spot, it)| {
            let ahead = it.stamp().at > limit;
            (*spot, Register::new(**it, if ahead { self.stamp } else { it.stamp() }))
        });
        Rc::new(Article { dismissed: dated.collect(), ..Article::clone(theirs) })
    }

    fn source(self, theirs: &Rc<Source>) -> Taken {
        let theirs = &self.dated(theirs, SourceField::dated);
        let id = theirs.id;
        let Some(ours) = self.library.sources().get(&id) else {
            return self.added(Change::AddSource(theirs.clone()), !*theirs.deleted);
        };
        // A source merged away here stays so: its claims follow the merge.
        let gone = *ours.deleted && ours.merged_into.is_none();
        let back = (gone && !*theirs.deleted).then_some(SourceField::Deleted(false));
        let newer = SourceField::newer(ours, theirs);
        self.fields(newer, |field| Change::Source(id, field), back)
    }

    fn claim(self, theirs: &Rc<Claim>) -> Taken {
        let theirs = &self.dated(&self.alone(theirs), ClaimField::dated);
        let (article, id) = (theirs.article, theirs.id);
        let ours = self.library.all_claims().get(&article).and_then(|claims| claims.get(&id));
        let Some(ours) = ours else {
            return self.added(Change::AddClaim(theirs.clone()), !*theirs.deleted);
        };
        let back = (*ours.deleted && !*theirs.deleted).then_some(ClaimField::Deleted(false));
        let newer = ClaimField::newer(ours, theirs);
        self.fields(newer, |field| Change::Claim(article, id, field), back)
    }

    fn dated<T>(self, theirs: &Rc<T>, dated: fn(&Rc<T>, Timestamp, Stamp) -> Rc<T>) -> Rc<T> {
        self.limit.map_or_else(|| Rc::clone(theirs), |limit| dated(theirs, limit, self.stamp))
    }

    /// A claim whose identity a claim of another article has already, as only a file made by hand can: it gets one of
    /// its own, the same each time the file is taken in.
    fn alone(self, theirs: &Rc<Claim>) -> Rc<Claim> {
        let mut others = self.library.all_claims().iter();
        if !others.any(|(id, claims)| *id != theirs.article && claims.contains_key(&theirs.id)) {
            return Rc::clone(theirs);
        }
        Rc::new(Claim { id: theirs.id.within(theirs.article), ..Claim::clone(theirs) })
    }

    /// A record that is not here. One that was thrown away elsewhere is taken note of, but shows nowhere.
    fn added(self, change: Change, visible: bool) -> Taken {
        Taken { writes: vec![(change, self.stamp)], new: visible, changed: false }
    }

    /// The fields of one record, as writes. What was thrown away here since the file was written comes back, for
    /// taking a file in is asking for it: that write is dated now, the others as the file has them.
    fn fields<F>(
        self,
        newer: Vec<(F, Stamp)>,
        change: impl Fn(F) -> Change,
        back: Option<F>,
    ) -> Taken {
        let mut writes: Vec<(Change, Stamp)> =
            newer.into_iter().map(|(field, stamp)| (change(field), stamp)).collect();
        let changed = writes.iter().any(|(change, _)| !self.library.already(change));
        // What says nothing new is not dated anew each time the file is taken in.
        writes.retain(|(change, stamp)| *stamp != self.stamp || !self.library.already(change));
        let new = back.is_some();
        writes.extend(back.map(|field| (change(field), self.stamp)));
        Taken { writes, new, changed }
    }
}
