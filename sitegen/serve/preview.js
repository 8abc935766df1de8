// Where one was on a page is kept while the findings of a fault stand in its place.
(() => {
  const place = `sitegen ${location.pathname}`;
  if (document.documentElement.hasAttribute("data-findings")) {
    sessionStorage.setItem("sitegen findings", location.pathname);
    return;
  }
  const returns = sessionStorage.getItem("sitegen findings") === location.pathname;
  let isThere = !returns; // a page may come anew once more before it has been scrolled
  addEventListener("pagehide", () => {
    if (isThere && document.readyState === "complete") sessionStorage.setItem(place, String(scrollY));
  });
  if (!returns) return;
  const before = Number(sessionStorage.getItem(place));
  history.scrollRestoration = "manual"; // else the browser goes to where one was among the findings
  addEventListener("load", () => {
    scrollTo({ top: before, behavior: "instant" });
    isThere = true;
    sessionStorage.removeItem("sitegen findings");
  });
  addEventListener("pagehide", () => {
    history.scrollRestoration = "auto";
  });
})();
