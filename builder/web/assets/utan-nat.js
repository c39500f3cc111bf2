/* Lets the site be read without network after a visit, and says so when it is. */
(() => {
  "use strict";
  const script = document.currentScript;
  const root = new URL("../", script.src);
  if (root.protocol === "file:") return;

  const note = Object.assign(document.createElement("p"), { className: "utan-nat", hidden: true });
  note.setAttribute("role", "status");
  const words = `Du är utan nät. Du läser en sparad kopia av texten från ${script.dataset.dag}. Den kan ha ändrats sedan dess.`;
  const tell = () => {
    note.hidden = navigator.onLine;
    note.textContent = navigator.onLine ? "" : words;
  };
  const start = () => {
    document.body.append(note);
    tell();
    for (const event of ["online", "offline"]) window.addEventListener(event, tell);
    if (!("serviceWorker" in navigator)) return;
    const spare = navigator.connection && navigator.connection.saveData;
    navigator.serviceWorker.register(new URL("sw.js", root), { updateViaCache: "none" })
      .then(() => navigator.serviceWorker.ready)
      .then((found) => spare || found.active.postMessage("resten"))
      .catch(() => undefined);
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
