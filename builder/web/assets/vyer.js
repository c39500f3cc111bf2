/* Chooses rows of a table, and copies the address of a clause. Without this script the whole table stands there. */
(() => {
  "use strict";
  const plain = (text) => text.trim().toLowerCase();
  const slug = (text) => text.toLowerCase().normalize("NFKD").replace(/[^\x00-\x7f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const said = (cell) => plain(cell.innerText || cell.textContent).split(/[;,\n]\s*/);

  const choose = (form, table) => {
    const controls = [...form.querySelectorAll("[data-kolumner]")];
    const rows = [...table.tBodies[0].rows];
    const fits = (row, control) => {
      const cells = control.dataset.kolumner.split(" ").map((place) => row.cells[place]);
      const wanted = plain(control.value);
      if (!wanted) return true;
      if (control.localName === "input") return wanted.split(/\s+/).every((word) => cells.some((cell) => plain(cell.textContent).includes(word)));
      return cells.some((cell) => said(cell).some((word) => wanted.split("|").includes(word)));
    };
    const update = () => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !controls.every((control) => fits(row, control));
        shown += row.hidden ? 0 : 1;
      }
      form.querySelector("[role=status]").textContent = shown ? `Visar ${shown} av ${rows.length} rader` : "Ingen rad passar. Visa alla rader och välj på nytt.";
    };
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(update));
    form.hidden = false;
    /* An address that names a measure, as hits of the search do, shows its rows. */
    const [about, named] = [form.querySelector("input[data-kolumner]"), location.hash.slice(1)];
    const column = about && about.dataset.kolumner;
    const row = named && about && rows.find((one) => slug(one.cells[column].textContent) === named);
    if (row) about.value = row.cells[column].textContent.trim();
    update();
    if (row) form.querySelector("[role=status]").scrollIntoView();
  };

  /* A button after the id of each clause copies its address, and says so to those who do not see it. */
  const status = Object.assign(document.createElement("p"), { className: "kopierat" });
  status.setAttribute("role", "status");
  const copied = async (button, link) => {
    try {
      await navigator.clipboard.writeText(link.href);
      button.textContent = "Kopierad";
      status.textContent = `Länken till ${link.textContent} är kopierad.`;
    } catch {
      button.textContent = "Gick inte";
      status.textContent = `Det gick inte att kopiera. Adressen är ${link.href}`;
    }
    setTimeout(() => { button.textContent = "Kopiera länk"; status.textContent = ""; }, 4000);
  };
  const copying = (link) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "kopiera", textContent: "Kopiera länk" });
    button.setAttribute("aria-label", `Kopiera länk till ${link.textContent}`);
    button.addEventListener("click", () => copied(button, link));
    link.after(" ", button);
  };

  const start = () => {
    for (const form of document.querySelectorAll("form[data-urval]")) {
      const tables = [...document.querySelectorAll(".md-content table")];
      const table = tables.find((one) => form.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (table) choose(form, table);
    }
    const links = document.querySelectorAll("a.klausul-id");
    if (links.length && navigator.clipboard) { document.body.append(status); links.forEach(copying); }
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
