/* DER (X.690), as far as time-stamps and certificates need it, and X.509 (RFC 5280). */

class NotDer extends Error {}

/** It may well be right, but this page has no means to find out. */
class NotCheckable extends Error {}

const TAG = {
  BOOLEAN: 0x01,
  INTEGER: 0x02,
  BITS: 0x03,
  OCTETS: 0x04,
  OID: 0x06,
  UTC_TIME: 0x17,
  TIME: 0x18,
  SEQUENCE: 0x30,
  SET: 0x31,
};

/** What begins there: its tag, its content, and all of its bytes. */
function der(bytes, at = 0) {
  const tag = bytes[at];
  let length = bytes[at + 1];
  let begin = at + 2;
  if (length === undefined || (tag & 0x1f) === 0x1f || length === 0x80 || length > 0x84) {
    throw new NotDer();
  }
  if (length > 0x80) {
    const end = begin + (length & 0x7f);
    for (length = 0; begin < end; begin++) {
      length = length * 256 + (bytes[begin] ?? 0);
    }
  }
  const end = begin + length;
  if (end > bytes.length) {
    throw new NotDer();
  }
  return { tag, content: bytes.subarray(begin, end), all: bytes.subarray(at, end), end };
}

/** The only thing in these bytes. */
function onlyDer(bytes) {
  const only = der(bytes);
  if (only.end !== bytes.length) {
    throw new NotDer();
  }
  return only;
}

function inside(thing, tag) {
  if (tag !== undefined && thing?.tag !== tag) {
    throw new NotDer();
  }
  if (thing === undefined || (thing.tag & 0x20) === 0) {
    throw new NotDer();
  }
  const parts = [];
  for (let at = 0; at < thing.content.length; ) {
    const part = der(thing.content, at);
    parts.push(part);
    at = part.end;
  }
  return parts;
}

function content(thing, tag) {
  if (thing?.tag !== tag) {
    throw new NotDer();
  }
  return thing.content;
}

function oid(thing) {
  const numbers = [];
  let number = 0;
  for (const byte of content(thing, TAG.OID)) {
    number = number * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(number);
      number = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - 40 * root, ...rest].join(".");
}

/** A moment as java.time.Instant prints it. */
function time(thing) {
  let written = text(thing?.content ?? new Uint8Array());
  if (thing?.tag === TAG.UTC_TIME) {
    written = (written < "50" ? "20" : "19") + written;
  } else if (thing?.tag !== TAG.TIME) {
    throw new NotDer();
  }
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(written);
  if (match === null) {
    throw new NotDer();
  }
  const [, year, month, day, hour, minute, second, some = ""] = match;
  const digits = some.replace(/0+$/, "");
  const fraction = digits && "." + digits.padEnd(Math.ceil(digits.length / 3) * 3, "0");
  const read = parseTime(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`);
  if (read === null) {
    throw new NotDer();
  }
  return read;
}

const HASHES = {
  "1.3.14.3.2.26": "SHA-1",
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};

function hashOf(algorithm) {
  const hash = HASHES[oid(inside(algorithm, TAG.SEQUENCE)[0])];
  if (hash === undefined) {
    throw new NotCheckable();
  }
  return hash;
}

const digestBy = async (hash, bytes) => new Uint8Array(await crypto.subtle.digest(hash, bytes));

const RSA = "1.2.840.113549.1.1.";
const ECDSA = "1.2.840.10045.4.";
const SIGNATURES = {
  [RSA + "5"]: ["RSASSA-PKCS1-v1_5", "SHA-1"],
  [RSA + "11"]: ["RSASSA-PKCS1-v1_5", "SHA-256"],
  [RSA + "12"]: ["RSASSA-PKCS1-v1_5", "SHA-384"],
  [RSA + "13"]: ["RSASSA-PKCS1-v1_5", "SHA-512"],
  [ECDSA + "1"]: ["ECDSA", "SHA-1"],
  [ECDSA + "3.2"]: ["ECDSA", "SHA-256"],
  [ECDSA + "3.3"]: ["ECDSA", "SHA-384"],
  [ECDSA + "3.4"]: ["ECDSA", "SHA-512"],
  "1.3.101.112": ["Ed25519", null],
};
const CURVES = {
  "1.2.840.10045.3.1.7": ["P-256", 32],
  "1.3.132.0.34": ["P-384", 48],
  "1.3.132.0.35": ["P-521", 66],
};

/** How a signature is made; the digest beside it counts where the algorithm names none. */
function signatureForm(algorithm, digest) {
  const [id, parameters] = inside(algorithm, TAG.SEQUENCE);
  const name = oid(id);
  if (name === RSA + "1") {
    return { name: "RSASSA-PKCS1-v1_5", hash: digest };
  }
  if (name === "1.2.840.10045.2.1") {
    return { name: "ECDSA", hash: digest };
  }
  if (name === RSA + "10") {
    let hash = "SHA-1";
    let saltLength = 20;
    for (const part of inside(parameters, TAG.SEQUENCE)) {
      const [value] = inside(part);
      if (part.tag === 0xa0) {
        hash = hashOf(value);
      } else if (part.tag === 0xa1 && hashOf(inside(value, TAG.SEQUENCE)[1]) !== hash) {
        throw new NotCheckable();
      } else if (part.tag === 0xa2) {
        saltLength = Number(BigInt("0x" + hex(content(value, TAG.INTEGER))));
      }
    }
    return { name: "RSA-PSS", hash, saltLength };
  }
  if (SIGNATURES[name] === undefined) {
    throw new NotCheckable();
  }
  const [known, hash] = SIGNATURES[name];
  return { name: known, hash };
}

/** Whether the holder of that key (SubjectPublicKeyInfo) signed the message. */
async function isSignedBy(key, form, message, signature) {
  const parameters = { name: form.name, hash: form.hash, saltLength: form.saltLength };
  let written = signature;
  if (form.name === "ECDSA") {
    const curve = inside(inside(key, TAG.SEQUENCE)[0], TAG.SEQUENCE)[1];
    const known = curve?.tag === TAG.OID ? CURVES[oid(curve)] : undefined;
    if (known === undefined) {
      throw new NotCheckable();
    }
    parameters.namedCurve = known[0];
    written = joined(...inside(onlyDer(signature), TAG.SEQUENCE).map((one) => fixed(one, known[1])));
  }
  let imported;
  try {
    imported = await crypto.subtle.importKey("spki", key.all, parameters, false, ["verify"]);
  } catch {
    throw new NotCheckable();
  }
  return crypto.subtle.verify(parameters, imported, written, message);
}

/** A number of that many bytes. */
function fixed(number, length) {
  let bytes = content(number, TAG.INTEGER);
  while (bytes.length > length && bytes[0] === 0) {
    bytes = bytes.subarray(1);
  }
  if (bytes.length > length) {
    throw new NotDer();
  }
  return joined(new Uint8Array(length - bytes.length), bytes);
}

function bits(thing) {
  const all = content(thing, TAG.BITS);
  if (all[0] !== 0) {
    throw new NotDer();
  }
  return all.subarray(1);
}

/** A certificate's fields, as far as they are needed. */
function certificate(bytes) {
  const [signed, algorithm, signature] = inside(onlyDer(bytes), TAG.SEQUENCE);
  const fields = inside(signed, TAG.SEQUENCE);
  const version = fields[0]?.tag === 0xa0 ? inside(fields.shift())[0].content[0] + 1 : 1;
  const [serial, , issuer, validity, subject, key, ...more] = fields;
  const [from, to] = inside(validity, TAG.SEQUENCE).map(time);
  const extensions = new Map();
  for (const list of more.filter((field) => field.tag === 0xa3)) {
    for (const extension of inside(inside(list)[0], TAG.SEQUENCE)) {
      const [id, ...rest] = inside(extension, TAG.SEQUENCE);
      const critical = rest[0]?.tag === TAG.BOOLEAN && rest[0].content[0] !== 0;
      extensions.set(oid(id), { critical, value: content(rest.at(-1), TAG.OCTETS) });
    }
  }
  content(serial, TAG.INTEGER);
  inside(key, TAG.SEQUENCE);
  return {
    bytes,
    version,
    serial: hex(serial.content),
    issuer: nameOf(issuer),
    subject: nameOf(subject),
    from,
    to,
    key,
    extensions,
    signed: signed.all,
    algorithm,
    signature: bits(signature),
  };
}

const isValidAt = (one, moment) => !isBefore(moment, one.from) && !isBefore(one.to, moment);

/** Whether the other's key signed this certificate. */
const isIssuedBy = (one, other) =>
  isSignedBy(other.key, signatureForm(one.algorithm), one.signed, one.signature);

const NAMES = {
  "2.5.4.3": "CN",
  "2.5.4.4": "SURNAME",
  "2.5.4.5": "SERIALNUMBER",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "STREET",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.12": "T",
  "2.5.4.42": "GIVENNAME",
  "2.5.4.97": "organizationIdentifier",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "E",
};

/** A name as people read it, and as it is compared. */
function nameOf(name) {
  const shown = [];
  const compared = [];
  for (const set of inside(name, TAG.SEQUENCE)) {
    const pairs = inside(set, TAG.SET).map((pair) => inside(pair, TAG.SEQUENCE));
    shown.push(pairs.map(([id, value]) => `${NAMES[oid(id)] ?? oid(id)}=${escaped(value)}`).join("+"));
    compared.push(
      ...pairs.map(([id, value]) => `${oid(id)}=${nameText(value).trim().replace(/\s+/g, " ").toLowerCase()}`),
    );
  }
  return { text: shown.join(","), compared: compared.join("\n") };
}

function nameText(value) {
  switch (value?.tag) {
    case 0x0c:
      return text(value.content);
    case 0x12:
    case 0x13:
    case 0x14:
    case 0x16:
      return String.fromCharCode(...value.content.subarray(0, 1000));
    case 0x1e:
      return new TextDecoder("utf-16be").decode(value.content);
    default:
      return "#" + hex(value?.all ?? new Uint8Array());
  }
}

function escaped(value) {
  return nameText(value)
    .replace(/[,"\\+=<>;]/g, "\\$&")
    .replace(/^ +| +$/g, (spaces) => spaces.replace(/ /g, "\\ "));
}

/** Certificates as somebody gives them, PEM or DER; empty if they are none. */
function certificatesOf(file) {
  const written = text(file);
  const pem = [...written.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)];
  try {
    const all = pem.length > 0 ? pem.map(([, body]) => unbase64(body.replace(/\s/g, ""))) : [file];
    return all.map((bytes) => certificate(bytes ?? new Uint8Array()));
  } catch {
    return [];
  }
}
