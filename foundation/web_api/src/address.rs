use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use std::net::{IpAddr, SocketAddr};

/// The address that a request comes from. Behind a proxy of ours it is the last one that the
/// proxy wrote; what stands before it can be made up by anybody.
pub fn of(parts: &Parts, behind_proxy: bool) -> Option<IpAddr> {
    if behind_proxy {
        return forwarded(parts);
    }
    let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    connected.map(|connected| connected.0.ip())
}

fn forwarded(parts: &Parts) -> Option<IpAddr> {
    let lines = parts.headers.get_all("x-forwarded-for").iter();
    let written = lines.filter_map(|line| line.to_str().ok()).next_back()?;
    written.rsplit(',').next()?.trim().parse().ok()
}
