import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FileAlteredError, FileMissingError, FileTooLargeError, MAX_FILE_BYTES } from "./limits.ts";
import { openFileStore, type FileStore } from "./store.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "orientir-files-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = (value: string) => Readable.from([Buffer.from(value)]);
const keep = async (store: FileStore, value: string) => {
  const received = await store.receive(text(value));
  await store.adopt(received);
  return received;
};

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
    await expect(store.remove("../../etc/passwd")).rejects.toThrow(RangeError);
  });

  it("keeps one copy of one content and drops what nobody adopts", async () => {
    const store = await openFileStore(join(folder, "same"));
    const first = await keep(store, "приказ");
    const second = await keep(store, "приказ");
    const third = await store.receive(text("другое"));
    await store.drop(third);
    expect(second.sha256).toBe(first.sha256);
    expect(Buffer.from(await store.read(first.sha256)).toString()).toBe("приказ");
    await expect(store.read(third.sha256)).rejects.toThrow(FileMissingError);
    await expect(store.open(third.sha256)).rejects.toThrow(FileMissingError);
    expect(await readdir(join(folder, "same", "incoming"))).toEqual([]);
  });

  it("adopts again what it adopted, as a transaction tried twice does", async () => {
    const store = await openFileStore(join(folder, "twice"));
    const kept = await keep(store, "протокол");
    await store.adopt(kept);
    expect(Buffer.from(await store.read(kept.sha256)).toString()).toBe("протокол");
  });

  it.each([
    ["cut short", "прот"],
    ["altered", "прoтокол"],
  ])("never hands out what was %s, and heals it when the same file comes again", async (what, spoilt) => {
    const place = join(folder, what);
    const store = await openFileStore(place);
    const kept = await keep(store, "протокол");
    await writeFile(join(place, kept.sha256.slice(0, 2), kept.sha256), spoilt);
    await expect(store.read(kept.sha256)).rejects.toThrow(FileAlteredError);
    await keep(store, "протокол");
    expect(Buffer.from(await store.read(kept.sha256)).toString()).toBe("протокол");
  });

  it("lists what was adopted, and removes", async () => {
    const place = join(folder, "listed");
    const store = await openFileStore(place);
    const kept = [await keep(store, "один"), await keep(store, "два")];
    await store.receive(text("не принятый"));
    await writeFile(join(place, "заметки.txt"), "чужой файл в папке");
    const listed = async () => {
      const all: { sha256: string; bytes: number }[] = [];
      for await (const { sha256, bytes } of store.listFiles()) all.push({ sha256, bytes });
      return all;
    };
    const facts = kept.map(({ sha256, bytes }) => ({ sha256, bytes }));
    expect(new Set(await listed())).toEqual(new Set(facts));
    await store.remove(kept[0]!.sha256);
    expect(await listed()).toEqual([facts[1]]);
  });

  it("clears at start what ended runs left half received, and nothing that is being received", async () => {
    const place = join(folder, "left");
    const incoming = join(place, "incoming");
    const store = await openFileStore(place);
    const mine = Buffer.from("ещё идёт");
    const slow = new Readable({ read: () => undefined });
    const receiving = store.receive(slow);
    slow.push(mine);
    await expect.poll(() => readdir(incoming)).toHaveLength(1);
    const [own] = await readdir(incoming);
    const [machine] = own!.split("-");
    // no process has the largest number; another machine's file is young
    await writeFile(join(incoming, `${machine}-4194999-aa`), "брошено");
    await writeFile(join(incoming, "0a0a0a0a-1-bb"), "другая машина");
    await openFileStore(place);
    expect(new Set(await readdir(incoming))).toEqual(new Set([own, "0a0a0a0a-1-bb"]));
    slow.push(null);
    expect((await receiving).sha256).toBe(createHash("sha256").update(mine).digest("hex"));
  });
});
