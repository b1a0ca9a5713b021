"use strict";
(function () {
  const root = document.documentElement;
  const kept = localStorage.getItem("registrar-theme");
  if (kept) root.setAttribute("data-theme", kept);

  function typing(target) {
    return target.matches("input, textarea, select, [contenteditable]");
  }

  document.addEventListener("click", function (event) {
    const toggle = event.target.closest("[data-toggle]");
    if (toggle && toggle.dataset.toggle === "theme") {
      const dark = getComputedStyle(root).getPropertyValue("--bg").trim() === "#12171d";
      root.setAttribute("data-theme", dark ? "light" : "dark");
      localStorage.setItem("registrar-theme", dark ? "light" : "dark");
    } else if (toggle && toggle.dataset.toggle === "nav") {
      document.body.classList.toggle("nav-open");
    }
    const stay = event.target.closest("[data-stay]");
    if (stay) {
      fetch(stay.dataset.stay, { credentials: "same-origin" }).then(function () { awake(); });
    }
    const confirmed = event.target.closest("[data-confirm]");
    if (confirmed && !window.confirm(confirmed.dataset.confirm)) event.preventDefault();
  }, true);

  let pressed = "";
  document.addEventListener("keydown", function (event) {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      const search = document.getElementById("search");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    } else if (event.key === "?") {
      const keys = document.getElementById("keys");
      if (keys && keys.showModal) keys.showModal();
    } else if (pressed === "g" && event.key === "h") {
      window.location.href = document.querySelector(".brand").href;
    }
    pressed = event.key;
  });

  // the entry of the side bar this page belongs to
  const here = window.location.pathname + window.location.search;
  document.querySelectorAll("#nav a[data-nav]").forEach(function (link) {
    const wanted = link.dataset.nav;
    if (here === wanted || here.startsWith(wanted + "&") || (here === "/" && wanted === "/index.xhtml")) {
      link.classList.add("on");
      link.setAttribute("aria-current", "page");
    }
  });

  // two minutes before the session ends: a way to stay; typed marks are stored cell by cell anyway
  const idle = document.getElementById("idle");
  let timer;
  function awake() {
    if (!idle) return;
    idle.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(function () { idle.hidden = false; }, (Number(idle.dataset.minutes) - 2) * 60000);
  }
  awake();
  if (window.jQuery) window.jQuery(document).on("pfAjaxComplete", awake);

  // a page that waits for something looks again by itself
  const refresh = document.querySelector("[data-refresh]");
  if (refresh) setTimeout(function () { window.location.reload(); }, Number(refresh.dataset.refresh));
})();
