import type { ColumnName } from "./columns.ts";

/** How a kept value is told to the person. */
export type Telling = "text" | "json" | "action" | "day" | "instant" | "organisation" | "role" | "programme";

export interface HeldTable {
  readonly title: string;
  /** the columns that name the person: «report.author_person_id» */
  readonly by: readonly ColumnName[];
  /** what is told of each row: column of the same table → words and form */
  readonly tells: readonly (readonly [column: string, label: string, telling: Telling])[];
  /** what happens to these rows when the person's data are destroyed */
  readonly onDestruction: string;
  /** has no territory: it is told wherever the person is */
  readonly isGlobal?: true;
}

/** What is told of rows that stay under a pseudonym. */
export const STAYS = "Остаётся без имени: под записью стоит обозначение вместо имени";
