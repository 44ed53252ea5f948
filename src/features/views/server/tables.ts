import type { Generated, Selectable } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { ListKey, ViewFilter } from "../model/lists.ts";

export interface SavedViewTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  list: ListKey;
  name: string;
  filter: ViewFilter;
  shared: boolean;
  opens: boolean;
  made_at: Date;
  closed_at: Date | null;
  version: Generated<number>;
}
export type SavedViewRecord = Selectable<SavedViewTable>;

declare module "#platform/db/tables.ts" {
  interface Tables {
    saved_view: SavedViewTable;
  }
}
