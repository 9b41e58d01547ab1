//! Requests per second, by wrk.

use super::server::get;
use std::net::SocketAddr;
use std::process::Command;

/// The overview page, beside the asset that comes nearest to it in size.
pub fn lines(address: SocketAddr) -> Vec<String> {
    let page = get(address, "/").unwrap_or_default();
    let Some(path) = overview(&page) else {
        return vec!["requests per second: the overview page was not found".to_owned()];
    };
    let body = length(address, &path);
    let assets = assets(&page)
        .into_iter()
        .map(|asset| (length(address, &asset), asset));
    let nearest = assets.min_by_key(|(size, _)| size.abs_diff(body));
    let mut lines = vec![said("overview page", &path, body, requests(address, &path))];
    lines.extend(
        nearest.map(|(size, asset)| said("static file", &asset, size, requests(address, &asset))),
    );
    lines
}

fn said(name: &str, path: &str, bytes: usize, requests: Option<f64>) -> String {
    let rate = requests.map_or("wrk is absent".to_owned(), |rate| {
        format!("{rate:.0} requests a second")
    });
    format!("{name} {path}, {} kB: {rate}", bytes / 1024)
}

/// `/`, or where it leads to.
fn overview(answer: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(answer);
    let head = text.split("\r\n\r\n").next()?;
    if head.starts_with("HTTP/1.1 200") {
        return Some("/".to_owned());
    }
    let mut lines = head.lines();
    lines.find_map(|line| {
        line.to_lowercase()
            .strip_prefix("location: ")
            .map(str::to_owned)
    })
}

/// Addresses of style sheets, scripts and pictures that a page names.
fn assets(page: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(page);
    let quoted = text.split('"').skip(1).step_by(2);
    quoted
        .filter(|word| {
            word.starts_with('/')
                && [".css", ".js", ".svg", ".woff2"]
                    .iter()
                    .any(|ending| word.contains(ending))
        })
        .map(str::to_owned)
        .collect()
}

fn length(address: SocketAddr, path: &str) -> usize {
    let answer = get(address, path).unwrap_or_default();
    let head = answer.windows(4).position(|end| end == b"\r\n\r\n");
    head.map_or(0, |end| answer.len() - end - 4)
}

fn requests(address: SocketAddr, path: &str) -> Option<f64> {
    let output = Command::new("wrk")
        .args(["-t1", "-c16", "-d4s", &format!("http://{address}{path}")])
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix("Requests/sec:"))?;
    line.trim().parse().ok()
}
