import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { FoundGroup, Hit } from "../model/contract.ts";
import { hitWords, type Told } from "../model/hit-words.ts";
import type { FoundKind } from "../model/kinds.ts";
import { excerptOf, hasAll, hasFound, piecesOf } from "../model/pieces.ts";
import { detailsOf, newestSeen } from "./kind-rows.ts";
import type { Question } from "./question.ts";
import type { seenOf } from "./seen.ts";

/** Rows of one kind that are counted and put in order; whoever has more is asked for more words. */
const MOST = 1000;
/** letters before the first word in a piece of text, and the whole piece */
const BEFORE = 70;
const PIECE = 240;

interface FoundRow {
  readonly id: Id;
  readonly territory_id: Id;
  readonly total: number;
  readonly title: string | null;
  readonly told: Told[FoundKind];
  readonly cut: string;
  readonly starts: boolean;
  readonly ends: boolean;
}

/**
 * The rows of a kind that answer the question and that the actor sees: those whose title is what was asked, then those whose title begins
 * so, has the words, only their text has them; of equals the newest.
 */
export async function findKind(
  tx: Tx,
  kind: FoundKind,
  question: Question,
  seen: ReturnType<typeof seenOf>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<FoundGroup> {
  const { query, key, sought } = question;
  const first = sought.stems.concat(sought.beginning ?? []).join("|");
  const { rows } = await sql<FoundRow>`
    with seen as (${newestSeen(kind, sql`found_texts(${kind}, ${query}::tsquery)`, seen[kind], MOST + 1)}),
    ranked as (select *, case when search_key(title) = ${key} then 0 when starts_with(search_key(title), ${key}) then 1
        when search_words(title, '') @@ ${query}::tsquery then 2 else 3 end as rank from seen),
    page as (select id, territory_id, title, count(*) over ()::int as total, row_number() over (order by rank, id desc) as place
      from ranked order by rank, id desc limit ${limit} offset ${offset}),
    told as (${detailsOf(kind, seen.standing)})
    select told.id, told.territory_id, told.total, told.title, told.told, at <= ${BEFORE} as starts,
      substr(told.body, greatest(at - ${BEFORE}, 1), ${PIECE}) as cut, greatest(at - ${BEFORE}, 1) + ${PIECE} > length(told.body) as ends
    from told, regexp_instr(search_letters(told.body), ${`\\m(?:${first})`}) as at order by told.place`.execute(tx);
  const counted = rows[0]?.total ?? 0;
  return {
    kind,
    total: Math.min(counted, MOST),
    beyond: counted > MOST,
    hits: rows.map((found) => present(kind, found, question)),
  };
}

function present(kind: FoundKind, row: FoundRow, { sought }: Question): Hit {
  const title = piecesOf(row.title ?? "", sought);
  const text = piecesOf(excerptOf(row.cut, row), sought);
  const words = hitWords(kind, row.told as never, row.territory_id, row.id);
  return { kind, id: row.id, ...words, title, text: hasFound(text) && !hasAll(title, sought) ? text : [] };
}
