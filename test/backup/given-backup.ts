import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { makeBackup, type Backup, type BackupPlace } from "#main/backup/make-backup.ts";
import { makeKeys, type KeyPair } from "#platform/backup/keys.ts";
import { startSealing, type Sealing } from "#platform/journal/sealer.ts";
import { makeId } from "#shared/ids.ts";
import { openWorld, type World } from "../support/world.ts";

/** Version that the backups of tests are made and read by. */
export const PROGRAM = "0.1.0";

/** The owner's address of a world's database, past any pooler. */
export function addressOf(world: World): Promise<string> {
  return world.asCommand(async () => process.env["DATABASE_DIRECT_URL"] || process.env["DATABASE_URL"]!);
}

export interface Workshop {
  readonly world: World;
  /** a folder that the database's user may enter */
  readonly folder: string;
  readonly place: BackupPlace;
  readonly keys: KeyPair;
  /** seals what the journal holds into a record of the workshop's own */
  readonly sealing: Sealing;
  backup(now?: Date, encrypted?: boolean): Promise<Backup>;
  close(): Promise<void>;
}

/** A world with a region, a person, two stored files and a job that waits, and what is needed to back it up. */
export async function openWorkshop(): Promise<Workshop> {
  const world = await openWorld();
  const folder = await mkdtemp(join(tmpdir(), "orientir-backup-"));
  await chmod(folder, 0o755);
  const keys = await makeKeys();
  await fill(world);
  const seals = join(folder, "seals.jsonl");
  const sealing = startSealing(world.program.database.pool, seals, world.program.clock, () => {});
  const place: BackupPlace = {
    url: await addressOf(world),
    files: world.program.files,
    dataFolder: folder,
    seals,
    program: PROGRAM,
    openKeys: [keys.open],
  };
  return {
    world,
    folder,
    place,
    keys,
    sealing,
    backup: (now = new Date(), encrypted = true) =>
      makeBackup({ ...place, openKeys: encrypted ? place.openKeys : [] }, join(folder, "made"), now),
    close: async () => {
      await sealing.stop();
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(world: World): Promise<void> {
  const region = await world.territory({ kind: "region" });
  const { personId } = await world.person([{ role: "administrator", territoryId: region }], "Ёлкина\t\\N «и»\r\n");
  for (const bytes of [100_000, 1]) {
    const received = await world.program.files.receive(Readable.from([randomBytes(bytes)]));
    await world.program.files.adopt(received);
    await world.rows(
      "insert into stored_file (territory_id, id, sha256, name, media_type, bytes, uploaded_by, uploaded_at) values ($1, $2, $3, 'a', 'b', $4, $5, now())",
      [region, makeId(), received.sha256, received.bytes, personId],
    );
  }
  await world.rows(
    "insert into restored_job values ($1, 'obligation-replan-territory', $2, now() + interval '1 day')",
    [makeId(), JSON.stringify({ territoryId: region })],
  );
}
