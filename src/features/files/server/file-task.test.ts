import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtProgram } from "../../../../test/support/built-program.ts";
import { heic } from "../../../../test/support/heic-builder.ts";
import { doApart } from "./do-apart.ts";
import { doFileTask } from "./file-task.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "orientir-pictures-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A photograph of 40 × 20, its left half red, taken at a place, of the camera held sideways. */
function photograph(): Sharp {
  const red = { create: { width: 20, height: 20, channels: 3 as const, background: "#ff0000" } };
  return sharp({ create: { width: 40, height: 20, channels: 3, background: "#0000ff" } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: "Кодак", Artist: "Мария Ивановна" },
      IFD3: { GPSLatitude: "57/1 37/1 0/1", GPSLatitudeRef: "N" },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Мария Ивановна</a></x:xmpmeta>');
}

let serial = 0;
async function cleaned(bytes: Uint8Array, mediaType: string) {
  serial += 1;
  const [path, into] = [join(folder, `${serial}`), join(folder, `${serial}-clean`)];
  await writeFile(path, bytes);
  const answer = await doFileTask({ kind: "clean", path, into, mediaType });
  return { answer, bytes: answer.kind === "clean" ? await readFile(into) : undefined };
}

describe("a photograph before it is kept", () => {
  it.each([
    ["image/jpeg", () => photograph().jpeg()],
    ["image/png", () => photograph().png()],
    ["image/webp", () => photograph().webp()],
  ])("loses what it tells beside its pixels and stands upright: %s", async (mediaType, draw) => {
    const given = await draw().toBuffer();
    const told = await sharp(given).metadata();
    expect([told.exif, told.xmp].every((part) => part !== undefined)).toBe(true);
    expect(told.orientation).toBe(6);
    // an archive behind the end, as a picture that is a program too has it
    const { bytes } = await cleaned(Buffer.concat([given, Buffer.from("PK\x05\x06 архив")]), mediaType);
    const kept = await sharp(bytes).metadata();
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation ?? 1]).toEqual([undefined, undefined, undefined, 1]);
    expect([kept.width, kept.height]).toEqual([20, 40]);
    expect(bytes!.includes("PK\x05\x06")).toBe(false);
    const [red, , blue] = await sharp(bytes).extract({ left: 10, top: 5, width: 1, height: 1 }).raw().toBuffer();
    expect([red! > 200, blue! < 60]).toEqual([true, true]);
  });

  it("that cannot be opened is refused", async () => {
    for (const bytes of [Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])])
      expect((await cleaned(bytes, "image/png")).answer).toEqual({ kind: "failed" });
  });

  it("that claims billions of pixels is refused before they are drawn", async () => {
    const chunk = (kind: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
      const frame = Buffer.alloc(8);
      frame.writeUInt32BE(data.length);
      frame.writeUInt32BE(crc(body), 4);
      return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(60_000);
    head.writeUInt32BE(60_000, 4);
    head.set([8, 2], 8);
    const bomb = Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", head),
      chunk("IDAT", deflateSync(Buffer.alloc(1024))),
      chunk("IEND", Buffer.alloc(0)),
    ]);
    expect((await cleaned(bomb, "image/png")).answer).toEqual({ kind: "failed" });
  });

  it("of a telephone (HEIC) loses its place and its remarks, and keeps its pixels", async () => {
    const given = heic("PIXELS", "Exif: 57.62 N", "<xmp>Мария</xmp>");
    const { bytes } = await cleaned(given, "image/heic");
    expect(bytes!.length).toBe(given.length);
    expect(bytes!.includes("PIXELS")).toBe(true);
    expect(bytes!.includes("57.62") || bytes!.includes("xmp")).toBe(false);
    expect((await cleaned(given.subarray(0, 60), "image/heic")).answer).toEqual({ kind: "failed" });
  });
});

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

describe("the process of its own", () => {
  let entry: string;
  beforeAll(async () => {
    entry = await builtProgram("src/features/files/server/file-process.ts", folder);
  });

  it("draws a picture small and larger", async () => {
    const [path, into] = [join(folder, "photo.jpg"), join(folder, "photo")];
    await photograph().jpeg().toFile(path);
    expect(await doApart({ kind: "draw", path, into }, { entry })).toEqual({
      kind: "draw",
      sizes: { small: { width: 20, height: 40 }, large: { width: 20, height: 40 } },
    });
    expect((await sharp(await readFile(`${into}.small`)).metadata()).format).toBe("webp");
  });

  it("is ended at a limit of time and at a limit of memory, and the program lives on", async () => {
    const path = join(folder, "large.png");
    await sharp({ create: { width: 4000, height: 4000, channels: 3, background: "#123456" } })
      .png()
      .toFile(path);
    const task = { kind: "clean", path, into: join(folder, "large-clean.png"), mediaType: "image/png" } as const;
    expect(await doApart(task, { entry })).toEqual({ kind: "clean" });
    const ended = { kind: "failed", isPassing: true };
    expect(await doApart(task, { entry, limits: { seconds: 0, megabytes: 1024 } })).toEqual(ended);
    if (process.platform === "linux")
      expect(await doApart(task, { entry, limits: { seconds: 40, megabytes: 40 } })).toEqual(ended);
  });
});
