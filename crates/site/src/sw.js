// Stores a version of the site for offline reading.
//
// `version` changes with any file of the site; `files` lists those that are cached in advance, each with the first ten digits of its
// SHA-256. A file of another version is never cached, so that versions are not mixed: pages have the same names in all versions, all
// other files have a hash in their name. A new version waits until the reader accepts it, or until no page of the old one is open.
"use strict";
const version = "VERSION";
const files = FILES;
const scope = registration.scope;
// Other sites on the same origin have their own caches; a scope never contains a space.
const ours = "zeitlupe " + scope + " ";
const name = ours + version;

// A response without properties of the transfer: encoding, length, redirection.
const plain = (response, bytes) => {
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(bytes, { headers });
};

const fetched = async (file, digest) => {
  const response = await fetch(scope + file, { cache: /-[0-9a-f]{10,}\./.test(file) ? "default" : "no-cache" });
  const bytes = await response.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 5);
  if (!response.ok || Array.from(sum, (b) => b.toString(16).padStart(2, "0")).join("") !== digest) {
    throw new Error(file + " is not of this version");
  }
  return plain(response, bytes);
};

addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(name);
  try {
    await Promise.all(Object.entries(files).map(async ([file, digest]) => cache.put(scope + file, await fetched(file, digest))));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
})()));

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const other of await caches.keys()) {
    if (other.startsWith(ours) && other !== name) await caches.delete(other);
  }
  await clients.claim();
})()));

addEventListener("message", ({ data }) => {
  if (data === "renew") skipWaiting();
});

const answer = async (event, file) => {
  const { request } = event;
  const key = scope + (file || "index.html");
  // Does not create the cache again after the reader has deleted it.
  const kept = await caches.match(key, { cacheName: name, ignoreVary: true });
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (response.ok && file.startsWith("data/")) event.waitUntil(keep(key, response.clone()));
    return response;
  } catch (error) {
    if (request.mode !== "navigate" || key === scope + "index.html") throw error;
    // A page that is not cached: the room, at this article.
    const article = /^artikel\/([\w-]+)\.html$/.exec(file);
    return Response.redirect(scope + (article ? "#/artikel/" + article[1] : ""));
  }
};

// Parts of a large collection are cached when used, if they are compressed as ours are and not a page of the host.
const keep = async (key, response) => {
  const bytes = await response.arrayBuffer(), [a, b] = new Uint8Array(bytes);
  const isPacked = a === 0x1f && b === 0x8b || a === 0x7a && b === 0x6c;
  if (!isPacked || !await caches.has(name)) return;
  try {
    await (await caches.open(name)).put(key, plain(response, bytes));
  } catch {
    // No space left on the device: it is fetched again next time.
  }
};

addEventListener("fetch", (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  if (event.request.method === "GET" && address.startsWith(scope)) event.respondWith(answer(event, address.slice(scope.length)));
});
