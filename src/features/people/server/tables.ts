import type { Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

export interface PersonTable {
  id: Id;
  family_name: string;
  given_name: string;
  patronymic: Generated<string>;
  phone: Generated<string>;
  /** when the personal data were destroyed: the row stays so that reports keep their author */
  destroyed_at: Generated<Date | null>;
  version: Generated<number>;
}

export interface AccountTable {
  id: Id;
  person_id: Id;
  login: string;
  status: Generated<"invited" | "active" | "closed">;
  created_at: Generated<Date>;
  version: Generated<number>;
}

export interface MembershipTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  organisation_id: Id;
  position: string;
  from_on: LocalDate;
  to_on: LocalDate | null;
  version: Generated<number>;
}

export interface RoleAssignmentTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  role:
    | "administrator"
    | "region_specialist"
    | "region_expert"
    | "officer"
    | "methodologist"
    | "authority_head"
    | "school_head"
    | "deputy"
    | "curator"
    | "network_administrator"
    | "community_head"
    | "teacher"
    | "reader";
  organisation_id: Id | null;
  from_on: LocalDate;
  to_on: LocalDate | null;
  paper_id: Id | null;
  version: Generated<number>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    person: PersonTable;
    account: AccountTable;
    membership: MembershipTable;
    role_assignment: RoleAssignmentTable;
  }
}
