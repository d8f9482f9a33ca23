//! What browsers do: many connections at once, most of which stay open.

#![allow(clippy::unwrap_used)]

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
};

use site_server::{Answer, serve};

fn ask(stream: &mut TcpStream, path: &str) {
    write!(stream, "GET {path} HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
}

#[test]
fn no_connection_waits_for_another_to_end() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let answer = |url: &str| match url {
        "/never" => Answer::Never,
        "/page?now" => Answer::Found { media_type: "text/plain", content: b"Here it is".to_vec() },
        _ => Answer::Missing,
    };
    std::thread::spawn(move || serve(listener, answer));
    let mut all: Vec<TcpStream> = (0..40).map(|_| TcpStream::connect(address).unwrap()).collect();
    // Some ask and are never answered, some ask for nothing, and all stay open.
    all.iter_mut().take(10).for_each(|stream| ask(stream, "/never"));
    for stream in all.iter_mut().skip(20).rev() {
        for (path, status, end) in
            [("/page?now", "HTTP/1.1 200", "Here it is"), ("/else", "HTTP/1.1 404", "Not here")]
        {
            ask(stream, path);
            let mut said = String::new();
            while !said.ends_with(end) {
                let mut some = [0; 1024];
                let read = stream.read(&mut some).unwrap();
                assert_ne!(read, 0, "it hangs up after {said:?}");
                said.push_str(std::str::from_utf8(&some[..read]).unwrap());
            }
            assert!(said.starts_with(status), "{said}");
        }
    }
}
