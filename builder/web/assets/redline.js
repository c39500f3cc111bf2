/* Steps between changes, shows some of them, and one side only. Without it the page is read from top to bottom. */
(() => {
  "use strict";
  const page = document.querySelector(".jamforelse");
  const tools = page && page.querySelector(".stega");
  if (!tools) return;
  const all = (selector) => [...page.querySelectorAll(selector)];
  const cards = all(".andring");
  const rows = all("tr[data-grad]");
  const status = tools.querySelector("[role=status]");
  const keys = page.querySelector(".tangenter input");
  let heads = cards.map((card) => card.querySelector("h3"));
  let at = null;
  for (const part of all(".stega, .visa, .tangenter, .urval")) part.hidden = false;
  /* The steps stick right under the band that says draft or valid, however many lines it takes. */
  const band = document.querySelector("header:has(.utgava), .utgava");
  const under = () => {
    const top = (band && parseFloat(getComputedStyle(band).top)) || 0;
    page.style.setProperty("--under-banner", `${top + (band ? band.offsetHeight : 0)}px`);
    page.style.setProperty("--under-steg", `${top + (band ? band.offsetHeight : 0) + tools.offsetHeight + 12}px`);
  };
  window.addEventListener("resize", under);
  under();
  const counted = (number) => `${number} ${number === 1 ? "ändring" : "ändringar"}`;
  status.textContent = counted(heads.length);

  const step = (way) => {
    const on = heads.indexOf(document.activeElement);
    const next = (on < 0 ? heads.indexOf(at) : on) + way;
    at = heads[Math.min(heads.length - 1, Math.max(0, next))];
    at.focus({ preventScroll: true });
    at.scrollIntoView({ block: "start" });
    status.textContent = `${heads.indexOf(at) + 1} av ${heads.length}`;
  };
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-steg]");
    if (button) step(Number(button.dataset.steg));
  });

  /* Which grades are seen, none chosen meaning all, and in which order. What is left out is left out everywhere. */
  const choice = page.querySelector(".urval");
  const grades = all("[data-visa-grad]").map((button) => button.dataset.visaGrad);
  const chosen = new Set();
  let party = "";
  let order = "plats";
  let places = [...cards.keys()];
  const sort = () => {
    const rank = (place) => (order === "grad" ? grades.indexOf(cards[place].dataset.grad) : 0);
    places = [...cards.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
    for (const list of [cards, rows]) list[0].parentNode.append(...places.map((place) => list[place]));
  };
  const show = () => {
    const left = (part) => party && !(part.dataset.part || "").split(" ").includes(party);
    for (const part of [...cards, ...rows]) {
      part.hidden = (chosen.size > 0 && !chosen.has(part.dataset.grad)) || Boolean(left(part));
    }
    heads = places.filter((place) => !cards[place].hidden).map((place) => cards[place].querySelector("h3"));
    for (const button of all("[data-visa-grad]")) {
      const grade = button.dataset.visaGrad;
      button.setAttribute("aria-pressed", String(grade ? chosen.has(grade) : !chosen.size));
    }
    let whom = "";
    for (const button of all("[data-visa-part]")) {
      const here = button.dataset.visaPart === party;
      button.setAttribute("aria-pressed", String(here));
      if (here && party) whom = `, som binder ${button.textContent}`;
    }
    for (const button of all("[data-ordning]")) {
      button.setAttribute("aria-pressed", String(button.dataset.ordning === order));
    }
    const some = chosen.size > 0 || party !== "";
    const what = some ? `${heads.length} av ${counted(cards.length)}` : `alla ${counted(cards.length)}`;
    const which = grades.filter((grade) => chosen.has(grade)).join(" och ");
    const sorted = order === "grad" ? "de som betyder mest först" : "i textens ordning";
    choice.lastElementChild.textContent = `Visar ${what}${which ? `: ${which}` : ""}${whom}, ${sorted}.`;
    choice.classList.toggle("urval--delvis", some);
    status.textContent = counted(heads.length);
  };
  choice.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { visaGrad: grade, visaPart: part, ordning } = button.dataset;
    if (part !== undefined) party = part;
    else if (ordning) {
      order = ordning;
      sort();
    } else if (!grade) chosen.clear();
    else if (!chosen.delete(grade)) chosen.add(grade);
    show();
  });
  window.addEventListener("hashchange", () => {
    const head = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!head || !head.closest(".andring[hidden]")) return;
    chosen.clear();
    party = "";
    show();
    head.scrollIntoView({ block: "start" });
  });

  page.querySelector(".visa").addEventListener("change", (event) => {
    page.dataset.visa = event.target.value;
    for (const box of all(".fore-flytt")) box.open = event.target.value === "gammal";
  });
  const typing = (target) => /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(radio|checkbox)$/.test(target.type);
  window.addEventListener("keydown", (event) => {
    const way = { n: 1, p: -1 }[event.key];
    if (!way || !keys.checked || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    step(way);
  }, true);
})();
