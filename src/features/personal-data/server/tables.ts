import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { ConsentKind } from "../model/consent.ts";
import type { DestructionReason } from "../model/destruction.ts";
import type { RequestKind } from "../model/requests.ts";

interface ConsentTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  kind: ConsentKind;
  edition: string;
  given_at: Date;
  given_how: "program" | "paper";
  given_paper: Generated<string>;
  given_by: Id;
  withdrawn_at: Date | null;
  withdrawn_how: "program" | "paper" | null;
  withdrawn_paper: Generated<string>;
  withdrawn_by: Id | null;
}

export interface DataRequestTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  kind: RequestKind;
  text: string;
  state: Generated<"open" | "done" | "refused">;
  asked_on: LocalDate;
  due_on: LocalDate;
  asked_at: Date;
  answer: Generated<string>;
  settled_at: Date | null;
  settled_by: Id | null;
  version: Generated<number>;
}

export interface DestructionTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  at: Date;
  on_day: LocalDate;
  made_by: Id;
  reason: DestructionReason;
  basis: Generated<string>;
  erased: unknown;
  copies_until: LocalDate | null;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    consent: ConsentTable;
    data_request: DataRequestTable;
    destruction: DestructionTable;
  }
}
