import type { Id } from "#shared/ids.ts";

interface BackupRunTable {
  id: Id;
  kind: "backup" | "drill";
  due_at: Date;
  started_at: Date;
  beat_at: Date;
  finished_at: Date | null;
  outcome: "done" | "failed" | null;
  tries: number;
  file: string | null;
  bytes: number | null;
  sentence: string | null;
  detail: unknown;
}

interface ProgramCopyTable {
  id: Id;
  version: string;
  started_at: Date;
  seen_at: Date;
  disk_free: number;
  disk_total: number;
  next_backup_at: Date | null;
  drills: boolean;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    backup_run: BackupRunTable;
    program_copy: ProgramCopyTable;
  }
}
