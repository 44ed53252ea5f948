import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

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

/** Figures of one bearer on one day; of a territory all stand on the same one. */
export interface KeptFigureTable {
  territory_id: Id;
  bearer_key: string;
  span: "all" | "month";
  on_day: LocalDate;
  due: number;
  planned: number;
  accepted: number;
  late: number;
  soon: number;
  ahead: number;
  submitted: number;
  returned: number;
  paused: number;
  not_applicable: number;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    kept_figure: KeptFigureTable;
    phone_call: PhoneCallTable;
    watch: WatchTable;
  }
}
