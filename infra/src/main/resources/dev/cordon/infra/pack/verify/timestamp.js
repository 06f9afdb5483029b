/*
 * Time-stamp tokens (RFC 3161) with the certificates that they carry: a bare token or a whole
 * response. Revocation is not asked for, since nothing here asks a network.
 */

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const STAMP_INFO = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const KEY_ID_EXTENSION = "2.5.29.14";
const KEY_USAGE = "2.5.29.15";
const BASIC_CONSTRAINTS = "2.5.29.19";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const UNDERSTOOD = new Set([
  KEY_USAGE,
  BASIC_CONSTRAINTS,
  EXTENDED_KEY_USAGE,
  "2.5.29.17", // the subject's other names
  "2.5.29.32", // policies, of which none is asked for
]);

/** No token is longer; whatever is has other things in it. */
const LONGEST_TOKEN = 1 << 20;
const MOST_CERTIFICATES = 30;
const LONGEST_CHAIN = 6;

/** What a token turned out to be: STAMPS, STAMP_ALTERED, STAMP_OF_OTHER_DATA or NOT_CHECKABLE. */
async function checkToken(bytes, data, roots) {
  try {
    if (bytes.length > LONGEST_TOKEN) {
      return { is: "STAMP_ALTERED" };
    }
    return await checkStamp(signedData(onlyDer(bytes)), data, roots);
  } catch (reason) {
    return { is: reason instanceof NotCheckable ? "NOT_CHECKABLE" : "STAMP_ALTERED" };
  }
}

function signedData(thing) {
  const parts = inside(thing, TAG.SEQUENCE);
  if (parts[0]?.tag === TAG.SEQUENCE) {
    return signedData(parts[1]);
  }
  if (oid(parts[0]) !== SIGNED_DATA) {
    throw new NotDer();
  }
  const fields = inside(inside(parts[1], 0xa0)[0], TAG.SEQUENCE);
  const [type, wrapped] = inside(fields[2], TAG.SEQUENCE);
  const signers = inside(fields.at(-1), TAG.SET);
  if (oid(type) !== STAMP_INFO || signers.length !== 1) {
    throw new NotDer();
  }
  const carried = fields.find((field) => field.tag === 0xa0);
  const certificates = carried === undefined ? [] : inside(carried);
  return {
    info: content(inside(wrapped, 0xa0)[0], TAG.OCTETS),
    certificates: certificates
      .filter((one) => one.tag === TAG.SEQUENCE)
      .slice(0, MOST_CERTIFICATES)
      .map((one) => readable(one.all))
      .filter((one) => one !== null),
    signer: signerOf(signers[0]),
  };
}

/** A certificate; null if it is none, which matters only if the signer's is missing then. */
function readable(bytes) {
  try {
    return certificate(bytes);
  } catch {
    return null;
  }
}

function signerOf(thing) {
  const [, id, digest, attributes, algorithm, signature] = inside(thing, TAG.SEQUENCE);
  const all = new Map();
  for (const attribute of inside(attributes, 0xa0)) {
    const [name, values] = inside(attribute, TAG.SEQUENCE);
    if (all.has(oid(name))) {
      throw new NotDer();
    }
    all.set(oid(name), inside(values, TAG.SET)[0]);
  }
  return {
    id,
    digest,
    attributes: all,
    // Signed is the set (RFC 5652, section 5.4), written is its implicit tag.
    signed: joined(Uint8Array.of(TAG.SET), attributes.all.subarray(1)),
    algorithm,
    signature: content(signature, TAG.OCTETS),
  };
}

async function checkStamp(token, data, roots) {
  const [, , imprint, , stamped] = inside(onlyDer(token.info), TAG.SEQUENCE);
  const [imprintBy, imprinted] = inside(imprint, TAG.SEQUENCE);
  const found = await digestBy(hashOf(imprintBy), data);
  if (!same(found, content(imprinted, TAG.OCTETS))) {
    return { is: "STAMP_OF_OTHER_DATA" };
  }
  const at = time(stamped);
  const { signer } = token;
  const own = token.certificates.find((one) => isOf(signer.id, one));
  if (own === undefined || !mayStamp(own)) {
    throw new NotDer();
  }
  await namesCertificate(signer, own);
  const hash = hashOf(signer.digest);
  const digest = content(signer.attributes.get(MESSAGE_DIGEST), TAG.OCTETS);
  const type = oid(signer.attributes.get(CONTENT_TYPE));
  if (type !== STAMP_INFO || !same(digest, await digestBy(hash, token.info))) {
    throw new NotDer();
  }
  const form = signatureForm(signer.algorithm, hash);
  if (!(await isSignedBy(own.key, form, signer.signed, signer.signature))) {
    throw new NotDer();
  }
  const trust = isValidAt(own, at)
    ? await trustIn(own, token.certificates, roots, at)
    : "OUT_OF_TIME";
  return { is: "STAMPS", at, authority: own.subject.text, trust };
}

function isOf(id, one) {
  if (id.tag === 0x80) {
    const extension = one.extensions.get(KEY_ID_EXTENSION);
    return extension !== undefined && same(content(onlyDer(extension.value), TAG.OCTETS), id.content);
  }
  const [issuer, serial] = inside(id, TAG.SEQUENCE);
  return (
    hex(content(serial, TAG.INTEGER)) === one.serial &&
    nameOf(issuer).compared === one.issuer.compared
  );
}

/** RFC 3161, section 2.3: for nothing but time-stamps. */
function mayStamp(one) {
  const usage = one.extensions.get(EXTENDED_KEY_USAGE);
  if (one.version !== 3 || usage === undefined || !usage.critical) {
    return false;
  }
  const purposes = inside(onlyDer(usage.value), TAG.SEQUENCE).map(oid);
  return purposes.length === 1 && purposes[0] === TIME_STAMPING;
}

/** RFC 5035 (and 2634): the signature is bound to this very certificate. */
async function namesCertificate(signer, own) {
  const second = signer.attributes.get(SIGNING_CERTIFICATE_V2);
  const list = second ?? signer.attributes.get(SIGNING_CERTIFICATE);
  const named = inside(inside(inside(list, TAG.SEQUENCE)[0], TAG.SEQUENCE)[0], TAG.SEQUENCE);
  let hash = second === undefined ? "SHA-1" : "SHA-256";
  if (second !== undefined && named[0]?.tag === TAG.SEQUENCE) {
    hash = hashOf(named.shift());
  }
  if (!same(content(named[0], TAG.OCTETS), await digestBy(hash, own.bytes))) {
    throw new NotDer();
  }
  if (named.length > 1) {
    const [names, serial] = inside(named[1], TAG.SEQUENCE);
    const issuers = inside(names, TAG.SEQUENCE)
      .filter((one) => one.tag === 0xa4)
      .map((one) => nameOf(inside(one)[0]).compared);
    if (hex(content(serial, TAG.INTEGER)) !== own.serial || !issuers.includes(own.issuer.compared)) {
      throw new NotDer();
    }
  }
}

/** Whether a way of certificates leads to one of the reader's roots, and led there then. */
async function trustIn(own, carried, roots, moment) {
  if (roots.length === 0) {
    return "NOT_ASKED";
  }
  const trust = await wayTo(roots, own, carried, moment);
  if (trust !== "UNKNOWN") {
    return trust;
  }
  // Where all certificates of a way are valid at once, they are when its youngest begins.
  for (const one of carried) {
    if ((await wayTo(roots, own, carried, one.from)) === "KNOWN") {
      return "OUT_OF_TIME";
    }
  }
  return "UNKNOWN";
}

/** RFC 5280, section 6. */
async function wayTo(roots, own, carried, moment) {
  const tried = new Set();
  let notCheckable = false;

  const issued = async (one, other) => {
    try {
      return await isIssuedBy(one, other);
    } catch (reason) {
      notCheckable ||= reason instanceof NotCheckable;
      return false;
    }
  };

  const leadsToRoot = async (one, depth) => {
    if (roots.some((root) => same(root.bytes, one.bytes))) {
      return true;
    }
    const unknown = [...one.extensions].filter(([id, { critical }]) => critical && !UNDERSTOOD.has(id));
    if (unknown.length > 0) {
      notCheckable = true;
      return false;
    }
    if (depth > LONGEST_CHAIN || !isValidAt(one, moment)) {
      return false;
    }
    for (const root of roots.filter((root) => root.subject.compared === one.issuer.compared)) {
      if (await issued(one, root)) {
        return true;
      }
    }
    for (const other of carried) {
      if (!tried.has(other) && other.subject.compared === one.issuer.compared && mayIssue(other, depth)) {
        if (await issued(one, other)) {
          tried.add(other);
          if (await leadsToRoot(other, depth + 1)) {
            return true;
          }
        }
      }
    }
    return false;
  };

  if (await leadsToRoot(own, 0)) {
    return "KNOWN";
  }
  return notCheckable ? "NOT_CHECKABLE" : "UNKNOWN";
}

/** Whether it may sign certificates, with so many others of its kind below it. */
function mayIssue(one, below) {
  const constraints = one.extensions.get(BASIC_CONSTRAINTS);
  if (constraints === undefined) {
    return false;
  }
  const [isAuthority, longest] = inside(onlyDer(constraints.value), TAG.SEQUENCE);
  if (isAuthority?.tag !== TAG.BOOLEAN || isAuthority.content[0] === 0) {
    return false;
  }
  if (longest !== undefined && Number("0x" + hex(content(longest, TAG.INTEGER))) < below) {
    return false;
  }
  const usage = one.extensions.get(KEY_USAGE);
  return usage === undefined || (content(onlyDer(usage.value), TAG.BITS)[1] & 0x04) !== 0;
}
