//! The only place that touches the browser: the loader's script, the address bar, focus and scrolling.

mod passing;
mod selection;
mod shelf;
mod speech;

pub use passing::{can_share, close_dialog, copy, is_open, is_single, open_dialog, page, select, share, today};
pub use selection::{selected, unselect};
pub use shelf::{Shelf, forget, keep, recall, shelf_of};
pub use speech::{can_speak, hold, hush, on_voices, resume, speak};

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Window, Worker};
use zeitlupe_core::annotation;

/// Where this wasm runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// In the page.
    Page,
    /// In a worker that the page has started.
    Worker,
}

/// What the loader's script says about where this runs.
pub fn role() -> Role {
    match boot("role").as_string().as_deref() {
        Some("worker") => Role::Worker,
        _ => Role::Page,
    }
}

/// Name of the file that holds the base part, as the loader's script gives it.
pub fn base_file() -> String {
    boot("base").as_string().unwrap_or_default()
}

/// Starts loading a part of the bundle by the name of its file; the promise gives its bytes, inflated.
///
/// # Errors
/// In the browser's words where the loader's script is missing.
pub fn load(file: &str) -> Result<Promise, String> {
    let load: Function = boot("load").dyn_into().map_err(|_| "the page has no loader".to_owned())?;
    let promise = load.call1(&boot_object(), &JsValue::from_str(file)).map_err(|error| message(&error))?;
    promise.dyn_into().map_err(|_| "the loader gave no promise".to_owned())
}

/// Waits for what [`load`] has started.
///
/// # Errors
/// With the loader's words: no network, a status other than 200, data that cannot be inflated.
pub async fn loaded(promise: Promise) -> Result<Vec<u8>, String> {
    let value = JsFuture::from(promise).await.map_err(|error| message(&error))?;
    Ok(Uint8Array::new(&value).to_vec())
}

/// Name of the file that holds the recogniser of `names` or of `times`; empty where the page does not bring it.
pub fn recogniser_file(kind: &str) -> String {
    boot(kind).as_string().unwrap_or_default()
}

/// A wasm that imports nothing, ready to be called: its exports.
///
/// # Errors
/// In the browser's words, where it cannot be compiled.
pub async fn instance(wasm: &[u8]) -> Result<JsValue, String> {
    let started = js_sys::WebAssembly::instantiate_buffer(wasm, &Object::new());
    let started = JsFuture::from(started).await.map_err(|error| message(&error))?;
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsValue::from_str(key)).map_err(|error| message(&error));
    get(&get(&started, "instance")?, "exports")
}

/// A worker running this same wasm, where the browser allows one.
pub fn worker() -> Option<Worker> {
    let start: Function = boot("worker").dyn_into().ok()?;
    start.call0(&boot_object()).ok()?.dyn_into().ok()
}

fn boot_object() -> JsValue {
    Reflect::get(&js_sys::global(), &JsValue::from_str("zeitlupeBoot")).unwrap_or(JsValue::UNDEFINED)
}

fn boot(key: &str) -> JsValue {
    let object = boot_object();
    if object.is_object() { Reflect::get(&object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED) } else { JsValue::UNDEFINED }
}

/// The readable part of a JavaScript error.
pub fn message(error: &JsValue) -> String {
    let text = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    text.or_else(|| error.as_string()).unwrap_or_else(|| String::from(Object::from(error.clone()).to_string()))
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// What stands behind the `#`, with it; empty outside a page.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Puts an address into the address bar in place of the present one, without a step in the history.
pub fn replace_fragment(href: &str) {
    let Some(window) = window() else { return };
    let replaced = window.history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(href)));
    if replaced.is_err() {
        // Some browsers refuse this for file:// pages; the plain way leaves a step in the history, which does no harm.
        gloo::console::debug!("history.replaceState was refused; the address is set directly");
        let _ = window.location().set_hash(href);
    }
}

/// Goes to an address, with a step in the history.
pub fn visit(href: &str) {
    if let Some(window) = window() {
        // Setting a fragment can only fail for a page that is being left.
        let _ = window.location().set_hash(href);
    }
}

/// Names the page, where a title is given, and its language.
pub fn entitle(title: Option<&str>, lang: &str) {
    if let Some(document) = document() {
        if let Some(title) = title {
            document.set_title(title);
        }
        if let Some(root) = document.document_element() {
            // An attribute of a fixed, valid name cannot be refused.
            let _ = root.set_attribute("lang", lang);
        }
    }
}

/// Marks the root of the page with `data-NAME`, for the style sheets, or takes the mark away.
pub fn dress(name: &str, value: Option<String>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let name = format!("data-{name}");
    // An attribute of a fixed, valid name cannot be refused.
    let _ = match value {
        Some(value) => root.set_attribute(&name, &value),
        None => root.remove_attribute(&name),
    };
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

thread_local! {
    /// Whether the focus is being moved by us and not by the reader.
    static MOVING: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Moves the focus to the first element that fits the selector; does nothing if there is none.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        MOVING.set(true);
        // Elements of a drawing can take the focus, too, without being of HTML.
        // An element that cannot take the focus leaves it where it is, which is what we want.
        let _ = element.unchecked_into::<HtmlElement>().focus();
        MOVING.set(false);
    }
}

/// How often, and after how many milliseconds each time, it is looked whether what is about to be drawn is there.
const PEEKS: (u32, u32) = (20, 25);

/// Does the same as [`focus`] once what is about to be drawn is there.
pub fn focus_soon(selector: &'static str) {
    look_again(selector, PEEKS.0);
}

fn look_again(selector: &'static str, times: u32) {
    gloo::timers::callback::Timeout::new(PEEKS.1, move || {
        focus(selector);
        if times > 0 && !focus_is_in(selector) {
            look_again(selector, times - 1);
        }
    })
    .forget();
}

/// What stands in the field that the event comes from.
pub fn value(event: &web_sys::Event) -> String {
    event.target().and_then(|field| Reflect::get(&field, &JsValue::from_str("value")).ok()?.as_string()).unwrap_or_default()
}

/// Whether the focus is inside the first element that fits the selector.
pub fn focus_is_in(selector: &str) -> bool {
    let active = document().and_then(|d| d.active_element());
    find(selector).is_some_and(|element| element.contains(active.as_deref()))
}

/// Brings the first element that fits the selector into the middle of the view, if it is not in view; `true` if there is one.
pub fn reveal(selector: &str) -> bool {
    let Some(element) = find(selector) else { return false };
    let (place, height) = (element.get_bounding_client_rect(), window_height());
    if place.top() > height / 8.0 && place.bottom() < height * 7.0 / 8.0 {
        return true;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Scrolls no further than is needed for an element to be in view.
fn nearest(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings into view what has just been unfolded, as far as there is room for it.
pub fn show(event: web_sys::Event) {
    let Some(unfolded) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if unfolded.has_attribute("open") {
        nearest(&unfolded);
    }
}

/// Brings what the keyboard has given the focus into view as a whole: some browsers are content with a part of it.
pub fn show_focus(event: &web_sys::Event) {
    let Some(focused) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let height = window_height();
    let column = focused.closest(".side").ok().flatten();
    // How far it reaches over the edge, of the window or of a column that scrolls by itself: below, or (negative) above.
    let cut = || {
        let place = focused.get_bounding_client_rect();
        let (top, bottom) =
            column.as_ref().map(Element::get_bounding_client_rect).map_or((0.0, height), |seen| (seen.top(), seen.bottom()));
        let (top, bottom) = (top.max(0.0), bottom.min(height));
        if place.height() >= bottom - top { 0.0 } else { (place.top() - top).min(0.0) + (place.bottom() - bottom).max(0.0) }
    };
    if cut() != 0.0 && focused.matches(":focus-visible").unwrap_or(false) {
        nearest(&focused);
        // Firefox does not scroll to what is drawn.
        if let Some(window) = window().filter(|_| cut() != 0.0) {
            window.scroll_by_with_x_and_y(0.0, cut());
        }
    }
}

/// The height of the window, in CSS pixels.
fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}

/// What stands in the field of this name of the form that the event comes from; of a box that can be ticked, `true` or `false`.
pub fn field(event: &web_sys::Event, name: &str) -> String {
    let element: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let form = element.and_then(|element| element.closest("form").ok().flatten());
    let Some(field) = form.and_then(|form| form.query_selector(&format!("[name={name}]")).ok().flatten()) else { return String::new() };
    let get = |key: &str| Reflect::get(&field, &JsValue::from_str(key)).unwrap_or_default();
    match get("type").as_string().as_deref() {
        Some("checkbox") => get("checked").is_truthy().to_string(),
        _ => get("value").as_string().unwrap_or_default(),
    }
}

/// Where the mark stands, in bytes of the article's text, to which the reader has moved the focus; `None` where it is elsewhere.
pub fn focused_mark(event: &web_sys::Event) -> Option<u32> {
    if MOVING.get() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("a.n[id]").ok()??.id().strip_prefix('m')?.parse().ok()
}

/// The number of the mark of the timeline that an event comes from.
pub fn mark_of(event: &web_sys::Event) -> Option<usize> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("a[id^=marke-]").ok()??.id().strip_prefix("marke-")?.parse().ok()
}

/// What of the timeline's drawing a pointer holds: `ground`, or the `from` or `to` of what is chosen. It keeps it until it is let go.
pub fn held(event: &web_sys::PointerEvent) -> Option<&'static str> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let held =
        ["ground", "from", "to"].into_iter().find(|class| target.closest(&format!(".{class}")).is_ok_and(|found| found.is_some()))?;
    let drawing = target.closest("svg").ok()??;
    // Without it a pointer that leaves the drawing is only lost.
    let _ = drawing.set_pointer_capture(event.pointer_id());
    Some(held)
}

/// Opens the first `details` that fits the selector, and shows it.
pub fn unfold(selector: &str) {
    if let Some(details) = find(selector) {
        // Setting an attribute of a valid name cannot fail.
        let _ = details.set_attribute("open", "");
        reveal(selector);
    }
    focus(&format!("{selector} summary"));
}

/// Closes the `details` that fits the selector when the event comes from outside it, or is the Escape key inside it.
pub fn fold_away(event: &web_sys::Event, selector: &str) {
    let Some(details) = find(selector).filter(|details| details.has_attribute("open")) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let inside = details.contains(target.as_ref());
    let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
    if inside && escape {
        focus(&format!("{selector} summary"));
    }
    if inside == escape {
        // An attribute that was there can be taken away.
        let _ = details.remove_attribute("open");
    }
}

/// Puts a text into the field `name` of the first element that fits the selector.
pub fn fill(selector: &str, name: &str, text: &str) {
    if let Some(field) = find(&format!("{selector} [name={name}]")).and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value(text);
    }
}

/// Says at the field `name` of the form that sends the event what is wrong with it, in the browser's own way, until something else is typed.
pub fn complain(event: &web_sys::Event, name: &str, words: &str) {
    let form: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let field = form.and_then(|form| form.query_selector(&format!("[name={name}]")).ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_custom_validity(words);
        field.report_validity();
        field.set_custom_validity("");
    }
}

/// The text of the file that the reader has chosen in the field that sends the event.
pub async fn chosen_text(event: web_sys::Event) -> Option<String> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    // The same file can be chosen again.
    input.set_value("");
    text
}

/// Goes to the top of the page.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Width of the first element that fits the selector, in CSS pixels.
pub fn width_of(selector: &str) -> Option<f64> {
    find(selector).map(|element| element.get_bounding_client_rect().width()).filter(|width| *width > 0.0)
}

/// Whether the window is narrower than a tablet.
pub fn is_narrow() -> bool {
    window().and_then(|w| w.match_media("(max-width: 640px)").ok().flatten()).is_some_and(|query| query.matches())
}

/// Takes the prerendered page away from `#app` before the app is drawn there, and gives the element.
pub fn mount_point() -> Option<Element> {
    let element = find("#app")?;
    element.set_text_content(None);
    Some(element)
}

/// Tells the loader's script in a worker that requests can come.
pub fn worker_is_ready() {
    if let Ok(ready) = boot("ready").dyn_into::<Function>() {
        // The script only hands on what has waited; an error of its own shows in the console.
        let _ = ready.call0(&boot_object());
    }
}

/// How long a text that is offered as a file is kept, in milliseconds.
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

/// Says something that must not be missed.
pub fn alert(words: &str) {
    if let Some(window) = window() {
        // Where the browser shows no such thing there is no other way either.
        let _ = window.alert_with_message(words);
    }
}

/// How far across the first element that fits the selector an event lies, from 0 at its left to 1 at its right.
pub fn share_across(event: &web_sys::MouseEvent, selector: &str) -> Option<f64> {
    let place = find(selector)?.get_bounding_client_rect();
    (place.width() > 0.0).then(|| ((f64::from(event.client_x()) - place.left()) / place.width()).clamp(0.0, 1.0))
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

/// The address of the room without its fragment; empty for a file on a disk, which nobody else can reach and whose path is nobody's business.
pub fn room() -> String {
    let Some(location) = window().map(|window| window.location()) else { return String::new() };
    match (location.protocol(), location.origin(), location.pathname()) {
        (Ok(protocol), Ok(origin), Ok(path)) if protocol != "file:" => origin + &path,
        _ => String::new(),
    }
}

/// A fragment as a whole address of this page.
pub fn absolute(href: &str) -> String {
    let page = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    format!("{}{href}", page.split('#').next().unwrap_or_default())
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        // Where nothing can be printed nothing happens.
        let _ = window.print();
    }
}

/// Deletes what the loader's script has stored for reading offline, where it has.
pub fn forget_offline() {
    if let Ok(forget) = boot("forget").dyn_into::<Function>() {
        // What cannot be deleted now goes with the next version.
        let _ = forget.call0(&boot_object());
    }
}

/// The least of an element that has to be seen for it to be found again, in CSS pixels.
const SEEN: f64 = 48.0;

/// Scrolls so far that what has just got the focus does not lie below a bar over the foot of the window: not every browser minds the
/// padding that style sheets give to scrolling.
pub fn uncover(event: &web_sys::Event, bar: &str) {
    let focused: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let (Some(focused), Some(bar), Some(window)) = (focused, find(bar), window()) else { return };
    let place = focused.get_bounding_client_rect();
    let covered = place.top() + place.height().min(SEEN) - bar.get_bounding_client_rect().top();
    if covered > 0.0 && !bar.contains(Some(&focused)) {
        window.scroll_by_with_x_and_y(0.0, covered.ceil());
    }
}

/// The day on which the page was built, as it says; empty where it does not.
pub fn built() -> String {
    find("meta[name=built]").and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}
/// Whether a newer version of the room lies ready in this browser.
pub fn is_renewable() -> bool {
    boot("waiting").is_truthy()
}

/// Goes over to the newer version of the room, and loads the page again.
pub fn renew() {
    if let Ok(renew) = boot("renew").dyn_into::<Function>() {
        // The script loads the page anew; an error of its own shows in the console.
        let _ = renew.call0(&boot_object());
    }
}
