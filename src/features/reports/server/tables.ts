import type { Generated, Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

export interface ReportTable {
  territory_id: Id;
  id: Id;
  organisation_id: Id | null;
  state: "draft" | "submitted" | "returned" | "accepted";
  kind: Generated<"done" | "notApplicable">;
  text: Generated<string>;
  done_on: LocalDate | null;
  reason: Generated<string>;
  author_person_id: Id;
  created_at: Date;
  saved_at: Date;
  submitted_at: Date | null;
  decided_at: Date | null;
  decided_by: Id | null;
  remark: Generated<string>;
  /** the earlier report whose words it was begun with */
  based_on: Generated<Id | null>;
  basis_confirmed: Generated<boolean>;
  version: Generated<number>;
}

export interface SavedRemarkTable {
  territory_id: Id;
  id: Id;
  owner_organisation_id: Id | null;
  text: string;
  uses: Generated<number>;
  used_at: Date | null;
  made_by: Id;
  made_at: Date;
  closed_at: Date | null;
  version: Generated<number>;
}
export type SavedRemarkRecord = Selectable<SavedRemarkTable>;

export interface ReportObligationTable {
  territory_id: Id;
  report_id: Id;
  obligation_id: Id;
}

export interface ReportValueTable {
  territory_id: Id;
  report_id: Id;
  obligation_id: Id;
  planned_value_id: Id;
  /** of the plan it stands beside */
  year: number;
  value: number;
  denominator: number | null;
}

export interface EvidenceTable {
  territory_id: Id;
  id: Id;
  report_id: Id;
  kind: "file" | "paper" | "link";
  file_id: Id | null;
  paper_id: Id | null;
  url: string | null;
  ordinal: number;
}

export interface ReportStepTable {
  territory_id: Id;
  id: Id;
  report_id: Id;
  step: "submit" | "withdraw" | "return" | "accept" | "reopen" | "delegate";
  person_id: Id;
  at: Date;
  remark: Generated<string>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    report: ReportTable;
    saved_remark: SavedRemarkTable;
    report_obligation: ReportObligationTable;
    report_value: ReportValueTable;
    evidence: EvidenceTable;
    report_step: ReportStepTable;
  }
}
