//! What a recogniser is told of a shop before it listens: the names and products that may be said.

use crate::app::App;
use execora_kernel::Caller;
use execora_usecases::Refusal;
use execora_usecases::reads::shop::NamesToHear;
use execora_voice_intent::ports::OpenListening;

/// What a recogniser is told at the most.
const TOLD: NamesToHear = NamesToHear {
    customers: 200,
    products: 300,
};

/// The request that opens the ears of a shop.
///
/// # Errors
/// When the caller may not speak here, or the store does not answer.
pub async fn request(app: &App, caller: &Caller, language: &str) -> Result<OpenListening, Refusal> {
    let names = app.usecases.read(caller, &TOLD).await?;
    Ok(OpenListening {
        language: language.to_owned(),
        names: names.customers,
        products: names.products,
    })
}
