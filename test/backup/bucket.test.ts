import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "#platform/backup/backup-error.ts";
import { markUnfinished, requireRestored } from "#platform/backup/place.ts";
import { restoreBackup, type RestoreRequest } from "#platform/backup/restore-backup.ts";
import type { S3Place } from "#platform/files/s3-request.ts";
import { openS3Shelf } from "#platform/files/s3-shelf.ts";
import { openFileStore } from "#platform/files/store.ts";
import { openBuckets } from "../support/bucket.ts";
import { asking, dropDatabase, emptyDatabase } from "./empty-database.ts";
import { openWorkshop, PROGRAM, type Workshop } from "./given-backup.ts";

describe("a restore whose files go into a bucket", () => {
  let shop: Workshop;
  let buckets: Awaited<ReturnType<typeof openBuckets>>;
  let path: string;
  let url: string;
  let s3: S3Place;
  let place: string;
  let serial = 0;
  beforeAll(async () => {
    shop = await openWorkshop();
    path = (await shop.backup()).path;
    buckets = await openBuckets(join(shop.folder, "buckets"), ["one", "two", "three", "four"]);
    url = await emptyDatabase();
  });
  afterAll(async () => {
    await dropDatabase(url);
    await buckets.close();
    await shop.close();
  });
  beforeEach(() => {
    const bucket = ["one", "two", "three", "four"][serial]!;
    serial += 1;
    place = join(shop.folder, `data-${bucket}`);
    s3 = {
      endpoint: `http://127.0.0.1:${buckets.port}`,
      bucket,
      key: "S3RVER",
      secret: "S3RVER",
      region: "ru-central1",
      pauseMs: 1,
    };
  });

  const nameOf = ({ endpoint, bucket }: S3Place) => `${endpoint}/${bucket}`;
  const restored = (more: Partial<RestoreRequest> = {}) =>
    restoreBackup({
      path,
      secretKey: shop.keys.secret,
      program: PROGRAM,
      migrations: "migrations",
      dataFolder: place,
      databaseUrl: url,
      bucket: { name: nameOf(s3), shelf: openS3Shelf(s3) },
      openStore: () => openFileStore(join(place, "files"), { s3 }),
      say: () => {},
      ...more,
    });
  const put = async (text: string) => {
    const elsewhere = await openFileStore(join(shop.folder, "elsewhere"), { s3 });
    const file = await elsewhere.receive(Readable.from([Buffer.from(text)]));
    await elsewhere.carry(file);
    await elsewhere.drop(file);
    return file.sha256;
  };
  const kept = async () => {
    const names: string[] = [];
    for await (const { sha256 } of openS3Shelf(s3).list()) names.push(sha256);
    return names.sort();
  };
  const tables = () =>
    asking(url, (ask) => ask("select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"));

  it("is refused where something lies in the bucket, and nothing is changed", async () => {
    const foreign = await put("файл работающей программы");
    const fault: unknown = await restored().catch((one: unknown) => one);
    expect(fault).toBeInstanceOf(BackupError);
    expect((fault as Error).message).toContain("уже лежат файлы");
    expect(await kept()).toEqual([foreign]);
    expect(await readdir(shop.folder)).not.toContain("data-one");
  });

  it("is refused in a sentence where the bucket is not there", async () => {
    const shelf = openS3Shelf({ ...s3, bucket: "nowhere" });
    const fault: unknown = await restored({ bucket: { name: "nowhere", shelf } }).catch((one: unknown) => one);
    expect(fault).toBeInstanceOf(BackupError);
    expect((fault as Error).message).toMatch(/nowhere.*ORIENTIR_S3/s);
  });

  it("leaves neither rows nor files behind where its end fails", async () => {
    const failing = { openStore: async () => ({ ...(await openFileStore(join(place, "files"), { s3 })), adopt }) };
    let adopted = 0;
    const adopt = async () => {
      adopted += 1;
      if (adopted === 2) throw new Error("the line broke");
    };
    await expect(restored(failing)).rejects.toThrow("the line broke");
    expect(await kept()).toEqual([]);
    expect(await tables()).toEqual([]);
    expect(await readdir(shop.folder)).not.toContain("data-three");
  });

  it("begins anew in the bucket of one that was cut off, in no other that is not empty, and brings every file there without room on this machine", async () => {
    await mkdir(place);
    const half = await put("половина прежнего восстановления");
    await markUnfinished(place, "http://127.0.0.1/another");
    await expect(restored()).rejects.toThrow("уже лежат файлы");
    await markUnfinished(place, nameOf(s3));
    await restored({ free: async () => 0 });
    await requireRestored(place);
    const rows: { sha256: string }[] = await asking(url, (ask) => ask("select sha256 from stored_file order by 1"));
    expect(rows.length).toBe(2);
    const names = rows.map(({ sha256 }) => sha256);
    expect(names).not.toContain(half);
    expect(await kept()).toEqual(names);
    const store = await openFileStore(join(shop.folder, "anew"), { s3 });
    for (const name of names) await store.read(name);
    expect(await readdir(join(place, "files", "incoming"))).toEqual([]);
  });
});
