import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drillBackup, type DrillLine } from "#main/backup/drill.ts";
import { openWorkshop, PROGRAM, type Workshop } from "./given-backup.ts";

describe("a drill", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await openWorkshop();
  });
  afterAll(() => shop.close());

  const drill = async (path: string): Promise<Partial<Record<DrillLine["what"], DrillLine>>> => {
    const lines = await drillBackup({
      path,
      secretKey: shop.keys.secret,
      program: PROGRAM,
      migrations: "migrations",
      near: shop.folder,
      installationKey: undefined,
    });
    return Object.fromEntries(lines.map((line) => [line.what, line]));
  };

  it("finds every row, every file and the journal's chain again, and somebody signs in", async () => {
    const [region] = await shop.world.rows("select id from territory");
    const { call } = await shop.world.person([{ role: "administrator", territoryId: region!["id"] }]);
    const place = { name: "Округ", shortName: "Округ", timeZone: "Europe/Moscow", parentId: region!["id"] };
    expect((await call("POST", "/api/territories", place)).status).toBe(200);
    await shop.sealing.now();
    const made = await shop.backup(new Date("2026-02-01T00:00:00Z"));
    const found = await drill(made.path);
    expect(Object.values(found).map(({ what, ok }) => [what, ok])).toEqual(
      ["tables", "rows", "files", "journal", "signIn"].map((what) => [what, true]),
    );
    const rows = made.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    expect(found).toMatchObject({ rows: { found: rows }, files: { found: 2 }, journal: { found: 1 } });
    expect(made.manifest).toMatchObject({ jobs: 1, lostFiles: [], files: { count: 2, bytes: 100_001 } });
    expect(made.manifest.leftOut).toContain("session");
  });

  it("tells of a file that is gone and of a journal that was altered", async () => {
    const [file] = await shop.world.rows("select sha256 from stored_file where bytes = 1");
    await shop.world.program.files.remove(file!["sha256"]);
    // a picture that is gone is drawn anew: no loss
    await shop.world.rows(
      "insert into file_preview select territory_id, id, 'small', repeat('0', 64), 1, 1, 1 from stored_file limit 1",
    );
    await shop.world.rows("update journal set action = 'session.open'");
    await shop.sealing.now();
    const made = await shop.backup(new Date("2026-02-02T00:00:00Z"));
    expect(made.manifest.lostFiles).toEqual([file!["sha256"]]);
    const found = await drill(made.path);
    expect(found).toMatchObject({
      rows: { ok: true },
      files: { found: 1, expected: 2, ok: false },
      journal: { ok: false },
      signIn: { ok: true },
    });
    await rm(join(shop.folder, "made"), { recursive: true });
  });
});
