import type { ColumnType, Generated } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";

export interface TerritoryTable {
  id: Id;
  kind: "region" | "municipality";
  parent_id: Id | null;
  name: string;
  short_name: string;
  time_zone: Generated<string>;
  is_demo: Generated<boolean>;
  version: Generated<number>;
}

export interface OrganisationTable {
  id: Id;
  territory_id: Id;
  kind:
    | "school"
    | "kindergarten"
    | "additional_education"
    | "methodological_centre"
    | "authority"
    | "culture"
    | "sport"
    | "enterprise"
    | "university"
    | "regional_institute";
  name: string;
  short_name: string;
  inn: string | null;
  address: Generated<string>;
  phone: Generated<string>;
  email: Generated<string>;
  closed_on: LocalDate | null;
  version: Generated<number>;
}

export interface DesignationTable {
  territory_id: Id;
  id: Id;
  organisation_id: Id;
  kind: "low_results" | "adverse_conditions" | "lead_school" | "resource_school" | "internship_site";
  from_on: LocalDate;
  to_on: LocalDate | null;
  paper_id: Id | null;
  version: Generated<number>;
}

export interface RoleCodeTable {
  territory_id: Id;
  match_key: string;
  code: string;
  audience: ColumnType<unknown, string, string>;
  version: Generated<number>;
}

export interface SettingTable {
  key: string;
  value: ColumnType<unknown, string, string>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    territory: TerritoryTable;
    organisation: OrganisationTable;
    designation: DesignationTable;
    role_code: RoleCodeTable;
    setting: SettingTable;
  }
}
