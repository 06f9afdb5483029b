/* The ledger's key, its signed checkpoints and what they bear out. */

const KEY = "ledger/key";
const CHECKPOINT = "ledger/checkpoint";
const KEY_ID = 4;

/** A key in the form of C2SP signed-note, NAME+ID+KEY; null if it is anything else. */
function readKey(line) {
  const first = line.indexOf("+");
  const second = line.indexOf("+", first + 1);
  if (first < 1 || second < 0) {
    return null;
  }
  const typed = unbase64(line.slice(second + 1));
  if (typed === null || typed.length !== 33 || typed[0] !== 1) {
    return null;
  }
  const name = line.slice(0, first);
  const id = sha256(utf8(name + "\n"), typed).subarray(0, KEY_ID);
  const raw = typed.subarray(1);
  if (line !== `${name}+${hex(id)}+${base64(typed)}`) {
    return null;
  }
  return { name, id, raw, verifier: line, fingerprint: hex(sha256(raw)) };
}

const digits = (told) => told.replace(/[\s:]/g, "").toLowerCase();

/** Whether somebody can have meant a key by it: a fingerprint, or a whole line. */
const mayNameKey = (told) => readKey(strip(told)) !== null || DIGEST.test(digits(told));

const isNamedBy = (key, told) => strip(told) === key.verifier || digits(told) === key.fingerprint;

/** The text of a checkpoint (C2SP tlog-checkpoint); null if it is anything else. */
function readCheckpoint(signed) {
  const lines = signed.split("\n", 6);
  if (lines.length !== 5 || !lines[3].startsWith("time ") || lines[4] !== "") {
    return null;
  }
  const size = /^(?:0|-?[1-9]\d{0,18})$/.test(lines[1]) ? BigInt(lines[1]) : null;
  const root = unbase64(lines[2]);
  const at = parseTime(lines[3].slice("time ".length));
  if (size === null || size > MOST_LONG || size < -MOST_LONG - 1n || at === null) {
    return null;
  }
  if (root === null || root.length !== 32 || base64(root) !== lines[2]) {
    return null;
  }
  return { origin: lines[0], size, root: hex(root), at, signed };
}

/** A signed note with one signature; null if it is anything else. */
function readNote(note) {
  const end = note.indexOf("\n\n") + 1;
  const checkpoint = readCheckpoint(note.slice(0, end));
  if (checkpoint === null) {
    return null;
  }
  const signature = strip(note.slice(note.lastIndexOf(" ") + 1));
  return note === `${checkpoint.signed}\n— ${checkpoint.origin} ${signature}\n`
    ? { ...checkpoint, signature, note }
    : null;
}

/** Whether this key signed it (Ed25519, RFC 8032). */
async function isSigned(key, note) {
  const line = unbase64(note.signature);
  if (note.origin !== key.name || line === null || line.length <= KEY_ID) {
    return false;
  }
  if (base64(line) !== note.signature) {
    return false; // other digits that mean the same bytes (RFC 4648, 3.5)
  }
  if (!same(line.subarray(0, KEY_ID), key.id)) {
    return false;
  }
  try {
    const imported = await crypto.subtle.importKey("raw", key.raw, "Ed25519", false, ["verify"]);
    const signature = line.subarray(KEY_ID);
    return await crypto.subtle.verify("Ed25519", imported, signature, utf8(note.signed));
  } catch {
    return false;
  }
}

/** Whether this browser can check what has to be checked; some are too old. */
async function canCheckSignatures() {
  try {
    const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    const bytes = Uint8Array.of(1);
    const signature = await crypto.subtle.sign("Ed25519", pair.privateKey, bytes);
    return await crypto.subtle.verify("Ed25519", pair.publicKey, signature, bytes);
  } catch {
    return false;
  }
}

class LedgerCheck {
  constructor(key, note, findings, patience) {
    this.key = key;
    this.note = note;
    this.findings = findings;
    this.patience = patience;
  }

  /** Reads key and checkpoint; null, with its findings, if they do not fit. */
  static async of(bag, findings, patience) {
    const line = await bag.text(KEY);
    const key = line === null ? null : readKey(stripTrailing(line));
    const written = await bag.text(CHECKPOINT);
    const note = written === null ? null : readNote(written);
    if (line !== null && key === null) {
      findings.add("KEY_MALFORMED", KEY);
    }
    if (written !== null && note === null) {
      findings.add("CHECKPOINT_MALFORMED", CHECKPOINT);
    }
    if (key === null || note === null) {
      return null;
    }
    if (!(await isSigned(key, note))) {
      findings.add("CHECKPOINT_FORGED", CHECKPOINT);
    }
    return new LedgerCheck(key, note, findings, patience);
  }

  /** Whether the checkpoint is the one that the proofs lead to; without it each proof fails. */
  fits(proofs) {
    const farthest = proofs.links.reduce(
      (most, link) => (link.proof.position > most ? link.proof.position : most),
      proofs.custody.position,
    );
    const { size } = this.note;
    if (proofs.size > size || farthest >= size) {
      const needed = proofs.size > farthest + 1n ? proofs.size : farthest + 1n;
      this.findings.add("CHECKPOINT_ROLLED_BACK", CHECKPOINT, `${needed}`, `${size}`);
      return false;
    }
    if (proofs.size < size) {
      this.findings.add("CHECKPOINT_EXCHANGED", CHECKPOINT, `${proofs.size}`, `${size}`);
      return false;
    }
    return true;
  }

  async proofs(custody, digest, proofs) {
    const { id, at, store } = custody.head;
    const stated = leafHash(proofs.custody.leaf, "EVIDENCE_PACKAGE", id, digest, at, store);
    if (!this.holds(stated, proofs.custody)) {
      this.findings.add("CUSTODY_NOT_IN_LEDGER", CUSTODY);
    }
    const byLink = new Map();
    for (const { name, proof } of proofs.links) {
      if (byLink.has(name)) {
        this.findings.add("PROOF_ADDED", name);
      }
      byLink.set(name, proof);
    }
    for (const item of custody.items) {
      for (const link of item.links) {
        this.proof(store, item, link, byLink);
        await this.patience.pause();
      }
    }
    for (const { name } of proofs.links) {
      if (byLink.has(name)) {
        this.findings.add("PROOF_ADDED", name);
      }
    }
  }

  proof(store, item, link, byLink) {
    const name = `${item.label}/${link.seq}`;
    const proof = byLink.get(name);
    byLink.delete(name);
    if (proof === undefined) {
      this.findings.add("PROOF_MISSING", name);
      return;
    }
    const subject = `${item.id}/${link.seq}`;
    const leaf = leafHash(proof.leaf, "CUSTODY_ENTRY", subject, link.hash, link.at, store);
    if (!this.holds(leaf, proof)) {
      this.findings.add("LINK_NOT_IN_LEDGER", name);
    }
  }

  holds(leaf, proof) {
    return leads(leaf, proof, this.note.size, this.note.root);
  }

  /** The time-stamps that hold. */
  async stamps(proofs, bag, roots, notes) {
    const hold = [];
    for (const stamped of proofs.stamps) {
      await this.patience.pause();
      const note = await bag.bytes(stamped.note);
      const token = await bag.bytes(stamped.token);
      if (note === null || token === null) {
        continue;
      }
      const answer = await checkToken(token, note, roots);
      if (answer.is === "STAMPS") {
        if (answer.trust === "UNKNOWN") {
          this.findings.add("STAMP_BY_UNKNOWN", stamped.token, null, answer.authority);
        } else if (answer.trust === "OUT_OF_TIME") {
          this.findings.add("STAMP_OUT_OF_TIME", stamped.token, null, answer.authority);
        }
        const size = await this.connected(stamped, text(note));
        if (size !== null) {
          hold.push({ ...answer, entries: size });
        }
      } else if (answer.is === "NOT_CHECKABLE") {
        notes.add("STAMP_NOT_CHECKABLE");
      } else {
        this.findings.add(answer.is, stamped.token);
      }
    }
    return hold;
  }

  /** How many entries the stamped checkpoint signs, if this tree grew from it. */
  async connected(stamped, written) {
    const earlier = readNote(written);
    if (
      earlier !== null &&
      (await isSigned(this.key, earlier)) &&
      grew(earlier, this.note, stamped.consistency)
    ) {
      return earlier.size;
    }
    this.findings.add("STAMP_NOT_CONNECTED", stamped.note);
    return null;
  }
}
