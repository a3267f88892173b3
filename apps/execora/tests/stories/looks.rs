//! How the voice page looks on a phone and on a wide screen, by day and by night, in English and in Hindi.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::chrome::Chrome;
use crate::shop::Shop;
use serde_json::json;

/// What does not fit: things beyond the edge of the screen, targets too small for a thumb, words that are cut off, and
/// words too pale for their ground.
const MISFITS: &str = r#"(() => {
    const found = [];
    const name = (e) => `${e.tagName}#${e.id}.${e.className?.baseVal ?? e.className} "${e.innerText?.slice(0, 40) ?? ""}"`;
    const seen = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !e.closest(".sr");
    const root = document.scrollingElement;
    const width = root.clientWidth;
    if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} wide on ${width}`);
    for (const e of document.querySelectorAll("body *")) {
        const box = e.getBoundingClientRect();
        if (!seen(e) || box.width === 0 || e.closest("svg svg, .sprite, .ring")) continue;
        if (box.right > width + 1 || box.left < -1) found.push(`beyond the edge: ${name(e)}`);
        if (e.matches("button, summary, input") && (box.height < 44 || box.width < 44)) found.push(`too small, ${box.width} × ${box.height}: ${name(e)}`);
        const style = getComputedStyle(e);
        const text = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (!text) continue;
        if (style.overflow !== "visible" && e.scrollWidth > e.clientWidth + 1) found.push(`cut off: ${name(e)}`);
        const contrast = ratio(style.color, ground(e));
        if (contrast < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) found.push(`pale, ${contrast.toFixed(2)}: ${name(e)}`);
    }
    function ground(e) {
        for (let at = e; at; at = at.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(at);
            const [, , , alpha = 1] = numbers(backgroundColor);
            if (alpha === 1) return backgroundColor;
            if (backgroundImage !== "none") return backgroundImage.match(/rgba?\([^)]*\)/)?.[0] ?? "rgb(255, 255, 255)";
        }
        return "rgb(255, 255, 255)";
    }
    function numbers(colour) { return colour.match(/[\d.]+/g).map(Number); }
    function brightness(colour) {
        const [r, g, b] = numbers(colour).map((c) => c / 255).map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
    function ratio(one, other) {
        const [light, dark] = [brightness(one), brightness(other)].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
    }
    return found;
})()"#;

/// The last line of the conversation ends above the talk button's dock.
const LAST_SEEN: &str = "document.querySelector('#conversation').getBoundingClientRect().bottom
    <= document.querySelector('.dock').getBoundingClientRect().top + 1";

/// Takes a picture and names what does not fit.
async fn look(chrome: &Chrome, name: &str, misfits: &mut Vec<String>) {
    chrome.picture(name).await;
    let found = chrome.value(MISFITS).await;
    let found = found.as_array().unwrap().iter();
    misfits.extend(found.map(|f| format!("{name}: {}", f.as_str().unwrap())));
}

/// Writes a command and waits until something is seen.
async fn write(chrome: &Chrome, text: &str, css: &str) {
    chrome.see("#say").await.send_keys(text).await.unwrap();
    chrome.press("#send").await;
    chrome.see(css).await;
}

async fn look_around(chrome: &Chrome, screen: &str, misfits: &mut Vec<String>) {
    let wide = chrome.value("innerWidth >= 1100").await == json!(true);
    chrome.press("#tab-talk").await;
    // What was said last is still to be seen, however small the screen has become.
    chrome.until(LAST_SEEN).await;
    look(chrome, &format!("{screen}-talk"), misfits).await;
    if !wide {
        chrome.press("#tab-bills").await;
        chrome.see("#invoices .row").await;
        look(chrome, &format!("{screen}-bills"), misfits).await;
        chrome.press("#tab-khata").await;
        chrome.see("#customers .row").await;
        look(chrome, &format!("{screen}-khata"), misfits).await;
        chrome.press("#customers li:first-child .row").await;
        chrome.see("#khata-statement .ruled").await;
        look(chrome, &format!("{screen}-statement"), misfits).await;
        chrome.press("#khata-statement button").await;
        chrome.see("#customers .row").await;
        chrome.press("#tab-talk").await;
    }
}

#[tokio::test]
async fn everything_fits_and_can_be_read_on_small_and_wide_screens() {
    let shop = Shop::open();
    let chrome = Chrome::open(None).await;
    chrome.screen(360, 740, "light");
    chrome.page.goto(&shop.sign_in).await.unwrap();
    chrome
        .until("document.querySelector('#connection').dataset.state === 'online'")
        .await;
    let mut misfits = Vec::new();
    look(&chrome, "360-light-en-hello", &mut misfits).await;
    write(
        &chrome,
        "Rahul ko 2 butter, 1 detergent aur 250 gram sugar ka bill bana do with GST",
        "#conversation .card.draft",
    )
    .await;
    look(&chrome, "360-light-en-draft", &mut misfits).await;
    write(&chrome, "haan", "#conversation [data-invoice]").await;
    look(&chrome, "360-light-en-invoice", &mut misfits).await;
    write(
        &chrome,
        "Neha ko 12 milk aur 3 cola ka bill bana do",
        "#conversation .card.draft",
    )
    .await;
    write(
        &chrome,
        "Ramesh ko 3 biscuit ka bill bana do",
        "#conversation [data-option='2']",
    )
    .await;
    for language in ["en", "hi"] {
        if language == "hi" {
            chrome.press("#language").await;
            chrome.until("document.documentElement.lang === 'hi'").await;
        }
        for scheme in ["light", "dark"] {
            for (width, height) in [(360, 740), (1_280, 800), (320, 640)] {
                chrome.screen(width, height, scheme);
                chrome.until(&format!("innerWidth === {width}")).await;
                let screen = format!("{width}-{scheme}-{language}");
                look_around(&chrome, &screen, &mut misfits).await;
            }
        }
    }
    chrome.screen(360, 740, "light");
    chrome.press("#tab-bills").await;
    chrome.press("#drafts summary").await;
    chrome.see("#drafts [data-action=confirm]").await;
    look(&chrome, "360-light-hi-unfolded", &mut misfits).await;
    assert_eq!(misfits, Vec::<String>::new());
    assert_eq!(chrome.complaints(), Vec::<String>::new());
    // What does not fit would have been seen.
    chrome.press("#tab-talk").await;
    let spoil = "void (document.querySelector('#state').style.color = 'rgb(238, 234, 222)',
        document.querySelector('#send').style.cssText = 'min-height: 30px; height: 30px',
        document.querySelector('#hint').style.cssText = 'display: block; width: 2000px')";
    chrome.value(spoil).await;
    let found = chrome.value(MISFITS).await.to_string();
    for misfit in ["pale", "too small", "beyond the edge"] {
        assert!(found.contains(misfit), "{misfit} in {found}");
    }
}

#[tokio::test]
async fn without_a_link_the_page_says_how_to_get_one() {
    let shop = Shop::open();
    let chrome = Chrome::open(None).await;
    let mut misfits = Vec::new();
    for (width, height, scheme) in [(360, 740, "light"), (1_280, 800, "dark")] {
        chrome.screen(width, height, scheme);
        chrome.page.goto(&shop.url).await.unwrap();
        assert!(chrome.words("#gate").await.contains("execora token link"));
        let left = |id: &str| format!("document.querySelector('{id}').getBoundingClientRect().left");
        let below = format!("{} === {}", left("#gate-form"), left("#gate-title"));
        assert_eq!(chrome.value(&below).await, true, "one thing below the other");
        look(&chrome, &format!("{width}-{scheme}-en-gate"), &mut misfits).await;
    }
    assert_eq!(misfits, Vec::<String>::new());
    let (status, link) = shop.run(&["token", "link"]);
    assert_eq!(status, Some(0));
    chrome.see("#gate-code").await.send_keys(&link).await.unwrap();
    chrome.press("#gate-form button").await;
    chrome
        .until("document.querySelector('#shop').textContent === 'Demo Kirana Store'")
        .await;
    assert_eq!(chrome.complaints(), Vec::<String>::new());
}
