/* Keeps the site readable without network. Each file is kept under its digest, so that a page is never another
   version's: what has not changed is not fetched again, and what the server has changed meanwhile is not kept. */
"use strict";
const FIRST = {/* first */};
const LATER = {/* later */};
const ALL = { ...FIRST, ...LATER };
const ROOT = self.registration.scope;
const OURS = `overens ${ROOT} `;
const NAME = `${OURS}{/* version */}`;
const PATIENCE = 4000;

const keyOf = (path) => `${ROOT}${path}?${ALL[path]}`;
const digestOf = async (bytes) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
  .map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16);

const fetched = async (cache, path) => {
  const answer = await fetch(ROOT + path, { cache: "no-cache" });
  const bytes = answer.ok ? await answer.arrayBuffer() : null;
  if (!bytes || (await digestOf(bytes)) !== ALL[path]) return false;
  await cache.put(keyOf(path), new Response(bytes, { headers: { "Content-Type": answer.headers.get("Content-Type") || "" } }));
  return true;
};
const fill = async (paths) => {
  const cache = await caches.open(NAME);
  const left = [];
  for (const path of paths) if (!(await cache.match(keyOf(path)))) left.push(path);
  const worker = async () => {
    while (left.length) await fetched(cache, left.shift());
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
};
/* What an earlier version kept and this one has as well. */
const inherit = async () => {
  const cache = await caches.open(NAME);
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === NAME) continue;
    const old = await caches.open(name);
    for (const path of Object.keys(ALL)) {
      const known = await old.match(keyOf(path));
      if (known) await cache.put(keyOf(path), known);
    }
  }
};
const forget = async () => {
  for (const name of await caches.keys()) if (name.startsWith(OURS) && name !== NAME) await caches.delete(name);
};

self.addEventListener("install", (event) => {
  event.waitUntil(inherit().then(() => fill(Object.keys(FIRST))).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(forget().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "resten") event.waitUntil(fill(Object.keys(LATER)).catch(() => undefined));
});

const pathOf = (url) => {
  const path = decodeURIComponent(url.pathname.slice(new URL(ROOT).pathname.length));
  return [path, `${path}index.html`, `${path}/index.html`].find((one) => one in ALL);
};
const kept = async (path) => path && (await caches.open(NAME)).match(keyOf(path));
const MISSING = `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Utan nät</title><h1>Du är utan nät</h1><p>Den här sidan är inte sparad på enheten. Försök igen när du har nät,
eller <a href="${ROOT}">läs det som är sparat</a>.</p></html>`;
const missing = () => new Response(MISSING, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });

/* A page is asked for anew as long as there is a network: nobody shall read a text that is no longer valid. */
const page = async (request, path) => {
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE));
  const known = await kept(path);
  try {
    return await (known ? Promise.race([fetch(request), late]) : fetch(request));
  } catch {
    return known || missing();
  }
};
const part = async (request, path) => (await kept(path)) || fetch(request);

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(ROOT)) return;
  const path = pathOf(url);
  if (event.request.mode === "navigate") event.respondWith(page(event.request, path));
  else if (path) event.respondWith(part(event.request, path));
});
