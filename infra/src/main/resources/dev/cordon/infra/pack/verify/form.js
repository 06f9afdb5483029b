/* The form cordon/package/v2 of the two described files; v1 knew no salts. */

const MOST_ITEMS = 50_000;
const MOST_LINKS = 200_000;
const MOST_STAMPS = 1_000;
const LONGEST_PATH = 128;

function form(json, ...known) {
  const found = json.text("form");
  if (!known.includes(found)) {
    throw /^[a-z/-]{1,40}\/v[0-9]{1,4}$/.test(found)
      ? new OtherVersion(found)
      : new Malformed("its form is none that is known");
  }
  return found;
}

async function readCustody(bytes, patience) {
  const json = new StrictJson(bytes, patience);
  json.begins();
  const salted = form(json, "cordon/package/v2", "cordon/package/v1") === "cordon/package/v2";
  const head = {
    id: json.id("package"),
    incident: json.text("incident"),
    incidentId: json.id("incidentId"),
    store: json.id("store"),
    storeName: json.text("storeName"),
    by: json.text("by"),
    at: json.time("at"),
    purpose: json.text("purpose"),
    recipient: json.text("recipient"),
  };
  const items = await json.list("items", MOST_ITEMS, () => readItem(json, salted));
  const files = await json.list("files", MOST_ITEMS, () => {
    json.begins();
    const bound = { path: json.text("path"), sha256: json.digest("sha256") };
    json.ends();
    return bound;
  });
  json.ends();
  json.over();
  return { head, items, files };
}

async function readItem(json, salted) {
  json.begins();
  const id = json.id("id");
  const label = json.text("label");
  if (!/^[A-Z]{2}-[0-9]{4,12}$/.test(label)) {
    throw new Malformed("an item's label is none");
  }
  const item = {
    id,
    label,
    kind: json.text("kind"),
    title: json.text("title"),
    originalName: json.text("originalName"),
    path: json.text("path"),
    content: json.digest("sha256"),
    size: json.number("size"),
    intake: readIntake(json),
    acquired: readAcquired(json),
    salt: readSalt(json, salted),
    links: await json.list("links", MOST_LINKS, () => readLink(json, salted)),
  };
  json.ends();
  return item;
}

function readIntake(json) {
  json.begins("intake");
  const intake = {
    masked: json.number("masked"),
    danger: json.optional("danger", () => json.text("danger")),
    manifest: json.optional("manifest", () => json.digest("manifest")),
    rules: json.text("rules"),
    searched: readExtent(json.text("searched")),
    left: json.number("left"),
    because: json.text("because"),
    came: json.optional("came", () => json.digest("came")),
  };
  if (
    (intake.rules === "") !== (intake.searched === "NOTHING") ||
    (intake.left > 0n && isBlank(intake.because)) ||
    (intake.masked > 0n && intake.came === null)
  ) {
    throw new Malformed("an item's intake is none");
  }
  json.ends();
  return intake;
}

function readExtent(word) {
  if (!["NOTHING", "PART", "ALL"].includes(word)) {
    throw new Malformed("an item's intake is none");
  }
  return word;
}

function readAcquired(json) {
  json.begins("acquired");
  const acquired = {
    by: json.text("by"),
    at: json.time("at"),
    receivedAt: json.time("receivedAt"),
    method: json.text("method"),
    tool: json.text("tool"),
    command: json.text("command"),
    source: json.text("source"),
    clockDrift: json.optional("clockDrift", () => json.duration("clockDrift")),
    coversFrom: json.optional("coversFrom", () => json.time("coversFrom")),
    coversTo: json.optional("coversTo", () => json.time("coversTo")),
    covers: checkedSubjects(json.text("covers")),
  };
  json.ends();
  return acquired;
}

const readSalt = (json, salted) => (salted ? json.optional("salt", () => json.salt("salt")) : null);

function readLink(json, salted) {
  json.begins();
  const link = {
    seq: json.number("seq"),
    action: json.text("action"),
    by: json.text("by"),
    purpose: json.text("purpose"),
    salt: readSalt(json, salted),
    counterpart: json.optional("counterpart", () => json.text("counterpart")),
    at: json.time("at"),
    content: json.digest("content"),
    facts: json.optional("facts", () => json.digest("facts")),
    previous: json.digest("previous"),
    hash: json.digest("hash"),
  };
  json.ends();
  return link;
}

async function readProofs(bytes, patience) {
  const json = new StrictJson(bytes, patience);
  json.begins();
  form(json, "cordon/package-proofs/v1");
  const size = json.number("size");
  json.begins("custody");
  const custody = await readProof(json);
  json.ends();
  const links = await json.list("links", MOST_LINKS, async () => {
    json.begins();
    const name = `${json.text("item")}/${json.number("seq")}`;
    const link = { name, proof: await readProof(json) };
    json.ends();
    return link;
  });
  const stamps = await json.list("stamps", MOST_STAMPS, async () => {
    json.begins();
    const stamp = {
      note: json.text("note"),
      token: json.text("token"),
      consistency: await readPath(json, "consistency"),
    };
    json.ends();
    return stamp;
  });
  json.ends();
  json.over();
  return { size, custody, links, stamps };
}

async function readProof(json) {
  return {
    leaf: json.id("leaf"),
    position: json.number("position"),
    path: await readPath(json, "path"),
  };
}

const readPath = (json, name) => json.list(name, LONGEST_PATH, () => json.digest());
