import { grouped } from "#shared/grouped.ts";
import { evenly } from "./evenly.ts";
import type { Route } from "#platform/http/route.ts";
import { isEmptyForStrangers } from "./doors.ts";
import { FORMS, type Known } from "./forms.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { aimsOf, bodyOf, leafOf, paramsOf, schemaOf, SEARCHED, type Aim } from "./aims.ts";
import { idBeside, markOf } from "./marks.ts";
import { VARIANTS } from "./variants.ts";
import type { Oracle } from "./oracle.ts";
import type { Kept, Persona, Territory } from "./place.ts";
import type { Registry } from "./registry.ts";

export type Attack =
  | "direct"
  | "named there"
  | "foreign id"
  | "parent switched"
  | "nested of another"
  | "other body"
  | "filter"
  | "search"
  | "upload";

/** One request with what its answer is held against. */
export interface Probe {
  readonly route: Route;
  readonly persona: Persona;
  readonly attack: Attack;
  /** which of the other bodies */
  readonly variant?: number;
  readonly aim: Aim;
  readonly url: string;
  readonly body: unknown;
  readonly upload: boolean;
  /** asks about a territory where the persona is nobody: nothing is there for them, not even an empty list */
  readonly isAway: boolean;
  /** the same request about something that does not exist: an answer that differs tells that the row is there */
  readonly twin: { readonly url: string; readonly body: unknown } | undefined;
}

export interface Surroundings {
  readonly territories: readonly Territory[];
  readonly registry: Registry;
  readonly oracle: Oracle;
  readonly known: Known;
}

const ANY: Readonly<Record<string, string>> = { year: "2026", direction: "undo", format: "docx", paper: "act" };

/** Every probe of one persona at one route. */
export function* probesOf(route: Route, persona: Persona, around: Surroundings): Generator<Probe> {
  const aims = aimsOf(route, around.territories, around.registry);
  for (const aim of aims) {
    const isHidden = aim.row !== undefined && !around.oracle.sees(persona, aim.row);
    yield probe(route, persona, aim, attackOf(persona, aim, isHidden), isHidden, around);
    for (const [attack, other] of twisted(route, persona, aim, around))
      yield probe(route, persona, other, attack, isHidden, around);
  }
  yield* otherwise(route, persona, aims, around);
  if (route.method === "GET" && route.query) yield* filtered(route, persona, aims, around);
}

/** Other bodies of what is asked of some rows and places of one's own. */
function* otherwise(route: Route, persona: Persona, aims: readonly Aim[], around: Surroundings): Generator<Probe> {
  const bodies = VARIANTS[route.action];
  if (!bodies) return;
  const own = aims.filter(
    ({ territoryId, row }) =>
      persona.held.some((held) => held.territoryId === territoryId) && (!row || around.oracle.sees(persona, row)),
  );
  for (const aim of evenly(own, 4))
    for (const [variant, more] of bodies(aim, around.registry).entries())
      yield withTwin({ ...probe(route, persona, aim, "other body", false, around, more), variant }, around);
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Where the body names what is hidden from the persona, the twin names nothing in its place. */
function withTwin(asked: Probe, { registry, oracle }: Surroundings): Probe {
  const text = JSON.stringify(asked.body);
  const body = text.replace(ID, (id) => {
    const kept = registry.byId.get(id);
    return kept && !oracle.sees(asked.persona, kept) ? idBeside(id) : id;
  });
  return body === text ? asked : { ...asked, twin: { url: asked.url, body: JSON.parse(body) as unknown } };
}

function attackOf(persona: Persona, aim: Aim, isHidden: boolean): Attack {
  const { personId } = persona;
  // work in one's own hands, whether it is still in the right ones or not
  if (personId && (aim.row?.personId === personId || aim.row?.delegatedTo === personId)) return "named there";
  const isElsewhere = !aim.row && !persona.held.some((held) => held.territoryId === aim.territoryId);
  return isHidden || isElsewhere ? "foreign id" : "direct";
}

/** The row is named under a parent of the persona's own: its territory, its programme, or a territory in the body. */
function* twisted(
  route: Route,
  persona: Persona,
  aim: Aim,
  { territories, registry, oracle }: Surroundings,
): Generator<[Attack, Aim]> {
  const isVisible = aim.row && oracle.sees(persona, aim.row);
  const held = new Set(persona.held.map((one) => one.territoryId));
  // one's own row or organisation named in a place that is another's
  const away = territories.find((one) => one.kind === "municipality" && !held.has(one.id));
  const isOwn = aim.territoryId !== null && held.has(aim.territoryId) && (isVisible ?? true);
  for (const territoryId of isOwn && away ? [...held, away.id] : held)
    if (territoryId !== aim.territoryId) yield ["parent switched", { ...aim, ids: { ...aim.ids, territoryId } }];
  const leaf = leafOf(route);
  if (!aim.row || isVisible || leaf?.name === "programmeId" || !paramsOf(route).includes("programmeId")) return;
  const own = registry.of("programme").find((one) => oracle.sees(persona, one));
  if (own)
    yield ["nested of another", { ...aim, ids: { ...aim.ids, programmeId: own.id, territoryId: own.territoryId } }];
}

function probe(
  route: Route,
  persona: Persona,
  aim: Aim,
  attack: Attack,
  isHidden: boolean,
  { registry, oracle, known }: Surroundings,
  more: Readonly<Record<string, unknown>> = {},
): Probe {
  const leaf = leafOf(route);
  const nothing = leaf && isHidden ? { ...aim, ids: { ...aim.ids, [leaf.name]: makeId() } } : undefined;
  // of all the probes there could be a tenth is sent
  const body = () => bodyOf(route, aim, { ...FORMS[route.action]?.(aim, registry, known), ...more });
  const url = once(() => urlOf(route, aim, {}, known));
  return {
    route,
    persona,
    attack: route.takesFile && attack !== "named there" ? "upload" : attack,
    aim,
    get url() {
      return url();
    },
    get body() {
      return body();
    },
    upload: route.takesFile ?? false,
    isAway:
      !aim.row &&
      asksTerritory(route) &&
      !isEmptyForStrangers(route.action) &&
      isAway(persona, aim.ids["territoryId"], oracle, registry),
    get twin() {
      return nothing && { url: urlOf(route, nothing, {}, known), body: body() };
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

const asksTerritory = (route: Route): boolean =>
  route.path.includes(":territoryId") ||
  [route.query, route.body].some((contract) => {
    const asked = contract ? Object.keys(schemaOf(contract).properties ?? {}) : [];
    return asked.includes("territoryId") || asked.includes("parentId");
  });

function isAway(persona: Persona, territoryId: unknown, oracle: Oracle, registry: Registry): boolean {
  const place = registry.byId.get(String(territoryId));
  return place?.table === "territory" && !oracle.sees(persona, place);
}

/** Lists narrowed by what the persona cannot see, by its identifiers and the words of its text; a file of each kind of owner is one. */
function* filtered(route: Route, persona: Persona, aims: readonly Aim[], around: Surroundings): Generator<Probe> {
  const names = Object.keys(schemaOf(route.query!).properties ?? {});
  const hidden = (table: string): readonly Kept[] => {
    const unseen = around.registry.of(table).filter((one) => !around.oracle.sees(persona, one));
    const kindOf = (one: Kept) => [one.territoryId, table === "stored_file" && one.parentTable].join();
    return [...grouped(unseen, kindOf).values()].map(([one]) => one!);
  };
  const list = (aim: Aim, attack: Attack, query: Record<string, string>, nothing: Record<string, string>): Probe => ({
    route,
    persona,
    attack,
    aim,
    url: urlOf(route, aim, query, around.known),
    body: undefined,
    upload: false,
    isAway: false,
    twin: { url: urlOf(route, aim, nothing, around.known), body: undefined },
  });
  const own = aims.find((aim) => persona.held.some((held) => held.territoryId === aim.territoryId)) ?? aims[0]!;
  for (const name of names.filter((one) => (one.endsWith("Id") && one !== "territoryId") || one in FILTERED))
    for (const { id } of hidden(FILTERED[name] ?? "organisation"))
      yield list(own, "filter", { [name]: id }, { [name]: makeId() });
  if (!names.includes("q")) return;
  // the search is asked of all places at once, and organisations have names without marks
  const named = { q: "Организация" };
  if (route.action === "search.find") yield list(own, "search", named, named);
  for (const { id } of SEARCHED.flatMap(hidden)) yield list(own, "search", { q: markOf(id) }, { q: markOf(makeId()) });
}

const FILTERED: Readonly<Record<string, string>> = {
  organisationId: "organisation",
  programmeId: "programme",
  measureId: "measure",
  sectionId: "section",
  roadmapId: "roadmap",
  person: "person",
  subject: "report",
};

function urlOf(route: Route, aim: Aim, query: Readonly<Record<string, string>>, known: Known): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === "matchKey") return encodeURIComponent(markOf(String(aim.ids["territoryId"])));
    if (route.action === "feed.calendar") return known.feeds.get(aim.territoryId ?? "") ?? "x".repeat(43);
    if (name === "token") return known.invitations.get(aim.territoryId ?? "") ?? "x".repeat(43);
    return ANY[name] ?? String(aim.ids[name] ?? makeId());
  });
  const names = route.query ? Object.keys(schemaOf(route.query).properties ?? {}) : [];
  const asked = new URLSearchParams();
  if (names.includes("territoryId") && aim.ids["territoryId"]) asked.set("territoryId", String(aim.ids["territoryId"]));
  if (names.includes("version")) asked.set("version", "1");
  if (names.includes("offset")) asked.set("offset", "0");
  // all that is marked, in the words of every row
  if (route.action === "search.find") asked.set("q", "метка");
  for (const name of ["kind", "id"])
    if (names.includes(name) && name in aim.ids) asked.set(name, String(aim.ids[name]));
  if (names.includes("organisationId") && !aim.row && aim.ids["ownerOrganisationId"] && !query["organisationId"])
    asked.set("organisationId", String(aim.ids["ownerOrganisationId"]));
  if (
    names.includes("programmeId") &&
    route.method === "GET" &&
    !query["programmeId"] &&
    schemaOf(route.query!).required?.includes("programmeId")
  )
    asked.set("programmeId", String(aim.ids["programmeId"]));
  if (names.includes("effectiveOn")) asked.set("effectiveOn", "2026-11-20");
  if (names.includes("with")) asked.set("with", String(aim.ids["redactionId"] as Id));
  for (const [name, value] of Object.entries(query)) asked.set(name, value);
  const text = asked.toString();
  return text ? `${path}?${text}` : path;
}
