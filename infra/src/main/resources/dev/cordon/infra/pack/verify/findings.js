/* What is wrong: each thing once, and not without end. */

const MOST_FINDINGS = 100;

const finding = (what, where, expected = null, found = null) => ({ what, where, expected, found });

class Findings {
  constructor() {
    this.all = [];
  }

  add(what, where, expected = null, found = null) {
    if (this.all.length < MOST_FINDINGS && !this.has(what, where)) {
      this.all.push(finding(what, where, expected, found));
    }
  }

  has(what, where) {
    return this.all.some((one) => one.what === what && one.where === where);
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
