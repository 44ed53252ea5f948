import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientBase } from "pg";
import { SECRET_FILE } from "#platform/auth/keys.ts";
import type { BackupPlan, BesideFile } from "#platform/backup/plan.ts";
import type { FileStore } from "#platform/files/store.ts";
import { lineOf, readLines } from "#platform/journal/seal-file.ts";
import { installationZone } from "./moment.ts";

/** Where the journal's seals stand in a copy: in the data folder, wherever the settings keep them. */
export const SEALS_FILE = "journal/seals.jsonl";

/** A seal stands outside the database within seconds of the database; one that never comes is the verifier's to tell. */
const PATIENCE_MS = 6000;

/** Rows that mean nothing elsewhere or later: open and half-open sign-ins, processes and what they do now, runs of backups themselves. */
const LEFT_OUT = ["session", "sign_in_step", "worker_process", "job_run", "backup_run", "program_copy"];

/**
 * Contents that rows name, and whether each must be there: a picture of a first page is drawn anew where it is gone, so its loss is none of
 * the backup.
 */
export const NAMED_FILES = `select distinct sha256 collate "C" as sha256,
  sha256 not in (select sha256 from file_preview except select sha256 from stored_file) as must
  from named_content order by 1`;

export interface PlanParts {
  readonly files: Pick<FileStore, "read">;
  readonly dataFolder: string;
  /** file of the journal's seals */
  readonly seals: string;
  readonly encrypted: boolean;
}

/**
 * What a backup of this program holds (decision 019). Sessions are left out: a copy in foreign hands opens nobody's account. The secret that
 * second factors are sealed with goes into an encrypted copy only: beside what it seals it would seal nothing.
 */
export function backupPlan({ files, dataFolder, seals, encrypted }: PlanParts): BackupPlan {
  return {
    files,
    fileNames: NAMED_FILES,
    leftOut: LEFT_OUT,
    jobsTable: "restored_job",
    timeZone: installationZone,
    async beside(client) {
      return [...(await sealsOf(client, seals)), ...(encrypted ? await fileOf(dataFolder, SECRET_FILE) : [])];
    },
  };
}

/** The record of seals up to the last one that the snapshot holds: with more or with less of them the restored journal would not verify. */
async function sealsOf(client: ClientBase, path: string): Promise<BesideFile[]> {
  const { rows } = await client.query<{ no: number }>("select coalesce(max(no), 0)::int as no from journal_seal");
  const last = rows[0]!.no;
  if (last === 0) return [];
  const until = Date.now() + PATIENCE_MS;
  let lines = await readLines(path);
  while (!lines.some(({ seal }) => seal && seal.no >= last) && Date.now() < until) {
    await new Promise((wait) => setTimeout(wait, 200));
    lines = await readLines(path);
  }
  const content = lines.flatMap(({ seal }) => (seal && seal.no <= last ? [lineOf(seal)] : [])).join("");
  return content === "" ? [] : [{ name: SEALS_FILE, content: Buffer.from(content, "utf8") }];
}

async function fileOf(folder: string, name: string): Promise<BesideFile[]> {
  const content = await readFile(join(folder, name)).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return undefined;
    throw fault;
  });
  return content ? [{ name, content }] : [];
}
