import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FileTooLargeError, MAX_FILE_BYTES, openFileStore } from "./store.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "orientir-files-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = (value: string) => Readable.from([Buffer.from(value)]);

describe("the file store", () => {
  it("refuses more than 30 MB and leaves nothing behind", async () => {
    const store = await openFileStore(join(folder, "large"));
    const megabyte = Buffer.alloc(1024 * 1024);
    const huge = Readable.from(
      (function* () {
        for (let at = 0; at * megabyte.length <= MAX_FILE_BYTES; at += 1) yield megabyte;
      })(),
    );
    await expect(store.receive(huge)).rejects.toThrow(FileTooLargeError);
    expect(await readdir(join(folder, "large", "incoming"))).toEqual([]);
  });

  it("refuses a name that is no hash", async () => {
    const store = await openFileStore(join(folder, "names"));
    await expect(store.read("../../etc/passwd")).rejects.toThrow(RangeError);
  });

  it("keeps one copy of one content and drops what nobody adopts", async () => {
    const store = await openFileStore(join(folder, "same"));
    const [first, second, third] = [
      await store.receive(text("приказ")),
      await store.receive(text("приказ")),
      await store.receive(text("другое")),
    ];
    await store.adopt(first);
    await store.adopt(second);
    await store.drop(third);
    expect(second.sha256).toBe(first.sha256);
    expect(Buffer.from(await store.read(first.sha256)).toString()).toBe("приказ");
    await expect(store.read(third.sha256)).rejects.toThrow("ENOENT");
    expect(await readdir(join(folder, "same", "incoming"))).toEqual([]);
  });

  it("heals a file that a full disk had cut short", async () => {
    const store = await openFileStore(join(folder, "cut"));
    const kept = await store.receive(text("протокол"));
    await store.adopt(kept);
    await writeFile(join(folder, "cut", kept.sha256.slice(0, 2), kept.sha256), "прот");
    await store.adopt(await store.receive(text("протокол")));
    expect(Buffer.from(await store.read(kept.sha256)).toString()).toBe("протокол");
  });

  it("clears at start what an earlier run left half received", async () => {
    const place = join(folder, "left");
    const store = await openFileStore(place);
    await store.receive(text("брошено"));
    await openFileStore(place);
    expect(await readdir(join(place, "incoming"))).toEqual([]);
  });
});
