import type { Role } from "#shared/actor.ts";
import type { Aim } from "./aims.ts";
import { deedsOf } from "./deeds.ts";
import type { dutiesOf } from "./duties.ts";
import type { Kept, Persona } from "./place.ts";
import type { Registry } from "./registry.ts";
import type { standingOf } from "./standing.ts";

/** They search the whole journal of their territory. */
const AT_TERRITORY: readonly Role[] = ["administrator", "authority_head"];

const NAMING_DEBTS = new Set(["report.create", "report.save", "report.submit"]);

/** Whether the persona may have an answer from this action at this aim; undefined where what the answer holds is judged by its rows. */
export type MayAsk = (persona: Persona, action: string, aim: Aim, body: unknown) => boolean | undefined;

/**
 * Who may ask what is for few: work lists of a territory, forms of those who edit, previews of what would be written. Their answers hold
 * nothing that is hidden from others row by row, so that rows alone would not tell of a guard that is gone.
 */
export function askOracle(
  standing: ReturnType<typeof standingOf>,
  duties: ReturnType<typeof dutiesOf>,
  registry: Registry,
): MayAsk {
  const { now, regionOf, holds, keepsWatch, seesWhole, isInside, leads, rules, administers: keepsRegistry } = standing;
  const { standsIn } = standing;
  const { delegates, builds: buildsAt } = duties;
  const inside = (persona: Persona, { ids }: Aim): boolean => isInside(persona, ids["territoryId"] as string);
  const administers = (persona: Persona, { ids }: Aim): boolean => keepsRegistry(persona, ids["territoryId"] as string);
  const isHead = (persona: Persona, { ids }: Aim): boolean =>
    now(persona).some(
      (held) => held.territoryId === ids["territoryId"] && held.role === "school_head" && held.organisationId,
    );
  const keeps = (persona: Persona, { ids }: Aim): boolean => rules(persona, ids["territoryId"] as string);
  const searches = (persona: Persona, { ids }: Aim): boolean => {
    const territoryId = ids["territoryId"] as string;
    const own = regionOf.get(territoryId) === null ? [...AT_TERRITORY, "region_specialist" as const] : AT_TERRITORY;
    return holds(persona, territoryId, own, null) || rules(persona, territoryId);
  };
  const watches = (persona: Persona, { ids }: Aim): boolean => seesWhole(persona, ids["territoryId"] as string);
  const runs = (persona: Persona, { row }: Aim): boolean => {
    const programme = registry.byId.get(row?.programmeId ?? "");
    return !!programme && leads(persona, programme.territoryId, programme.ownerOrganisationId);
  };
  const hands = (persona: Persona, { row }: Aim): boolean => !!row && delegates(persona, row);
  const builds = (persona: Persona, { ids }: Aim): boolean => buildsAt(persona, ids["territoryId"]);
  const asked: Readonly<Record<string, (persona: Persona, aim: Aim) => boolean>> = {
    "organisation-sheet.read": administers,
    "organisation-sheet.check": administers,
    "staff-sheet.read": (persona, aim) => administers(persona, aim) || isHead(persona, aim),
    "staff-sheet.check": (persona, aim) => administers(persona, aim) || isHead(persona, aim),
    "programme.outlook": runs,
    "measure.weigh": runs,
    "obligation.colleagues": hands,
    "obligation.attached": (persona, { ids }) =>
      now(persona).some((held) => held.territoryId === ids["territoryId"] && held.role === "curator"),
    "personal-data.register": keeps,
    "personal-data.register-sheet": keeps,
    "personal-data.retention": keeps,
    "data-request.list": keeps,
    "destruction.list": keeps,
    "personal-data.read": keeps,
    "personal-data.export": keeps,
    "installation.read": (persona) =>
      now(persona).some((held) => held.role === "administrator" && held.organisationId === null),
    "progress.home": watches,
    "progress.region": watches,
    "progress.calls": watches,
    "watch.list": (persona, { ids }) => keepsWatch(persona, ids["territoryId"] as string),
    "view.list": (persona, { ids }) => standsIn(persona, ids["territoryId"] as string),
    "remark.list": (persona, { ids }) =>
      leads(persona, ids["territoryId"] as string, (ids["ownerOrganisationId"] ?? null) as string | null),
    "template.list": builds,
    "template.read": builds,
    "journal.search": searches,
    "journal.export": searches,
    "person.read": inside,
    ...deedsOf(standing, duties, registry),
  };
  /** whoever writes a report answers every obligation it names */
  const answers = (persona: Persona, body: unknown): boolean => {
    const { obligationIds } = (body as { content: { obligationIds: readonly string[] | null } }).content;
    return (obligationIds ?? []).every((id) => {
      const obligation = registry.byId.get(id);
      return obligation !== undefined && duties.reports(persona, obligation);
    });
  };
  /** whoever names several rows at once may do it to each of them */
  const toEach = (table: "obligation" | "report", ids: readonly string[], may: (row: Kept) => boolean): boolean =>
    ids.every((id) => {
      const row = registry.byId.get(id);
      return row !== undefined && row.table === table && may(row);
    });
  /** where each row is told its own refusal, whoever may do it to one of them has an answer */
  const toSome = (table: "obligation" | "report", ids: readonly string[], may: (row: Kept) => boolean): boolean =>
    ids.some((id) => toEach(table, [id], may));
  const moves = (persona: Persona, { rows }: any): boolean =>
    toSome("obligation", idsIn(rows, "id"), (row) => duties.runs(persona, row));
  const decides = (persona: Persona, { rows }: any): boolean =>
    toSome("report", idsIn(rows, "id"), (row) => duties.answersAll(row, (one) => duties.runs(persona, one)));
  const several: Readonly<Record<string, (persona: Persona, body: any) => boolean>> = {
    "report.submit-together": (persona, { rows }) =>
      toEach("obligation", idsIn(rows, "obligationId"), (row) => duties.reports(persona, row)),
    "obligation.hand-over": (persona, { rows }) =>
      toEach("obligation", idsIn(rows, "obligationId"), (row) => delegates(persona, row)),
    "obligation.move-many": moves,
    "obligation.reassign": moves,
    "obligation.reassign-undo": moves,
    "report.accept-many": decides,
    "report.reopen-many": decides,
    "late.remind": (persona, { territoryId, reminders }) =>
      idsIn(reminders, "bearer").some((bearer) =>
        registry
          .of("obligation")
          .some(
            (one) =>
              one.territoryId === territoryId &&
              bearer.endsWith(`:${one.organisationId ?? one.personId ?? territoryId}`) &&
              duties.runs(persona, one),
          ),
      ),
    "report.withdraw-together": (persona, { reports }) =>
      toSome("report", idsIn(reports, "reportId"), (row) =>
        duties.answersAll(row, (one) => duties.reports(persona, one)),
      ),
  };
  return (persona, action, aim, body) => {
    if (several[action]) return several[action](persona, body);
    const may = asked[action]?.(persona, aim);
    return NAMING_DEBTS.has(action) && may !== false ? answers(persona, body) : may;
  };
}

const idsIn = (rows: readonly Readonly<Record<string, string>>[] | null, name: string): string[] =>
  (rows ?? []).map((row) => row[name] ?? "");
