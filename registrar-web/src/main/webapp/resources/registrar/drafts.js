"use strict";
/* What is typed in a long form and not sent yet waits in this browser, for this account only, until it is stored, put
   away by hand, or two weeks old: an ended session or a closed window loses none of it. The form has a notice for it. */
(function () {
  const SENT = "registrar-draft-sent";
  // the page that answers a form, whichever it is: signing in again is no answer
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const who = document.querySelector(".who .login");
  if (!who) return;
  const prefix = "registrar-draft " + who.textContent.trim() + " ";
  const DAYS = 14;

  function fields(form) {
    return Array.from(form.elements).filter(function (field) {
      return field.id && field.matches("textarea, select, input[type=text], input[type=time], input[type=checkbox]");
    });
  }
  function value(field) { return field.type === "checkbox" ? field.checked : field.value; }
  function put(field, typed) {
    if (field.type === "checkbox") field.checked = typed; else field.value = typed;
  }
  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (broken) { return null; }
  }
  function write(key, draft) {
    try { localStorage.setItem(key, JSON.stringify(draft)); } catch (full) { /* without it the page works as before */ }
  }
  function keys() {
    return Object.keys(localStorage).filter(function (key) { return key.startsWith(prefix); });
  }

  // what was sent and is acknowledged has been stored; what is old is nobody's any more
  const stored = document.querySelector(".ui-messages-info") ? sent : null;
  keys().forEach(function (key) {
    const draft = read(key);
    if (!draft || key === stored || Date.now() - draft.at > DAYS * 86400000) localStorage.removeItem(key);
  });

  document.querySelectorAll("form .draft[data-draft]").forEach(function (kept) {
    const form = kept.closest("form");
    const key = prefix + kept.dataset.draft;
    const begun = new Map(fields(form).map(function (field) { return [field.id, value(field)]; }));

    function keep() {
      const typed = {};
      const before = (read(key) || {}).typed || {};
      fields(form).forEach(function (field) {
        // a page that comes back with what was refused begins with it
        if (field.id in before || value(field) !== begun.get(field.id)) typed[field.id] = value(field);
      });
      if (Object.keys(typed).length) write(key, { at: Date.now(), typed: typed });
      else localStorage.removeItem(key);
    }
    function restore() {
      const draft = read(key);
      if (!draft) return;
      let back = false;
      fields(form).forEach(function (field) {
        const typed = draft.typed[field.id];
        if (typed === undefined || typed === value(field)) return;
        put(field, typed);
        // a list whose choices have changed keeps none it does not know
        back = back || value(field) === typed;
      });
      kept.hidden = !back;
    }
    function drop() {
      localStorage.removeItem(key);
      fields(form).forEach(function (field) { put(field, begun.get(field.id)); });
      kept.hidden = true;
    }

    restore();
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", function () {
      keep();
      sessionStorage.setItem(SENT, key);
    });
    kept.addEventListener("click", function (event) { if (event.target.closest("[data-do=drop]")) drop(); });
  });
})();
