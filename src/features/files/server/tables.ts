import type { Id } from "#shared/ids.ts";

export interface StoredFileTable {
  territory_id: Id;
  id: Id;
  sha256: string;
  name: string;
  media_type: string;
  bytes: number;
  owner_kind: "report" | "paper" | "import" | null;
  owner_id: Id | null;
  uploaded_by: Id;
  uploaded_at: Date;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    stored_file: StoredFileTable;
  }
}
