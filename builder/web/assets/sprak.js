/* Swedish words as the search knows them: their stem, with and without dots, the parts of compounds, the nearest spelling.
   The stem is cut as builder/language/stem.py cuts it; a test compares the two on every word of the texts. */
(() => {
  "use strict";
  const endings = ("heterna hetens anden andes andet arens arnas ernas heten heter ornas ades ande aren arna arne aste erna " +
    "erns orna ade are ast ens ern het ad ar as at en er es or a e").split(" ");
  const doubled = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
  const last = [["lig", ""], ["ig", ""], ["els", ""], ["löst", "lös"], ["fullt", "full"]];
  const particles = new Set(("alla andra bara där efter emot ett fort från för före genom god hur ingen inget innan inne lika " +
    "med mellan mot när samma sin till under upp utan var vid åter över").split(" "));
  const common = new Set(("alla allt andra att av bara blir bli de den dem det detta dig din du då där efter eller en er ett " +
    "finns från får få för gör göra ha han har hon hos hur i in ingen inte jag kan kommer man med mellan men min mot mycket " +
    "måste ni nu när någon något och om oss på ska skall sig sin sina så som till under upp ut utan vad var vara vem vi vid " +
    "vilka vilken vilket vill är över").split(" "));

  const adverbs = new Set("av bort fram från i igen ihop in kvar ned om på till ut upp vid åter över".split(" "));

  const stem = (word) => {
    const match = /[aeiouyäåö][^aeiouyäåö]/.exec(word);
    const start = match ? Math.max(3, match.index + 2) : word.length;
    const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= start);
    if (ending) word = word.slice(0, -ending.length);
    else if (word.slice(start).endsWith("s") && /[bcdfghjklmnoprtvy]/.test(word.at(-2))) word = word.slice(0, -1);
    if (doubled.some((end) => word.slice(start).endsWith(end))) word = word.slice(0, -1);
    const rule = last.find(([end]) => word.slice(start).endsWith(end));
    return rule ? word.slice(0, -rule[0].length) + rule[1] : word;
  };
  const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");
  const key = (word) => bare(stem(word.toLowerCase()));
  const split = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

  /* "14 kap. 1 § HSL" is one word, as in the index. */
  const citations = (text) => text.replace(/(\d+(?: [a-z])?)\s*kap\.?\s*(\d+(?: [a-z])?)\s*§+(?:\s*([A-ZÅÄÖ]{2,6}))?/giu,
    (_, chapter, section, law) => `${chapter}kap${section}${law || ""}`.replace(/ /g, ""));

  /* The words of a question that say what it is about; what is far too long is no question. */
  const asked = (text) => {
    const all = [...new Set(split(citations(text.slice(0, 300))).filter((word) => word.length < 60))];
    const telling = all.filter((word) => !common.has(word));
    return telling.length ? telling : all;
  };

  /* How many letters must be changed, added, taken away or swapped; more than `most` is given as `most` + 1. */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  };

  /* What is known of the words of all texts, the most used first. */
  const vocabulary = (words) => {
    const forms = new Map();
    for (const word of words) if (!forms.has(key(word))) forms.set(key(word), word);
    const plain = words.map(bare);
    const firsts = new Map();
    for (const word of [...words].sort((a, b) => a.length - b.length)) {
      if (word.length < 3 || particles.has(word)) continue;
      const cut = /[aeo]$/.test(word) && word.length > 3 ? ["", "s", "e", "o", "u"].map((link) => word.slice(0, -1) + link) : [];
      for (const form of [word, `${word}s`, ...cut]) if (!firsts.has(bare(form))) firsts.set(bare(form), word);
    }
    const parts = (word) => {
      for (let at = 3; at <= word.length - 3; at += 1) {
        const [first, end] = [firsts.get(word.slice(0, at)), forms.get(key(word.slice(at)))];
        if (first && end && end.length > (at > 4 ? 2 : 3) && !particles.has(end)) return [first, end];
      }
      return [];
    };
    const inside = (word) => (word.length < 4 ? [] : words.filter((_, at) => plain[at].endsWith(word)).slice(0, 3));
    const end = (word) => {
      for (let at = 3; at <= word.length - 4; at += 1) if (forms.has(key(word.slice(at)))) return [forms.get(key(word.slice(at)))];
      return [];
    };
    const nearest = (word, most) => {
      let best = null;
      plain.forEach((known, at) => {
        const off = known[0] === word[0] || word.length > 5 ? distance(word, known, Math.min(most, best ? best.off - 1 : most)) : most + 1;
        if (off <= most && (!best || off < best.off)) best = { off, word: words[at] };
      });
      return best ? [best.word] : [];
    };
    const begins = (word) => plain.some((known) => known.startsWith(word));
    /* A word as typed → alternatives to search for, in groups that are all wanted; `other`: it is another spelling.
       What is known stands; then the end of longer words, parts, one wrong letter, a known end, two wrong letters. */
    const meant = (typed) => {
      const word = bare(typed);
      if (/\d/.test(word) || forms.has(key(typed))) return { groups: [[typed]], other: false };
      const longer = [...inside(key(typed)), ...(begins(word) ? [typed] : [])];
      if (longer.length) return { groups: [longer], other: false };
      const pieces = parts(word);
      if (pieces.length) return { groups: pieces.map((part) => [part]), other: false };
      const [near, last] = [word.length > 3 ? nearest(word, 1) : [], end(word)];
      if (near.length) return { groups: [near], other: true };
      if (last.length) return { groups: [last], other: false };
      const far = word.length > 7 ? nearest(word, 2) : [];
      return { groups: far.length ? [far] : [], other: true };
    };
    /* "skriver … in" is also looked for as "inskriv-", "säga upp" as "uppsäg-". */
    const turned = (verb, particle) => {
      const whole = bare(particle + stem(verb));
      return whole.length > 5 && begins(whole) ? [particle + stem(verb)] : [];
    };
    /* A question → { groups, spelled }: alternatives for each of its words, and the words that were spelled otherwise. */
    const understood = (question) => {
      const all = split(citations(question.slice(0, 300)));
      const found = asked(question).map((word) => {
        const at = all.indexOf(word);
        const after = all.slice(at + 1, at + 3).filter((next) => adverbs.has(next)).flatMap((next) => turned(word, next));
        const one = meant(word);
        return after.length ? { ...one, groups: [[...after, ...one.groups.flat()]] } : one;
      });
      return { groups: found.flatMap((one) => one.groups), spelled: found.filter((one) => one.other).flatMap((one) => one.groups.flat()) };
    };
    return { understood };
  };

  /* Whether a word of a text is one of the words searched for: inflected, or as the beginning or end of a longer word. */
  const matcher = (words) => {
    const keys = words.map(key).filter(Boolean);
    const known = new Map();
    const finds = (word) => keys.some((one) => {
      const mine = key(word);
      return mine === one || (one.length > 3 && (mine.startsWith(one) || mine.endsWith(one) || bare(word.toLowerCase()).startsWith(one)));
    });
    return (word) => {
      if (!known.has(word)) known.set(word, finds(word));
      return known.get(word);
    };
  };

  window.overensSprak = { stem, key, bare, split, asked, distance, vocabulary, matcher };
})();
