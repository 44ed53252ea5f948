import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BackupPlan, BesideFile } from "#platform/backup/plan.ts";
import { SECRET_FILE } from "#platform/auth/keys.ts";
import type { FileStore } from "#platform/files/store.ts";

/**
 * What a backup of this program holds (decision 019). Sessions are left out: a copy in foreign hands opens nobody's account. The secret that
 * second factors are sealed with goes only into an encrypted copy.
 */
export function backupPlan(files: Pick<FileStore, "read">, dataFolder: string, encrypted: boolean): BackupPlan {
  return {
    files,
    fileNames: `select distinct sha256 collate "C" from stored_file order by 1`,
    leftOut: ["session", "backup_run", "program_copy"],
    jobsTable: "restored_job",
    async beside() {
      return encrypted ? fileOf(dataFolder, SECRET_FILE) : [];
    },
  };
}

async function fileOf(folder: string, name: string): Promise<BesideFile[]> {
  const content = await readFile(join(folder, name)).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return undefined;
    throw fault;
  });
  return content ? [{ name, content }] : [];
}
