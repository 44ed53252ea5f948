import type { ColumnType, Generated } from "kysely";
import type { Id } from "#shared/ids.ts";

export interface SchoolCalendarTable {
  territory_id: Id;
  school_year: number;
  terms: ColumnType<unknown, string, string>;
  version: Generated<number>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    school_calendar: SchoolCalendarTable;
  }
}
