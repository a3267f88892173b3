//! Clients of the real binary that send too slowly or read nothing: what they take is bounded, and given back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// What the binary may have in memory whatever its clients do.
const MEMORY_MB_MAX: usize = 150;

/// A body that begins and does not go on.
fn half_a_body(shop: &Shop, path: &str, head: &str, length: usize, sent: usize) -> TcpStream {
    let mut stream = TcpStream::connect(shop.address()).unwrap();
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n{head}content-length: {length}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    stream.write_all(&vec![b' '; sent]).unwrap();
    stream
}

fn status(stream: &mut TcpStream, patience: Duration) -> Option<String> {
    stream.set_read_timeout(Some(patience)).unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn slow_bodies_end_and_hold_up_neither_memory_nor_the_stop() {
    let shop = Shop::open_with(&[("EXECORA_LIMITS__LOGINS_PER_MINUTE", "0")]);
    let large = half_a_body(&shop, "/api/v1/auth/exchange", "", 1 << 20, 0);
    assert_eq!(
        status(&mut { large }, Duration::from_secs(2)).as_deref(),
        Some("HTTP/1.1 413"),
        "a large body of a stranger is refused by what it says it is"
    );
    let began = Instant::now();
    let mut slow: Vec<TcpStream> = (0..300)
        .map(|_| half_a_body(&shop, "/api/v1/auth/exchange", "", 16_000, 15_000))
        .collect();
    let token = shop.token(&[]);
    let head = format!("authorization: Bearer {token}\r\n");
    let path = "/api/v1/customers";
    slow.extend((0..300).filter_map(|_| {
        let mut stream = TcpStream::connect(shop.address()).unwrap();
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n{head}content-length: 1000000\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).ok()?;
        // Whoever finds no room hears so at once, and the rest of his body may not be taken any more.
        let _ = stream.write_all(&vec![b' '; 300_000]);
        Some(stream)
    }));
    assert!(shop.memory() < MEMORY_MB_MAX, "{} MB", shop.memory());
    for stream in &mut slow {
        let said = status(stream, Duration::from_secs(40)).unwrap_or_else(|| "reset".to_owned());
        let expected = ["HTTP/1.1 408", "HTTP/1.1 503", "reset"];
        assert!(expected.contains(&said.as_str()), "{said}");
    }
    assert!(began.elapsed() < Duration::from_secs(45), "{:?}", began.elapsed());
    assert!(shop.memory() < MEMORY_MB_MAX, "{} MB", shop.memory());
    drop(slow);
    let _under_way: Vec<TcpStream> = (0..50)
        .map(|_| half_a_body(&shop, "/api/v1/auth/exchange", "", 16_000, 100))
        .collect();
    let began = Instant::now();
    assert_eq!(shop.stop(), Some(0));
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
}
