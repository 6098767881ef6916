//! Files that the reader saves or opens.

use super::dom::{document, find, message, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};
use zeitlupe_core::annotation;

/// The text of the file chosen in the field that the event comes from.
pub async fn chosen_text(event: web_sys::Event) -> Option<String> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    // Allows choosing the same file again.
    input.set_value("");
    text
}

/// After how many milliseconds the object URL of a saved file is released.
const RELEASE_AFTER: u32 = 10_000;

/// Offers a text as a file to save.
pub fn save(name: &str, kind: &str, text: &str) {
    let offered = || -> Option<()> {
        let parts = js_sys::Array::of1(&JsValue::from_str(text));
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
        offer(&address, name)?;
        // Some browsers read the data only after the click.
        gloo::timers::callback::Timeout::new(RELEASE_AFTER, move || drop(web_sys::Url::revoke_object_url(&address))).forget();
        Some(())
    };
    if offered().is_none() {
        gloo::console::error!("the file could not be offered");
    }
}

/// The style properties that a saved drawing needs, because it has no style sheet.
const STYLE_PROPERTIES: [&str; 10] = [
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

/// The first drawing that matches the selector, with its computed style inlined.
fn drawing(selector: &str) -> Option<String> {
    let drawing = find(selector)?;
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (from, to) = (drawing.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    for n in 0..from.length() {
        let (from, to): (Element, Element) = (from.get(n)?.dyn_into().ok()?, to.get(n)?.dyn_into().ok()?);
        let looks = window()?.get_computed_style(&from).ok()??;
        for look in STYLE_PROPERTIES {
            to.set_attribute(look, &looks.get_property_value(look).ok()?).ok()?;
        }
    }
    // As XML, which has fewer named entities than HTML.
    web_sys::XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

/// Offers the first drawing that matches the selector as an SVG file.
pub fn save_drawing(selector: &str, name: &str) {
    match drawing(selector) {
        Some(text) => save(name, "image/svg+xml;charset=utf-8", &text),
        None => gloo::console::error!("the drawing could not be copied"),
    }
}

/// Pixels of a PNG per CSS pixel of the drawing, so that it is sharp in print.
const PNG_SCALE: f64 = 2.0;

/// Offers the first drawing that matches the selector as a PNG file; `None` if the browser cannot render it.
pub async fn save_picture(selector: &str, name: &str) -> Option<()> {
    let place = find(selector)?.get_bounding_client_rect();
    let (width, height) = (place.width() * PNG_SCALE, place.height() * PNG_SCALE);
    let text = drawing(selector)?;
    // An image needs a size; the drawing only has an aspect ratio.
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

/// Offers the target of an address as a file.
fn offer(address: &str, name: &str) -> Option<()> {
    let link: HtmlElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    Some(())
}

/// Reads Web Annotations, from a file or embedded in a page, into a notebook; also returns the number of skipped annotations.
///
/// `Ok(None)` for JSON without annotations.
///
/// # Errors
/// The browser's message, if it is not JSON.
pub fn read_annotations(text: &str) -> Result<Option<(annotation::Notebook, usize)>, String> {
    let json = js_sys::JSON::parse(annotation::inside(text)?).map_err(|error| message(&error))?;
    let json: zeitlupe_core::json::Json = serde_wasm_bindgen::from_value(json).map_err(|error| error.to_string())?;
    Ok(annotation::read(&json))
}
