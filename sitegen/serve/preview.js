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
  addEventListener("load", () => scrollTo({ top: Number(sessionStorage.getItem(place)), behavior: "instant" }));
})();
