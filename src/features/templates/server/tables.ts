import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";

export interface ProgrammeTemplateTable {
  territory_id: Id;
  id: Id;
  owner_organisation_id: Id | null;
  title: string;
  about: Generated<string>;
  body: unknown;
  made_from: Id | null;
  made_by: Id | null;
  made_at: Date;
  closed_at: Date | null;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    programme_template: ProgrammeTemplateTable;
  }
}
