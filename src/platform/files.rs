//! Files that the reader saves or chooses.

use super::dom::{document, find, message, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};
use zeitlupe_core::annotation;

/// The text of the file that the reader has chosen in the field that sends the event.
pub async fn chosen_text(event: web_sys::Event) -> Option<String> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    // The same file can be chosen again.
    input.set_value("");
    text
}

/// How long a text that is offered as a file stays available, in milliseconds.
const RELEASE: u32 = 10_000;

/// Offers a text as a file to save.
pub fn save(name: &str, kind: &str, text: &str) {
    let offered = || -> Option<()> {
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
        offer(&address, name)?;
        // Some browsers read the text only after the click.
        gloo::timers::callback::Timeout::new(RELEASE, move || drop(web_sys::Url::revoke_object_url(&address))).forget();
        Some(())
    };
    if offered().is_none() {
        gloo::console::error!("the file could not be offered");
    }
}

/// What a drawing takes from the style sheets, which a file of its own does not have.
const LOOKS: [&str; 10] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
];

/// The first drawing that fits the selector, with its looks written into it.
fn drawing(selector: &str) -> Option<String> {
    let drawing = find(selector)?;
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (from, to) = (drawing.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    for n in 0..from.length() {
        let (from, to): (Element, Element) = (from.get(n)?.dyn_into().ok()?, to.get(n)?.dyn_into().ok()?);
        let looks = window()?.get_computed_style(&from).ok()??;
        for look in LOOKS {
            to.set_attribute(look, &looks.get_property_value(look).ok()?).ok()?;
        }
    }
    // As XML, which knows fewer names of characters than a page does.
    web_sys::XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

/// Offers the first drawing that fits the selector as a file of SVG.
pub fn save_drawing(selector: &str, name: &str) {
    match drawing(selector) {
        Some(text) => save(name, "image/svg+xml;charset=utf-8", &text),
        None => gloo::console::error!("the drawing could not be copied"),
    }
}

/// How many pixels of a picture a pixel of the drawing becomes, so that it can be printed.
const FINE: f64 = 2.0;

/// Offers the first drawing that fits the selector as a file of PNG; `None` where the browser cannot paint it.
pub async fn save_picture(selector: &str, name: &str) -> Option<()> {
    let place = find(selector)?.get_bounding_client_rect();
    let (width, height) = (place.width() * FINE, place.height() * FINE);
    let text = drawing(selector)?;
    // A picture needs a size of its own; the drawing only has proportions.
    let text = text.replacen("<svg", &format!("<svg width=\"{}\" height=\"{}\"", width.round(), height.round()), 1);
    let image = web_sys::HtmlImageElement::new().ok()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&text))));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: web_sys::HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width.round() as u32);
    canvas.set_height(height.round() as u32);
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0).ok()?;
    offer(&canvas.to_data_url_with_type("image/png").ok()?, name)
}

/// Offers what an address leads to as a file.
fn offer(address: &str, name: &str) -> Option<()> {
    let link: HtmlElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    Some(())
}

/// A file of Web Annotations, or a page that holds one, as a notebook; with it how many annotations were left out.
///
/// `Ok(None)` for JSON without annotations.
///
/// # Errors
/// In the browser's words, for what is no JSON.
pub fn read_annotations(text: &str) -> Result<Option<(annotation::Notebook, usize)>, String> {
    let json = js_sys::JSON::parse(annotation::inside(text)?).map_err(|error| message(&error))?;
    let json: zeitlupe_core::json::Json = serde_wasm_bindgen::from_value(json).map_err(|error| error.to_string())?;
    Ok(annotation::read(&json))
}
