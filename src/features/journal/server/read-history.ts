import { sql, type RawBuilder } from "kysely";
import type { Id } from "#shared/ids.ts";
import { commonProblem, Problem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { History, HistoryQuery } from "../model/contract.ts";
import { EVERYDAY } from "../model/action-groups.ts";
import type { SubjectKind } from "../model/subject-words.ts";
import { countRows, journalRows } from "./journal-rows.ts";
import { presentEntries } from "./present.ts";

/** What a reader sees of a subject whose history is asked: nothing where the subject itself would not open. */
export interface SubjectSeen {
  /** drafts of it are the reader's own affair */
  readonly drafts?: boolean;
  /** obligations that the reader sees of it: what was moved or handed over of them stands in its history too */
  readonly obligations?: readonly Id[];
}

/** Whose question decides whether a subject is seen: each slice answers for its own, refusing as its own page would. */
export type SeeSubject = (
  context: UseCaseContext,
  territoryId: Id,
  subject: { readonly id: Id | undefined; readonly key: string | undefined },
) => Promise<SubjectSeen>;

export interface JournalSights {
  readonly subjects: Readonly<Partial<Record<SubjectKind, SeeSubject>>>;
  /** whether the reader may see this person's own data, in this territory */
  readonly ofPerson: (context: UseCaseContext, territoryId: Id, personId: Id) => Promise<boolean>;
}

const PAGE = 30;
const MOST = 10_000;

/** The history of one object, the latest first; parts of a programme stand in the programme's. */
export async function readHistory(
  context: UseCaseContext,
  { subjects, ofPerson }: JournalSights,
  { territoryId, kind, id, key, page }: HistoryQuery,
): Promise<History> {
  const see = subjects[kind];
  if (!see || (id === undefined && key === undefined)) throw commonProblem("not-found");
  const { drafts = false, obligations = [] } = await see(context, territoryId, { id, key });
  const subject =
    id === undefined
      ? sql`j.subject_kind = ${kind} and j.subject_key = ${key!}`
      : sql`(${ofSubject(kind, id, obligations)})`;
  const where = sql`j.territory_id = ${territoryId} and ${subject}`;
  const rows = await journalRows(context.tx, where, { limit: PAGE, offset: (page - 1) * PAGE });
  return {
    items: await presentEntries(context, territoryId, rows, {
      drafts,
      ofPerson: (personId) => ofPerson(context, territoryId, personId),
    }),
    total: await countRows(context.tx, where, MOST),
    pageSize: PAGE,
  };
}

function ofSubject(kind: SubjectKind, id: Id, obligations: readonly Id[]): RawBuilder<unknown> {
  const itself = sql`j.subject_kind = ${kind} and j.subject_id = ${id}`;
  if (kind === "programme")
    return sql`${itself} or j.programme_id = ${id} and j.subject_kind in ('roadmap', 'section', 'measure')`;
  if (obligations.length > 0)
    return sql`${itself} or j.subject_kind = 'obligation' and j.subject_id = any (${[...obligations]}::uuid[])
      and j.action in ('obligation.move-due', 'obligation.reassign', 'obligation.reassign-undo')`;
  // what was done with their account too
  if (kind === "person")
    return sql`${itself} or j.subject_kind = 'account' and j.subject_id in (select a.id from account a where a.person_id = ${id})
      and not (j.action = any (${[...EVERYDAY]}))`;
  return itself;
}

/** Whether a question is answered rather than refused: what may not be seen reads as what does not exist. */
export async function answers(question: Promise<unknown>): Promise<boolean> {
  try {
    await question;
    return true;
  } catch (fault) {
    if (fault instanceof Problem) return false;
    throw fault;
  }
}
