import { grouped } from "#shared/grouped.ts";
import * as z from "zod";
import type { Route } from "#platform/http/route.ts";
import { makeId, type Id } from "#shared/ids.ts";
import type { Kept, Territory } from "./place.ts";
import type { Registry } from "./registry.ts";
import { sample, type Choose, type Schema } from "./sample.ts";

/** What a request is aimed at: a row, or a place where a new one would be. */
export interface Aim {
  readonly territoryId: Id | null;
  /** the row named last in the path; undefined where the path names none */
  readonly row: Kept | undefined;
  /** values of parameters and of the body by their names */
  readonly ids: Readonly<Record<string, unknown>>;
}

const TABLE_OF: Readonly<Record<string, string>> = {
  sessionId: "session",
  requestId: "data_request",
  destructionId: "destruction",
  personId: "person",
  positionId: "membership",
  roleId: "role_assignment",
  organisationId: "organisation",
  designationId: "designation",
  fileId: "stored_file",
  uploadId: "file_upload",
  remarkId: "saved_remark",
  viewId: "saved_view",
  pauseId: "pause",
  programmeId: "programme",
  measureId: "measure",
  changeId: "programme_change",
  redactionId: "redaction",
  paperId: "paper",
  importId: "document_import",
  templateId: "programme_template",
  templateKey: "programme_template",
  obligationId: "obligation",
  reportId: "report",
};

export const paramsOf = (route: Route): readonly string[] =>
  [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

/** The parameter that names the row itself, with its table. */
export function leafOf(route: Route): { readonly name: string; readonly table: string } | undefined {
  if (route.action === "journal.history") return { name: "id", table: "" };
  const name = [...paramsOf(route)].reverse().find((one) => one in TABLE_OF || one === "rowId");
  if (!name) return undefined;
  if (name !== "rowId") return { name, table: TABLE_OF[name]! };
  const [, plural] = /\/(roadmaps|sections|measures)\/:rowId/.exec(route.path)!;
  return { name, table: plural!.slice(0, -1) };
}

/** Rows whose history is asked by their kind. */
const TOLD_OF: Readonly<Record<string, string>> = {
  programme: "programme",
  measure: "measure",
  obligation: "obligation",
  report: "report",
  import: "document_import",
  template: "programme_template",
  paper: "paper",
  person: "person",
  organisation: "organisation",
};

/** Tables by whose words lists are searched. */
export const SEARCHED = [
  "programme",
  "measure",
  "report",
  "paper",
  "person",
  "account",
  "document_import",
  "programme_template",
  "stored_file",
];

/** Rows that differ in who may see them, one of each kind and place; places where the path names no row. */
export function aimsOf(route: Route, territories: readonly Territory[], registry: Registry): readonly Aim[] {
  const leaf = leafOf(route);
  if (route.action === "journal.history")
    return Object.entries(TOLD_OF).flatMap(([kind, table]) =>
      aimsAt({ name: "id", table }, territories, registry, kind),
    );
  if (!leaf)
    return territories.flatMap(({ id }) => {
      const schools = registry
        .of("organisation")
        .filter((one) => one.territoryId === id && one.organisationKind === "school");
      return [null, ...schools.map((one) => one.id)].map((organisationId) => ({
        territoryId: id,
        row: undefined,
        ids: defaultsOf(registry, id, organisationId),
      }));
    });
  return aimsAt(leaf, territories, registry);
}

function aimsAt(
  leaf: { readonly name: string; readonly table: string },
  territories: readonly Territory[],
  registry: Registry,
  kind?: string,
): readonly Aim[] {
  const rows = registry.of(leaf.table);
  const [home] = territories.filter((one) => one.kind === "municipality");
  return [...grouped(rows, (row) => signatureOf(row, home!.id)).values()].map(([row]) => {
    const territoryId = row!.territoryId ?? territoryOf(registry, row!);
    const ids = {
      ...defaultsOf(registry, territoryId, row!.organisationId),
      ...chainOf(registry, row!),
      [leaf.name]: row!.id,
      ...(kind && { kind }),
    };
    return { territoryId, row, ids };
  });
}

/** Rows of the home municipality are told apart by all that decides who sees them, those of the others by less. */
function signatureOf(kept: Kept, homeId: Id): string {
  const { territoryId, ownerOrganisationId, state, organisationId, parentTable, delegatedTo, personId } = kept;
  const place = [territoryId, ownerOrganisationId, state, parentTable];
  if (territoryId !== null && territoryId !== homeId) return place.join("/");
  const own = ["measure", "section", "roadmap"].includes(kept.table) ? "" : personId;
  return [...place, organisationId, delegatedTo, own].join("/");
}

function territoryOf(registry: Registry, { personId }: Kept): Id | null {
  const standing = [...registry.of("role_assignment"), ...registry.of("membership")].find(
    (one) => one.personId === personId,
  );
  return standing?.territoryId ?? null;
}

/** Identifiers that the row itself knows; of its programme one row of each kind. */
function chainOf(registry: Registry, row: Kept): Record<string, unknown> {
  const known: Record<string, unknown> = { version: row.version ?? 1 };
  if (row.table === "person") known["personId"] = row.id;
  if (!row.programmeId) return known;
  const inside = (table: string) => registry.of(table).find((one) => one.programmeId === row.programmeId);
  const measure = inside("measure");
  return {
    ...known,
    programmeId: row.programmeId,
    measureId: row.measureId ?? measure?.id,
    roadmapId: row.roadmapId ?? measure?.roadmapId,
    sectionId: inside("section")?.id,
  };
}

/** For each name of an identifier one that really stands in the territory, of the organisation where there is one. */
function defaultsOf(registry: Registry, territoryId: Id | null, organisationId: Id | null): Record<string, unknown> {
  const first = (table: string, test: (kept: Kept) => boolean = () => true): Kept | undefined =>
    registry.of(table).find((one) => one.territoryId === territoryId && test(one));
  const school = organisationId ?? first("organisation", (one) => one.organisationKind === "school")?.id;
  const programme = first("programme", (one) => one.ownerOrganisationId === organisationId && one.state === "running");
  const measure = first("measure", (one) => one.programmeId === programme?.id);
  const teacher = first("membership", (one) => one.organisationId === school);
  const obligation = first(
    "obligation",
    (one) =>
      one.organisationId === school &&
      one.delegatedTo === null &&
      !registry.of("report").some((r) => r.parentId === one.id),
  );
  return {
    territoryId,
    organisationId: school,
    ownerOrganisationId: organisationId,
    issuerOrganisationId: organisationId,
    programmeId: programme?.id,
    measureId: measure?.id,
    roadmapId: measure?.roadmapId,
    sectionId: first("section", (one) => one.programmeId === programme?.id)?.id,
    obligationIds: obligation ? [obligation.id] : undefined,
    personId: teacher?.personId ?? undefined,
    version: 1,
  };
}

const DAYS = /^(from|to|datedOn|dueOn|doneOn|effectiveOn|closedOn|startsOn|endsOn)$/;

/** The body of a request at this aim, valid by the route's own contract as far as a sample can be. */
export function bodyOf(route: Route, aim: Aim, own: Readonly<Record<string, unknown>>): unknown {
  if (!route.body) return undefined;
  const choose: Choose = (name) => {
    if (name in own) return own[name];
    if (name in FITTING) return FITTING[name];
    if (name === "parentId") return aim.ids["territoryId"];
    if (name === "login") return `${makeId()}@example.test`;
    if (name in aim.ids) return aim.ids[name] ?? null;
    if (name.endsWith("Id")) return null;
    return DAYS.test(name) ? "2026-11-20" : undefined;
  };
  return sample(schemaOf(route.body), choose);
}

/** Values that a rule beyond the schema asks for. */
const FITTING: Readonly<Record<string, unknown>> = {
  to: null,
  inn: "",
  phone: "",
  email: "",
  password: "длинный пароль для пробы",
  next: "длинный пароль для пробы",
  endsOn: "2026-12-31",
  startsOn: "2026-01-01",
  closedOn: "2026-11-10",
  doneOn: "2026-11-10",
  evidence: [],
  values: [],
  occurrenceKey: "2026",
};

/** Made once: it is asked for every probe. */
export function schemaOf(contract: z.core.$ZodType): Schema {
  const made = schemas.get(contract) ?? (z.toJSONSchema(contract, { io: "input", unrepresentable: "any" }) as Schema);
  schemas.set(contract, made);
  return made;
}

const schemas = new WeakMap<z.core.$ZodType, Schema>();
