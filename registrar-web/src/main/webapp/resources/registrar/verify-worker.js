"use strict";
// Keeps the public page of verification and the published keys on the device. What the server
// answers comes first; only without it is what was kept shown. Answers about documents are never kept.
const KEPT = "registrar-verify-1";

self.addEventListener("install", function () { self.skipWaiting(); });

self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name.startsWith("registrar-verify-") && name !== KEPT; })
      .map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

self.addEventListener("message", function (event) {
  if (!event.data || !Array.isArray(event.data.keep)) return;
  event.waitUntil(caches.open(KEPT).then(function (cache) {
    return Promise.all(event.data.keep.map(function (address) {
      return fetch(address, { cache: "no-cache" }).then(function (answer) {
        return answer.ok ? cache.put(address, answer) : null;
      }).catch(function () { return null; });
    }));
  }));
});

self.addEventListener("fetch", function (event) {
  const request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fetch(request).catch(function () {
    return caches.open(KEPT).then(function (cache) {
      // whatever code the address has: without the server the page can only check the facts behind #
      return request.mode === "navigate"
        ? cache.match(new URL("../verify.xhtml", self.location.href).href)
        : cache.match(request.url);
    }).then(function (found) { return found || Response.error(); });
  }));
});
