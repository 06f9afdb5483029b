/* What is wrong: each thing once; it is told of the first only, yet known of all. */

const MOST_FINDINGS = 100;

const finding = (what, where, expected = null, found = null) => ({ what, where, expected, found });

class Findings {
  constructor() {
    this.all = [];
    this.kinds = new Set();
    this.places = new Set();
    this.known = new Set();
  }

  add(what, where, expected = null, found = null) {
    if (this.has(what, where)) {
      return;
    }
    this.known.add(`${what} ${where}`);
    this.kinds.add(what);
    this.places.add(where);
    if (this.all.length < MOST_FINDINGS) {
      this.all.push(finding(what, where, expected, found));
    }
  }

  has(what, where) {
    return this.known.has(`${what} ${where}`);
  }

  get isEmpty() {
    return this.all.length === 0;
  }
}

/** It cannot be read as a package at all. */
class Unreadable extends Error {
  constructor(what, where = WHOLE, found = null) {
    super(what);
    this.why = finding(what, where, null, found);
  }
}

/** How the file's own end is called in findings. */
const WHOLE = "package";
