import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

export interface ObligationTable {
  territory_id: Id;
  id: Id;
  origin_kind: Generated<"measure">;
  programme_id: Id;
  measure_id: Id;
  bearer_kind: "organisation" | "person" | "community" | "territory";
  bearer_organisation_id: Id | null;
  bearer_person_id: Id | null;
  bearer_key: string;
  part: "accountable" | "assignee" | "coAssignee";
  occurrence_key: string;
  opens_on: LocalDate;
  due_on: LocalDate;
  due_moved: Generated<boolean>;
  required: Generated<number>;
  delegated_to: Id | null;
  closed_at: Date | null;
  close_reason: string | null;
  /** its report is accepted: `markAccepted` */
  accepted: Generated<boolean>;
  /** the row that a person took it over from */
  reassigned_from: Generated<Id | null>;
  reassigned_at: Generated<Date | null>;
  created_at: Date;
  version: Generated<number>;
}

export interface ObligationChangeTable {
  territory_id: Id;
  id: Generated<Id>;
  bearer_key: string;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    obligation: ObligationTable;
    obligation_change: ObligationChangeTable;
  }
}
