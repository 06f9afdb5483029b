/* Links, leaves and the tree over them (RFC 9162). */

/** Each field as a four-byte length and its bytes. */
function canonical(...fields) {
  const parts = [];
  for (const field of fields) {
    const bytes = utf8(String(field));
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, bytes.length);
    parts.push(new Uint8Array(length.buffer), bytes);
  }
  return joined(...parts);
}

const GENESIS = hex(sha256(canonical("cordon/custody/genesis/v1")));

/** What stands for words that can be destroyed. */
const committed = (salt, ...words) => hex(sha256(canonical("cordon/words/v1", salt, ...words)));

function linkHash(itemId, link) {
  const inClear = link.salt === null;
  const first = inClear && link.counterpart === null && link.facts === null;
  const fields = [
    `cordon/custody/${inClear ? (first ? "v1" : "v2") : "v3"}`,
    itemId,
    link.seq,
    link.action,
    link.by,
    inClear ? link.purpose : committed(link.salt, link.purpose),
    link.at.text,
    link.content,
    link.previous,
  ];
  if (!first) {
    fields.push(link.counterpart ?? "", link.facts ?? "");
  }
  return hex(sha256(canonical(...fields)));
}

/** The digest of all that was said of an item when it was collected. */
function factsHash(item, head) {
  const { intake, acquired } = item;
  const inClear = item.salt === null;
  const words = [item.title, item.originalName, acquired.command, acquired.source];
  const first =
    inClear &&
    intake.rules === "" &&
    intake.because === "" &&
    intake.came === null &&
    intake.masked === 0n &&
    intake.left === 0n &&
    acquired.covers === "";
  const fields = [
    `cordon/evidence/facts/${inClear ? (first ? "v1" : "v2") : "v3"}`,
    item.id,
    head.incidentId,
    head.store,
    item.label,
    item.kind,
    inClear ? item.title : committed(item.salt, ...words),
    inClear ? item.originalName : "",
    item.content,
    item.size,
    intake.masked,
    intake.danger ?? "",
    intake.manifest ?? "",
    acquired.by,
    acquired.at.text,
    acquired.receivedAt.text,
    acquired.method,
    acquired.tool,
    inClear ? acquired.command : "",
    inClear ? acquired.source : "",
    acquired.clockDrift ?? "",
    acquired.coversFrom?.text ?? "",
    acquired.coversTo?.text ?? "",
  ];
  if (!first) {
    const { rules, searched, left, because, came } = intake;
    fields.push(rules, searched, left, because, came ?? "", acquired.covers);
  }
  return hex(sha256(canonical(...fields)));
}

function leafHash(id, kind, subject, content, at, store) {
  const form = canonical("cordon/ledger/leaf/v1", id, kind, subject, content, at.text, store);
  return hex(sha256(Uint8Array.of(0), form));
}

const node = (left, right) => hex(sha256(Uint8Array.of(1), unhex(left), unhex(right)));

/** Whether the way leads from the leaf to the root (section 2.1.3.2). */
function leads(leaf, { position, path }, size, root) {
  if (position < 0n || position >= size) {
    return false;
  }
  let at = position;
  let last = size - 1n;
  let hash = leaf;
  for (const beside of path) {
    if (last === 0n) {
      return false;
    }
    if ((at & 1n) === 1n || at === last) {
      hash = node(beside, hash);
      while ((at & 1n) === 0n && at !== 0n) {
        at >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = node(hash, beside);
    }
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && hash === root;
}

/** Whether the later tree begins with all of the earlier one (section 2.1.4.2). */
function grew(earlier, later, path) {
  const from = earlier.size;
  const to = later.size;
  if (from < 1n || from > to) {
    return false;
  }
  if (from === to) {
    return path.length === 0 && earlier.root === later.root;
  }
  const hashes = (from & (from - 1n)) === 0n ? [earlier.root, ...path] : path;
  if (hashes.length === 0) {
    return false;
  }
  let at = from - 1n;
  let last = to - 1n;
  while ((at & 1n) === 1n) {
    at >>= 1n;
    last >>= 1n;
  }
  let [old] = hashes;
  let grown = old;
  for (const beside of hashes.slice(1)) {
    if (last === 0n) {
      return false;
    }
    if ((at & 1n) === 1n || at === last) {
      old = node(beside, old);
      grown = node(beside, grown);
      while ((at & 1n) === 0n && at !== 0n) {
        at >>= 1n;
        last >>= 1n;
      }
    } else {
      grown = node(grown, beside);
    }
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && old === earlier.root && grown === later.root;
}
