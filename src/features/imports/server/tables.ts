import type { ColumnType, Generated } from "kysely";
import type { Id } from "#shared/ids.ts";

export interface DocumentImportTable {
  territory_id: Id;
  id: Id;
  programme_id: Id | null;
  /** the programme in force that the document amends; null: it becomes a programme of its own */
  amends_programme_id: ColumnType<Id | null, Id | null | undefined, Id | null>;
  pairs: ColumnType<unknown, string | undefined, string>;
  owner_organisation_id: Id | null;
  file_id: Id | null;
  name: string;
  sha256: string;
  status: "reading" | "review" | "approved" | "failed" | "cancelled";
  stage: Generated<string>;
  problem: ColumnType<unknown, string | null | undefined, string | null>;
  grids: ColumnType<unknown, string | null | undefined, string | null>;
  reading: ColumnType<unknown, string | null | undefined, string | null>;
  settings: ColumnType<unknown, string | undefined, string>;
  decisions: ColumnType<unknown, string | undefined, string>;
  created_by: Id;
  created_at: Date;
  version: Generated<number>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    document_import: DocumentImportTable;
  }
}
