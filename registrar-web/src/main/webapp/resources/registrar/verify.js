"use strict";
// The public page of verification: checks the signed facts behind # in a QR code here in the browser,
// also without a network, and takes a file that is dropped on the page.
(function () {
  const place = document.getElementById("facts");
  const form = document.getElementById("drop");
  const token = window.location.hash.slice(1);

  function put(id, text) { document.getElementById(id).textContent = text; }

  function bytes(base64url) {
    const text = window.atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(text, function (c) { return c.charCodeAt(0); });
  }

  function json(base64url) { return JSON.parse(new TextDecoder().decode(bytes(base64url))); }

  function verdict(state, text) {
    const shown = document.getElementById("facts-verdict");
    shown.className = "verdict " + state;
    shown.dataset.verdict = state;
    shown.textContent = text;
    place.hidden = false;
  }

  // the facts, or null where none of the keys signed them as they stand
  async function read(parts, keys) {
    const header = json(parts[0]);
    const key = keys.find(function (one) { return one.kid === header.kid; });
    if (header.alg !== "ES256") return null;
    if (!key) return undefined;
    const curve = { name: "ECDSA", namedCurve: "P-256" };
    const known = await window.crypto.subtle.importKey(
      "jwk", { kty: key.kty, crv: key.crv, x: key.x, y: key.y }, curve, false, ["verify"]);
    const right = await window.crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" }, known, bytes(parts[2]),
      new TextEncoder().encode(parts[0] + "." + parts[1]));
    const facts = right ? json(parts[1]) : null;
    return facts && key.until && facts.d > key.until ? null : facts;
  }

  async function compare() {
    try {
      const answer = await fetch(place.dataset.ask, { method: "POST", body: token, headers: { "Content-Type": "text/plain" } });
      if (!answer.ok) return;
      const told = await answer.json();
      if (told.kind) put("facts-kind", told.kind);
      put("facts-note", told.contentsMatch ? place.dataset.match : place.dataset.differs);
      if (!told.contentsMatch) verdict("ALTERED", place.dataset.altered);
    } catch (e) {
      put("facts-note", place.dataset.offline);
    }
  }

  // in the three languages of documents, each once: a kept page may be of any language
  function kindName(names) {
    return names && [names.kk, names.ru, names.en]
      .filter(function (name, at, all) { return name && all.indexOf(name) === at; }).join(" / ");
  }

  async function check() {
    let keys = null;
    let kinds = {};
    try {
      const published = await (await fetch(place.dataset.keys)).json();
      keys = published.keys;
      kinds = published.kinds || {};
    } catch (e) {
      verdict("UNKNOWN", place.dataset.noKeys);
      return;
    }
    let facts = null;
    try {
      facts = await read(token.split("."), keys);
    } catch (e) {
      facts = null;
    }
    if (!facts) {
      verdict(facts === undefined ? "UNKNOWN" : "ALTERED", facts === undefined ? place.dataset.unknown : place.dataset.altered);
      return;
    }
    put("facts-number", facts.n);
    put("facts-kind", kindName(kinds[facts.k]) || facts.k);
    put("facts-date", facts.d.split("-").reverse().join("."));
    put("facts-programme", facts.p);
    verdict("VALID", place.dataset.signed);
    await compare();
  }

  // kept on this device with all it needs: the next time no network is needed
  async function keep() {
    if (!("serviceWorker" in navigator)) return;
    try {
      await navigator.serviceWorker.register(place.dataset.worker, { scope: place.dataset.scope });
      const ready = await navigator.serviceWorker.ready;
      const needed = [place.dataset.page, place.dataset.keys];
      document.querySelectorAll("link[rel=stylesheet], script[src]").forEach(function (one) { needed.push(one.href || one.src); });
      ready.active.postMessage({ keep: needed });
    } catch (e) {
      // a browser that keeps nothing: the page works as long as there is a network
    }
  }

  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) && window.crypto && window.crypto.subtle) check();
  keep();

  document.addEventListener("dragover", function (event) { event.preventDefault(); form.classList.add("over"); });
  document.addEventListener("dragleave", function () { form.classList.remove("over"); });
  document.addEventListener("drop", function (event) {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length === 1) {
      document.getElementById("by-file").open = true;
      document.getElementById("file").files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
})();
