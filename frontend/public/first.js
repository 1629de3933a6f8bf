/* Runs before the first paint: the colours and the language the reader chose, so that nothing flashes. Then it asks
   for what the page needs, side by side: its code, its words, and the record that its address names. */
(() => {
  /* Filled by the build, see scripts/prerender.mjs; null while developing. */
  const parts = null;
  const root = document.documentElement;
  const written = root.lang;
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
  /* Words drawn ahead in another language than the reader's stay unseen until theirs are here. */
  root.classList.toggle("other-words", root.lang !== written);
  if (!parts) return;

  const [path, files] = parts.pages.find(([pattern]) =>
    new RegExp(`^${pattern.replaceAll(/\$\w+/g, "[^/]+")}/?$`).test(location.pathname),
  ) ?? ["", []];

  /* Pages that begin with one record of the same address in the API; see src/api/client.ts. */
  const alike = ["/networks/analysis", "/networks/$slug", "/topics/$id"];
  if ([...alike, "/organisations/$key", "/countries/$code"].includes(path)) {
    const address = `/api/v1${location.pathname}`;
    const answer = fetch(address, { headers: { "Accept-Language": root.lang } });
    answer.catch(() => {});
    window.citypeersEarly = { address, language: root.lang, answer };
  }

  function add(tag, properties) {
    document.head.append(
      Object.assign(document.createElement(tag), { crossOrigin: "", ...properties }),
    );
  }

  let started = false;
  function start() {
    if (started) return;
    started = true;
    const words = [...parts.first[root.lang], ...(path === "/" ? [] : parts.rest[root.lang])];
    for (const file of [...parts.scripts, ...words, ...files]) {
      const href = `/${file}`;
      if (file.endsWith(".css")) add("link", { rel: "preload", as: "style", href });
      else add("link", { rel: "modulepreload", fetchPriority: "low", href });
    }
    add("script", { type: "module", fetchPriority: "low", src: `/${parts.entry}` });
  }

  /* Where words were drawn ahead, they are on the screen before the scripts take line and processor: a frame that was
     made is not shown yet. A browser that does not tell of its paints has this long for them. */
  if (root.hasAttribute("data-drawn") && !document.hidden) {
    const mostMs = 300;
    new PerformanceObserver((paints) => {
      if (paints.getEntriesByName("first-contentful-paint").length > 0) start();
    }).observe({ type: "paint", buffered: true });
    document.addEventListener("DOMContentLoaded", () =>
      requestAnimationFrame(() => setTimeout(start, mostMs)),
    );
  } else start();
})();
