/* Runs before the first paint: the colours and the language the reader chose, so that nothing flashes. */
(() => {
  const root = document.documentElement;
  try {
    const scheme = localStorage.getItem("citypeers.scheme");
    if (scheme === "light" || scheme === "dark") root.setAttribute("data-kern-theme", scheme);
    const asked = [
      new URLSearchParams(location.search).get("lang"),
      localStorage.getItem("citypeers.language"),
      ...navigator.languages,
    ];
    const short = asked.map((tag) => String(tag).slice(0, 2).toLowerCase());
    root.lang = short.find((tag) => ["en", "de", "es", "pt"].includes(tag)) ?? "en";
  } catch {
    /* Storage refused: the system's choice holds. */
  }
})();
