/* The page to search on: hits while one types, short answers and then clauses, filters, arrow keys through the list, words marked. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const { ask, begin } = window.overensSok;
  const { matcher, split } = window.overensSprak;
  const groups = [["Fråga", "Frågor ur vardagen"], ["Rad", "Vem gör vad?"], ["Yrke", "Yrken"], ["Klausul", "Klausuler"], ["Bilaga", "Tabeller och bilagor"], ["Begrepp", "Begrepp"], ["Underlag", "Underlag"], ["Sida", "Andra sidor"]];
  const earlier = ["Tidigare", "I en tidigare version"];
  const form = document.querySelector("form.sok");
  const field = document.getElementById("sok-ord");
  const state = document.getElementById("sok-lage");
  const list = document.getElementById("sok-traffar");
  const selects = [...form.querySelectorAll("select")];
  const steps = { Fråga: 2, Rad: 2, Yrke: 1, Klausul: 10 };
  const short = new Set(["Fråga", "Rad", "Yrke"]);
  let turn = 0;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /* Text with the words that were searched for marked. */
  const marked = (text, finds) => text.split(/([\p{L}\p{N}]+)/u).filter(Boolean)
    .map((part) => (finds(part) ? make("mark", { textContent: part }) : part));
  /* About forty words from where most of the words stand. */
  const excerpt = (text, finds) => {
    const words = text.split(" ");
    const at = words.flatMap((word, place) => ((word.match(/[\p{L}\p{N}]+/gu) || []).some(finds) ? [place] : []));
    const count = (from) => at.filter((place) => place >= from && place < from + 32).length;
    const start = words.length <= 40 ? 0 : Math.max(0, at.reduce((best, from) => (count(from) > count(best) ? from : best), at[0] || 0) - 4);
    const shown = words.slice(start, start + 40).join(" ");
    return `${start ? "… " : ""}${shown}${start + 40 < words.length ? " …" : ""}`;
  };

  const link = (address, words) => {
    const [page, anchor] = address.split("#");
    const whole = location.protocol === "file:" && /(^|\/)$/.test(page) ? `${page}index.html` : page;
    const query = words.length ? `?sok=${encodeURIComponent(words.join(" "))}` : "";
    return new URL(whole + query + (anchor ? `#${anchor}` : ""), root).href;
  };
  /* The clause as the chosen agreement has it, where several share it. */
  const home = (entry) => {
    const chosen = form.elements.avtal.value || form.elements.kapitel.value.split(": ")[0];
    const other = (entry.finns || []).find(([agreement]) => agreement === chosen);
    return other ? { avtal: other[0], nr: other[1], adress: other[2] } : entry;
  };
  const facts = (entry, at) => {
    const shared = (entry.finns || []).length;
    const others = shared ? `finns också i ${shared === 1 ? entry.finns[0][0] : `${shared} andra avtal`}` : "";
    return [at.avtal, others, entry.ansvar && `Ansvarig: ${entry.ansvar}`, entry.version].filter(Boolean).join(" · ");
  };
  const hit = (entry, typed) => {
    const at = home(entry);
    /* Where a word that was typed stands for another in the text, that one is looked for and marked too. */
    const [asked, seen] = [matcher(typed), split(`${entry.titel} ${entry.text || ""}`)];
    const called = seen.some(asked) ? [] : (entry["i-stället"] || []).filter(([name]) => name.split(" ").every(asked));
    const words = [...typed, ...called.flatMap(([, own]) => own.split(" ")).filter((word) => word.length > 2)];
    const finds = matcher(words);
    const title = make("a", { href: link(at.adress, words) }, ...(at.nr ? [`${at.nr} `] : []), ...marked(entry.titel, finds));
    const item = make("li", {}, make("h3", {}, title), make("p", {}, ...marked(excerpt(entry.text || "", finds), finds)));
    for (const [name, own] of called) item.append(make("p", { className: "sok-namn", textContent: `Texten säger ”${own}” där du skrev ”${name}”.` }));
    item.append(make("p", { className: "fakta", textContent: facts(entry, at) }));
    return item;
  };

  const loaded = async (hits) => (await Promise.all(hits.map((one) => one.entry()))).filter(Boolean);
  const section = async (kind, title, { hits, words }) => {
    const step = steps[kind] || 3;
    const rows = make("ol", {}, ...(await loaded(hits.slice(0, step))).map((entry) => hit(entry, words)));
    const part = make("section", {}, make("h2", { textContent: `${title} (${hits.length})` }), rows);
    part.dataset.slag = kind;
    let shown = step;
    if (hits.length > step) {
      const more = make("button", { type: "button", className: "knapp", textContent: `Visa fler: ${title.toLowerCase()}` });
      more.addEventListener("click", async () => {
        const added = (await loaded(hits.slice(shown, shown + step))).map((entry) => hit(entry, words));
        rows.append(...added);
        shown += step;
        if (added.length) added[0].querySelector("a").focus();
        if (shown >= hits.length) more.remove();
      });
      part.append(more);
    }
    return part;
  };

  const chosen = () => Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  const told = (answers, question) => {
    const main = answers[groups.findIndex(([kind]) => kind === "Klausul")];
    const [clauses, others] = [main.hits.length, answers.reduce((sum, answer) => sum + (answer === main ? 0 : answer.hits.length), 0)];
    const spelled = main.spelled.length ? `Visar träffar för ”${main.spelled.join(" ")}”. ` : "";
    if (!clauses && !others) return `Inga träffar på ”${question.slice(0, 80)}”. Pröva ett annat ord eller färre avgränsningar.`;
    return `${spelled}${clauses} ${clauses === 1 ? "klausul" : "klausuler"} och ${others} ${others === 1 ? "annan träff" : "andra träffar"}.`;
  };
  const remember = () => {
    const query = new URLSearchParams({ ...(field.value.trim() ? { q: field.value.trim() } : {}), ...chosen() }).toString();
    try { history.replaceState(null, "", query ? `?${query}` : location.pathname); } catch { /* Not where pages are opened from a folder. */ }
  };
  /* Recorded versions are searched only when one is chosen, so that no draft of before is taken for the text. */
  const asked = () => (form.elements.version.value ? [...groups, earlier] : groups);
  const search = async () => {
    const mine = turn += 1;
    const question = field.value.trim();
    remember();
    if (!question) { list.replaceChildren(); state.textContent = ""; return; }
    state.textContent = "Söker …";
    try {
      const given = await Promise.all(asked().map(([kind]) => ask(question, { slag: kind, ...chosen() })));
      /* A short answer stands first and must have what tells most of the question. */
      const answers = given.map((one, at) => (short.has(asked()[at][0]) ? { ...one, hits: one.hits.filter((hit) => hit.sure) } : one));
      if (mine !== turn) return;
      const parts = await Promise.all(asked().flatMap(([kind, title], at) => (answers[at].hits.length ? [section(kind, title, answers[at])] : [])));
      if (mine !== turn) return;
      list.replaceChildren(...parts);
      state.textContent = told(answers, question);
    } catch (error) {
      console.error(error);
      state.textContent = "Sökningen kunde inte läsas in. Läs in sidan igen, eller leta i avtalens innehåll.";
    }
  };

  /* Chapters stand under their agreement, and only those of a chosen one. */
  const fill = async () => {
    const counted = await (await begin()).filters();
    for (const select of selects) {
      const values = Object.keys(counted[select.name] || {}).sort((a, b) => a.localeCompare(b, "sv", { numeric: true }));
      const agreement = form.elements.avtal.value;
      const kept = select.name === "kapitel" && agreement ? values.filter((value) => value.startsWith(`${agreement}: `)) : values;
      const before = select.value || new URLSearchParams(location.search).get(select.name) || "";
      select.replaceChildren(make("option", { value: "", textContent: select.options[0].textContent }), ...kept.map((value) => make("option", { value, textContent: value })));
      select.value = kept.includes(before) ? before : "";
    }
  };

  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(search, 180); };
  field.addEventListener("input", soon);
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
  for (const select of selects) select.addEventListener("change", async () => { await fill(); search(); });
  form.querySelector("details").addEventListener("toggle", (event) => { if (event.target.open) fill(); });
  /* Down from the field to the first hit, and up and down among them. */
  document.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("h3 a")];
    const at = links.indexOf(document.activeElement);
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way || !links.length || (document.activeElement !== field && at < 0)) return;
    if (at < 0 && way < 0) return;
    event.preventDefault();
    (at + way < 0 ? field : links[Math.min(at + way, links.length - 1)]).focus();
  });

  const start = async () => {
    const given = new URLSearchParams(location.search);
    field.value = given.get("q") || "";
    if (selects.some((select) => given.get(select.name))) {
      form.querySelector("details").open = true;
      await fill();
    }
    if (field.value) search();
    else field.focus();
  };
  start();
})();
