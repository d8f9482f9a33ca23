//! Serves a folder on this machine.

mod file;

pub use file::{inside, media_type};

use std::{convert::Infallible, io, net::TcpListener, path::Path, sync::Arc};

use http_body_util::Full;
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;

/// What a request gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Something to show.
    Found {
        /// Its media type.
        media_type: &'static str,
        /// Its bytes.
        content: Vec<u8>,
    },
    /// “404 Not Found”.
    Missing,
    /// Nothing, however long it waits.
    Never,
}

impl Answer {
    /// A file, where it can be read.
    pub fn file(path: &Path) -> Self {
        std::fs::read(path)
            .map_or(Self::Missing, |content| Self::Found { media_type: media_type(path), content })
    }
}

/// Answers every request that comes to `listener`, until the program is stopped: `answer` is given its path and query.
/// No request waits for another connection to end.
///
/// # Errors
/// Where the system does not let it listen.
pub fn serve(
    listener: TcpListener,
    answer: impl Fn(&str) -> Answer + Send + Sync + 'static,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let answer = Arc::new(answer);
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            // A browser that has gone away before it was heard is no failure.
            let Ok((stream, _)) = listener.accept().await else { continue };
            let answer = Arc::clone(&answer);
            let service = service_fn(move |request: Request<Incoming>| {
                let url = request.uri().path_and_query().map_or("/", |url| url.as_str());
                let answer = answer(url);
                async move { respond(answer).await }
            });
            // Nor is one that goes away before it has all.
            tokio::spawn(async move {
                drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await)
            });
        }
    })
}

async fn respond(answer: Answer) -> Result<Response<Full<Bytes>>, Infallible> {
    let (status, media_type, content) = match answer {
        Answer::Found { media_type, content } => (StatusCode::OK, media_type, content),
        Answer::Missing => (StatusCode::NOT_FOUND, "text/plain", b"Not here".to_vec()),
        Answer::Never => std::future::pending().await,
    };
    let mut response = Response::new(Full::new(Bytes::from(content)));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}
