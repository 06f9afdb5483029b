/*
 * A package's file, read by position. Its frame is computed anew from its directory and compared,
 * so that two programs cannot see two different packages in it. Nothing is unpacked.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_LENGTH = 22;
const END_64_LENGTH = 56;
const LOCATOR_64_LENGTH = 20;
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffffn;
const PLAIN = 20;
const ZIP_64 = 45;

const MOST_ENTRIES = 60_000;
const LONGEST_DIRECTORY = 16 << 20;
const CHUNK = 1 << 20;
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,3}$/;

const mayBeName = (name) =>
  name.length <= 200 && NAME.test(name) && !name.endsWith(".") && !name.includes("./");

/** Numbers as ZIP has them, one after the other. */
class Numbers {
  constructor(length) {
    this.view = new DataView(new ArrayBuffer(length));
    this.at = 0;
  }

  u16(...numbers) {
    numbers.forEach((number) => (this.view.setUint16(this.at, number, true), (this.at += 2)));
    return this;
  }

  u32(...numbers) {
    numbers.forEach((number) => (this.view.setUint32(this.at, number, true), (this.at += 4)));
    return this;
  }

  u64(...numbers) {
    numbers.forEach((number) => (this.view.setBigInt64(this.at, number, true), (this.at += 8)));
    return this;
  }

  bytes(bytes) {
    new Uint8Array(this.view.buffer).set(bytes, this.at);
    this.at += bytes.length;
    return this;
  }

  get all() {
    return new Uint8Array(this.view.buffer);
  }
}

const least = (one, other) => (one < other ? one : other);
const low32 = (number) => Number(BigInt.asUintN(32, least(number, MAX_32)));

/** A part is its name, its size (BigInt) and the CRC-32 of its content. */
const isLarge = (part) => part.size >= MAX_32;

function head(out, part, name, extra) {
  const size = low32(part.size);
  return out
    .u16(isLarge(part) ? ZIP_64 : PLAIN, 0x0800, 0)
    .u32(0x00210000, part.crc, size, size)
    .u16(name.length, extra);
}

function localHeader(part) {
  const name = utf8(part.name);
  const extra = isLarge(part) ? 20 : 0;
  const out = head(new Numbers(30 + name.length + extra).u32(LOCAL), part, name, extra).bytes(name);
  return (extra ? out.u16(1, 16).u64(part.size, part.size) : out).all;
}

function centralLine(part, offset) {
  const name = utf8(part.name);
  const far = offset >= MAX_32;
  const numbers = (isLarge(part) ? 16 : 0) + (far ? 8 : 0);
  const extra = numbers === 0 ? 0 : 4 + numbers;
  const out = new Numbers(46 + name.length + extra).u32(CENTRAL).u16(ZIP_64);
  head(out, part, name, extra).u16(0, 0, 0).u32(0, low32(offset)).bytes(name);
  if (extra > 0) {
    out.u16(1, numbers);
    if (isLarge(part)) {
      out.u64(part.size, part.size);
    }
    if (far) {
      out.u64(offset);
    }
  }
  return out.all;
}

function endOf(count, begin, length) {
  const large = count >= MAX_16 || begin >= MAX_32 || length >= MAX_32;
  const out = new Numbers(END_LENGTH + (large ? END_64_LENGTH + LOCATOR_64_LENGTH : 0));
  if (large) {
    out.u32(END_64).u64(BigInt(END_64_LENGTH - 12)).u16(ZIP_64, ZIP_64).u32(0, 0);
    out.u64(BigInt(count), BigInt(count), length, begin);
    out.u32(LOCATOR_64, 0).u64(begin + length).u32(1);
  }
  const number = Math.min(count, MAX_16);
  return out
    .u32(END)
    .u16(0, 0, number, number)
    .u32(low32(length), low32(begin))
    .u16(0).all;
}

class PackageFile {
  constructor(file, patience) {
    this.file = file;
    this.patience = patience;
    this.irregularities = [];
    this.entries = new Map();
  }

  static async open(file, patience) {
    const opened = new PackageFile(file, patience);
    await opened.read(await opened.directory());
    return opened;
  }

  async at(position, length) {
    const bytes = await this.file.slice(position, position + length).arrayBuffer();
    if (bytes.byteLength !== length) {
      throw new Error("the file became shorter while it was read");
    }
    return new Uint8Array(bytes);
  }

  async view(position, length) {
    return new DataView((await this.at(position, length)).buffer);
  }

  async directory() {
    const end = await this.end();
    const short = await this.view(end, END_LENGTH);
    let count = BigInt(short.getUint16(10, true));
    let size = BigInt(short.getUint32(12, true));
    let begin = BigInt(short.getUint32(16, true));
    if (count === BigInt(MAX_16) || size === MAX_32 || begin === MAX_32) {
      const at = end - LOCATOR_64_LENGTH - END_64_LENGTH;
      const long = at < 0 ? null : await this.view(at, END_64_LENGTH);
      if (long === null || long.getUint32(0, true) !== END_64) {
        throw new Unreadable("BREAKS_OFF");
      }
      count = long.getBigInt64(32, true);
      size = long.getBigInt64(40, true);
      begin = long.getBigInt64(48, true);
    }
    if (count < 0n || count > MOST_ENTRIES || size < 0n || size > LONGEST_DIRECTORY) {
      throw new Unreadable("TOO_LARGE");
    }
    if (begin < 0n || begin > BigInt(end) - size) {
      throw new Unreadable("BREAKS_OFF");
    }
    const written = endOf(Number(count), begin, size);
    const from = Number(begin + size);
    if (
      from + written.length !== end + END_LENGTH ||
      !same(await this.at(from, written.length), written)
    ) {
      this.irregularities.push(finding("STRAY_BYTES", WHOLE));
    }
    return { begin: Number(begin), length: Number(size), count: Number(count) };
  }

  /** Where the end record begins; bytes after it are told. */
  async end() {
    const length = this.file.size;
    if (length >= END_LENGTH) {
      const from = Math.max(0, length - END_LENGTH - MAX_16);
      const tail = await this.view(from, length - from);
      for (let i = tail.byteLength - END_LENGTH; i >= 0; i--) {
        if (tail.getUint32(i, true) === END) {
          if (from + i + END_LENGTH !== length) {
            this.irregularities.push(finding("STRAY_BYTES", WHOLE));
          }
          return from + i;
        }
      }
    }
    const begun = length >= 4 && (await this.view(0, 4)).getUint32(0, true) === LOCAL;
    throw new Unreadable(begun ? "BREAKS_OFF" : "NOT_A_PACKAGE");
  }

  async read(directory) {
    const bytes = await this.at(directory.begin, directory.length);
    const names = new Set();
    let before = "";
    let expected = 0n;
    let position = 0;
    for (let i = 0; i < directory.count; i++) {
      await this.patience.pause();
      const line = lineAt(bytes, position);
      const { part } = line;
      if (!mayBeName(part.name)) {
        return this.irregular("NAME_REFUSED", printable(part.name));
      }
      if (names.has(part.name.toLowerCase())) {
        return this.irregular("NAME_TWICE", part.name);
      }
      names.add(part.name.toLowerCase());
      const written = bytes.subarray(position, line.next);
      position = line.next;
      if (!same(centralLine(part, line.offset), written)) {
        this.irregular("ENTRY_REFUSED", part.name);
      }
      if (line.offset !== expected) {
        this.irregular("STRAY_BYTES", part.name);
      }
      // Files that share bytes could make a small package take for ever to read.
      if (line.offset < expected) {
        return undefined;
      }
      if (part.name < before) {
        this.irregular("FILE_OUT_OF_ORDER", part.name);
      }
      expected = await this.place(line, BigInt(directory.begin));
      before = part.name;
    }
    if (position !== bytes.length || expected !== BigInt(directory.begin)) {
      this.irregular("STRAY_BYTES", WHOLE);
    }
    return undefined;
  }

  /** Takes in a file whose header stands where it should; returns where the next one begins. */
  async place({ part, offset }, limit) {
    const header = localHeader(part);
    const content = offset + BigInt(header.length);
    if (offset < 0n || part.size < 0n || content > limit || part.size > limit - content) {
      this.irregular("HEADER_ALTERED", part.name);
      return offset;
    }
    if (!same(await this.at(Number(offset), header.length), header)) {
      this.irregular("HEADER_ALTERED", part.name);
    }
    this.entries.set(part.name, {
      name: part.name,
      size: Number(part.size),
      crc: part.crc,
      content: Number(content),
    });
    return content + part.size;
  }

  irregular(what, where) {
    if (this.irregularities.length < 100) {
      this.irregularities.push(finding(what, where));
    }
  }

  /** Computes an entry's digest, in memory that does not grow with it. */
  async digest(entry, onBytes = () => {}) {
    const digest = new Sha256();
    const crc = new Crc32();
    for (let done = 0; done < entry.size; done += CHUNK) {
      const bytes = await this.at(entry.content + done, Math.min(CHUNK, entry.size - done));
      digest.update(bytes);
      crc.update(bytes);
      onBytes(bytes.length);
      await this.patience.pause();
    }
    return { sha256: hex(digest.digest()), asDeclared: crc.value === entry.crc };
  }

  bytes(entry) {
    return this.at(entry.content, entry.size);
  }
}

function lineAt(bytes, begin) {
  const left = bytes.length - begin;
  const view = new DataView(bytes.buffer, begin);
  if (left < 46 || view.getUint32(0, true) !== CENTRAL) {
    throw new Unreadable("BREAKS_OFF");
  }
  const nameLength = view.getUint16(28, true);
  const extraLength = view.getUint16(30, true);
  const next = 46 + nameLength + extraLength + view.getUint16(32, true);
  if (left < next) {
    throw new Unreadable("BREAKS_OFF");
  }
  const name = text(bytes.subarray(begin + 46, begin + 46 + nameLength));
  let size = BigInt(view.getUint32(24, true));
  let offset = BigInt(view.getUint32(42, true));
  let extra = 46 + nameLength + 4;
  let extraLeft = extraLength - 4;
  if (size === MAX_32 && extraLeft >= 16) {
    size = view.getBigInt64(extra, true);
    extra += 16;
    extraLeft -= 16;
  }
  if (offset === MAX_32 && extraLeft >= 8) {
    offset = view.getBigInt64(extra, true);
  }
  return { part: { name, size, crc: view.getUint32(16, true) }, offset, next: begin + next };
}

const printable = (name) => name.replace(/[^\x20-\x7e]/gu, "?").slice(0, 100);
