/* Bytes, texts and patience. */

const UTF8 = new TextEncoder();

class Cancelled extends Error {}

/** As Java writes it: half of a pair of surrogates becomes a question mark. */
const utf8 = (text) => UTF8.encode(text.replace(/\p{Surrogate}/gu, "?"));

/** As Java reads it: what is no UTF-8 is replaced, a byte order mark stays. */
const text = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hex(bytes) {
  let all = "";
  for (const byte of bytes) {
    all += HEX[byte];
  }
  return all;
}

function unhex(digits) {
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = parseInt(digits.substr(2 * i, 2), 16);
  }
  return bytes;
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function same(one, other) {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

/** RFC 4648 without white space; null if it is anything else. */
function unbase64(digits) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
    return null;
  }
  try {
    return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

/** What java.lang.String calls white space. */
const BLANK = /[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/** In steps, as an expression would look at long white space again and again. */
function stripTrailing(line) {
  let end = line.length;
  while (end > 0 && BLANK.test(line[end - 1])) {
    end--;
  }
  return line.slice(0, end);
}

function strip(line) {
  let begin = 0;
  while (begin < line.length && BLANK.test(line[begin])) {
    begin++;
  }
  return stripTrailing(line.slice(begin));
}

const isBlank = (line) => strip(line) === "";

/** Lines as java.lang.String has them, one by one. */
function* linesOf(all) {
  const breaks = /\r\n|\r|\n/g;
  let begin = 0;
  for (let found = breaks.exec(all); found !== null; found = breaks.exec(all)) {
    yield all.slice(begin, found.index);
    begin = breaks.lastIndex;
  }
  if (begin < all.length) {
    yield all.slice(begin);
  }
}

const DIGEST = /^[0-9a-f]{64}$/;

/** Lets the page breathe, and stops when somebody cancelled. */
class Patience {
  constructor(onProgress = () => {}) {
    this.onProgress = onProgress;
    this.cancelled = false;
    this.since = performance.now();
  }

  async pause() {
    if (this.cancelled) {
      throw new Cancelled();
    }
    if (performance.now() - this.since > 30) {
      await new Promise((resume) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          channel.port1.close();
          resume();
        };
        channel.port2.postMessage(null);
      });
      this.since = performance.now();
    }
  }
}
