import type { Actor } from "#shared/actor.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { shortName } from "#features/people/model/names.ts";
import type { ObligationRow } from "../model/contract.ts";
import {
  decidesObligation,
  delegatesObligation,
  reportsObligation,
  seesDrafts,
  type ObligationPlace,
} from "../model/policy.ts";
import { obligationState } from "../model/state.ts";
import { daysInWords, periodInWords } from "../model/text.ts";
import type { ObligationRecord, UnnamedRecord } from "./obligation-rows.ts";

/** What a row is presented from, besides the names of its people. */
export const PRESENTED = [
  "id",
  "territory_id",
  "programme_id",
  "programme_title",
  "owner_organisation_id",
  "measure_id",
  "measure_number",
  "measure_title",
  "bearer_kind",
  "bearer_organisation_id",
  "bearer_organisation_kind",
  "bearer_person_id",
  "bearer_name",
  "territory_name",
  "part",
  "occurrence_key",
  "opens_on",
  "due_on",
  "due_moved",
  "required",
  "delegated_to",
  "closed_at",
  "close_reason",
  "paused_from",
  "version",
  "report_id",
  "report_state",
  "report_kind",
  "author_person_id",
  "saved_at",
  "submitted_at",
  "decided_at",
  "decided_by",
  "remark",
] as const satisfies readonly (keyof UnnamedRecord)[];
type Presented = Pick<UnnamedRecord, (typeof PRESENTED)[number]>;

/** «Т. В. Громова» each; null where there is nobody. */
interface NamesAround {
  readonly bearer: string | null;
  readonly delegate: string | null;
  readonly author: string | null;
  readonly decider: string | null;
}

type PlaceColumn =
  | "territory_id"
  | "bearer_kind"
  | "bearer_organisation_id"
  | "bearer_organisation_kind"
  | "bearer_person_id"
  | "delegated_to"
  | "owner_organisation_id";

export function placeOf(row: Pick<Presented, PlaceColumn>): ObligationPlace {
  return {
    territoryId: row.territory_id,
    bearerKind: row.bearer_kind,
    bearerOrganisationId: row.bearer_organisation_id,
    bearerOrganisationKind: row.bearer_organisation_kind,
    bearerPersonId: row.bearer_person_id,
    delegatedTo: row.delegated_to,
    ownerOrganisationId: row.owner_organisation_id,
  };
}

function nameOf(family: string | null, given: string | null, patronymic: string | null): string | null {
  return family === null
    ? null
    : shortName({ family_name: family, given_name: given ?? "", patronymic: patronymic ?? "" });
}

/** Its organisation, its person, or the territory. */
export function bearerNameOf(
  row: Pick<ObligationRecord, "bearer_name" | "bp_family" | "bp_given" | "bp_patronymic" | "territory_name">,
): string {
  return row.bearer_name ?? nameOf(row.bp_family, row.bp_given, row.bp_patronymic) ?? row.territory_name;
}

/** Whether it stands still on the day with its programme or measure: `pausedSql` of a row in hand. */
export function isPaused(row: Pick<ObligationRecord, "paused_from">, today: LocalDate): boolean {
  return row.paused_from !== null && row.paused_from <= today;
}

/** A row as it leaves the server, with what this actor may do with it. */
export function presentObligation(row: ObligationRecord, actor: Actor, today: LocalDate): ObligationRow {
  return presentNamed(
    row,
    {
      bearer: nameOf(row.bp_family, row.bp_given, row.bp_patronymic),
      delegate: nameOf(row.dp_family, row.dp_given, row.dp_patronymic),
      author: nameOf(row.ap_family, row.ap_given, row.ap_patronymic),
      decider: nameOf(row.cp_family, row.cp_given, row.cp_patronymic),
    },
    actor,
    today,
  );
}

/** As `presentObligation`, where the names were found apart from the row. */
export function presentNamed(row: Presented, names: NamesAround, actor: Actor, today: LocalDate): ObligationRow {
  const place = placeOf(row);
  const closed = row.closed_at !== null;
  const reportState = row.report_state;
  const paused = isPaused(row, today);
  const period = periodInWords(row.occurrence_key);
  const open = !closed && !paused && reportState !== "accepted" && reportState !== "submitted";
  return {
    id: row.id,
    territoryId: row.territory_id,
    programmeId: row.programme_id,
    programmeTitle: row.programme_title,
    measureId: row.measure_id,
    measureNumber: row.measure_number,
    measureTitle: row.measure_title,
    bearer: {
      kind: row.bearer_kind,
      organisationId: row.bearer_organisation_id,
      organisationKind: row.bearer_organisation_kind,
      name: row.bearer_name ?? names.bearer ?? row.territory_name,
    },
    part: row.part,
    occurrence: period ?? daysInWords({ opensOn: row.opens_on, dueOn: row.due_on }),
    period,
    opensOn: row.opens_on,
    dueOn: row.due_on,
    dueMoved: row.due_moved,
    required: row.required,
    delegatedTo: row.delegated_to ? { id: row.delegated_to, name: names.delegate ?? "" } : null,
    closed,
    closeReason: row.close_reason,
    state: obligationState({ dueOn: row.due_on, closed, paused, reportState, reportKind: row.report_kind }, today),
    report: presentReport(row, names, actor),
    version: row.version,
    can: {
      report: open && reportsObligation(actor, place),
      delegate: open && delegatesObligation(actor, place),
      moveDue: open && decidesObligation(actor, place),
    },
  };
}

function presentReport(row: Presented, names: NamesAround, actor: Actor): ObligationRow["report"] {
  if (row.report_id === null || row.report_state === null || row.report_kind === null) return null;
  if (row.report_state === "draft" && !seesDrafts(actor, row.territory_id)) return null;
  return {
    id: row.report_id,
    state: row.report_state,
    kind: row.report_kind,
    authorName: names.author,
    savedAt: row.saved_at!.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    deciderName: names.decider,
    remark: row.remark ?? "",
  };
}
