import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import { answeringFor as answering } from "./answering-for.ts";
import { awaitingDecision as awaiting } from "./awaiting-decision.ts";
import { openAt as open, owedAt as owed } from "./home.ts";
import { loadPlanned } from "./load-plan.ts";
import { plannedValuesOf as plannedValues } from "./planned-values.ts";
import { pauseCovers as covers, pausedSql as pausedCondition } from "./paused.ts";
import { markAccepted as mark } from "./mark-accepted.ts";
import { planDiffOf as planDiff } from "./plan-diff.ts";
import { ANY_BEARER as anyBearer, tellAllChanged as allChanged, tellChanged as someChanged } from "./tell-changed.ts";
import {
  checkersOfEach as checkers,
  answerersOf as answerers,
  holdersOfRoles as holders,
  workersOf as workers,
} from "./people-of.ts";
import { seenBy as seen, selectObligations as select } from "./obligation-rows.ts";
import {
  isPaused as paused,
  placeOf as place,
  bearerNameOf as bearerName,
  presentObligation as present,
} from "./present-obligation.ts";
export { namedBy } from "./named-by.ts";

/** Everything other slices may ask of obligations. */
export type { ObligationRecord, ObligationQuery } from "./obligation-rows.ts";

/** Obligations of a territory with measure `m`, programme `p`, bearer `b` and live report `r` joined; filter it further. */
export const selectObligations = select;
/** The condition under which an actor sees a row of `selectObligations`. */
export const seenBy = seen;
/** Whether a row stands still on the day with its programme or measure. */
export const isPaused = paused;
/** The same as a condition over `o`. */
export const pausedSql = pausedCondition;
/** Whether the pause `x` is over `o`, by the due day that it has or had. */
export const pauseCovers = covers;
/** A row's place for the questions of `model/policy.ts`. */
export const placeOf = place;
/** Whose a row is, by name. */
export const bearerNameOf = bearerName;
/** A row as JSON, with `can`. */
export const presentObligation = present;
/** Obligations whose submitted report waits for this actor. */
export const awaitingDecision = awaiting;
/** What one place owes, of any state: an organisation, or the person's own place at the territory. */
export const owedAt = owed;
/** The same, what is neither closed nor accepted. */
export const openAt = open;
/** The plans that obligations answer, by obligation. */
export const plannedValuesOf = plannedValues;
/** Who does the work of an organisation on the day. */
export const workersOf = workers;
/** Who checks the reports of each programme of these obligations. */
export const checkersOfEach = checkers;
/** Who holds one of the roles on a day. */
export const holdersOfRoles = holders;
/** Who answers for obligations, by obligation, with the heads above whoever was named. */
export const answeringFor = answering;
/** Heads and deputies of organisations. */
export const answerersOf = answerers;

/** Notes with obligations that their report is accepted, or is so no more. */
export const markAccepted = mark;
/** Notes in the transaction of a change whose figures are to be counted anew: the bearers' of these obligations. */
export const tellChanged = someChanged;
/** The same of everybody in the territory. */
export const tellAllChanged = allChanged;
/** The key under which a change of everybody's is noted. */
export const ANY_BEARER = anyBearer;

/** A programme with its open measures as `planDiffOf` takes them; undefined where there is none. Asks no rights. */
export const plannedProgramme = loadPlanned;

/** What a plan that is not in force yet would change in what is owed now; nothing is kept. Asks no rights: the caller has its own. */
export const planDiffOf = planDiff;

/** How many reports of any state a programme has. Asks no rights. */
export async function reportsOf(tx: Tx, territoryId: Id, programmeId: Id): Promise<number> {
  const { reports } = await tx
    .selectFrom("report_obligation as ro")
    .innerJoin("obligation as o", (join) =>
      join.onRef("o.territory_id", "=", "ro.territory_id").onRef("o.id", "=", "ro.obligation_id"),
    )
    .where("ro.territory_id", "=", territoryId)
    .where("o.programme_id", "=", programmeId)
    .select((of) => of.fn.count<number>("ro.report_id").distinct().as("reports"))
    .executeTakeFirstOrThrow();
  return Number(reports);
}

/** The obligations given, as records, those of the territory that exist. */
export async function obligationsById(tx: Tx, territoryId: Id, ids: readonly Id[]) {
  return ids.length === 0 ? [] : byId(tx, { territoryId, ids });
}

const byId = hot((tx, { territoryId, ids }: { readonly territoryId: Id; readonly ids: readonly Id[] }) =>
  select(tx, territoryId).where("o.id", "in", ids).orderBy("o.due_on").orderBy("o.id"),
);

/** Keeps obligations from being closed, moved or handed over until the commit. Ask the policy first: only writers can lock. */
export async function lockObligations(tx: Tx, territoryId: Id, ids: readonly Id[]): Promise<void> {
  await locked(tx, { territoryId, ids });
}

const locked = hot((tx, { territoryId, ids }: { readonly territoryId: Id; readonly ids: readonly Id[] }) =>
  tx
    .selectFrom("obligation")
    .select("id")
    .where("territory_id", "=", territoryId)
    .where("id", "in", ids)
    .orderBy("id")
    .forUpdate(),
);
