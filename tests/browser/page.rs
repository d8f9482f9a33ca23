//! The whole app over a library of the test's own.

use std::{cell::RefCell, rc::Rc};

use claimlight::{
    article::{Article, Body, BodyBuilder},
    browser::storage::LocalStorage,
    record::{ArticleId, NodeId, Register, Stamp, Timestamp},
    store::{
        Action, Command, Session, edit::ArticleEdit, edit::Edit, persist::Storage, persist::save,
        seed,
    },
    view::{App, mount_on, unmount},
};
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};

/// Frames that a condition may take to come true: some seconds.
const PATIENCE: usize = 600;

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

pub(crate) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).unwrap().map(JsCast::unchecked_into)
}

pub(crate) fn all(selector: &str) -> Vec<Element> {
    let found = document().query_selector_all(selector).unwrap();
    (0..found.length()).map(|i| found.get(i).unwrap().unchecked_into()).collect()
}

/// Waits, frame by frame, until `condition` holds.
pub(crate) async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..PATIENCE {
        if condition() {
            return;
        }
        let frame = js_sys::Promise::new(&mut |done, _| {
            let next = Closure::once_into_js(move || done.call0(&done).unwrap());
            web_sys::window().unwrap().request_animation_frame(next.unchecked_ref()).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
    panic!("waited in vain for {what}");
}

/// An article with this body, known by this number.
pub(crate) fn article(id: u128, body: BodyBuilder) -> Article {
    let stamp = Stamp::shipped();
    Article {
        id: ArticleId::from_u128(id),
        previous: None,
        opened: Timestamp::from_millis(1),
        body: Rc::new(body.build().unwrap()),
        language: None,
        byline: None,
        dateline: None,
        published: None,
        site: None,
        title: Register::new("A test".into(), stamp),
        url: Register::new(None, stamp),
        deleted: Register::new(false, stamp),
        dismissed: claimlight::article::Dismissed::default(),
    }
}

/// The page, open on one article; dropped, it goes, and what it stored goes too.
pub(crate) struct Page {
    app: Rc<RefCell<Option<yew::AppHandle<App>>>>,
    host: Element,
    pub(crate) body: Rc<Body>,
}

impl Page {
    pub(crate) async fn open(article: Article) -> Self {
        clear();
        forget_database().await;
        let body = article.body.clone();
        let session = Session::new(
            NodeId::from_u128(7),
            seed(Timestamp::from_millis(0)),
            claimlight::store::view_state::ViewState::default(),
        );
        let add = Action::Edit(Edit::Article(ArticleEdit::Add(Rc::new(article))));
        let session =
            Rc::new(session).after(Command { at: Timestamp::from_millis(2), action: add });
        save(&LocalStorage, None, &session, Timestamp::from_millis(2)).unwrap();
        let host = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&host).unwrap();
        let app = Rc::new(RefCell::new(None));
        let handle = app.clone();
        mount_on(host.clone(), move |mounted| drop(handle.replace(Some(mounted))));
        until("the article", || find(".bar, .body [data-block]").is_some()).await;
        until("the margin", || find(".portals").is_some()).await;
        // Nothing of this page is under way when the next one opens.
        let is_saved = |kept: HtmlElement| kept.text_content().as_deref() == Some("Saved");
        until("the database", || find(".kept").is_some_and(is_saved)).await;
        Self { app, host, body }
    }

    /// Selects words of a block, as a pointer does.
    pub(crate) async fn select(&self, block: usize, from: u32, to: u32) {
        let text = find(&format!("[data-block='{block}']")).unwrap().first_child().unwrap();
        let range = document().create_range().unwrap();
        range.set_start(&text, from).unwrap();
        range.set_end(&text, to).unwrap();
        let selection = web_sys::window().unwrap().get_selection().unwrap().unwrap();
        selection.remove_all_ranges().unwrap();
        selection.add_range(&range).unwrap();
        let init = web_sys::PointerEventInit::new();
        init.set_bubbles(true);
        let up = web_sys::PointerEvent::new_with_event_init_dict("pointerup", &init).unwrap();
        find("#reader").unwrap().dispatch_event(&up).unwrap();
        until("the bar", || find(".bar").is_some()).await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.borrow_mut().take() {
            unmount(app);
        }
        self.host.remove();
        clear();
    }
}

/// Takes away what an earlier page has left in the database.
pub(crate) async fn forget_database() {
    let forget = "new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase('claimlight');
        request.onsuccess = done;
        request.onerror = failed;
    })";
    let forgotten: js_sys::Promise = js_sys::eval(forget).unwrap().unchecked_into();
    JsFuture::from(forgotten).await.unwrap();
}

/// Takes away what the page has stored.
pub(crate) fn clear() {
    for key in LocalStorage.keys().unwrap() {
        LocalStorage.remove(&key).unwrap();
    }
}
