/* Makes pages better where scripts run: words explained on hover, focus and tap, tables as cards, menus by keyboard. */
(() => {
  "use strict";
  const explained = "a.begrepp[title], a.lag[title], a.tal[title]";

  /* One box explains whichever word is pointed at, reached or tapped. Esc closes it; a second tap follows the link. */
  const box = Object.assign(document.createElement("div"), { className: "forklaring", id: "forklaring", hidden: true });
  box.setAttribute("role", "tooltip");
  let shown = null;
  let touched = false;
  let leaving = 0;

  const hide = () => {
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  };
  const place = (link) => {
    const word = link.getClientRects()[0] || link.getBoundingClientRect();
    const left = Math.min(word.left, document.documentElement.clientWidth - box.offsetWidth - 12);
    const below = word.bottom + box.offsetHeight + 12 < window.innerHeight;
    box.style.left = `${Math.max(12, left) + window.scrollX}px`;
    box.style.top = `${(below ? word.bottom + 6 : word.top - box.offsetHeight - 6) + window.scrollY}px`;
  };
  const show = (link) => {
    clearTimeout(leaving);
    if (shown === link) return;
    hide();
    shown = link;
    box.textContent = link.dataset.ord;
    if (touched) box.append(Object.assign(document.createElement("small"), { textContent: "Tryck en gång till för att läsa mer." }));
    link.setAttribute("aria-describedby", box.id);
    box.hidden = false;
    place(link);
  };
  const explain = (link) => {
    link.dataset.ord = link.title;
    link.removeAttribute("title");
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(link));
    link.addEventListener("pointerleave", () => { leaving = setTimeout(hide, 250); });
    link.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
    link.addEventListener("click", (event) => {
      if (touched && shown !== link) { event.preventDefault(); show(link); }
    });
  };
  box.addEventListener("pointerenter", () => clearTimeout(leaving));
  box.addEventListener("pointerleave", () => { leaving = setTimeout(hide, 250); });

  /* The theme has one-letter shortcuts that cannot be turned off; they disturb speech input and readers. */
  const typing = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const single = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (single && !typing(event.target)) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("pointerdown", (event) => { if (shown && !shown.contains(event.target) && !box.contains(event.target)) hide(); });

  /* Tables: the first cell heads a card on a phone; what is still too wide can be scrolled by keyboard. */
  const label = (table) => {
    const heading = table.caption || headingBefore(table);
    return heading ? heading.textContent.trim() : "Tabell";
  };
  const headingBefore = (table) => [...document.querySelectorAll(".md-content :is(h1,h2,h3,h4,h5,h6)")]
    .filter((heading) => heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  const cards = (table, frame) => {
    const heads = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent.trim());
    if (heads.length < 3) return;
    frame.classList.add("kort-tabell");
    if (heads.length > 6) frame.classList.add("bred-tabell");
    const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
    for (const part of [table, ...table.querySelectorAll("*")]) {
      const role = roles[part.localName];
      if (role) part.setAttribute("role", role);
    }
    for (const row of table.tBodies[0].rows) if (/^\S{1,8}$/.test(row.cells[0].textContent)) row.cells[0].classList.add("ett-ord");
    for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, index) => { cell.dataset.rubrik = heads[index] || ""; });
  };
  const scrolling = (frame, table) => {
    const wide = frame.scrollWidth > frame.clientWidth + 1;
    if (!wide) { for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name); return; }
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", `${label(table)}, tabell`);
  };
  const frameOf = (table) => {
    const given = table.closest(".md-typeset__scrollwrap");
    if (given) return given;
    const frame = Object.assign(document.createElement("div"), { className: "md-typeset__scrollwrap" });
    const inner = Object.assign(document.createElement("div"), { className: "md-typeset__table" });
    table.replaceWith(frame);
    frame.append(inner);
    inner.append(table);
    return frame;
  };
  const tables = () => {
    for (const table of document.querySelectorAll(".md-content .md-typeset table:not([class])")) {
      const frame = frameOf(table);
      cards(table, frame);
      new ResizeObserver(() => scrolling(frame, table)).observe(frame);
    }
  };

  /* The theme's menu and search openers are labels, out of reach for the keyboard on narrow screens. */
  const button = (name, words) => {
    const input = document.getElementById(name);
    for (const opener of document.querySelectorAll(`.md-header__button[for="${name}"]`)) {
      const real = Object.assign(document.createElement("button"), { type: "button", className: `${opener.className} till${name}` });
      real.setAttribute("aria-label", words);
      real.append(...opener.childNodes);
      real.addEventListener("click", () => input.click());
      opener.replaceWith(real);
    }
  };

  /* The menu of a narrow screen has the focus when it opens; Escape shuts it and gives the focus back. */
  const drawer = () => {
    const [input, opener] = [document.getElementById("__drawer"), document.querySelector("button.till__drawer")];
    const menu = document.querySelector(".md-sidebar--primary nav");
    if (!input || !opener || !menu) return;
    const told = () => opener.setAttribute("aria-expanded", String(input.checked));
    menu.tabIndex = -1;
    told();
    input.addEventListener("change", () => { told(); if (input.checked) menu.focus({ preventScroll: true }); });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !input.checked) return;
      input.click();
      opener.focus();
    });
  };

  /* The field in the header leads to the page to search on; a form would need its own leave from the security policy. */
  const folder = document.currentScript.src;
  const load = (name) => new Promise((done) => {
    document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, folder).href, onload: done }));
  });
  const search = () => {
    for (const form of document.querySelectorAll("form.huvudsok")) form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = form.elements.q.value.trim();
      const place = location.protocol === "file:" ? form.action.replace(/\/$/, "/index.html") : form.action;
      location.assign(place + (words ? `?q=${encodeURIComponent(words)}` : ""));
    });
    if (new URLSearchParams(location.search).has("sok")) load("sprak.js").then(() => load("markera.js"));
  };

  const start = () => {
    document.body.append(box);
    document.querySelectorAll(explained).forEach(explain);
    tables();
    button("__drawer", "Meny");
    drawer();
    search();
    /* The theme escapes the title twice in this name; what is seen says the same. */
    for (const link of document.querySelectorAll(".md-footer__link"))
      link.setAttribute("aria-label", link.querySelector(".md-footer__title").textContent.trim().replace(/\s+/g, " "));
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
