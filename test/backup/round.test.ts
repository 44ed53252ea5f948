import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backupPlan } from "#main/backup/plan.ts";
import { makeKeys } from "#platform/backup/keys.ts";
import { restoreBackup } from "#platform/backup/restore-backup.ts";
import { walkBackup } from "#platform/backup/walk-backup.ts";
import { writeBackup } from "#platform/backup/write-backup.ts";
import { openFileStore } from "#platform/files/store.ts";
import { openWorld, type World } from "../support/world.ts";

describe("a backup", () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await openWorld();
    folder = await mkdtemp(join(tmpdir(), "orientir-backup-"));
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("goes round", async () => {
    const keys = await makeKeys();
    const region = await world.territory({ kind: "region" });
    const person = await world.person([{ role: "administrator", territoryId: region }]);
    const received = await world.program.files.receive(Readable.from([randomBytes(100_000)]));
    await world.program.files.adopt(received);
    await world.rows(
      "insert into stored_file (territory_id, id, sha256, name, media_type, bytes, uploaded_by, uploaded_at) values ($1, gen_random_uuid(), $2, 'a', 'b', $3, $4, now())",
      [region, received.sha256, received.bytes, person.personId],
    );
    const url = (await world.asCommand(async () => process.env["DATABASE_DIRECT_URL"] || process.env["DATABASE_URL"]))!;
    const path = join(folder, "one.tar.age");
    const made = await writeBackup({
      url,
      plan: backupPlan({ files: world.program.files, dataFolder: folder, seals: join(folder, "seals.jsonl") }),
      program: "0.1.0",
      path,
      openKeys: [keys.open],
      now: new Date(),
    });
    console.log(JSON.stringify(made.manifest).slice(0, 1500));
    const walked = await walkBackup(path, keys.secret);
    expect(walked.manifest).toEqual(made.manifest);
    const place = join(folder, "place");
    await restoreBackup({
      path,
      secretKey: keys.secret,
      program: "0.1.0",
      migrations: "migrations",
      dataFolder: place,
      databaseUrl: undefined,
      openStore: () => openFileStore(join(place, "files")),
      say: (line) => console.log(line),
    });
  });
});
