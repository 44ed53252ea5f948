import { mkdtemp, readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeId, type Id } from "#shared/ids.ts";
import { openFileStore, type FileStore } from "#platform/files/store.ts";
import { openWorld, type Persona, type World } from "../../../../test/support/world.ts";
import { forgetLoose } from "./forget-loose.ts";
import { sweepFiles, sweptInWords, type SweepParts } from "./sweep.ts";

const OLD = new Date(Date.now() - 3 * 24 * 60 * 60_000);

describe("the sweep of the store", () => {
  let world: World;
  let folder: string;
  let files: FileStore;
  let parts: SweepParts;
  let town: Id;
  let head: Persona;

  beforeAll(async () => {
    world = await openWorld();
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    const school = await world.organisation(town, "school");
    head = await world.person([{ role: "school_head", territoryId: town, organisationId: school }]);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rows("delete from stored_file");
    folder = await mkdtemp(join(tmpdir(), "orientir-sweep-"));
    files = await openFileStore(folder);
    parts = { database: world.program.database, files, clock: world.program.clock };
  });

  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const put = async (words: string, at: Date = OLD) => {
    const received = await files.receive(Readable.from([Buffer.from(words)]));
    await files.adopt(received);
    await utimes(placeOf(received.sha256), at, at);
    return received;
  };
  const named = async (words: string) => {
    const { sha256, bytes } = await put(words);
    const id = makeId();
    await world.rows(
      `insert into stored_file (territory_id, id, sha256, name, media_type, bytes, uploaded_by, uploaded_at)
       values ($1, $2, $3, 'а.txt', 'text/plain', $4, $5, now())`,
      [town, id, sha256, bytes, head.personId],
    );
    return { id, sha256 };
  };
  const lies = (sha256: string) =>
    files.read(sha256).then(
      () => true,
      () => false,
    );
  const faults = async () =>
    Object.fromEntries((await world.rows("select id, fault from stored_file")).map((row) => [row["id"], row["fault"]]));

  it("takes away what nobody names for a day, and nothing younger", async () => {
    const [kept, stray, young] = [await named("нужный"), await put("ничей"), await put("ничей, но новый", new Date())];
    expect(await sweepFiles(parts)).toMatchObject({ files: 2, removed: 1, missing: 0, altered: 0, suspicious: 0 });
    expect([await lies(kept.sha256), await lies(stray.sha256), await lies(young.sha256)]).toEqual([true, false, true]);
  });

  it("opens at once what a disk that was away brings back, though a sweep compares a part of it", async () => {
    const [file, other] = [await named("на другом диске"), await named("здесь")];
    await rename(placeOf(file.sha256), join(folder, "away"));
    await sweepFiles(parts);
    expect(await faults()).toEqual({ [file.id]: "missing", [other.id]: null });
    await rename(join(folder, "away"), placeOf(file.sha256));
    // more than one sweep reads through
    await world.rows("update stored_file set bytes = 3000000000");
    expect(await sweepFiles(parts)).toMatchObject({ compared: 0, missing: 0 });
    expect(await faults()).toEqual({ [file.id]: null, [other.id]: null });
  });

  it("leaves a content that somebody is about to name", async () => {
    await named("нужный");
    const stray = await put("ничей");
    const { pool } = world.program.database;
    const adopter = await pool.connect();
    await adopter.query("begin");
    await adopter.query("select pg_advisory_xact_lock_shared(17, hashtext($1))", [stray.sha256]);
    expect((await sweepFiles(parts)).removed).toBe(0);
    await adopter.query("rollback");
    adopter.release();
    expect((await sweepFiles(parts)).removed).toBe(1);
  });

  it("looks once more before it takes away: the row may have come while it listed", async () => {
    await named("нужный");
    const stray = await put("ничей");
    const late: SweepParts = {
      ...parts,
      files: {
        ...files,
        remove: () => Promise.reject(new Error("taken away")),
      },
      database: {
        ...parts.database,
        pool: new Proxy(parts.database.pool, {
          get(pool, key) {
            const own: unknown = Reflect.get(pool, key);
            if (key !== "connect") return typeof own === "function" ? (own.bind(pool) as unknown) : own;
            return async () => {
              await world.rows(
                `insert into stored_file (territory_id, id, sha256, name, media_type, bytes, uploaded_by, uploaded_at)
                 values ($1, $2, $3, 'а.txt', 'text/plain', 1, $4, now())`,
                [town, makeId(), stray.sha256, head.personId],
              );
              return pool.connect();
            };
          },
        }),
      },
    };
    expect((await sweepFiles(late)).removed).toBe(0);
    expect(await lies(stray.sha256)).toBe(true);
  });

  it("marks rows whose content is gone or altered, keeps them, and unmarks them when it is back", async () => {
    const [whole, gone, spoilt] = [await named("целый"), await named("пропавший"), await named("испорченный")];
    await rm(placeOf(gone.sha256));
    await writeFile(placeOf(spoilt.sha256), "испорчeнный");
    const swept = await sweepFiles(parts);
    expect(swept).toMatchObject({ missing: 1, altered: 1, removed: 0 });
    expect(sweptInWords(swept)).toMatch(/нет содержимого у файлов: 1; содержимое изменено у файлов: 1/);
    expect(await faults()).toEqual({ [whole.id]: null, [gone.id]: "missing", [spoilt.id]: "altered" });
    await put("пропавший");
    await put("испорченный");
    expect(sweptInWords(await sweepFiles(parts))).toBeUndefined();
    expect(await faults()).toEqual({ [whole.id]: null, [gone.id]: null, [spoilt.id]: null });
  });

  it("takes nothing away where nearly everything is nobody's: it is the wrong database", async () => {
    for (let at = 0; at < 12; at += 1) await put(`файл ${at}`);
    const swept = await sweepFiles(parts);
    expect([swept.removed, swept.suspicious, swept.files]).toEqual([0, 12, 12]);
    expect(sweptInWords(swept)).toMatch(/та ли это база/);
    expect((await readdir(folder)).length).toBeGreaterThan(1);
    await put("ничей");
    expect((await sweepFiles(parts)).removed).toBe(0);
  });

  it("forgets what nothing cites for a month, and only that", async () => {
    const [loose, fresh] = [await named("брошенный"), await named("свежий")];
    await world.rows("update stored_file set uploaded_at = now() - interval '31 days' where id = $1", [loose.id]);
    expect(await forgetLoose(parts)).toBe(1);
    expect(Object.keys(await faults())).toEqual([fresh.id]);
  });

  it("is told of: the rounds are kept for the health page", async () => {
    await sweepFiles(parts);
    const [last] = await world.rows("select files, removed from file_sweep order by at desc limit 1");
    expect(last).toEqual({ files: 0, removed: 0 });
  });
});
