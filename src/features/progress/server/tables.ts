import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";

export interface PhoneCallTable {
  territory_id: Id;
  id: Id;
  organisation_id: Id;
  called_by: Id;
  called_at: Date;
  note: Generated<string>;
}

export interface WatchTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  organisation_id: Id | null;
  programme_id: Id | null;
  measure_id: Id | null;
  watched_at: Date;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    phone_call: PhoneCallTable;
    watch: WatchTable;
  }
}
