import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Random } from "./random.ts";
import { spoilBytes } from "./spoil-bytes.ts";
import { spoilMarkup } from "./spoil-markup.ts";

type Parts = Record<string, Uint8Array>;

const SWOLLEN = 64 * 1024 * 1024;
let blank: Uint8Array | undefined;
/** many megabytes of blanks, which pack into almost nothing */
const blanks = (): Uint8Array => (blank ??= new Uint8Array(SWOLLEN).fill(0x20));

/** An office archive unpacked, one of its parts hurt, and packed again; or an archive that is a trap itself. */
export function spoilArchive(bytes: Uint8Array, random: Random, canary: string): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const main = names.filter((name) =>
    /(?:document|content|sheet\d*|styles|numbering|sharedStrings|workbook)\.xml$/.test(name),
  );
  const name = random.oneIn(4) ? random.pick(names) : random.pick(main);
  switch (random.int(12)) {
    case 0:
      return packed(Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name)));
    case 1:
      return packed({ ...parts, [name]: new Uint8Array() });
    case 2:
      return packed({ ...parts, [name]: spoilBytes(parts[name]!, random) });
    case 3:
      return random.oneIn(40) ? bomb(parts, name, random) : packed({ ...parts, [name]: parts[random.pick(names)]! });
    case 4:
      return random.oneIn(20) ? crowd(parts) : lyingSizes(bytes, random);
    case 5:
      return packed({ ...parts, ...relationships(canary) });
    default:
      return packed({ ...parts, [name]: markupSpoilt(parts[name]!, random, canary) });
  }
}

function markupSpoilt(part: Uint8Array, random: Random, canary: string): Uint8Array {
  let markup = strFromU8(part);
  const times = 1 + random.int(3);
  for (let n = 0; n < times && markup.length < 4_000_000; n += 1) markup = spoilMarkup(markup, random, canary);
  return strToU8(markup);
}

const packed = (parts: Parts): Uint8Array => zipSync(parts, { level: 1 });

/** A part that packs into nothing and unpacks into very much, in front of the text or in place of it. */
function bomb(parts: Parts, name: string, random: Random): Uint8Array {
  const many = 1 + random.int(4);
  const swollen = Object.fromEntries(
    Array.from({ length: many }, (_, n) => [`${random.pick(["xl/x", "word/x", ""])}${n}.xml`, blanks()]),
  );
  return zipSync({ ...parts, ...swollen, ...(random.oneIn(2) && { [name]: blanks() }) }, { level: 9 });
}

function crowd(parts: Parts): Uint8Array {
  const many = Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`word/p${n}.xml`, new Uint8Array()]));
  return zipSync({ ...parts, ...many }, { level: 0 });
}

/** Sizes and offsets of the archive's own directory overwritten: what it promises is not what stands there. */
function lyingSizes(bytes: Uint8Array, random: Random): Uint8Array {
  const spoilt = bytes.slice();
  const heads: number[] = [];
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && (bytes[at + 2] === 1 || bytes[at + 2] === 3)) heads.push(at);
  }
  const from = random.pick(heads) + 14 + random.int(24);
  for (let at = from; at < from + 4 && at < spoilt.length; at += 1)
    spoilt[at] = random.pick([0, 0xff, 0x7f, random.int(256)]);
  return spoilt;
}

/** Addresses outside the file, as templates and pictures have them. */
function relationships(canary: string): Parts {
  const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${canary}" TargetMode="External"/></Relationships>`;
  return {
    "word/_rels/document.xml.rels": strToU8(rels),
    "word/_rels/settings.xml.rels": strToU8(rels),
    "../escaped.txt": strToU8("x"),
  };
}
