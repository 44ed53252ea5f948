import { createHash } from "node:crypto";
import { sql } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Assignment, PersonActor, Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { takeGuess } from "#platform/auth/guesses.ts";
import { networkOf } from "#platform/auth/network-of.ts";
import { tokenHash } from "#platform/auth/secrets.ts";
import type { Clock } from "#platform/clock/clock.ts";
import { enterReach, type Tx } from "#platform/db/database.ts";
import type { BeforeRequest, RawReply, RequestContext } from "#platform/http/route.ts";
import { isPaused, owedAt, type ObligationRecord } from "#features/obligations/server/public.ts";
import { calendarText } from "../model/calendar-text.ts";
import { feedEntries, type FedObligation } from "../model/feed-entries.ts";

/** A calendar asks every few minutes at most; whoever tries secrets is slowed by the network they come from. */
const OF_ONE = { most: 60, seconds: 10 * 60 };
const MISSES = { most: 60, seconds: 15 * 60 };

type Params = { token: string };

interface Found {
  readonly feed_id: Id;
  readonly account_id: Id;
  readonly person_id: Id;
}

/** Whose link it is, before any calendar is made of it; what does not work any more tells nothing. */
export async function findFeed({ params, clock, address, ask, apart }: BeforeRequest<Params, unknown>): Promise<Found> {
  const { rows } = await ask((tx) => sql<Found>`select * from feed_by_token(${tokenHash(params.token)})`.execute(tx));
  const [found] = rows;
  const limit = found
    ? { key: `feed ${found.feed_id}`, ...OF_ONE }
    : { key: `feed missed from ${networkOf(address)}`, ...MISSES };
  if (!(await apart(({ tx }) => takeGuess(tx, [limit], clock.real()))))
    throw commonProblem("too-many", { values: { seconds: limit.seconds } });
  if (!found) throw commonProblem("not-found");
  return found;
}

/** What the link's person owes, at all their places, as a calendar. Reads what «Что нужно сделать» shows them and nothing else. */
export async function readCalendarFeed(context: RequestContext<Params, unknown, unknown>): Promise<RawReply> {
  const { tx, clock, installation, ifNoneMatch } = context;
  const found = context.prepared as Found;
  // whoever holds the link is its person, and writes nothing
  await enterReach(tx, { person: found.person_id, reads: [], writes: [] });
  const held = await heldToday(tx, found.person_id, clock);
  const zones = new Map(held.map((one) => [one.territoryId, one.timeZone]));
  await enterReach(tx, { person: found.person_id, reads: [...zones.keys()], writes: [] });
  const rows = await owedBy(tx, found, held);
  const todayIn = (territoryId: Id): LocalDate => clock.today(zones.get(territoryId)!);
  const fedRows = rows.map((row) => fed(row, todayIn(row.territory_id)));
  const content = calendarText("Ориентир: сроки", feedEntries(fedRows, todayIn, installation.publicUrl));
  const etag = `"${createHash("sha256").update(content).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
  if (ifNoneMatch?.split(",").some((stamp) => stamp.trim().replace(/^W\//, "") === etag))
    return { raw: true, status: 304, headers, content: "" };
  return {
    raw: true,
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="orientir.ics"',
    },
    content,
  };
}

type Held = Assignment & { readonly timeZone: string };

/** The roles a person holds today, as each territory counts days. */
async function heldToday(tx: Tx, personId: Id, clock: Clock): Promise<Held[]> {
  const rows = await tx
    .selectFrom("role_assignment as r")
    .innerJoin("territory as t", "t.id", "r.territory_id")
    .where("r.person_id", "=", personId)
    .select(["r.role", "r.territory_id", "r.organisation_id", "r.from_on", "r.to_on", "t.kind", "t.time_zone"])
    .orderBy("r.id")
    .execute();
  return rows
    .filter(({ from_on: from, to_on: to, time_zone: zone }) => {
      const today = clock.today(zone);
      return from <= today && (to === null || to >= today);
    })
    .map((row) => ({
      role: row.role,
      territoryId: row.territory_id,
      territoryKind: row.kind,
      organisationId: row.organisation_id,
      timeZone: row.time_zone,
    }));
}

/** Those who look at what an organisation owes and answer for none of it: it is not in their calendar. */
const ONLOOKERS: readonly Role[] = ["curator", "reader"];

/** What is owed at each of the person's places, once. */
async function owedBy(tx: Tx, found: Found, assignments: readonly Held[]): Promise<ObligationRecord[]> {
  const actor: PersonActor = {
    kind: "person",
    personId: found.person_id,
    accountId: found.account_id,
    // no session stands behind the link; nothing is written with it
    sessionId: found.feed_id,
    assignments,
    regionOf: {},
  };
  const places = new Map(
    assignments.map(({ role, territoryId, organisationId }) => {
      const whose = ONLOOKERS.includes(role) ? undefined : (organisationId ?? undefined);
      return [`${territoryId} ${whose ?? ""}`, { territoryId, whose }];
    }),
  );
  const rows = new Map<Id, ObligationRecord>();
  for (const { territoryId, whose } of places.values())
    for (const row of await owedAt(tx, actor, territoryId, whose).execute()) rows.set(row.id, row);
  return [...rows.values()];
}

function fed(row: ObligationRecord, today: LocalDate): FedObligation {
  const moments = [row.created_at, row.closed_at, row.saved_at, row.submitted_at, row.decided_at];
  return {
    id: row.id,
    territoryId: row.territory_id,
    number: row.measure_number,
    title: row.measure_title,
    programmeTitle: row.programme_title,
    bearer: row.bearer_name ?? row.territory_name,
    dueOn: localDate(row.due_on),
    closed: row.closed_at !== null,
    paused: isPaused(row, today),
    reportState: row.report_state,
    reportKind: row.report_kind,
    version: row.version,
    changedAt: new Date(Math.max(...moments.map((at) => at?.getTime() ?? 0))),
  };
}
