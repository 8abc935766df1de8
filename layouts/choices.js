/*
 * Loads nothing of others before a visitor has allowed it, and remembers her choice on this device alone.
 * What is blocked stands in templates, which browsers leave asleep. Sentences come from the page.
 */

const KEY = "choices";
const DAY = 86_400_000;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const root = document.documentElement;
const dialog = document.querySelector(".choices");
const notice = document.querySelector(".consent");
const boxes = all("input", dialog);
const embeds = all(".embed[data-party]");
const { version, days } = dialog.dataset;
const signal = navigator.globalPrivacyControl === true;
const running = new Set();
const asleep = new Map();

/* A choice counts as long as the question is the same; one made before the signal was set does not. */
const read = () => {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    const holds = found.version === version && Date.now() - Date.parse(found.time) < days * DAY;
    return holds && found.choices && (found.signal || !signal) ? found : null;
  } catch {
    return null;
  }
};

let record = read();

const write = (choices) => {
  record = { version, time: new Date().toISOString(), signal, choices };
  try {
    localStorage.setItem(KEY, JSON.stringify(record));
  } catch {
    /* A browser that stores nothing asks again on the next page. */
  }
};

const allowed = (party) => record?.choices[party] === true;

const expire = (cookie) => {
  const labels = location.hostname.split(".");
  for (const domain of ["", ...labels.map((_, first) => `; Domain=${labels.slice(first).join(".")}`)])
    document.cookie = `${cookie}=; Path=/; Max-Age=0${domain}`;
};

const remove = {
  cookie: (meant) =>
    document.cookie.split("; ").map((cookie) => cookie.split("=")[0]).filter(meant).forEach(expire),
  local_storage: (meant) => Object.keys(localStorage).filter(meant).forEach((key) => localStorage.removeItem(key)),
  session_storage: (meant) => Object.keys(sessionStorage).filter(meant).forEach((key) => sessionStorage.removeItem(key)),
  indexed_db: async (meant) =>
    (await indexedDB.databases()).map(({ name }) => name).filter(meant).forEach((name) => indexedDB.deleteDatabase(name)),
};

/* Removes what a party has declared to store; `*` stands for the rest of a name. */
const forget = (box) => {
  for (const [kind, name] of JSON.parse(box.dataset.stored)) {
    const pattern = new RegExp(`^${name.split("*").map((part) => part.replace(/\W/g, "\\$&")).join(".*")}$`);
    try {
      remove[kind]((found) => found !== KEY && pattern.test(found));
    } catch {
      /* Where the browser keeps nothing, there is nothing to remove. */
    }
  }
};

/* A copy that will load, its scripts in their order. */
const awake = (template) => {
  const copy = document.importNode(template.content, true);
  for (const script of all("script", copy)) script.async = false;
  return copy;
};

const show = (embed) => {
  if (asleep.has(embed)) return;
  const copy = awake(embed.querySelector("template"));
  asleep.set(embed, [...embed.childNodes]);
  embed.replaceChildren(copy);
};

const hide = (embed) => {
  embed.replaceChildren(...asleep.get(embed));
  asleep.delete(embed);
  for (const box of all("input", embed)) box.checked = false;
};

const load = () => {
  for (const template of all("template[data-party]").filter(({ dataset }) => allowed(dataset.party))) {
    running.add(template.dataset.party);
    template.replaceWith(awake(template));
  }
  embeds.filter(({ dataset }) => allowed(dataset.party)).forEach(show);
};

/* What has run cannot be stopped: then the page begins anew. */
const apply = () => {
  boxes.filter(({ name }) => !allowed(name)).forEach(forget);
  if ([...running].some((party) => !allowed(party))) return location.reload();
  embeds.filter((embed) => asleep.has(embed) && !allowed(embed.dataset.party)).forEach(hide);
  if (notice) notice.hidden = boxes.every(({ name, dataset }) => !("pageWide" in dataset) || name in (record?.choices ?? {}));
  load();
};

const answers = { accept: () => true, refuse: () => false, save: ({ checked }) => checked };

const decide = (answer) => {
  write(Object.fromEntries(boxes.map((box) => [box.name, answers[answer](box)])));
  apply();
};

const open = () => {
  for (const box of boxes) box.checked = allowed(box.name);
  const receipt = dialog.querySelector("[data-choices-receipt]");
  receipt.hidden = !record;
  if (record) {
    const format = { dateStyle: "long", timeStyle: "short" };
    receipt.querySelector("b").textContent = new Date(record.time).toLocaleString(root.lang, format);
  }
  dialog.returnValue = "";
  dialog.showModal();
};

const save = () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ website: location.origin, ...record }, null, 2)]));
  link.download = "einwilligung.json";
  link.click();
  URL.revokeObjectURL(link.href);
};

const pressed = { open, export: save, close: () => (notice.hidden = true) };

for (const button of all("[data-choices]"))
  button.addEventListener("click", () => (pressed[button.value] ?? decide)(button.value));
dialog.addEventListener("close", () => dialog.returnValue && decide(dialog.returnValue));

for (const embed of embeds) {
  const always = embed.querySelector("[data-embed-always]");
  embed.querySelector(".embed-actions").hidden = false;
  embed.querySelector("[data-embed-load]").addEventListener("click", () => {
    if (always?.checked) write({ ...record?.choices, [embed.dataset.party]: true });
    show(embed);
    load();
    embed.querySelector("iframe")?.focus();
  });
}

/* Another page of the site may have changed the choice, while this one stood open or lay behind it. */
const again = () => {
  record = read();
  apply();
};
addEventListener("storage", ({ key }) => key === KEY && again());
addEventListener("pageshow", ({ persisted }) => persisted && again());

/* Room for the notice below the end of the page, as much as it takes. */
if (notice) new ResizeObserver(() => root.style.setProperty("--notice", `${notice.offsetHeight}px`)).observe(notice);

for (const link of all(".choices-link")) link.hidden = false;
for (const told of all("[data-choices-signal]")) told.hidden = !signal;
for (const question of all("[data-choices-question]")) question.hidden = signal;
apply();

/* The signal is a refusal. It is told once, and the choice stays hers. */
if (notice && signal && !record) {
  decide("refuse");
  notice.hidden = false;
}
