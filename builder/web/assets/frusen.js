/* A lasting address names a clause in the version's contents; this leads on to where the clause stands. */
(() => {
  "use strict";
  const lead = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const line = name && document.getElementById(name);
    if (line && line.matches("#innehall ~ ul a")) location.replace(line.href);
  };
  window.addEventListener("hashchange", lead);
  lead();
})();
