//! The voice socket (being written).
/// Opens a socket.
pub async fn open() -> actix_web::HttpResponse {
    actix_web::HttpResponse::NotFound().finish()
}
