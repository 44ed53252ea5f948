import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { keepBackups, type Schedule } from "#main/backup/keep-backups.ts";
import { backup } from "#main/commands/backup.ts";
import { makeBackup } from "#main/backup/make-backup.ts";
import { backupFileName } from "#platform/backup/file-name.ts";
import { UNFINISHED } from "#platform/backup/target-file.ts";
import type { InstallationView } from "#features/installation/model/contract.ts";
import { openWorkshop, type Workshop } from "./given-backup.ts";

describe("backups by the schedule", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await openWorkshop();
  });
  afterAll(() => shop.close());

  const said: string[] = [];
  const keeper = (folder: string, now: Date, more: Partial<Schedule> = {}) =>
    keepBackups(
      shop.world.program.database.pool,
      shop.place,
      {
        at: { hour: 3, minute: 0 },
        folder,
        keep: { daily: 1, weekly: 0, monthly: 0 },
        drill: false,
        installationKey: undefined,
        ...more,
      },
      "migrations",
      (line) => said.push(line),
      () => now,
    );
  const runs = () => shop.world.rows("select kind, outcome, file, sentence, tries from backup_run order by started_at");

  it("are made once by all copies together, and what need not be kept goes", async () => {
    const folder = join(shop.folder, "nightly");
    const now = new Date(2026, 10, 22, 4, 0);
    const old = backupFileName(new Date(2026, 10, 20, 3, 0), true);
    await mkdir(folder);
    await writeFile(join(folder, old), "");
    await writeFile(join(folder, "заметка.txt"), "");
    const [one, other] = [keeper(folder, now), keeper(folder, now)];
    await Promise.all([one.turn(), other.turn()]);
    expect((await readdir(folder)).sort()).toEqual([backupFileName(now, true), "заметка.txt"].sort());
    expect(await runs()).toMatchObject([
      { kind: "backup", outcome: "done", file: backupFileName(now, true), sentence: null },
    ]);
    await Promise.all([one.stop(), other.stop()]);
    const next = keeper(folder, new Date(2026, 10, 23, 3, 1));
    await next.turn();
    expect((await readdir(folder)).filter((name) => name.startsWith("orientir"))).toEqual([
      backupFileName(new Date(2026, 10, 23, 3, 1), true),
    ]);
    await next.stop();
  });

  it("that are made stay made where an earlier one cannot be taken away, and that is told", async () => {
    const folder = join(shop.folder, "stuck");
    const now = new Date(2026, 10, 25, 4, 0);
    // a folder under the name of a backup: to take it away as a file fails, for whatever user
    await mkdir(join(folder, backupFileName(new Date(2026, 10, 20, 3, 0), true)), { recursive: true });
    const kept = keeper(folder, now);
    await kept.turn();
    await kept.stop();
    expect((await runs()).at(-1)).toMatchObject({
      outcome: "done",
      tries: 1,
      file: backupFileName(now, true),
      sentence: expect.stringMatching(/прежние не удаляются/),
    });
    expect(said.at(-1)).toMatch(/прежние копии не убраны/);
  });

  it("that fail are told of in a sentence, and tried again later, thrice at most", async () => {
    const folder = join(shop.folder, "no-folder");
    await writeFile(folder, "");
    const now = new Date(2026, 10, 24, 4, 0);
    for (const tries of [1, 2, 3, 3]) {
      const kept = keeper(folder, now);
      await kept.turn();
      await kept.turn();
      await kept.stop();
      expect((await runs()).at(-1)).toMatchObject({
        outcome: "failed",
        sentence: "Подробности в выводе программы.",
        tries,
      });
      await shop.world.rows(
        "update backup_run set finished_at = now() - interval '11 minutes' where outcome = 'failed'",
      );
    }
    expect(said.filter((line) => line.startsWith("копия не сделана"))).toHaveLength(3);
  });

  it("do not take the place of one that is there, nor of one being written", async () => {
    const folder = join(shop.folder, "same-name");
    const now = new Date("2026-11-26T00:00:00Z");
    const made = await makeBackup(shop.place, folder, now);
    const before = await readFile(made.path);
    await expect(makeBackup(shop.place, folder, now)).rejects.toThrow(/уже есть/);
    expect([await readdir(folder), before.equals(await readFile(made.path))]).toEqual([[made.name], true]);
    const later = new Date("2026-11-26T00:00:01Z");
    const half = `${backupFileName(later, true)}${UNFINISHED}`;
    await writeFile(join(folder, half), "пишется");
    await expect(makeBackup(shop.place, folder, later)).rejects.toThrow(/как раз пишется/);
    expect(await readFile(join(folder, half), "utf8")).toBe("пишется");
  });

  it("whose key has a wrong sign in it are not made open instead", async () => {
    const folder = join(shop.folder, "wrong-key");
    const [last] = shop.keys.open.slice(-1);
    const wrong = shop.keys.open.slice(0, -1) + (last === "q" ? "p" : "q");
    await expect(makeBackup({ ...shop.place, openKeys: [wrong] }, folder, new Date())).rejects.toThrow(
      /записан с ошибкой/,
    );
    expect(await readdir(shop.folder)).not.toContain("wrong-key");
  });

  it("are seen by administrators of a territory and by nobody else", async () => {
    const { world } = shop;
    const region = await world.territory({ kind: "region" });
    const school = await world.organisation(region, "school");
    const administrator = await world.person([{ role: "administrator", territoryId: region }]);
    const kept = keeper(join(shop.folder, "nightly"), new Date(), { at: undefined });
    await kept.turn();
    const { status, body } = await administrator.call<InstallationView>("GET", "/api/installation");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      copies: [{ version: "0.1.0" }],
      backup: { scheduled: false, nextAt: null, last: { outcome: "failed" }, lastDone: { outcome: "done" } },
      drill: { asked: false, last: null },
      jobs: { dead: 0 },
    });
    expect(JSON.stringify(body)).not.toContain(shop.folder);
    // in the minute of a backup the next one is not told of yet, and there is a schedule all the same
    await world.rows("update program_copy set next_backup_at = now() - interval '1 second'");
    expect((await administrator.call<InstallationView>("GET", "/api/installation")).body.backup).toMatchObject({
      scheduled: true,
      nextAt: null,
    });
    // one made by hand stands there as any other, and after a failed one of the schedule it is the last
    vi.stubEnv("ORIENTIR_DATA", shop.folder);
    await world.rows("delete from stored_file");
    const byHand = join(shop.folder, "by-hand");
    // a folder that is not there may be a disk that is not there: nothing is made in its place
    const told: string[] = [];
    expect(await world.asCommand(() => backup(["--to", byHand], (line) => told.push(line)))).toBe(1);
    expect(told.join()).toMatch(/Папки .*by-hand нет\..*Копия не сделана\./);
    await expect(readdir(byHand)).rejects.toThrow("ENOENT");
    await mkdir(byHand);
    const code = await world.asCommand(() => backup(["--to", byHand], (line) => told.push(line)));
    expect(told.join()).toMatch(/Сделана [^,]+\s20\d\d\sв\s\d\d:\d\d \(Москва, МСК\); в имени файла то же по UTC/);
    const [file] = await readdir(byHand);
    const after = await administrator.call<InstallationView>("GET", "/api/installation");
    expect([code, after.body.backup]).toMatchObject([
      0,
      { last: { outcome: "done", file, sentence: null }, lastDone: { file } },
    ]);
    for (const role of ["officer", "region_specialist", "region_expert", "reader", "authority_head"] as const) {
      const other = await world.person([{ role, territoryId: region }]);
      expect((await other.call("GET", "/api/installation")).status).toBe(404);
    }
    const ofSchool = await world.person([{ role: "administrator", territoryId: region, organisationId: school }]);
    expect((await ofSchool.call("GET", "/api/installation")).status).toBe(404);
    await kept.stop();
  });
});
