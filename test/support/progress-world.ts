import { expect } from "vitest";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Figure } from "#features/progress/model/figure.ts";
import { filterOf, searchOf, type FigureScope } from "#features/progress/model/rows-link.ts";
import { givenExecution, type GivenExecution } from "./given-execution.ts";
import { openWorld, type Persona, type World } from "./world.ts";

export const TODAY = localDate("2026-10-22");
export const PARTS = [
  "due",
  "planned",
  "accepted",
  "late",
  "soon",
  "ahead",
  "submitted",
  "returned",
  "paused",
  "notApplicable",
] as const;

export interface Raw {
  id: Id;
  programme_id: Id;
  measure_id: Id;
  section_id: Id | null;
  owner: Id | null;
  bearer_organisation_id: Id;
  delegated_to: Id | null;
  due_on: LocalDate;
  closed: boolean;
  state: string | null;
  kind: string | null;
}

/** The oracle's own reading of a state: by the table of the product's words, not by its code. */
export function stateOf(row: Raw): keyof Figure {
  const answered = row.state !== null && row.state !== "draft";
  if (answered && row.state !== "accepted") return row.state as "submitted" | "returned";
  if (answered) return row.kind === "done" ? "accepted" : "notApplicable";
  if (row.closed) return "notApplicable";
  const days = (Date.parse(row.due_on) - Date.parse(TODAY)) / 86_400_000;
  return days < 0 ? "late" : days <= 14 ? "soon" : "ahead";
}

export function count(rows: readonly Raw[]): Figure {
  const figure = Object.fromEntries(PARTS.map((part) => [part, 0])) as Figure;
  for (const row of rows) {
    const state = stateOf(row);
    figure[state] += 1;
    if (state !== "notApplicable") figure.due += 1;
    if (state !== "notApplicable" && row.due_on <= TODAY) figure.planned += 1;
  }
  return figure;
}

export type PersonaName =
  | "officer"
  | "head"
  | "school"
  | "curator"
  | "teacher"
  | "region"
  | "foreign"
  | "nobody"
  | "owner";

/** Those who see something, and which of them see the own programme of the fourth school. */
export const SEEING = ["officer", "head", "region", "school", "owner", "curator", "teacher"] as const;
export const SEES_OWN = new Set<string>(["officer", "head", "region", "owner"]);

/** A town with a programme half way, a school's own programme, and an oracle of who sees which of their rows. */
export interface ProgressWorld {
  readonly world: World;
  readonly region: Id;
  readonly town: Id;
  readonly otherTown: Id;
  readonly schools: readonly Id[];
  readonly given: GivenExecution;
  readonly own: GivenExecution;
  readonly raw: readonly Raw[];
  readonly personas: Readonly<Record<PersonaName, Persona>>;
  readonly sees: Readonly<Record<string, (row: Raw) => boolean>>;
}

export async function openProgressWorld(seed: number): Promise<ProgressWorld> {
  const world = await openWorld({ now: `${TODAY}T09:00:00+03:00` });
  const region = await world.territory({ kind: "region", name: "Область" });
  const town = await world.territory({ kind: "municipality", parentId: region, name: "Приозёрный" });
  const otherTown = await world.territory({ kind: "municipality", parentId: region, name: "Заречный" });
  const schools: Id[] = [];
  const personas = {} as Record<PersonaName, Persona>;
  const sees: Record<string, (row: Raw) => boolean> = {};
  for (const at of [1, 2, 3, 4]) schools.push(await world.organisation(town, "school", `СОШ № ${at}`));
  personas.officer = await world.person([{ role: "officer", territoryId: town }]);
  personas.head = await world.person([{ role: "authority_head", territoryId: town }]);
  personas.school = await world.person([{ role: "school_head", territoryId: town, organisationId: schools[0]! }]);
  personas.owner = await world.person([{ role: "deputy", territoryId: town, organisationId: schools[3]! }]);
  personas.curator = await world.person(
    [1, 2].map((at) => ({ role: "curator" as const, territoryId: town, organisationId: schools[at]! })),
  );
  personas.teacher = await world.person([{ role: "teacher", territoryId: town, organisationId: schools[0]! }]);
  personas.region = await world.person([{ role: "region_specialist", territoryId: region }]);
  personas.foreign = await world.person([{ role: "officer", territoryId: otherTown }]);
  personas.nobody = await world.person([]);
  const author = personas.school.personId;
  const base = { today: TODAY, author, delegate: { to: personas.teacher.personId, at: schools[0]! } };
  const given = await givenExecution(world, town, { ...base, seed, schools });
  const own = await givenExecution(world, town, {
    ...base,
    seed: seed + 100,
    schools: [schools[3]!, schools[0]!],
    ownerOrganisationId: schools[3]!,
    yearKind: "school",
  });
  const raw = await world.rows<Raw>(
    `select o.id, o.programme_id, o.measure_id, m.section_id, p.owner_organisation_id as owner, o.bearer_organisation_id,
       o.delegated_to, o.due_on, o.closed_at is not null as closed, r.state, r.kind
     from obligation o join measure m on m.id = o.measure_id join programme p on p.id = o.programme_id
       left join report_obligation ro on ro.obligation_id = o.id left join report r on r.id = ro.report_id
     -- an order that a seed gives again: what is drawn by it falls on the same rows
     order by o.occurrence_key, p.owner_organisation_id is not null`,
  );
  const bears =
    (...ids: Id[]) =>
    (row: Raw) =>
      ids.includes(row.bearer_organisation_id) || (row.owner !== null && ids.includes(row.owner));
  sees["officer"] = sees["head"] = sees["region"] = () => true;
  sees["school"] = bears(schools[0]!);
  sees["owner"] = bears(schools[3]!);
  sees["curator"] = bears(schools[1]!, schools[2]!);
  sees["teacher"] = (row) => row.delegated_to === personas.teacher.personId;
  return { world, region, town, otherTown, schools, given, own, raw, personas, sees };
}

/** The body of a GET that succeeds. */
export async function get(persona: Persona, path: string): Promise<any> {
  const answer = await persona.call("GET", path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
}

/** Every number of a figure is the count of the rows its link opens. */
export async function opens(
  persona: Persona,
  scope: FigureScope,
  figure: Figure,
  parts: readonly (keyof Figure)[] = PARTS,
) {
  for (const part of parts) {
    const link = searchOf(filterOf(scope, part, TODAY));
    const list = await get(persona, `/api/progress/rows?${link}`);
    expect([link, list.total]).toEqual([link, figure[part]]);
  }
}
