import { expect, it } from "vitest";
import { isLockedOffice } from "./old-office.ts";
import { openDocument } from "./open-document.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** An OLE file with a stream at its third sector, given in two-byte words. */
const file = (...words: number[]): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set(OLE);
  words.forEach((word, at) => new DataView(bytes.buffer).setUint16(1536 + at * 2, word, true));
  return bytes;
};

it.each([
  ["a Word file with a password", file(0xa5ec, 0x00c1, 0, 0, 0, 0x0100), true],
  ["a Word file without one", file(0xa5ec, 0x00c1, 0, 0, 0, 0x1200), false],
  ["words that only look like a head", file(0xa5ec, 0xffff, 0, 0, 0, 0x0100), false],
  ["a book with a password", file(0x0809, 4, 0x0600, 5, 0x0086, 0, 0x002f, 6), true],
  ["a book without one", file(0x0809, 4, 0x0600, 5, 0x0086, 0, 0x00e1, 2), false],
  ["a cut file", Uint8Array.from(OLE), false],
])("%s", (_name, bytes, locked) => {
  expect(isLockedOffice(bytes)).toBe(locked);
});

it("is said in words before any program is asked", async () => {
  const opened = await openDocument(file(0xa5ec, 0x00c1, 0, 0, 0, 0x0100), "план.doc");
  expect(opened).toMatchObject({ refusal: { code: "office-password" } });
});
