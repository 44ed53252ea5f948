import type { Id } from "#shared/ids.ts";

export interface NoticeTable {
  territory_id: Id;
  id: Id;
  person_id: Id;
  kind: string;
  text: string;
  link: string;
  created_at: Date;
  read_at: Date | null;
  dedupe_key: string | null;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    notice: NoticeTable;
  }
}
