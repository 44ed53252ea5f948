import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeUpRestored } from "#main/backup/restored-jobs.ts";
import { BackupError } from "#platform/backup/backup-error.ts";
import { markUnfinished, requireRestored } from "#platform/backup/place.ts";
import { restoreBackup, type RestoreRequest } from "#platform/backup/restore-backup.ts";
import { writeBackup } from "#platform/backup/write-backup.ts";
import { migrate } from "#platform/db/migrate.ts";
import { openFileStore } from "#platform/files/store.ts";
import { makeId } from "#shared/ids.ts";
import { isSuperuser } from "../migrations/scratch.ts";
import { withDatabase } from "../support/server-setup.ts";
import { asking, direct, dropDatabase, emptyDatabase } from "./empty-database.ts";
import { openWorkshop, PROGRAM, type Workshop } from "./given-backup.ts";

describe("a restore into a database of one's own", async () => {
  const superuser = await isSuperuser();
  let shop: Workshop;
  const made: string[] = [];
  const fresh = async (owner?: string) => {
    const url = await emptyDatabase(owner);
    made.push(url);
    return url;
  };
  beforeAll(async () => {
    shop = await openWorkshop();
  });
  afterAll(async () => {
    for (const url of made) await dropDatabase(url);
    await shop.close();
  });

  const restored = (path: string, databaseUrl: string, dataFolder: string, more: Partial<RestoreRequest> = {}) =>
    restoreBackup({
      path,
      secretKey: shop.keys.secret,
      program: PROGRAM,
      migrations: "migrations",
      dataFolder,
      databaseUrl,
      openStore: () => openFileStore(join(dataFolder, "files")),
      say: () => {},
      ...more,
    });

  it("brings values back as they were, walls and references too, and reads files back", async () => {
    const backup = await shop.backup();
    const url = await fresh();
    const place = join(shop.folder, "own");
    await restored(backup.path, url, place);
    const schema = `select json_agg(t order by t) as all from (
      select conrelid::regclass::text || conname || pg_get_constraintdef(oid) as t from pg_constraint where connamespace = 'public'::regnamespace
      union all select relname || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'i', 'S')
      union all select polrelid::regclass::text || polname || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy) x`;
    const [before, after] = [shop.place.url, url].map((at) => asking(at, (ask) => ask(schema)));
    expect(await after).toEqual(await before);
    expect(await asking(url, (ask) => ask("select family_name from person"))).toEqual([
      { family_name: "Ёлкина\t\\N «и»\r\n" },
    ]);
    const store = await openFileStore(join(place, "files"));
    for (const { sha256 } of await asking(url, (ask) => ask("select sha256 from stored_file")))
      await store.read(sha256);
  });

  it("begins anew after one that was cut off, and a program does not open what it left", async () => {
    const backup = await shop.backup(new Date("2026-03-01T00:00:00Z"));
    const place = join(shop.folder, "cut");
    await mkdir(join(place, "files", "incoming"), { recursive: true });
    await writeFile(join(place, "files", "half"), "");
    await markUnfinished(place);
    await expect(requireRestored(place)).rejects.toThrow("незаконченное восстановление");
    await restored(backup.path, await fresh(), place);
    await requireRestored(place);
    expect(await readdir(join(place, "files"))).not.toContain("half");
  });

  it.skipIf(!superuser)(
    "takes an older backup and brings it to this version, under an owner who is no superuser too",
    async () => {
      const owner = `owner_${randomBytes(4).toString("hex")}`;
      await asking(direct(), (ask) =>
        ask(`create role ${owner} login password 'own'; grant orientir_app to ${owner} with admin option`),
      );
      const asOwner = (url: string) => Object.assign(new URL(url), { username: owner, password: "own" }).toString();
      const older = join(shop.folder, "older");
      await mkdir(older);
      for (const name of (await readdir("migrations")).sort().slice(0, 10))
        await copyFile(join("migrations", name), join(older, name));
      const url = asOwner(await fresh(owner));
      await migrate(url, older);
      const territory = makeId();
      await asking(withDatabase(direct(), new URL(url).pathname.slice(1)), async (ask) => {
        await ask(
          `insert into territory (id, kind, name, short_name) values ('${territory}', 'region', 'Область', 'Область')`,
        );
        await ask(
          `insert into journal (territory_id, id, at, actor, action, subject_kind) values ('${territory}', '${makeId()}', now(), 'system', 'x', 'y')`,
        );
      });
      const path = join(shop.folder, "older.tar");
      const plan = {
        files: shop.place.files,
        fileNames: "select sha256, true from stored_file",
        leftOut: ["session"],
        jobsTable: "",
        timeZone: async () => undefined,
        beside: async () => [],
      };
      const { manifest } = await writeBackup({ url, plan, program: PROGRAM, path, openKeys: [], now: new Date() });
      expect(manifest.tables.find(({ name }) => name === "journal")).toMatchObject({ rows: 1 });
      const target = asOwner(await fresh(owner));
      await restored(path, target, join(shop.folder, "newer"));
      const [counted] = await asking(withDatabase(direct(), new URL(target).pathname.slice(1)), (ask) =>
        ask(
          "select (select count(*)::int from journal) as journal, (select count(*)::int from migration) as migrations",
        ),
      );
      expect(counted).toEqual({
        journal: 1,
        migrations: (await readdir("migrations")).filter((name) => name.endsWith(".sql")).length,
      });
      for (const one of [url, target]) await dropDatabase(one);
      await asking(direct(), (ask) => ask(`drop role ${owner}`));
    },
  );

  it("has waiting jobs taken up at the next start, those of an unknown queue told of", async () => {
    const { world } = shop;
    await world.rows("insert into restored_job values ($1, 'no-such-work', '{}', now())", [makeId()]);
    const said: string[] = [];
    await takeUpRestored(world.program.database, world.program.jobs, ["obligation-replan-territory"], (line) =>
      said.push(line),
    );
    expect(await world.rows("select queue from restored_job")).toEqual([{ queue: "no-such-work" }]);
    expect(said).toEqual(["работа из копии осталась: очереди no-such-work в этой версии нет"]);
    const [job] = await world.rows(
      "select start_after > now() + interval '23 hours' as later from pgboss.job where name = 'obligation-replan-territory'",
    );
    expect(job).toEqual({ later: true });
    await world.rows("delete from pgboss.job where name = 'obligation-replan-territory'; delete from restored_job");
  });

  it("leaves no folder behind where the database cannot be reached", async () => {
    const backup = await shop.backup(new Date("2026-04-01T00:00:00Z"));
    const nowhere = withDatabase(direct(), "orientir_no_such_database");
    const place = join(shop.folder, "nowhere");
    const fault: unknown = await restored(backup.path, nowhere, place).catch((one: unknown) => one);
    expect(fault).not.toBeInstanceOf(BackupError);
    expect(await readdir(shop.folder)).not.toContain("nowhere");
  });

  it("leaves nothing behind where a row breaks a reference", async () => {
    await shop.world.rows("alter table role_assignment drop constraint role_assignment_person_id_fkey");
    const region = await shop.world.territory({ kind: "region" });
    await shop.world.rows(
      "insert into role_assignment (territory_id, id, person_id, role, from_on) values ($1, $2, $3, 'officer', '2026-01-01')",
      [region, makeId(), makeId()],
    );
    const url = await fresh();
    const place = join(shop.folder, "torn");
    const backup = await shop.backup(new Date("2026-05-01T00:00:00Z"));
    await expect(restored(backup.path, url, place)).rejects.toThrow(/foreign key/);
    const tables = await asking(url, (ask) => ask("select from pg_class where relnamespace = 'public'::regnamespace"));
    expect(tables).toEqual([]);
    expect(await readdir(shop.folder)).not.toContain("torn");
  });
});
