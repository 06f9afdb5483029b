/*
 * Reads JSON that has exactly the properties it should, in the order in which they are written,
 * and holds nothing else of it.
 */

const LONGEST_TEXT = 1 << 20;
const LONGEST_NAME = 100;
const LONGEST_NUMBER = 20;
const DEEPEST = 10;
const MOST_LONG = (1n << 63n) - 1n;

/** It is not what it should be; the message says where, and repeats nothing of it. */
class Malformed extends Error {}

/** It is of a form that this page does not know; the message is the form's name. */
class OtherVersion extends Malformed {}

const SCALAR = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null/y;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPES = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\", "/": "/" };

class StrictJson {
  constructor(bytes, patience) {
    this.patience = patience;
    try {
      this.json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new Malformed("it is no JSON");
    }
    this.at = 0;
    this.lineStart = 0;
    this.line = 1;
    this.started = false;
    /** Of what is open: what closes it, whether something stands in it, and after a name. */
    this.open = [];
    this.next();
  }

  place() {
    return `line ${this.line}, column ${this.begin - this.lineStart + 1}`;
  }

  unexpected(expected) {
    return new Malformed(`expected ${expected} at ${this.place()}`);
  }

  noJson() {
    return new Malformed(`it is no JSON near ${this.place()}`);
  }

  blank() {
    for (; this.at < this.json.length; this.at++) {
      const character = this.json[this.at];
      if (character === "\n") {
        this.line++;
        this.lineStart = this.at + 1;
      } else if (character !== " " && character !== "\t" && character !== "\r") {
        break;
      }
    }
    this.begin = this.at;
    return this.json[this.at];
  }

  /** The next token: its kind ({, }, [, ], name, text, number, other, end) and its value. */
  next() {
    let character = this.blank();
    const inside = this.open.at(-1);
    if (inside === undefined) {
      if (this.started !== (character === undefined)) {
        throw this.noJson();
      }
      return this.started ? this.token("end") : this.value(character);
    }
    if (character === inside.closes && !inside.named) {
      this.at++;
      this.open.pop();
      return this.token(character);
    }
    if (inside.filled && !inside.named) {
      if (character !== ",") {
        throw this.noJson();
      }
      this.at++;
      character = this.blank();
    }
    inside.filled = true;
    if (inside.closes === "}" && !inside.named) {
      inside.named = true;
      return this.token("name", this.propertyName());
    }
    inside.named = false;
    return this.value(character);
  }

  propertyName() {
    const name = this.string(LONGEST_NAME);
    const { begin } = this;
    if (this.blank() !== ":") {
      throw this.noJson();
    }
    this.at++;
    this.begin = begin;
    return name;
  }

  value(character) {
    this.started = true;
    if (character === "{" || character === "[") {
      if (this.open.length >= DEEPEST) {
        throw this.noJson();
      }
      this.at++;
      this.open.push({ closes: character === "{" ? "}" : "]", filled: false, named: false });
      return this.token(character);
    }
    if (character === '"') {
      return this.token("text", this.string(LONGEST_TEXT));
    }
    SCALAR.lastIndex = this.at;
    const found = SCALAR.exec(this.json);
    if (!found || /[\w.+-]/.test(this.json[SCALAR.lastIndex] ?? " ")) {
      throw this.noJson();
    }
    this.at = SCALAR.lastIndex;
    const whole = found[1] !== undefined && !found[2] && !found[3];
    if (whole && found[1].replace("-", "").length > LONGEST_NUMBER) {
      throw this.noJson();
    }
    return whole ? this.token("number", BigInt(found[1])) : this.token("other");
  }

  string(longest) {
    if (this.json[this.at] !== '"') {
      throw this.noJson();
    }
    this.at++;
    const parts = [];
    let length = 0;
    for (;;) {
      PLAIN_TEXT.lastIndex = this.at;
      const [piece] = PLAIN_TEXT.exec(this.json);
      this.at = PLAIN_TEXT.lastIndex;
      parts.push(piece);
      length += piece.length;
      if (length > longest) {
        throw this.unexpected("a shorter text");
      }
      if (this.json[this.at] === '"') {
        this.at++;
        return parts.join("");
      }
      if (this.json[this.at] !== "\\") {
        throw this.noJson();
      }
      parts.push(this.escape());
      length++;
    }
  }

  escape() {
    const kind = this.json[this.at + 1];
    if (kind === "u") {
      const digits = this.json.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
        throw this.noJson();
      }
      this.at += 6;
      return String.fromCharCode(parseInt(digits, 16));
    }
    if (kind === undefined || !Object.hasOwn(ESCAPES, kind)) {
      throw this.noJson();
    }
    this.at += 2;
    return ESCAPES[kind];
  }

  token(kind, value = null) {
    this.kind = kind;
    this.read = value;
  }

  take(kind, name) {
    if (this.kind !== kind) {
      throw this.unexpected(name);
    }
    const value = this.read;
    this.next();
    return value;
  }

  isAt(name) {
    return this.kind === "name" && this.read === name;
  }

  begins(name) {
    if (name !== undefined) {
      this.name(name);
    }
    this.take("{", "{");
  }

  ends() {
    this.take("}", "}");
  }

  /** Nothing may follow. */
  over() {
    if (this.kind !== "end") {
      throw this.unexpected("the end");
    }
  }

  name(name) {
    if (!this.isAt(name)) {
      throw this.unexpected(name);
    }
    this.next();
  }

  text(name) {
    if (name !== undefined) {
      this.name(name);
    }
    return this.take("text", "a text");
  }

  number(name) {
    this.name(name);
    if (this.kind !== "number") {
      throw this.unexpected("a whole number");
    }
    if (this.read > MOST_LONG) {
      throw this.unexpected("a smaller number");
    }
    const number = this.take("number", "a whole number");
    if (number < 0n) {
      throw this.unexpected("no negative number before");
    }
    return number;
  }

  digest(name) {
    const digest = this.text(name);
    if (!DIGEST.test(digest)) {
      throw this.unexpected("a SHA-256 digest before");
    }
    return digest;
  }

  salt(name) {
    const salt = this.text(name);
    if (!/^[0-9a-f]{32}$/.test(salt)) {
      throw this.unexpected("a salt before");
    }
    return salt;
  }

  id(name) {
    const id = this.text(name);
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      throw this.unexpected("an id before");
    }
    return id;
  }

  time(name) {
    const time = parseTime(this.text(name));
    if (time === null) {
      throw this.unexpected("a time in UTC before");
    }
    return time;
  }

  duration(name) {
    const duration = this.text(name);
    if (!isDuration(duration)) {
      throw this.unexpected("a length of time before");
    }
    return duration;
  }

  optional(name, read) {
    return this.isAt(name) ? read() : null;
  }

  async list(name, most, element) {
    this.name(name);
    this.take("[", "[");
    const list = [];
    while (this.kind !== "]") {
      if (list.length >= most) {
        throw this.unexpected(`no more than ${most}`);
      }
      list.push(await element());
      await this.patience.pause();
    }
    this.next();
    return list;
  }
}

const TIME =
  /^(\d{4}|\+[1-9]\d{4,9}|-\d{4,10})-((\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.((?:\d{3}){1,3}))?Z$/;

/** A moment exactly as java.time.Instant prints it; null if it is anything else. */
function parseTime(written) {
  const match = TIME.exec(written);
  if (match === null) {
    return null;
  }
  const [, yearText, rest, month, day, , fraction = ""] = match;
  const year = Number(yearText);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  if (
    days === undefined ||
    Number(day) < 1 ||
    Number(day) > days ||
    Math.abs(year) > 1_000_000_000 ||
    Object.is(year, -0) ||
    /^-0\d{4}/.test(yearText) ||
    fraction.endsWith("000")
  ) {
    return null;
  }
  return { text: written, year, rest: rest + fraction.padEnd(9, "0") };
}

const DURATION =
  /^PT(?:(-?)([1-9]\d{0,15})H)?(?:(-?)([1-9]|[1-5]\d)M)?(?:(-?)(\d|[1-5]\d)(?:\.(\d{0,8}[1-9]))?S)?$/;

/** A length of time exactly as java.time.Duration prints it. */
function isDuration(written) {
  const match = DURATION.exec(written);
  if (match === null || written === "PT") {
    return false;
  }
  const [, hourSign, hours, minuteSign, minutes, secondSign, seconds, fraction] = match;
  const signs = new Set();
  for (const [sign, part] of [[hourSign, hours], [minuteSign, minutes], [secondSign, seconds]]) {
    if (part !== undefined) {
      signs.add(sign);
    }
  }
  const whole = BigInt(hours ?? 0) * 3600n + BigInt(minutes ?? 0) * 60n + BigInt(seconds ?? 0);
  const isNothing = seconds === "0" && fraction === undefined;
  return whole <= MOST_LONG && signs.size === 1 && (!isNothing || written === "PT0S");
}

const isBefore = (one, other) =>
  one.year !== other.year ? one.year < other.year : one.rest < other.rest;
