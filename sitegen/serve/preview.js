// Where one was on a page is kept while the findings of a fault stand in its place.
(() => {
  const place = `sitegen ${location.pathname}`;
  if (document.documentElement.hasAttribute("data-findings")) {
    sessionStorage.setItem("sitegen findings", location.pathname);
    return;
  }
  addEventListener("pagehide", () => sessionStorage.setItem(place, String(scrollY)));
  if (sessionStorage.getItem("sitegen findings") !== location.pathname) return;
  sessionStorage.removeItem("sitegen findings");
  const before = Number(sessionStorage.getItem(place));
  history.scrollRestoration = "manual"; // else the browser goes to where one was among the findings
  addEventListener("load", () => scrollTo({ top: before, behavior: "instant" }));
  addEventListener("pagehide", () => {
    history.scrollRestoration = "auto";
  });
})();
