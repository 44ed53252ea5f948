import { describe, expect, it } from "vitest";
import { lastDue, nextDue } from "#platform/backup/due.ts";
import { backupFileName, madeAtOf } from "#platform/backup/file-name.ts";
import { spentBackups } from "#platform/backup/retention.ts";

const nightly = (from: string, days: number) =>
  Array.from({ length: days }, (_, day) => backupFileName(new Date(Date.parse(from) + day * 86_400_000), true));
const daysOf = (names: readonly string[]) => names.map((name) => madeAtOf(name)!.toISOString().slice(0, 10));

describe("the name of a backup", () => {
  it("tells when it was made, and nothing else passes for one", () => {
    const madeAt = new Date("2026-11-22T00:00:05Z");
    expect(madeAtOf(backupFileName(madeAt, true))).toEqual(madeAt);
    expect(madeAtOf(backupFileName(madeAt, false))).toEqual(madeAt);
    for (const name of ["приказ.tar", `${backupFileName(madeAt, true)}.unfinished`, "orientir.tar", "."])
      expect(madeAtOf(name)).toBeUndefined();
  });
});

describe("backups that are kept", () => {
  it("are the last days, then weeks, then months", () => {
    const all = nightly("2026-01-01T00:00:00Z", 365);
    const spent = new Set(spentBackups(all, { daily: 3, weekly: 2, monthly: 3 }));
    // 31.12.2026 is a Thursday; the week before it ended on the 27th
    expect(daysOf(all.filter((name) => !spent.has(name)))).toEqual([
      "2026-10-31",
      "2026-11-30",
      "2026-12-27",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
    ]);
  });

  it("stay as they are when cleared again, and the newest stays whatever is asked", () => {
    const all = nightly("2026-05-01T00:00:00Z", 40);
    const keep = { daily: 7, weekly: 4, monthly: 12 };
    const left = all.filter((name) => !spentBackups(all, keep).includes(name));
    expect(spentBackups(left, keep)).toEqual([]);
    expect(spentBackups(all, { daily: 0, weekly: 0, monthly: 0 })).toHaveLength(39);
  });

  it("of one day are the newest alone; other files are left alone", () => {
    const [early, late] = ["03:00", "15:00"].map((time) => backupFileName(new Date(`2026-05-01T${time}:00Z`), true));
    expect(
      spentBackups([early!, "readme.txt", late!, `${early}.unfinished`], { daily: 7, weekly: 4, monthly: 12 }),
    ).toEqual([early]);
  });
});

describe("when a backup is due", () => {
  const at = { hour: 3, minute: 30 };
  it.each([
    [new Date(2026, 10, 22, 3, 29), new Date(2026, 10, 21, 3, 30), new Date(2026, 10, 22, 3, 30)],
    [new Date(2026, 10, 22, 3, 30), new Date(2026, 10, 22, 3, 30), new Date(2026, 10, 23, 3, 30)],
    [new Date(2026, 0, 1, 0, 0), new Date(2025, 11, 31, 3, 30), new Date(2026, 0, 1, 3, 30)],
  ])("at %s it was at %s and will be at %s", (now, last, next) => {
    expect([lastDue(now, at), nextDue(now, at)]).toEqual([last, next]);
  });
});
