/* Shows what was found. Whatever a package holds gets in as text and as nothing else. */

const MOST_SHOWN = 100;
const LONGEST_SHOWN = 600;

let language = "en";

const say = (key, values = {}) =>
  filled(TEXTS[language][key] ?? SENTENCES[language][key] ?? key, values);

/** Values come last and are not read again: they may hold anything. */
const filled = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_, name) => shown(values[name] ?? "?"));

/** Nothing that turns, hides or floods what stands around it. */
function shown(value) {
  const plain = String(value).slice(0, LONGEST_SHOWN + 1).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, "?");
  return plain.length > LONGEST_SHOWN ? plain.slice(0, LONGEST_SHOWN) + "…" : plain;
}

function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "data") {
      Object.assign(made.dataset, value);
    } else {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
}

/** What a package says: on its own, whichever way it is written. */
const theirs = (value) => element("bdi", {}, shown(value));

const moment = (at) => at.text.replace("T", " ").replace("Z", " UTC");

const person = (by) => by.replace(/^person:/, "");

const MARKS = { good: "✓", bad: "✗", open: "?", none: "–" };

const mark = (state) => element("span", { class: `mark ${state}`, "aria-hidden": "true" }, MARKS[state]);

const VERDICT_STATES = { INTACT: "good", BROKEN: "bad", UNREADABLE: "bad", SIGNER_UNKNOWN: "open" };

function resultOf(result) {
  const parts = [verdictOf(result)];
  if (result.findings.length > 0) {
    parts.push(element("h2", {}, say("faults")), faultsOf(result.findings));
  }
  if (result.contents !== null) {
    parts.push(element("h2", {}, say("steps")), stepsOf(result));
    if (result.contents.notes.length > 0) {
      parts.push(element("h2", {}, say("notes")), notesOf(result.contents.notes));
    }
    parts.push(...statedOf(result));
  }
  return parts;
}

function verdictOf({ verdict }) {
  const state = VERDICT_STATES[verdict];
  const words = element("div", {}, element("h2", { id: "verdict-name" }, say(verdict)));
  words.append(element("p", {}, say(`verdict.${verdict}`)));
  return element("div", { id: "verdict", class: `verdict ${state}`, data: { verdict } }, mark(state), words);
}

function faultsOf(findings) {
  const list = element("ul", { class: "faults", id: "faults" });
  for (const one of findings) {
    const data = { what: one.what, where: one.where.slice(0, 1000) };
    list.append(element("li", { data }, theirs(say(one.what, one))));
  }
  if (findings.length >= MOST_FINDINGS) {
    list.append(element("li", {}, say("faults.more")));
  }
  return list;
}

function notesOf(notes) {
  const list = element("ul", { id: "notes" });
  list.append(...notes.map((note) => element("li", { data: { note } }, say(`note.${note}`))));
  return list;
}

/** Which step a fault belongs to; all others are about files. */
const STEPS = {
  chains: /^(CUSTODY_MALFORMED|CONTENT_|ITEM_TWICE|FACTS_DIFFER|CHAIN_CUT_OFF|LINK_(?!NOT_IN_LEDGER))/,
  ledger: /^(PROOF|CUSTODY_NOT_IN_LEDGER|LINK_NOT_IN_LEDGER|CHECKPOINT_(ROLLED_BACK|EXCHANGED)|OLDER|FORKED)/,
  signature: /^(KEY_MALFORMED|CHECKPOINT_(MALFORMED|FORGED))/,
  stamps: /^STAMP_/,
};

const stepOf = (what) => Object.keys(STEPS).find((step) => STEPS[step].test(what)) ?? "files";

function stepsOf({ verdict, kinds = [], contents }) {
  const { custody, checkpoint, done } = contents;
  const broken = new Set([...kinds].map(stepOf));
  const links = custody?.items.reduce((sum, item) => sum + item.links.length, 0);
  const known = verdict === "INTACT" || (verdict === "BROKEN" && done.vouched);
  const lines = {
    files: ["good", say("step.files.good", { count: contents.files })],
    chains: ["good", say("step.chains.good", { items: custody?.items.length, links })],
    ledger: ["good", say("step.ledger.good", { entries: checkpoint?.size })],
    signature: [
      known ? "good" : "open",
      checkpoint && say(`step.signature.${known ? "good" : "open"}`, { at: moment(checkpoint.at) }),
    ],
    stamps: ["none", say("step.stamps.none")],
  };
  const list = element("ol", { class: "steps", id: "steps" });
  for (const [step, [state, sentence]] of Object.entries(lines)) {
    let shownState = state;
    let sentences = [sentence];
    if (broken.has(step)) {
      shownState = "bad";
      sentences = [say("step.bad")];
    } else if (!done[step] || (step === "ledger" && broken.has("signature"))) {
      shownState = "none";
      sentences = [say("step.not")];
    } else if (step === "stamps" && contents.stamps.length > 0) {
      shownState = contents.stamps.every((stamp) => stamp.trust === "KNOWN") ? "good" : "open";
      sentences = contents.stamps.slice(0, 5).map(stampOf);
    }
    const words = element("div", {}, element("h3", {}, say(`step.${step}`)));
    words.append(...sentences.map((one) => element("p", {}, one)));
    list.append(element("li", { data: { step, state: shownState } }, mark(shownState), words));
  }
  return list;
}

function stampOf(stamp) {
  const state = stamp.trust === "KNOWN" ? "good" : "open";
  return say(`step.stamps.${state}`, { ...stamp, at: moment(stamp.at) });
}

function facts(pairs) {
  const list = element("dl");
  for (const [key, value, isCode] of pairs) {
    if (value !== null && value !== undefined && value !== "") {
      const what = isCode ? element("code", {}, theirs(value)) : theirs(value);
      list.append(element("dt", {}, say(key)), element("dd", { data: { fact: key } }, what));
    }
  }
  return list;
}

function statedOf({ contents, places = new Set() }) {
  const { custody, checkpoint, key } = contents;
  const parts = [element("h2", {}, say("contents"))];
  const head = custody?.head;
  parts.push(
    facts([
      ["incident", head?.incident],
      ["store", head?.storeName],
      ["made", head && say("by", { at: moment(head.at), by: person(head.by) })],
      ["recipient", head?.recipient],
      ["purpose", head?.purpose],
      ["package.id", head?.id, true],
      ["digest", contents.digest, true],
      ["key", key?.fingerprint, true],
      ["entries", checkpoint?.size],
      ["signed", checkpoint && moment(checkpoint.at)],
    ]),
  );
  if (custody) {
    const list = element("div", { id: "items" });
    parts.push(element("h2", {}, say("items")), list);
    some(list, custody.items, "items.more", (item) => itemOf(item, places));
  }
  return parts;
}

/** Appends the first of them, and the others when somebody asks for them. */
function some(list, all, more, show, from = 0) {
  list.append(...all.slice(from, from + MOST_SHOWN).map(show));
  const next = from + MOST_SHOWN;
  if (next < all.length) {
    const button = element("button", { type: "button" }, say(more));
    const place = list.tagName === "OL" ? element("li", { class: "open" }, button) : button;
    button.addEventListener("click", () => {
      place.remove();
      some(list, all, more, show, next);
      list.children[next]?.scrollIntoView({ block: "nearest" });
    });
    list.append(place);
  }
}

function itemOf(item, places) {
  const firstBroken = item.links.findIndex((_, i) => places.has(`${item.label}/${i + 1}`));
  const isBroken = firstBroken >= 0 || places.has(item.label) || places.has(item.path);
  const { acquired, intake } = item;
  const covers = [acquired.coversFrom, acquired.coversTo].map((at) => (at === null ? "…" : moment(at)));
  const made = element("article", { class: isBroken ? "item broken" : "item", data: { item: item.label } });
  made.append(
    element("h3", {}, element("span", {}, shown(item.label)), " ", theirs(item.title)),
    facts([
      ["item.kind", TEXTS[language][`kind.${item.kind}`] ?? item.kind],
      ["item.file", item.path],
      ["item.name", item.originalName],
      ["item.size", say("item.bytes", { size: item.size })],
      ["SHA-256", item.content, true],
      ["item.acquired", say("by", { at: moment(acquired.at), by: person(acquired.by) })],
      ["item.received", moment(acquired.receivedAt)],
      ["item.method", acquired.method],
      ["item.tool", acquired.tool],
      ["item.command", acquired.command, true],
      ["item.source", acquired.source],
      ["item.drift", acquired.clockDrift],
      ["item.covers", acquired.coversFrom || acquired.coversTo ? covers.join(" – ") : null],
      ["item.masked", intake.masked > 0n ? intake.masked : null],
      ["item.left", intake.left > 0n ? `${intake.left}: ${shown(intake.because)}` : null],
      ["item.searched", intake.rules && say(`searched.${intake.searched}`, intake)],
      ["item.came", intake.came, true],
      ["item.holds", acquired.covers.split("\n").join("; ")],
      ["item.danger", intake.danger],
      ["item.manifest", intake.manifest, true],
    ]),
  );
  const chain = element("ol", { class: "chain" });
  some(chain, item.links, "links.more", (link) => linkOf(item, link, places, firstBroken));
  made.append(chain);
  return made;
}

function linkOf(item, link, places, firstBroken) {
  const name = `${item.label}/${link.seq}`;
  const after = firstBroken >= 0 && link.seq > BigInt(firstBroken + 1);
  const state = places.has(name) ? "bad" : after ? "open" : "good";
  const css = { bad: "broken", open: "open", good: "" }[state];
  const action = TEXTS[language][`action.${link.action}`] ?? link.action;
  const made = element("li", { class: css, data: { link: name } });
  made.append(
    element("p", {}, element("strong", {}, `${link.seq}. `, theirs(action)), ` (${say(`link.state.${state}`)})`),
    element("p", {}, theirs(say("by", { at: moment(link.at), by: person(link.by) }))),
    element("p", {}, theirs(say("link.purpose", link))),
  );
  if (link.counterpart !== null) {
    const counterpart = person(link.counterpart);
    made.append(element("p", {}, theirs(say("link.counterpart", { counterpart }))));
  }
  made.append(element("p", { class: "quiet" }, element("code", {}, say("link.hash", link))));
  return made;
}
