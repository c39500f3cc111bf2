/* Marks the words that led here from the search, in the clause that was found, with a button that takes the marks away. */
(() => {
  "use strict";
  const words = (new URLSearchParams(location.search).get("sok") || "").split(" ").filter(Boolean);
  const content = document.querySelector(".md-content article");
  if (!words.length || !content) return;
  const finds = window.overensSprak.matcher(words);

  /* From the heading that was reached to the next one as high; the whole page where none was. */
  const reached = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const heading = reached && reached.closest("h1, h2, h3, h4, h5, h6");
  const level = heading ? Number(heading.localName[1]) : 0;
  const after = heading && [...content.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .find((other) => Number(other.localName[1]) <= level && heading.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const range = document.createRange();
  range.selectNodeContents(content);
  if (heading) range.setStartBefore(heading);
  if (after) range.setEndBefore(after);

  const texts = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (range.intersectsNode(walker.currentNode) && !walker.currentNode.parentElement.closest("script, style, svg, .klausulfot, [data-search-exclude]")) texts.push(walker.currentNode);
  }
  const marks = [];
  for (const text of texts) {
    const parts = text.data.split(/([\p{L}\p{N}]+)/u).filter(Boolean);
    if (!parts.some(finds)) continue;
    text.replaceWith(...parts.map((part) => {
      if (!finds(part)) return part;
      marks.push(Object.assign(document.createElement("mark"), { className: "sokt", textContent: part }));
      return marks.at(-1);
    }));
  }
  if (!marks.length) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "knapp sok-sluta", textContent: "Sluta markera sökorden" });
  button.addEventListener("click", () => {
    for (const mark of marks) { const parent = mark.parentNode; mark.replaceWith(...mark.childNodes); parent.normalize(); }
    button.remove();
    if (heading) { heading.tabIndex = -1; heading.focus(); }
  });
  (heading || content.firstElementChild).after(button);
  if (reached) reached.scrollIntoView();
})();
