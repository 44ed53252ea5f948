import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BREACHED } from "./breached-list.ts";
import { isBreached } from "./is-breached.ts";

describe("the list of breached passwords", () => {
  const bytes = Buffer.from(BREACHED, "hex");

  it("holds far more than the three thousand commonest that are long enough, and takes less than 300 KB", () => {
    expect(bytes.length / 4).toBeGreaterThan(36_000);
    expect(BREACHED.length).toBeLessThan(300_000);
  });

  it("is in order and without repeats: it is searched by halves", () => {
    const parts = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(at * 4));
    expect(parts.every((part, at) => at === 0 || part > parts[at - 1]!)).toBe(true);
  });

  it.each([
    "manchester",
    "Manchester",
    "california",
    "christopher",
    "strawberry",
    "playstation",
    "realmadrid",
    "harrypotter",
    "7uGd5HIp2J",
    "ghhh47hj7649",
    "sojdlg123aljg",
    "aleksandra",
    "salamander2024",
    "Washington1!",
    // «константин» and «новыйпароль» with the Latin layout on, and as they are meant
    "rjycnfynby",
    "yjdsqgfhjkm",
    "Константин",
    "новыйпароль",
    "новыйпароль77!",
  ])("knows %s", (password) => expect(isBreached(password)).toBe(true));

  it.each([
    "сиреневый трамвай едет",
    "кот сел на тёплый забор",
    "k7Vq-mZp2-xR4t",
    "manchester на берегу моря",
    "1234567",
    "",
  ])("does not know «%s»", (password) => expect(isBreached(password)).toBe(false));

  it("takes hardly any fresh password for a breached one", () => {
    const fresh = Array.from({ length: 3000 }, (_, at) => createHash("sha256").update(`${at}`).digest("base64"));
    expect(fresh.filter(isBreached).length).toBeLessThan(3);
  });
});
