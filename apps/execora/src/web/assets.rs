//! Files inside the binary: the voice page and the page over the API.

use super::openapi;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use include_dir::{Dir, include_dir};

static PAGE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../web");
static API_PAGE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/docs");

/// What the voice page may load. Its socket is on its own host, which `'self'` covers for ws as well.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// The media type of a file by its ending; `None` for what is not served.
fn media_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

fn file(dir: &'static Dir<'static>, path: &str, request: &HttpRequest) -> Option<HttpResponse> {
    let kind = media_type(path)?;
    let bytes = dir.get_file(path)?.contents();
    let digest = ring::digest::digest(&ring::digest::SHA256, bytes);
    let tag = format!("\"{}\"", hex::encode(digest.as_ref().get(..12)?));
    let known = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .is_some_and(|seen| seen.as_bytes() == tag.as_bytes());
    let mut response = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, PAGE_POLICY));
    Some(if known {
        response.finish()
    } else {
        response.body(bytes)
    })
}

fn or_not_found(found: Option<HttpResponse>) -> HttpResponse {
    found.unwrap_or_else(|| HttpResponse::NotFound().finish())
}

/// The voice page.
#[get("/")]
pub async fn index(request: HttpRequest) -> HttpResponse {
    or_not_found(file(&PAGE, "index.html", &request))
}

/// The page over the API.
#[get("/docs")]
pub async fn docs(request: HttpRequest) -> HttpResponse {
    or_not_found(file(&API_PAGE, "index.html", &request))
}

/// A file of the page over the API.
#[get("/docs/{file}")]
pub async fn docs_file(request: HttpRequest, path: web::Path<String>) -> HttpResponse {
    or_not_found(file(&API_PAGE, &path, &request))
}

/// The OpenAPI document.
#[get("/api/openapi.json")]
pub async fn openapi_json() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .body(openapi::text())
}

/// Any other file of the voice page.
#[get("/{path:.*}")]
pub async fn page_file(request: HttpRequest, path: web::Path<String>) -> HttpResponse {
    match file(&PAGE, &path, &request) {
        Some(found) => found,
        None => super::methods::unmatched(&request),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(dir: &Dir<'_>) -> usize {
        let files = dir.files().filter(|file| {
            file.path()
                .to_str()
                .is_some_and(|path| media_type(path).is_some())
        });
        files.map(|file| file.contents().len()).sum::<usize>() + dir.dirs().map(bytes).sum::<usize>()
    }

    #[test]
    fn the_voice_page_is_at_most_150_kb_in_all() {
        let served = bytes(&PAGE);
        assert!((100_000..=150 * 1024).contains(&served), "{served} bytes");
    }
}
