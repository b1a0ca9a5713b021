"use strict";
(function () {
  const root = document.documentElement;

  function typing(target) {
    return target.matches("input, textarea, select, [contenteditable]");
  }

  document.addEventListener("click", function (event) {
    const toggle = event.target.closest("[data-toggle]");
    if (toggle && toggle.dataset.toggle === "theme") {
      const dark = getComputedStyle(root).getPropertyValue("--bg").trim() === "#12171d";
      const wanted = dark ? "light" : "dark";
      root.setAttribute("data-theme", wanted);
      // a cookie, so that the server writes it into the page and nothing flashes
      document.cookie = "registrar-theme=" + wanted + "; path=/; max-age=31536000; samesite=lax";
    } else if (toggle && toggle.dataset.toggle === "nav") {
      document.body.classList.toggle("nav-open");
    }
    const all = event.target.closest("[data-check-all]");
    if (all) {
      document.querySelectorAll("#" + all.getAttribute("data-check-all") + " table input[type=checkbox]")
        .forEach(function (box) { box.checked = true; });
    }
    const stay = event.target.closest("[data-stay]");
    if (stay) {
      fetch(stay.dataset.stay, { credentials: "same-origin" }).then(function () { awake(); });
    }
    const confirmed = event.target.closest("[data-confirm]");
    if (confirmed && !window.confirm(confirmed.dataset.confirm)) event.preventDefault();
  }, true);

  // a double click is one click: what a form does is done once
  document.addEventListener("submit", function (event) {
    const now = Date.now();
    if (event.target.sent && now - event.target.sent < 1500) event.preventDefault();
    else event.target.sent = now;
  }, true);

  // figures that renew themselves rest while nobody looks at them
  document.addEventListener("visibilitychange", function () {
    const poll = window.PrimeFaces && window.PrimeFaces.widgets && window.PrimeFaces.widgets.watch;
    if (poll && document.hidden) poll.stop();
    else if (poll) poll.start();
  });

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

  // lists: arrows walk over the rows' links, Enter opens, Escape returns to the search of the list
  document.addEventListener("keydown", function (event) {
    const box = document.getElementById("text");
    const row = event.target.closest(".ui-datatable-data > tr");
    const filter = event.target.matches(".ui-column-filter");
    if (event.target !== box && !filter && !(row && event.target.matches("a"))) return;
    const links = Array.from(document.querySelectorAll(".ui-datatable-data > tr > td:first-child a"));
    const at = links.indexOf(event.target);
    if (event.key === "ArrowDown" && at + 1 < links.length) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at > 0) links[at - 1].focus();
    else if ((event.key === "ArrowUp" || event.key === "Escape") && at >= 0 && box) box.focus();
    else return;
    event.preventDefault();
  });

  // what a list shows stays in its address: to be kept, sent, returned to, and posted to
  if (window.jQuery) {
    window.jQuery(document).on("pfAjaxComplete", function (event, xhr, settings, args) {
      if (!args || !args.address || !window.location.pathname.endsWith("/list.xhtml")) return;
      const address = window.location.pathname + args.address;
      window.history.replaceState(null, "", address);
      document.querySelectorAll("form[action*='/list.xhtml']").forEach(function (form) { form.setAttribute("action", address); });
    });
  }

  // the entry of the side bar this page belongs to
  const here = window.location.pathname + window.location.search;
  document.querySelectorAll("#nav a[data-nav]").forEach(function (link) {
    const wanted = link.dataset.nav;
    if (here === wanted || here.startsWith(wanted + "&") || (wanted.endsWith(".xhtml") && here.startsWith(wanted + "?")) || (here === "/" && wanted === "/index.xhtml")) {
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

  // what was refused or has just been answered is seen: the folded part it stands in opens
  document.querySelectorAll("details .field.bad, details .field .problem:not(:empty), details[data-open='true'] > summary").forEach(function (part) { part.closest("details").open = true; });

  // a page that waits for something looks again by itself
  const refresh = document.querySelector("[data-refresh]");
  if (refresh) setTimeout(function () { window.location.reload(); }, Number(refresh.dataset.refresh));
})();
