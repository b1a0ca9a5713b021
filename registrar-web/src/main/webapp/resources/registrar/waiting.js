"use strict";
(function () {
  const page = document.getElementById("waiting");
  const address = page.dataset.address;
  const start = Number(page.dataset.before);
  const title = document.title;
  let next = 0;

  function put(id, text) {
    const place = document.getElementById(id);
    if (place.textContent !== text) place.textContent = text;
  }

  function show(told) {
    put("delay", told.delay);
    put("ahead", told.ahead);
    put("place", told.place);
    document.title = told.ahead + " · " + title;
    const gone = start > 0 ? 1 - told.before / start : 0;
    document.getElementById("way").style.width = Math.max(0, Math.min(1, gone)) * 100 + "%";
  }

  // some a little later than others, so that they do not all ask in the same moment
  function later(seconds) {
    window.clearTimeout(next);
    next = window.setTimeout(ask, seconds * 1000 * (0.85 + Math.random() * 0.3));
  }

  function trouble(is) {
    document.getElementById("trouble").hidden = !is;
  }

  function ask() {
    fetch("/waiting", { cache: "no-store", credentials: "same-origin" }).then(function (answer) {
      if (answer.status === 403) { window.location.replace(address); return null; }
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }).then(function (told) {
      if (told === null) return;
      trouble(false);
      if (told.open) { window.location.replace(address); return; }
      show(told);
      later(told.again);
    }).catch(function () {
      // the server is starting again, or the connection is gone: the place is kept
      trouble(true);
      later(10);
    });
  }

  // a page that comes back to the front asks at once
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "visible") ask();
  });
  later(Number(page.dataset.again));
})();
