import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { papersOf } from "#features/papers/server/public.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { canAmendProgramme } from "../model/policy.ts";
import { programmeYears } from "../model/programme-years.ts";
import { differenceOf, isNothing } from "../model/redaction-difference.ts";
import type {
  RedactionDifference,
  RedactionHead,
  RedactionItem,
  RedactionList,
  RedactionPage,
} from "../model/redaction-seen.ts";
import { stateOn } from "../model/redaction-state.ts";
import { redactionName } from "../model/redaction-words.ts";
import { contentStamp } from "./content-stamp.ts";
import { factsOf, loadProgramme } from "./load-programme.ts";
import { standingAmong, standingOf } from "./redaction-heads.ts";
import { documentOf, redactionRows, standingDocument, type RedactionRecord } from "./redaction-rows.ts";

/** The redactions of a programme, the latest first, with what each changed, and what was edited by hand since the last. */
export async function readRedactions(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
): Promise<RedactionList> {
  const programme = await loadProgramme(context, territoryId, programmeId);
  const rows = await redactionRows(context.tx, territoryId, programmeId);
  const heads = await presentAll(context, territoryId, rows);
  const last = standingAmong(rows).at(-1);
  const mayAmend = canAmendProgramme(context.actor, factsOf(programme));
  const since = last && mayAmend ? differenceOf(documentOf(last), await standingDocument(context, programme)) : null;
  return {
    items: heads.map((head, at) => ({ ...head, counts: countsAt(rows, at) })).reverse(),
    since: since && !isNothing(since) ? since : null,
    stamp: await contentStamp(context.tx, programme),
    today: context.clock.today(await timeZoneOf(context.tx, territoryId)),
    can: { amend: mayAmend },
  };
}

/** One redaction as it was printed. */
export async function readRedaction(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  redactionId: Id,
): Promise<RedactionPage> {
  await loadProgramme(context, territoryId, programmeId);
  const rows = await redactionRows(context.tx, territoryId, programmeId);
  const items = await presentAll(context, territoryId, rows);
  const row = find(rows, redactionId);
  const document = documentOf(row);
  return {
    redaction: items[rows.indexOf(row)]!,
    document: document as RedactionPage["document"],
    years: programmeYears(document),
    others: items
      .filter((one) => one.id !== redactionId)
      .reverse()
      .map((one) => ({ id: one.id, name: redactionName(one) })),
  };
}

/** What the later of two redactions changed in the earlier. */
export async function compareRedactions(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  one: Id,
  other: Id,
): Promise<RedactionDifference> {
  await loadProgramme(context, territoryId, programmeId);
  const rows = await redactionRows(context.tx, territoryId, programmeId);
  const items = await presentAll(context, territoryId, rows);
  const [before, after] = [find(rows, one), find(rows, other)].sort((a, b) => a.number - b.number) as [
    RedactionRecord,
    RedactionRecord,
  ];
  return {
    before: items[rows.indexOf(before)]!,
    after: items[rows.indexOf(after)]!,
    difference: differenceOf(documentOf(before), documentOf(after)),
  };
}

function find(rows: readonly RedactionRecord[], id: Id): RedactionRecord {
  const row = rows.find((one) => one.id === id);
  if (!row) throw commonProblem("not-found");
  return row;
}

async function presentAll(
  context: UseCaseContext,
  territoryId: Id,
  rows: readonly RedactionRecord[],
): Promise<RedactionHead[]> {
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const papers = await papersOf(
    context,
    territoryId,
    rows.flatMap((row) => row.paper_id ?? []),
  );
  const people = await peopleOf(
    context,
    rows.flatMap((row) => row.approved_by ?? []),
  );
  const standing = rows.map(standingOf);
  return rows.map((row, at) => {
    const paper = row.paper_id ? papers.get(row.paper_id) : undefined;
    return {
      id: row.id,
      number: row.number,
      state: stateOn(standing[at]!, standing, today),
      effectiveOn: row.effective_on,
      paper: paper ? { id: paper.id, name: paper.name } : null,
      by: (row.approved_by && people.get(row.approved_by)) || "Ориентир",
      at: row.approved_at.toISOString(),
    };
  });
}

/** What a redaction changed in the one that stood before it. */
function countsAt(rows: readonly RedactionRecord[], at: number): RedactionItem["counts"] {
  const previous = standingAmong(rows.slice(0, at)).at(-1);
  return previous ? differenceOf(documentOf(previous), documentOf(rows[at]!)).counts : null;
}

async function peopleOf({ tx }: UseCaseContext, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .where("id", "in", [...new Set(ids)])
    .selectAll()
    .execute();
  return new Map(rows.map((row) => [row.id, shortName(row)]));
}
