/*
 * The search page, and the only script of this website: asks the index that was made when the site was built.
 * Everything happens in the visitor's browser; no word she types leaves it. Sentences come from the page.
 *
 * Pagefind is loaded when the first word is typed. It needs 'wasm-unsafe-eval' in the content
 * security policy of this page. Results are put together from text alone, never from HTML.
 */

const form = document.querySelector("form[data-index]");
const field = form.querySelector("input");
const status = document.querySelector("[data-search-status]");
const list = document.querySelector("[data-search-results]");
const more = document.querySelector("[data-search-more]");

const PAGE = 10;
const WORDS = 30;
const PAUSE = 200;

let results = [];
let asked = "";
let timer = 0;

/* The same rules as in sitegen/features/search/folding.py: „Büro“, „buero“ and „Buro“ become one word. */
const SPELLED_OUT = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", "\u00ad": "", "\u200b": "" };
export const fold = (text) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß\u00ad\u200b]/g, (letter) => SPELLED_OUT[letter])
    .replace(/ae|oe|(?<![aeq])ue/g, (pair) => pair[0]);

/* Loaded once; a failed attempt is forgotten, so that the next word tries again. */
let engine = null;
const pagefind = () => {
  engine ??= import(form.dataset.index + "pagefind.js")
    .then(async (loaded) => {
      await loaded.options({ baseUrl: form.dataset.base });
      return loaded;
    })
    .catch((reason) => {
      engine = null;
      throw reason;
    });
  return engine;
};

const address = (words) => {
  const here = new URL(location.href);
  here.search = words ? "?" + new URLSearchParams({ q: words }) : "";
  return here;
};

/* The stretch of text with the most hits, as pieces of text and <mark>. */
const excerpt = (words, places, first) => {
  const hits = new Set(places.filter((place) => place >= first));
  const count = (start) => [...hits].filter((place) => place >= start && place < start + WORDS).length;
  let start = first;
  for (const place of hits) {
    const candidate = Math.max(first, place - 4);
    if (count(candidate) > count(start)) start = candidate;
  }
  const pieces = start > first ? ["… "] : [];
  for (let place = start; place < Math.min(start + WORDS, words.length); place++) {
    if (hits.has(place)) {
      const mark = document.createElement("mark");
      mark.textContent = words[place];
      pieces.push(mark, " ");
    } else {
      pieces.push(words[place] + " ");
    }
  }
  return start + WORDS < words.length ? [...pieces, "…"] : pieces;
};

const item = (found) => {
  const words = found.meta.text.split(" ");
  const link = document.createElement("a");
  link.href = found.url;
  link.textContent = found.meta.title;
  const heading = document.createElement("h2");
  heading.append(link);
  const text = document.createElement("p");
  text.append(...excerpt(words, found.locations, found.meta.title.split(" ").length));
  const entry = document.createElement("li");
  entry.append(heading, text);
  return entry;
};

/* Show the next results; answers with the first of them. */
const show = async (words) => {
  const shown = list.children.length;
  const entries = await Promise.all(results.slice(shown, shown + PAGE).map((result) => result.data()));
  if (words !== asked) return null;
  list.append(...entries.map(item));
  more.hidden = list.children.length >= results.length;
  return list.children[shown];
};

const sentence = (count) => {
  if (count === 0) return form.dataset.none;
  return count === 1 ? form.dataset.one : form.dataset.many.replace("{n}", count);
};

const search = async () => {
  const words = field.value.trim();
  if (words === asked) return;
  asked = words;
  history.replaceState(null, "", address(words));
  if (!words) {
    results = [];
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    return;
  }
  try {
    const found = await (await pagefind()).search(fold(words));
    if (words !== asked) return;
    results = found.results;
    list.replaceChildren();
    await show(words);
    if (words === asked) status.textContent = sentence(results.length);
  } catch (reason) {
    asked = "";
    more.hidden = true;
    list.replaceChildren();
    status.textContent = form.dataset.failed;
    console.error(reason);
  }
};

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
more.addEventListener("click", async () => {
  const first = await show(asked);
  first?.querySelector("a").focus();
});

field.value = new URLSearchParams(location.search).get("q") ?? field.value;
search();
