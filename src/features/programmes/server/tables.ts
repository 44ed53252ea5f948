import type { ColumnType, Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

export interface ProgrammeTable {
  territory_id: Id;
  id: Id;
  owner_organisation_id: Id | null;
  title: string;
  short_title: string;
  status: Generated<"draft" | "approved" | "running" | "finished">;
  starts_on: LocalDate;
  ends_on: LocalDate;
  year_kind: Generated<"calendar" | "school">;
  goal: Generated<string>;
  tasks: ColumnType<unknown, string | undefined, string>;
  passport: ColumnType<unknown, string | undefined, string>;
  account_moments: ColumnType<unknown, string | undefined, string>;
  officer_person_id: Id | null;
  paper_id: Id | null;
  approved_at: Date | null;
  created_at: Date;
  version: Generated<number>;
}

export interface RoadmapTable {
  territory_id: Id;
  id: Id;
  programme_id: Id;
  title: string;
  ordinal: number;
  columns: ColumnType<unknown, string | undefined, string>;
  import_id: Id | null;
  closed_at: Date | null;
  version: Generated<number>;
}

export interface SectionTable {
  territory_id: Id;
  id: Id;
  roadmap_id: Id;
  parent_id: Id | null;
  number: Generated<string>;
  title: string;
  ordinal: number;
  source: ColumnType<unknown, string | null | undefined, string | null>;
  closed_at: Date | null;
  version: Generated<number>;
}

export interface MeasureTable {
  territory_id: Id;
  id: Id;
  programme_id: Id;
  roadmap_id: Id;
  section_id: Id | null;
  number: Generated<string>;
  title: string;
  level: Generated<string>;
  due_text: Generated<string>;
  cadence: ColumnType<unknown, string | undefined, string>;
  result: Generated<string>;
  report_document: Generated<string>;
  responsible_text: Generated<string>;
  participants_text: Generated<string>;
  reporting: Generated<"each" | "first">;
  account_moments: ColumnType<unknown, string | null | undefined, string | null>;
  ordinal: number;
  source: ColumnType<unknown, string | null | undefined, string | null>;
  closed_at: Date | null;
  /** what was due before this day stands as it was: the plan speaks of the days from it on */
  binds_from: ColumnType<LocalDate | null, LocalDate | null | undefined, LocalDate | null>;
  version: Generated<number>;
}

export interface MeasurePartyTable {
  territory_id: Id;
  id: Id;
  measure_id: Id;
  name: string;
  part: "accountable" | "assignee" | "coAssignee" | "participant";
  audience: ColumnType<unknown, string | null | undefined, string | null>;
  ordinal: number;
}

export interface PlannedValueTable {
  territory_id: Id;
  id: Id;
  measure_id: Id;
  label: Generated<string>;
  unit: Generated<"count" | "percent">;
  aggregation: "eachYear" | "sum" | "atLeast" | "share";
  sub_group: Generated<string>;
  total_text: Generated<string>;
  total_value: number | null;
  ordinal: number;
}

export interface PlannedYearTable {
  territory_id: Id;
  planned_value_id: Id;
  year: number;
  text: Generated<string>;
  value: number | null;
  at_least: Generated<boolean>;
}

export interface MeasurePaperTable {
  territory_id: Id;
  measure_id: Id;
  paper_id: Id;
}

export interface ProgrammeChangeTable {
  territory_id: Id;
  id: Id;
  programme_id: Id;
  person_id: Id;
  at: Date;
  label: string;
  rows: ColumnType<unknown, string, string>;
  undone_at: Date | null;
}

export interface RedactionTable {
  territory_id: Id;
  id: Id;
  programme_id: Id;
  number: number;
  paper_id: Id | null;
  effective_on: LocalDate;
  approved_at: Date;
  approved_by: Id | null;
  import_id: Id | null;
  change_id: Id | null;
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  document: ColumnType<unknown, string, string>;
}

export interface PauseTable {
  territory_id: Id;
  id: Id;
  programme_id: Id;
  measure_id: Id | null;
  from_on: LocalDate;
  reason: string;
  paper_id: Id | null;
  paused_by: Id;
  paused_at: Date;
  resumed_on: ColumnType<LocalDate | null, never, LocalDate>;
  resumed_by: ColumnType<Id | null, never, Id>;
  resumed_at: ColumnType<Date | null, never, Date>;
  version: Generated<number>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    programme: ProgrammeTable;
    roadmap: RoadmapTable;
    section: SectionTable;
    measure: MeasureTable;
    measure_party: MeasurePartyTable;
    planned_value: PlannedValueTable;
    planned_year: PlannedYearTable;
    measure_paper: MeasurePaperTable;
    programme_change: ProgrammeChangeTable;
    redaction: RedactionTable;
    pause: PauseTable;
  }
}
