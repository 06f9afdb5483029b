/* What people do with the page. */

const MOST_GIVEN = 1 << 20;

const by = (id) => document.getElementById(id);

let running = null;
let result = null;
/** What the line below the form says: a text's key, or nothing. */
let status = "";

function translate() {
  document.documentElement.lang = language;
  document.title = "Cordon: " + say("title");
  for (const place of document.querySelectorAll("[data-text]")) {
    place.textContent = say(place.dataset.text);
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  tell(status);
  show();
}

function tell(key) {
  status = key;
  by("status").textContent = key && say(key);
}

function show() {
  by("result").hidden = result === null;
  by("result").replaceChildren(...(result === null ? [] : resultOf(result)));
}

function megabytes(bytes) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return number.format(bytes / 1e6) + " MB";
}

function progress(step, done = 0, whole = 0) {
  const bar = by("progress");
  if (step === "files" && whole > 0) {
    bar.value = Math.floor((1000 * done) / whole);
  } else {
    bar.removeAttribute("value");
  }
  const sentence = say(`working.${step}`, { done: megabytes(done), whole: megabytes(whole) });
  if (by("working-text").textContent !== sentence) {
    by("working-text").textContent = sentence;
  }
}

/** A small file that somebody gave, read; null if there is none. */
async function given(id, read) {
  const [file] = by(id).files;
  wrong(id, "");
  if (file === undefined) {
    return null;
  }
  const bytes = file.size > MOST_GIVEN ? null : new Uint8Array(await file.arrayBuffer());
  const found = bytes === null ? null : read(bytes);
  if (found === null) {
    wrong(id, say(`${id}.wrong`));
    throw new NotUsable(id);
  }
  return found;
}

class NotUsable extends Error {}

function wrong(id, sentence) {
  by(`${id}-wrong`).textContent = sentence;
  by(id).setAttribute("aria-invalid", String(sentence !== ""));
}

async function trusted() {
  const key = by("key").value.trim();
  wrong("key", "");
  if (key !== "" && !mayNameKey(key)) {
    wrong("key", say("key.wrong"));
    throw new NotUsable("key");
  }
  const checkpoint = await given("checkpoint", (bytes) => (readNote(text(bytes)) ? text(bytes) : null));
  const roots = await given("root", (bytes) => {
    const all = certificatesOf(bytes);
    return all.length > 0 ? all : null;
  });
  return { key: key === "" ? null : key, checkpoint, roots: roots ?? [] };
}

async function check() {
  const [file] = by("package").files;
  result = null;
  show();
  tell("");
  if (file === undefined) {
    tell("file.missing");
    by("package").focus();
    return;
  }
  const patience = new Patience(progress);
  running = patience;
  busy(true);
  try {
    if (!(await canCheckSignatures())) {
      tell("too-old");
    } else {
      result = await checkPackage(file, await trusted(), patience);
    }
  } catch (reason) {
    if (reason instanceof NotUsable) {
      by(reason.message).focus();
    } else {
      tell(reason instanceof Cancelled ? "cancelled" : "not-read");
    }
  } finally {
    running = null;
    busy(false);
  }
  show();
  if (result !== null) {
    by("result").focus();
  }
}

function busy(is) {
  by("working").hidden = !is;
  by("cancel").hidden = !is;
  by("check").disabled = is;
  document.body.setAttribute("aria-busy", String(is));
}

by("given").addEventListener("submit", (event) => {
  event.preventDefault();
  if (running === null) {
    check();
  }
});

by("cancel").addEventListener("click", () => {
  if (running !== null) {
    running.cancelled = true;
  }
});

by("languages").addEventListener("click", (event) => {
  language = event.target.dataset?.language ?? language;
  translate();
});

// Anywhere on the page: whoever misses the frame must not leave the page for the file.
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  by("drop").classList.add("over");
});
document.addEventListener("dragleave", () => by("drop").classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  by("drop").classList.remove("over");
  if (running === null && event.dataTransfer.files.length > 0) {
    by("package").files = event.dataTransfer.files;
    by("check").focus();
  }
});

language = navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
translate();
