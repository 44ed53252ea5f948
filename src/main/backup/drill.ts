import { join } from "node:path";
import pg from "pg";
import { restoreBackup } from "#platform/backup/restore-backup.ts";
import type { Walked } from "#platform/backup/walk-backup.ts";
import { openFileStore, type FileStore } from "#platform/files/store.ts";
import { sealsFile } from "../program.ts";
import { verifyNow } from "#platform/journal/verify.ts";
import type { RunResult } from "./backup-runs.ts";
import { signsIn } from "./drill-sign-in.ts";
import { NAMED_FILES } from "./plan.ts";
import { openScratch, scratchData } from "./scratch.ts";

/** One line of a drill: what was asked of the restored place, and whether it is as it must be. */
export interface DrillLine {
  readonly what: "tables" | "rows" | "files" | "journal" | "signIn";
  readonly found: number;
  readonly expected: number;
  readonly ok: boolean;
}

export interface DrillRequest {
  readonly path: string;
  readonly secretKey: string | undefined;
  readonly program: string;
  readonly migrations: string;
  /** where room is sought first */
  readonly near: string;
  /** the secret of second factors, for a copy that comes without it */
  readonly installationKey: string | undefined;
}

/**
 * Restores a backup as after a loss, into a database of its own that is thrown away afterwards, and asks it: are all rows, files and the
 * journal there, does somebody sign in. Throws BackupError where the backup cannot be restored at all.
 */
export async function drillBackup(request: DrillRequest): Promise<DrillLine[]> {
  const { path, secretKey, program, migrations } = request;
  const scratch = await openScratch(request.near);
  const dataFolder = scratchData(scratch.folder);
  const openStore = () => openFileStore(join(dataFolder, "files"));
  let lines: DrillLine[] = [];
  try {
    await restoreBackup({
      path,
      secretKey,
      program,
      migrations,
      dataFolder,
      databaseUrl: undefined,
      openStore,
      afterwards: async (url, walked) => {
        lines = await ask(url, walked, await openStore(), dataFolder, request);
      },
      say: () => {},
    });
    return lines;
  } finally {
    await scratch.close();
  }
}

/** What of a drill stands on the page «Состояние». */
export function drillResult(lines: readonly DrillLine[]): RunResult {
  const wrong = lines.filter(({ ok }) => !ok);
  return {
    detail: lines,
    ...(wrong.length > 0 && {
      failed: true,
      sentence: "Учебное восстановление не сошлось с копией. Повторите: npm run orientir -- backup drill.",
    }),
  };
}

async function ask(
  url: string,
  { manifest }: Walked,
  store: FileStore,
  dataFolder: string,
  request: DrillRequest,
): Promise<DrillLine[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const counts: { expected: number; found: number }[] = [];
    for (const { name, rows } of manifest.tables) {
      const counted = await client.query<{ rows: number }>(`select count(*)::int as rows from public."${name}"`);
      counts.push({ expected: rows, found: counted.rows[0]!.rows });
    }
    const same = counts.filter(({ expected, found }) => expected === found).length;
    const verdict = await verifyNow(client, sealsFile(dataFolder, undefined), 0);
    const named = await client.query<{ sha256: string }>(`select sha256 from (${NAMED_FILES}) f where must`);
    let whole = 0;
    for (const { sha256 } of named.rows)
      whole += await store.read(sha256).then(
        () => 1,
        () => 0,
      );
    return [
      line("tables", same, counts.length),
      line("rows", sum(counts.map(({ found }) => found)), sum(counts.map(({ expected }) => expected))),
      line("files", whole, named.rows.length),
      { what: "journal", found: verdict.rows, expected: verdict.rows, ok: verdict.findings.length === 0 },
      line("signIn", (await signsIn(client, url, dataFolder, request)) ? 1 : 0, 1),
    ];
  } finally {
    await client.end();
  }
}

const line = (what: DrillLine["what"], found: number, expected: number): DrillLine => ({
  what,
  found,
  expected,
  ok: found === expected,
});
const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
