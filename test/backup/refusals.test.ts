import * as fc from "fast-check";
import { appendFile, copyFile, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pack as makePack } from "tar-stream";
import { pipeline } from "node:stream/promises";
import { createWriteStream } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BackupError } from "#platform/backup/backup-error.ts";
import { makeKeys } from "#platform/backup/keys.ts";
import { originInWords } from "#main/backup/words.ts";
import { checkBackup, restoreBackup, type RestoreRequest } from "#platform/backup/restore-backup.ts";
import { sealing } from "#platform/backup/seal.ts";
import { requireRestored } from "#platform/backup/place.ts";
import { lockFolder } from "#platform/db/embedded/lock.ts";
import { openFileStore } from "#platform/files/store.ts";
import { openWorkshop, PROGRAM, type Workshop } from "./given-backup.ts";

describe("a restore that is refused", () => {
  let shop: Workshop;
  let sealedPath: string;
  let plainPath: string;
  let secret: string;
  beforeAll(async () => {
    shop = await openWorkshop();
    secret = shop.keys.secret;
    sealedPath = (await shop.backup(new Date("2026-01-01T00:00:00Z"))).path;
    plainPath = (await shop.backup(new Date("2026-01-02T00:00:00Z"), false)).path;
  });
  afterAll(() => shop.close());

  const request = (path: string, more: Partial<RestoreRequest> = {}): RestoreRequest => {
    const dataFolder = join(shop.folder, "untouched");
    return {
      path,
      secretKey: secret,
      program: PROGRAM,
      migrations: "migrations",
      dataFolder,
      databaseUrl: undefined,
      openStore: () => openFileStore(join(dataFolder, "files")),
      say: () => {},
      ...more,
    };
  };
  const sentenceOf = async (asked: RestoreRequest): Promise<string> => {
    const before = await everythingIn(asked.dataFolder);
    const fault = await restoreBackup(asked).then(
      () => undefined,
      (one: unknown) => one,
    );
    expect(fault).toBeInstanceOf(BackupError);
    expect(await everythingIn(asked.dataFolder)).toEqual(before);
    return (fault as Error).message;
  };
  const written = async (name: string, content: Uint8Array) => {
    const path = join(shop.folder, name);
    await writeFile(path, content);
    return path;
  };

  it("has nothing against the whole ones", async () => {
    const walked = await checkBackup(request(sealedPath));
    expect(walked.encrypted).toBe(true);
    expect(originInWords(walked).replaceAll("\u00a0", " ")).toContain(
      "Сделана 1 января 2026 в 03:00 (Москва, МСК) версией",
    );
    expect((await checkBackup(request(plainPath, { secretKey: undefined }))).encrypted).toBe(false);
  });

  it("tells of an absent file, an absent key and a wrong one", async () => {
    expect(await sentenceOf(request(join(shop.folder, "нет")))).toContain("Файла копии нет");
    expect(await sentenceOf(request(sealedPath, { secretKey: undefined }))).toContain("Копия зашифрована");
    const { secret: other } = await makeKeys();
    expect(await sentenceOf(request(sealedPath, { secretKey: other }))).toContain("Ключ не подходит");
  });

  it("tells of what is no backup", async () => {
    expect(await sentenceOf(request(await written("пусто", new Uint8Array())))).toMatch(/повреждена|не копия/);
    expect(await sentenceOf(request(await written("текст", Buffer.from("приказ ".repeat(500)))))).toMatch(
      /повреждена|не копия/,
    );
    const foreign = await archive("чужой.tar", [["readme.txt", "нет"]]);
    expect(await sentenceOf(request(foreign))).toContain("лишняя запись");
  });

  it.each([
    ["a newer form", { format: 2 }, "более новой версией программы (вид копии 2"],
    ["an older form", { format: 0 }, "Копия прежнего вида (0)"],
    ["a broken header", { format: 1 }, "начало записано неверно"],
  ])("tells of %s", async (_, header, sentence) => {
    const path = await archive(`${sentence.length}.tar`, [["orientir-backup.json", JSON.stringify(header)]]);
    expect(await sentenceOf(request(path))).toContain(sentence);
  });

  it("tells of a newer program, of a migration this one does not know, and of one that was changed", async () => {
    expect(await sentenceOf(request(sealedPath, { program: "0.0.9" }))).toContain(
      "более новой версией программы (0.1.0",
    );
    const fewer = join(shop.folder, "fewer");
    await mkdir(fewer);
    const names = (await readdir("migrations")).sort();
    for (const name of names.slice(0, -1)) await copyFile(join("migrations", name), join(fewer, name));
    expect(await sentenceOf(request(sealedPath, { migrations: fewer }))).toContain("более новой версией");
    await copyFile(join("migrations", names.at(-1)!), join(fewer, names.at(-1)!));
    await appendFile(join(fewer, names[0]!), "-- иначе\n");
    expect(await sentenceOf(request(sealedPath, { migrations: fewer }))).toContain("в копии другое");
  });

  it("tells of a place that is not empty, of one where a program works, and of a disk too small", async () => {
    const full = join(shop.folder, "full");
    await mkdir(full);
    await writeFile(join(full, "письмо"), "");
    expect(await sentenceOf(request(sealedPath, { dataFolder: full }))).toContain("не пуста");
    const busy = join(shop.folder, "busy");
    await mkdir(busy);
    const unlock = await lockFolder(busy);
    expect(await sentenceOf(request(sealedPath, { dataFolder: busy }))).toContain("работает программа");
    await unlock();
    expect(await sentenceOf(request(sealedPath, { free: async () => 1024 }))).toContain("не хватает места");
    expect(await sentenceOf(request(sealedPath, { databaseUrl: shop.place.url }))).toContain("База данных не пуста");
    await requireRestored(join(shop.folder, "untouched"));
  });

  it.each([
    ["encrypted", () => sealedPath],
    ["plain", () => plainPath],
  ])("sees any byte changed and any cut of an %s backup", async (kind, pathOf) => {
    const whole = await readFile(pathOf());
    const path = join(shop.folder, `spoilt-${kind}`);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, bits, cut) => {
          const spoilt = Buffer.from(cut ? whole.subarray(0, at) : whole);
          if (!cut) spoilt[at]! ^= bits;
          await writeFile(path, spoilt);
          await expect(checkBackup(request(path))).rejects.toThrow(BackupError);
        },
      ),
      {
        examples: [
          [0, 1, false],
          [whole.length - 1, 1, false],
          [whole.length - 1, 1, true],
          [0, 1, true],
        ],
      },
    );
  });

  it("tells a backup that was cut short from one changed in its midst and from a wrong key", async () => {
    const whole = await readFile(sealedPath);
    const header = whole.indexOf("\n--- ") + 49;
    const chunk = header + 16 + 64 * 1024 + 16;
    expect(whole.length).toBeGreaterThan(chunk + 100);
    const cuts = [
      22,
      header - 100,
      header - 40,
      header - 1,
      header,
      header + 10,
      header + 16,
      header + 20,
      header + 500,
    ];
    for (const cut of [...cuts, chunk - 1, chunk, chunk + 1, chunk + 16, chunk + 90, whole.length - 1]) {
      const path = await written("обрезана", whole.subarray(0, cut));
      expect([cut, await sentenceOf(request(path))]).toEqual([cut, expect.stringContaining("скопировали не до конца")]);
    }
    for (const at of [header - 49, header - 45, header + 5, header + 500, chunk - 1]) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      const sentence = await sentenceOf(request(await written("изменена", changed)));
      expect([at, sentence]).toEqual([at, expect.stringMatching(/^Копия повреждена: (?!.*обрезана)/)]);
    }
    const { secret: other } = await makeKeys();
    const path = await written("обрезана", whole.subarray(0, chunk));
    expect(await sentenceOf(request(path, { secretKey: other }))).toContain("Ключ не подходит");
  });

  /** An archive sealed as a backup is, of these entries. */
  async function archive(name: string, entries: readonly (readonly [string, string])[]): Promise<string> {
    const path = join(shop.folder, name);
    const pack = makePack();
    for (const [entry, content] of entries) pack.entry({ name: entry }, content);
    pack.finalize();
    await pipeline(pack, sealing(), createWriteStream(path));
    return path;
  }
});

/** Every file below a folder with its length and time of change; nothing where there is no folder. */
async function everythingIn(folder: string): Promise<unknown> {
  const names = await readdir(folder, { recursive: true }).catch(() => undefined);
  return Promise.all(
    (names?.sort() ?? []).map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return [name, size, mtimeMs];
    }),
  );
}
