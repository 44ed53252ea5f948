import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { addressWords } from "#features/people/model/address-class.ts";
import type { HeldSection } from "../model/contract.ts";
import type { Telling } from "../model/held-table.ts";

interface Kept {
  readonly kind: string;
  readonly said: string;
  readonly at: Date;
  readonly until: Date | null;
}

const KINDS: Readonly<Record<string, { readonly title: string; readonly said: string | null }>> = {
  password: { title: "Пароль (хранится только отпечаток)", said: null },
  session: { title: "Открытые входы", said: "Устройство" },
  link: { title: "Ссылки для входа (хранится только отпечаток)", said: "Вид" },
  token: { title: "Ключи для программ (хранится только отпечаток)", said: "Назначение" },
  factor: { title: "Второй шаг входа (тайное значение зашифровано)", said: null },
  foreign: { title: "Вход через внешнюю учётную запись", said: "Через кого" },
  feed: { title: "Ссылки на календарь (хранится только отпечаток)", said: null },
  answer: { title: "Ответы программы, сохранённые на случай повтора запроса", said: "Действие" },
};

/** What is kept for entering the system: that it is there and since when, never the secret. */
export async function accessSections(
  tx: Tx,
  personId: Id,
  told: (value: unknown, telling: Telling) => string,
  most: number | null,
): Promise<HeldSection[]> {
  const { rows: ways } = await sql<Kept>`select * from access_kept(${personId})`.execute(tx);
  const feeds = await sql<Kept>`
    select 'feed' as kind, '' as said, made_at as at, revoked_at as until from feeds_kept(${personId})`.execute(tx);
  const rows = [...ways, ...feeds.rows];
  return [...new Set(rows.map((row) => row.kind))].map((kind) => {
    const { title, said } = KINDS[kind] ?? { title: kind, said: null };
    const own = rows.filter((row) => row.kind === kind);
    return {
      title,
      onDestruction: "Удаляются",
      total: own.length,
      heads: [...(said ? [said] : []), "С", "До"],
      rows: own
        .slice(0, most ?? undefined)
        .map((row) => [
          ...(said
            ? [kind === "session" ? sessionInWords(row.said) : told(row.said, kind === "answer" ? "action" : "text")]
            : []),
          told(row.at, "instant"),
          told(row.until, "instant"),
        ]),
    };
  });
}

/** «Mozilla/5.0 …, local»: the device as it named itself, and from what network, the latter in words. */
function sessionInWords(said: string): string {
  const [, agent, place] = /^(?:([^]*), )?(computer|local|[^,\s]+\*)$/.exec(said) ?? [];
  return place === undefined ? said : [agent, addressWords(place)].filter(Boolean).join(", ");
}
