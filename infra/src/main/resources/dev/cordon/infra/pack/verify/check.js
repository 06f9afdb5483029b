/*
 * Checks a package as somebody would who trusts neither it nor whoever made it. The order goes
 * from the outside in: the file, the bag, the chains, the ledger, the signature.
 */

const DECLARATION = "bagit.txt";
const MANIFEST = "manifest-sha256.txt";
const TAG_MANIFEST = "tagmanifest-sha256.txt";
const CUSTODY = "custody.json";
const PROOFS = "proofs.json";
const FIXED = new Set([DECLARATION, MANIFEST, TAG_MANIFEST, CUSTODY, PROOFS, KEY, CHECKPOINT]);
const VERSION_1 = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const EXPORTED = "EXPORTED";

/** A described file is read whole, an entry of the evidence never. */
const MOST_READ = 64 << 20;

/** The outer form: a bag (RFC 8493) whose manifests list every file with its digest. */
class Bag {
  constructor(file, findings) {
    this.file = file;
    this.entries = file.entries;
    this.findings = findings;
    this.digests = new Map();
  }

  /** Reads every byte once. */
  async check(onProgress) {
    const misdeclared = [];
    const whole = [...this.entries.values()].reduce((sum, entry) => sum + entry.size, 0);
    let done = 0;
    for (const entry of this.entries.values()) {
      const read = await this.file.digest(entry, (some) => onProgress((done += some), whole));
      this.digests.set(entry.name, read.sha256);
      if (!read.asDeclared) {
        misdeclared.push(entry.name);
      }
      await this.file.patience.pause();
    }
    const declared = await this.text(DECLARATION);
    if (declared !== null && declared !== VERSION_1) {
      this.findings.add("FILE_ALTERED", DECLARATION);
    }
    const listed = await this.manifest(TAG_MANIFEST, false);
    (await this.manifest(MANIFEST, true)).forEach((digest, name) => listed.set(name, digest));
    listed.forEach((digest, name) => this.holds(name, digest));
    for (const name of misdeclared) {
      if (!this.findings.has("FILE_ALTERED", name)) {
        this.findings.add("HEADER_ALTERED", name);
      }
    }
    for (const name of this.entries.keys()) {
      if (!listed.has(name) && name !== TAG_MANIFEST) {
        this.findings.add("FILE_NOT_LISTED", name);
      }
    }
  }

  holds(name, expected) {
    const found = this.digests.get(name);
    if (found === undefined) {
      this.findings.add("FILE_MISSING", name);
    } else if (found !== expected) {
      this.findings.add("FILE_ALTERED", name, expected, found);
    }
  }

  /** Lines of a digest, two spaces and a name; those of the payload, or those of all others. */
  async manifest(name, payload) {
    const listed = new Map();
    const all = (await this.text(name)) ?? "";
    for (const line of linesOf(all)) {
      const file = line.slice(66);
      const isLine = /^[0-9a-f]{64} {2}[^\n\r\u0085\u2028\u2029]+$/.test(line);
      if (!isLine || file.startsWith("data/") !== payload || listed.has(file)) {
        if (isLine && file.startsWith("data/") === payload) {
          listed.set(file, line.slice(0, 64));
        }
        this.findings.add("MANIFEST_MALFORMED", name);
        return listed;
      }
      listed.set(file, line.slice(0, 64));
    }
    if (all !== "" && !all.endsWith("\n")) {
      this.findings.add("MANIFEST_MALFORMED", name);
    }
    return listed;
  }

  /** A small file; a finding and null if it is not there or not small. */
  async bytes(name) {
    const entry = this.entries.get(name);
    if (entry === undefined) {
      this.findings.add("FILE_MISSING", name);
      return null;
    }
    if (entry.size > MOST_READ) {
      this.findings.add("TOO_LARGE", name);
      return null;
    }
    return this.file.bytes(entry);
  }

  async text(name) {
    const bytes = await this.bytes(name);
    return bytes === null ? null : text(bytes);
  }
}

/** Holds each item against its content, and its chain of custody against itself. */
class ChainsCheck {
  constructor(custody, bag, findings) {
    this.custody = custody;
    this.bag = bag;
    this.findings = findings;
    this.labels = new Map();
    for (const item of custody.items) {
      if (!this.labels.has(item.content)) {
        this.labels.set(item.content, item.label);
      }
    }
  }

  async check() {
    const seen = new Set();
    const stated = new Set();
    for (const item of this.custody.items) {
      if (seen.has(item.label) || stated.has(item.path)) {
        this.findings.add("ITEM_TWICE", item.label);
      }
      if (!seen.has(item.label)) {
        stated.add(item.path);
      }
      seen.add(item.label);
      this.content(item);
      this.facts(item);
      await this.chain(item);
    }
    for (const bound of this.custody.files) {
      this.bound(bound);
      stated.add(bound.path);
    }
    for (const name of this.bag.entries.keys()) {
      if (!stated.has(name) && !FIXED.has(name)) {
        this.findings.add("FILE_ADDED", name);
      }
    }
  }

  content(item) {
    const found = this.bag.digests.get(item.path);
    if (found === undefined) {
      this.findings.add("FILE_MISSING", item.path);
    } else if (found !== item.content) {
      const other = this.labels.get(found);
      if (other === undefined) {
        this.findings.add("CONTENT_DIFFERS", item.path, item.content, found);
      } else {
        this.findings.add("CONTENT_SWAPPED", item.path, item.label, other);
      }
    }
  }

  /** Only the first link has the facts; one from before they were hashed has none. */
  facts(item) {
    const recorded = item.links[0]?.facts ?? null;
    const stated = factsHash(item, this.custody.head);
    if (recorded !== null && recorded !== stated) {
      this.findings.add("FACTS_DIFFER", item.label, recorded, stated);
    }
  }

  /** Stops at the first broken link: what follows it does not hold either. */
  async chain(item) {
    let previous = GENESIS;
    let time = item.acquired.at;
    let seq = 1n;
    for (const link of item.links) {
      await this.bag.file.patience.pause();
      const what = this.fault(item, link, seq, previous, time);
      if (what !== null) {
        this.findings.add(what, `${item.label}/${seq}`);
        return;
      }
      previous = link.hash;
      time = link.at;
      seq++;
    }
    this.end(item);
  }

  fault(item, link, seq, previous, time) {
    if (link.seq < seq) {
      return "LINK_TWICE";
    }
    if (link.seq > seq) {
      return item.links.some((one) => one.seq === seq) ? "LINK_OUT_OF_ORDER" : "LINK_MISSING";
    }
    if (link.hash !== linkHash(item.id, link)) {
      return "LINK_ALTERED";
    }
    if (link.previous !== previous) {
      return "LINK_NOT_LINKED";
    }
    if (link.content !== item.content) {
      return "LINK_OF_OTHER_CONTENT";
    }
    return isBefore(link.at, time) ? "LINK_OUT_OF_TIME_ORDER" : null;
  }

  end(item) {
    const last = item.links.at(-1);
    const { by, purpose, recipient } = this.custody.head;
    if (last === undefined) {
      this.findings.add("LINK_MISSING", `${item.label}/1`);
    } else if (
      last.action !== EXPORTED ||
      last.by !== by ||
      last.purpose !== purpose ||
      (last.counterpart !== null && last.counterpart !== recipient)
    ) {
      this.findings.add("CHAIN_CUT_OFF", item.label, EXPORTED, last.action);
    }
  }

  bound({ path, sha256: stated }) {
    const found = this.bag.digests.get(path);
    if (found === undefined) {
      this.findings.add("FILE_MISSING", path);
    } else if (found !== stated) {
      this.findings.add("FILE_REPLACED", path, stated, found);
    }
  }
}

/**
 * Checks a package.
 *
 * @param trusted what the reader got another way: key, checkpoint (texts or null), roots
 * @param patience how far it is goes there, and whether somebody cancelled
 */
async function checkPackage(file, trusted, patience) {
  try {
    const opened = await PackageFile.open(file, patience);
    return await new PackageCheck(opened, trusted, patience).check();
  } catch (reason) {
    if (reason instanceof Unreadable) {
      return { verdict: "UNREADABLE", findings: [reason.why], contents: null };
    }
    throw reason;
  }
}

class PackageCheck {
  constructor(file, trusted, patience) {
    this.file = file;
    this.trusted = trusted;
    this.patience = patience;
    this.findings = new Findings();
    this.notes = new Set();
  }

  async check() {
    const { findings } = this;
    this.file.irregularities.forEach((one) => findings.add(one.what, one.where));
    const bag = new Bag(this.file, findings);
    if (!bag.entries.has(DECLARATION) && !bag.entries.has(CUSTODY)) {
      const [first] = findings.all;
      throw first ? new Unreadable(first.what, first.where) : new Unreadable("NOT_A_PACKAGE", DECLARATION);
    }
    await bag.check((done, whole) => this.patience.onProgress("files", done, whole));
    this.patience.onProgress("chains");
    const custody = await this.read(bag, CUSTODY, "CUSTODY_MALFORMED", readCustody);
    if (custody !== null) {
      await new ChainsCheck(custody, bag, findings).check();
    }
    const proofs = await this.read(bag, PROOFS, "PROOFS_MALFORMED", readProofs);
    return this.ledger(bag, custody, proofs);
  }

  async read(bag, name, malformed, form) {
    const bytes = await bag.bytes(name);
    try {
      return bytes === null ? null : await form(bytes, this.patience);
    } catch (reason) {
      if (reason instanceof OtherVersion && name === CUSTODY) {
        if (this.findings.isEmpty) {
          throw new Unreadable("OTHER_VERSION", CUSTODY, reason.message);
        }
      } else if (reason instanceof Malformed) {
        this.findings.add(malformed, name, null, reason.message);
      } else {
        throw reason;
      }
      return null;
    }
  }

  async ledger(bag, custody, proofs) {
    this.patience.onProgress("ledger");
    const check = await LedgerCheck.of(bag, this.findings, this.patience);
    let stamps = [];
    const fits = check !== null && proofs !== null && check.fits(proofs);
    if (fits) {
      if (custody !== null) {
        await check.proofs(custody, bag.digests.get(CUSTODY), proofs);
      }
      this.patience.onProgress("stamps");
      stamps = await check.stamps(proofs, bag, this.trusted.roots, this.notes);
    }
    if (stamps.length === 0) {
      this.notes.add("NO_TIME_STAMP");
    } else if (stamps.some((stamp) => stamp.trust === "NOT_ASKED")) {
      this.notes.add("AUTHORITY_NOT_CHECKED");
    } else if (stamps.some((stamp) => stamp.trust === "NOT_CHECKABLE")) {
      this.notes.add("STAMP_NOT_CHECKABLE");
    }
    const vouched = check !== null && (await this.vouched(check, bag, proofs));
    const contents = {
      custody,
      digest: bag.digests.get(CUSTODY) ?? null,
      checkpoint: check === null ? null : check.note,
      key: check === null ? null : check.key,
      stamps,
      notes: [...this.notes],
      files: this.file.entries.size,
      done: {
        files: true,
        chains: custody !== null,
        ledger: fits && custody !== null,
        signature: check !== null,
        stamps: fits,
        vouched,
      },
    };
    if (!this.findings.isEmpty) {
      const { all, kinds, places } = this.findings;
      return { verdict: "BROKEN", findings: all, kinds, places, contents };
    }
    return { verdict: vouched ? "INTACT" : "SIGNER_UNKNOWN", findings: [], contents };
  }

  /** A key is known by its fingerprint, or by a checkpoint of the reader's that it signed. */
  async vouched(check, bag, proofs) {
    const { key, checkpoint } = this.trusted;
    const known = checkpoint === null ? null : readNote(checkpoint);
    const other =
      (key !== null && !isNamedBy(check.key, key)) ||
      (checkpoint !== null && (known === null || !(await isSigned(check.key, known))));
    if (other) {
      this.notes.add("OTHER_KEY_GIVEN");
      return false;
    }
    if (known !== null) {
      await this.grew(check.note, bag, proofs, known);
    }
    if (key === null && known === null) {
      this.notes.add("KEY_NOT_GIVEN");
    }
    return key !== null || known !== null;
  }

  async grew(note, bag, proofs, known) {
    if (known.size > note.size) {
      this.findings.add("OLDER_THAN_KNOWN", CHECKPOINT, `${known.size}`, `${note.size}`);
    } else if (known.size === note.size) {
      if (known.root !== note.root) {
        this.findings.add("FORKED", CHECKPOINT);
      }
    } else if (proofs === null || !(await isStamped(proofs, bag, known.note))) {
      this.notes.add("GROWTH_NOT_SHOWN");
    }
  }
}

/** Whether a checkpoint that the reader knows is among the stamped ones. */
async function isStamped(proofs, bag, known) {
  for (const stamped of proofs.stamps) {
    await bag.file.patience.pause();
    if ((await bag.text(stamped.note)) === known) {
      return true;
    }
  }
  return false;
}
