/* Steps between changes and shows one side only. Without it the page is read from top to bottom. */
(() => {
  "use strict";
  const page = document.querySelector(".jamforelse");
  const tools = page && page.querySelector(".stega");
  if (!tools) return;
  const heads = [...page.querySelectorAll(".andring h3")];
  const status = tools.querySelector("[role=status]");
  const keys = page.querySelector(".tangenter input");
  let at = -1;
  for (const part of page.querySelectorAll(".stega, .visa, .tangenter")) part.hidden = false;
  /* The steps stick right under the band that says draft or valid, however many lines it takes. */
  const band = document.querySelector("header:has(.utgava), .utgava");
  const under = () => {
    const top = (band && parseFloat(getComputedStyle(band).top)) || 0;
    page.style.setProperty("--under-banner", `${top + (band ? band.offsetHeight : 0)}px`);
    page.style.setProperty("--under-steg", `${top + (band ? band.offsetHeight : 0) + tools.offsetHeight + 12}px`);
  };
  window.addEventListener("resize", under);
  under();
  status.textContent = `${heads.length} ${heads.length === 1 ? "ändring" : "ändringar"}`;

  const step = (way) => {
    const on = heads.indexOf(document.activeElement);
    at = Math.min(heads.length - 1, Math.max(0, (on < 0 ? at : on) + way));
    heads[at].focus({ preventScroll: true });
    heads[at].scrollIntoView({ block: "start" });
    status.textContent = `${at + 1} av ${heads.length}`;
  };
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-steg]");
    if (button) step(Number(button.dataset.steg));
  });
  page.querySelector(".visa").addEventListener("change", (event) => {
    page.dataset.visa = event.target.value;
    for (const box of page.querySelectorAll(".fore-flytt")) box.open = event.target.value === "gammal";
  });
  const typing = (target) => /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(radio|checkbox)$/.test(target.type);
  window.addEventListener("keydown", (event) => {
    const way = { n: 1, p: -1 }[event.key];
    if (!way || !keys.checked || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    step(way);
  }, true);
})();
