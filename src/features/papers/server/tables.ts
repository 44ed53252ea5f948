import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

export interface PaperTable {
  territory_id: Id;
  id: Id;
  kind: "directive" | "minutes" | "note" | "agreement" | "regulation" | "plan" | "report" | "other";
  number: Generated<string>;
  dated_on: LocalDate | null;
  title: string;
  issuer_organisation_id: Id | null;
  file_id: Id | null;
  version: Generated<number>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    paper: PaperTable;
  }
}
