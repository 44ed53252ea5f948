import { describe, expect, it } from "vitest";
import type { InstallationView, Run } from "./contract.ts";
import { judge } from "./judge.ts";

const AT = "2026-11-22T06:00:00.000Z";
const GIGABYTE = 1024 ** 3;
const run = (more: Partial<Run> = {}): Run => ({
  dueAt: "2026-11-22T00:00:00.000Z",
  startedAt: "2026-11-22T00:00:05.000Z",
  finishedAt: "2026-11-22T00:01:00.000Z",
  outcome: "done",
  file: "orientir-2026-11-22T00-00-05Z.tar.age",
  bytes: 1000,
  sentence: null,
  ...more,
});
const copy = { version: "0.1.0", startedAt: AT, seenAt: AT, diskFree: 300 * GIGABYTE, diskTotal: 500 * GIGABYTE };
const WELL: InstallationView = {
  at: AT,
  copies: [copy],
  database: { version: "18.4", bytes: 1, migrations: 20 },
  jobs: { waiting: 2, oldestSeconds: 5, dead: 0 },
  files: { unchecked: 0 },
  backup: { scheduled: true, nextAt: "2026-11-23T00:00:00.000Z", last: run(), lastDone: run() },
  drill: { asked: true, last: run({ file: null }) },
};

describe("the verdict on an installation", () => {
  it("finds nothing where all is well", () => {
    expect(judge(WELL).map(({ subject, verdict }) => [subject, verdict])).toEqual(
      ["program", "disk", "jobs", "backup", "drill"].map((subject) => [subject, "well"]),
    );
  });

  const backup = (more: Partial<InstallationView["backup"]>) => ({ backup: { ...WELL.backup, ...more } });
  it.each<[string, Partial<InstallationView>, string, string, RegExp]>([
    ["no copy tells of itself", { copies: [] }, "program", "doubtful", /три минуты/],
    [
      "a silent copy",
      { copies: [{ ...copy, seenAt: "2026-11-22T05:50:00.000Z" }] },
      "program",
      "doubtful",
      /три минуты/,
    ],
    ["two versions", { copies: [copy, { ...copy, version: "0.2.0" }] }, "program", "doubtful", /разных версий/],
    ["a disk nearly full", { copies: [{ ...copy, diskFree: GIGABYTE / 2 }] }, "disk", "bad", /меньше 1 ГБ/],
    ["a disk filling up", { copies: [{ ...copy, diskFree: 10 * GIGABYTE }] }, "disk", "doubtful", /десятой части/],
    ["jobs that failed for good", { jobs: { waiting: 0, oldestSeconds: 0, dead: 1 } }, "jobs", "bad", /Разберите/],
    ["jobs that wait long", { jobs: { waiting: 1, oldestSeconds: 700, dead: 0 } }, "jobs", "doubtful", /дольше/],
    ["files that nobody checks", { files: { unchecked: 2 } }, "files", "doubtful", /^2\sфайла ждут .* StreamMaxLength/],
    [
      "no schedule",
      backup({ scheduled: false, nextAt: null, last: null, lastDone: null }),
      "backup",
      "bad",
      /ORIENTIR_BACKUP_AT/,
    ],
    ["a fresh one by hand", backup({ scheduled: false, nextAt: null }), "backup", "doubtful", /ORIENTIR_BACKUP_AT/],
    [
      "an old one by hand",
      backup({ scheduled: false, nextAt: null, lastDone: run({ startedAt: "2026-11-19T00:00:00.000Z" }) }),
      "backup",
      "bad",
      /двух суток.*ORIENTIR_BACKUP_AT/,
    ],
    ["none yet", backup({ last: null, lastDone: null }), "backup", "doubtful", /ещё не сделана/],
    [
      "a failed one",
      backup({ last: run({ outcome: "failed", sentence: "Кончилось место." }) }),
      "backup",
      "bad",
      /не получилась\. Кончилось место/,
    ],
    ["one cut off", backup({ last: run({ outcome: "cut" }) }), "backup", "bad", /остановилась/],
    ["an old one", backup({ lastDone: run({ startedAt: "2026-11-19T00:00:00.000Z" }) }), "backup", "bad", /двух суток/],
    ["lost files", backup({ lastDone: run({ sentence: "Нет файла." }) }), "backup", "bad", /^Нет файла\.$/],
    ["an open one", backup({ lastDone: run({ file: "orientir.tar" }) }), "backup", "doubtful", /не зашифрована/],
    ["a drill never asked", { drill: { asked: false, last: null } }, "drill", "doubtful", /ORIENTIR_BACKUP_DRILL/],
    ["a drill to come", { drill: { asked: true, last: null } }, "drill", "doubtful", /ещё не было/],
    [
      "a drill long ago",
      { drill: { asked: true, last: run({ startedAt: "2026-11-10T00:00:00.000Z" }) } },
      "drill",
      "doubtful",
      /больше недели/,
    ],
    [
      "a drill that failed",
      { drill: { asked: true, last: run({ outcome: "failed" }) } },
      "drill",
      "bad",
      /не завершилось/,
    ],
  ])("tells of %s", (_, change, subject, verdict, sentence) => {
    const found = judge({ ...WELL, ...change }).find((one) => one.subject === subject);
    expect(found).toMatchObject({ verdict, sentence: expect.stringMatching(sentence) });
  });
});
