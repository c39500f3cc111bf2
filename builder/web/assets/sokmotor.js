/* Two ways to search the same entries: Pagefind's index, read a piece at a time, and for pages opened from a folder (or
   where WebAssembly is refused) all entries in one file. Both answer `search(groups, filters)` with hits, the best first. */
(() => {
  "use strict";
  const here = new URL(".", document.currentScript.src);
  const folder = new URL("../sok/", here);
  const { key, split } = window.overensSprak;

  const load = (name) => new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: new URL(name, folder).href, onload: done, onerror: failed });
    document.head.append(script);
  });

  /* The best of a word's alternatives counts. */
  const best = (answers) => {
    const found = new Map();
    for (const hit of answers.flat()) if (!found.has(hit.id) || found.get(hit.id).score < hit.score) found.set(hit.id, hit);
    return [...found.values()];
  };
  /* An entry that has more of the words is better than one that has one of them often, and a rare word says more of which
     one is meant than one that many entries have; one with few of them is no hit, unless none has more. Words that no entry of any kind has say
     nothing, and are not counted. `known`: how many entries of any kind have a word, of `total`. */
  const combined = (given, total) => {
    const answers = given.filter(({ known }) => known).map(({ hits, known }) => ({ hits, tells: Math.log(1 + total / known) }));
    const found = new Map();
    for (const { hits, tells } of answers) {
      for (const hit of hits) {
        const sum = found.get(hit.id) || { ...hit, score: 0, count: 0, told: 0 };
        sum.score += hit.score * tells;
        sum.count += 1;
        sum.told += tells;
        found.set(hit.id, sum);
      }
    }
    const all = answers.reduce((sum, { tells }) => sum + tells, 0);
    const value = (hit) => hit.score * (hit.told / all);
    for (const hit of found.values()) hit.sure = 5 * hit.told >= 3 * all;
    const some = [...found.values()].sort((a, b) => value(b) - value(a));
    const most = some.filter((hit) => hit.sure || 2 * hit.count >= answers.length);
    return most.length ? most : some;
  };

  const passes = (values, filters) => Object.entries(filters)
    .every(([name, asked]) => [asked].flat().some((value) => (values[name] || []).includes(value)));
  const counted = (all) => {
    const sums = {};
    for (const values of all) for (const [name, given] of Object.entries(values)) for (const value of given) {
      sums[name] = sums[name] || {};
      sums[name][value] = (sums[name][value] || 0) + 1;
    }
    return sums;
  };

  /* Pagefind knows no filters, which it would write in another order at each build: val.js says what each hit has. */
  const pagefind = async () => {
    const [index] = await Promise.all([import(new URL("pagefind/pagefind.js", folder).href), window.overensVal ? null : load("val.js")]);
    await index.options({ ranking: { termFrequency: 0.2, pageLength: 0.5, termSaturation: 1.4, termSimilarity: 3, metaWeights: { om: 0 } } });
    await index.init();
    const total = Object.keys(window.overensVal).length;
    const asked = new Map();
    const one = async (word) => (await index.search(word)).results
      /* The whole result is kept: Pagefind's worker forgets its text when the browser has thrown it away. */
      .map((result) => ({ id: result.id, score: result.score, values: window.overensVal[result.id], entry: async () => { const read = await result.data(); return read && JSON.parse(read.meta.om); } }));
    const remembered = (word) => asked.get(word) || asked.set(word, one(word)).get(word);
    return {
      name: "pagefind",
      filters: async () => counted(Object.values(window.overensVal)),
      search: async (groups, filters) => combined(await Promise.all(groups.map(async (words) => {
        const all = await Promise.all(words.map(remembered));
        return { known: best(all).length, hits: best(all.map((hits) => hits.filter(({ values }) => passes(values, filters)))) };
      })), total),
    };
  };

  /* [how much, words, or what it shows] of each place of an entry, as in the index. */
  const indexed = (entry) => {
    const counts = new Map();
    let length = 0;
    for (const [weight, hidden, shown] of entry.ord) {
      const text = shown ? entry.om[shown] : hidden;
      for (const word of split(text)) counts.set(key(word), (counts.get(key(word)) || 0) + weight);
      length += split(text).length;
    }
    return { counts, length };
  };
  const alone = async () => {
    if (!window.overensPoster) await load("poster.js");
    const entries = window.overensPoster.map((entry, id) => ({ ...entry, id, ...indexed(entry) }));
    const average = entries.reduce((sum, entry) => sum + entry.length, 0) / entries.length;
    const weight = (entry, stem) => [...entry.counts]
      .reduce((sum, [word, count]) => (word.startsWith(stem) ? sum + count / (1 + (word.length - stem.length) / 2) : sum), 0);
    const one = (word, filters) => {
      const all = entries.map((entry) => ({ entry, count: weight(entry, key(word)) })).filter(({ count }) => count);
      const hits = all.filter(({ entry }) => passes(entry.val, filters));
      const rare = Math.log(1 + entries.length / (1 + hits.length));
      const scored = hits.map(({ entry, count }) => ({
        id: entry.id,
        score: rare * (count * 2.2) / (count + 1.2 * (0.6 + 0.4 * entry.length / average)),
        entry: async () => entry.om,
      }));
      return { known: all.length, hits: scored };
    };
    return {
      name: "poster",
      filters: async () => counted(entries.map(({ val }) => val)),
      search: async (groups, filters) => combined(groups.map((words) => {
        const all = words.map((word) => one(word, filters));
        return { known: Math.max(...all.map(({ known }) => known)), hits: best(all.map(({ hits }) => hits)) };
      }), entries.length),
    };
  };

  const engine = async () => {
    if (location.protocol !== "file:") {
      try { return await pagefind(); } catch { /* No index here, or no WebAssembly: the entries themselves are enough. */ }
    }
    return alone();
  };

  let ready = null;
  /* Nothing is fetched before the first search. */
  const begin = () => {
    ready = ready || Promise.all([engine(), window.overensOrd ? null : load("ord.js")])
      .then(([found]) => ({ ...found, ...window.overensSprak.vocabulary(window.overensOrd.split(" ")) }));
    return ready;
  };

  window.overensSok = {
    begin,
    /* { words, spelled, hits }: what was searched for, what it was corrected to, and the hits that pass the filters. */
    ask: async (question, filters) => {
      const { understood, search } = await begin();
      const { groups, spelled } = understood(question);
      return { words: [...new Set(groups.flat())], spelled, hits: groups.length ? await search(groups, filters) : [] };
    },
  };
})();
