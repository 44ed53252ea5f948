import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { heic } from "../../support/heic-builder.ts";
import { spoilBytes } from "../../fuzz/spoil-bytes.ts";
import { ACTIVE_MARK, bytesOf, joined, latin, type Maker } from "./hostile-file.ts";

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = joined(latin(kind), content);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return joined(length, body, sum);
}

const SIGNATURE = latin("\u0089PNG\r\n\u001a\n");

function head(width: number, height: number, kind = 2, depth = 8, interlaced = 0): Uint8Array {
  const facts = Buffer.alloc(13);
  facts.writeUInt32BE(width >>> 0, 0);
  facts.writeUInt32BE(height >>> 0, 4);
  facts.set([depth, kind, 0, 0, interlaced], 8);
  return chunk("IHDR", facts);
}

const END = chunk("IEND", new Uint8Array());
/** rows of blank pixels, packed; as many bytes as asked, not as the head promises */
const pixels = (bytes: number) => chunk("IDAT", new Uint8Array(deflateSync(new Uint8Array(bytes), { level: 9 })));
const png = (...chunks: readonly Uint8Array[]) => joined(SIGNATURE, ...chunks, END);
const script = `<svg xmlns="http://www.w3.org/2000/svg" onload="${ACTIVE_MARK}()"><script>${ACTIVE_MARK}()</script></svg>`;

const whole = (width = 40, height = 30) => sharp({ create: { width, height, channels: 3, background: "#a0b0c0" } });

async function drawn(kind: "jpeg" | "png" | "webp" | "gif" | "tiff"): Promise<Uint8Array> {
  return new Uint8Array(await whole().toFormat(kind).toBuffer());
}

/** Pictures that promise more pixels than any memory holds, hide other files or scripts, or are broken. */
export const pictures: readonly Maker[] = [
  // 60,000 × 60,000 in a few bytes, and worse
  (random) => {
    const [width, height] = random.pick([
      [60_000, 60_000],
      [100_000, 100_000],
      [0x7fffffff, 0x7fffffff],
      [0, 0],
      [1, 0x7fffffff],
      [12_000, 8000],
    ] as const);
    return {
      name: "снимок.png",
      bytes: png(
        head(width, height, random.pick([0, 2, 3, 6]), random.pick([1, 8, 16]), random.int(2)),
        pixels(random.pick([10, 20_000_000])),
      ),
    };
  },
  // chunks of lengths that lie, in a wrong order, twice, unknown ones
  (random) => {
    const odd = random.pick([
      chunk("IHDR", new Uint8Array(3)),
      head(9, 9),
      chunk("PLTE", new Uint8Array(999)),
      chunk("zTXt", latin(`a\0\0${"x".repeat(100)}`)),
      chunk("iCCP", joined(latin("a\0\0"), deflateSync(new Uint8Array(60_000_000)))),
      chunk("acTL", new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0])),
      joined(latin("\u00ff\u00ff\u00ff\u00ffIDAT")),
      chunk("tEXt", bytesOf(`Comment\0${script}`)),
    ]);
    return {
      name: "снимок.png",
      bytes: random.oneIn(2) ? png(head(40, 30), odd, pixels(3630)) : png(odd, head(40, 30), pixels(3630)),
      active: true,
    };
  },
  // texts beside the pixels without number
  (random) => {
    const text = chunk("zTXt", joined(latin("Comment\0\0"), deflateSync(new Uint8Array(30_000_000))));
    return {
      name: "снимок.png",
      bytes: png(head(40, 30), ...Array.from({ length: random.pick([3, 60]) }, () => text), pixels(3630)),
    };
  },
  // a script in what a camera tells
  async (random) => {
    const kind = random.pick(["jpeg", "png", "webp"] as const);
    const exif = {
      IFD0: {
        ImageDescription: script,
        Artist: `"><script>${ACTIVE_MARK}()</script>`,
        Copyright: `${ACTIVE_MARK}\r\nSet-Cookie: a=b`,
      },
    };
    const bytes = await whole().toFormat(kind).withExif(exif).toBuffer();
    return { name: `снимок.${kind === "jpeg" ? "jpg" : kind}`, bytes: new Uint8Array(bytes), active: true };
  },
  // one file behind another
  async (random) => {
    const kind = random.pick(["jpeg", "png", "webp", "gif", "tiff"] as const);
    const behind = random.pick([
      bytesOf(script),
      latin("MZ\u0090\0"),
      bytesOf(`<?php ${ACTIVE_MARK}(); ?>`),
      latin("PK\u0005\u0006".padEnd(22, "\0")),
      bytesOf(`<html>${script}</html>`),
    ]);
    return { name: `снимок.${kind === "jpeg" ? "jpg" : kind}`, bytes: joined(await drawn(kind), behind), active: true };
  },
  // a picture and a script at once
  (random) => {
    const bytes = random.pick([
      latin(`GIF89a/*\0\0\0\0\0\0*/=1;${ACTIVE_MARK}();//`),
      latin(`\u00ff\u00d8\u00ff\u00e0/*\0\u0010JFIF*/=1;${ACTIVE_MARK}()/*\u00ff\u00d9*/`),
      latin(`BM/*\0\0*/=1;${ACTIVE_MARK}();`),
      joined(latin("RIFF\u0024\0\0\0WEBPVP8 "), bytesOf(script)),
      joined(latin("\u0089PNG\r\n\u001a\n"), bytesOf(script)),
    ]);
    return { name: random.pick(["снимок.gif", "снимок.jpg", "снимок.png", "снимок.js"]), bytes, active: true };
  },
  // a drawing of a page's own language under names of pictures
  (random, { web, file }) => {
    const act = random.pick([
      script,
      `<svg xmlns="http://www.w3.org/2000/svg"><image href="${web}/i.png"/><use href="${file}#a"/></svg>`,
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e SYSTEM "${file}">]><svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>`,
      `\ufeff  <!-- a -->${script}`,
      `<svg xmlns="http://www.w3.org/2000/svg" width="99999999" height="99999999"/>`,
    ]);
    const two = Buffer.from(`\ufeff${act}`, "utf16le");
    return {
      name: random.pick(["снимок.png", "снимок.jpg", "снимок.svg", "снимок.webp"]),
      bytes: random.oneIn(4) ? new Uint8Array(two) : bytesOf(act),
      active: true,
    };
  },
  // photographs of telephones: lists of parts that lie
  (random) => {
    const bytes = heic("пиксели".repeat(50), `Exif ${script}`, script);
    const view = new DataView(bytes.buffer);
    const at = Buffer.from(bytes).indexOf(random.pick(["iloc", "iinf", "meta", "idat", "ftyp"]));
    if (random.oneIn(2)) view.setUint32(at - 4, random.pick([0, 1, 7, 0xffffffff, 0x7fffffff]));
    else view.setUint32(at + 4 + random.int(20), random.pick([0, 0xffffffff, 0x01000000, 0x0000ffff]));
    return { name: "снимок.heic", bytes, active: true };
  },
  (random) => {
    // extents without length and without number
    const count = Buffer.alloc(4);
    count.writeUInt32BE(random.pick([0xffffffff, 200_000]));
    const items = Buffer.alloc(500_000, random.pick([0xff, 0x00]));
    const facts = joined(Uint8Array.from([2, 0, 0, 0, random.pick([0, 0x44, 0x88]), 0]), count, items);
    const box = (kind: string, content: Uint8Array) => {
      const size = Buffer.alloc(4);
      size.writeUInt32BE(content.length + 8);
      return joined(size, latin(kind), content);
    };
    const entry = box("infe", Uint8Array.from([2, 0, 0, 0, 0, 1, 0, 0, 0x45, 0x78, 0x69, 0x66, 0]));
    const meta = box(
      "meta",
      joined(new Uint8Array(4), box("iinf", joined(Uint8Array.from([0, 0, 0, 0, 0, 1]), entry)), box("iloc", facts)),
    );
    return { name: "снимок.heic", bytes: joined(box("ftyp", latin("heic\0\0\0\0mif1heic")), meta), active: true };
  },
  // other kinds: TIFF whose pages are each other, icons, moving pictures
  (random) => {
    const tiff = Buffer.alloc(26);
    tiff.write("II*\0", 0, "latin1");
    tiff.writeUInt32LE(8, 4);
    tiff.writeUInt16LE(1, 8);
    tiff.writeUInt16LE(256, 10);
    tiff.writeUInt16LE(4, 12);
    tiff.writeUInt32LE(0xffffffff, 14);
    tiff.writeUInt32LE(8, 22);
    const bytes = random.pick([
      new Uint8Array(tiff),
      latin("\0\0\u0001\0\u00ff\u00ff"),
      latin("8BPS\0\u0001"),
      latin("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"),
      latin("P6 99999999 99999999 255\n"),
      latin("#?RADIANCE\n"),
      latin("\u0076\u002f\u0031\u0001"),
    ]);
    return {
      name: random.pick(["снимок.tiff", "снимок.jpg", "снимок.png", "снимок.pdf"]),
      bytes: joined(bytes, new Uint8Array(random.int(4000))),
    };
  },
  // whole ones hurt
  async (random) => {
    const kind = random.pick(["jpeg", "png", "webp"] as const);
    let bytes = await drawn(kind);
    for (let n = 1 + random.int(4); n > 0; n -= 1) bytes = spoilBytes(bytes, random);
    return { name: `снимок.${kind === "jpeg" ? "jpg" : kind}`, bytes };
  },
  // moving pictures of thousands of frames
  async (random) => {
    const frames = random.pick([2, 40]);
    const strip = await sharp({ create: { width: 500, height: 500 * frames, channels: 3, background: "#102030" } })
      .raw()
      .toBuffer();
    const bytes = await sharp(strip, { raw: { width: 500, height: 500 * frames, channels: 3, pageHeight: 500 } })
      .webp({ loop: 0, lossless: true })
      .toBuffer();
    return { name: "снимок.webp", bytes: new Uint8Array(bytes) };
  },
];
