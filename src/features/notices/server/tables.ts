import type { Generated } from "kysely";
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
  /** what a letter says in place of `text` */
  letter_text: Generated<string | null>;
  /** when it was put into a letter, or was told to need none */
  lettered_at: Generated<Date | null>;
}

declare module "#platform/db/tables.ts" {
  interface Tables {
    notice: NoticeTable;
  }
}
