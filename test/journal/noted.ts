import type pg from "pg";
import { ROUTES } from "#main/routes.ts";
import type { Route } from "#platform/http/route.ts";
import { takeBack, takeChanges, type Change } from "../probe/changes.ts";
import { makeOracle } from "../probe/oracle.ts";
import type { Persona } from "../probe/place.ts";
import { readRegistry } from "../probe/registry.ts";
import { probesOf, type Probe } from "../probe/requests.ts";
import type { World } from "../probe/world.ts";
import { ERRANDS, handsIn, type Asked } from "./errands.ts";

/** Requests by POST that write nothing of the product: they check what would be written, or read with a long question. */
const READING: ReadonlySet<string> = new Set([
  "organisation-sheet.read",
  "organisation-sheet.check",
  "staff-sheet.read",
  "staff-sheet.check",
  "measure.weigh",
  "destruction.print",
  "factor.offer",
  "foreign.start",
  "recovery.ask",
  // parts on their way are no record yet: the journal begins where they become a file, by «upload.finish»
  "upload.start",
  "upload.part",
  "upload.drop",
]);

export const WRITING: readonly Route[] = ROUTES.filter(
  ({ method, action }) => method !== "GET" && !READING.has(action),
);

/** Where the row of a subject stands; null for what is named by a key. */
const TABLES: Readonly<Record<string, string | null>> = {
  remark: "saved_remark",
  view: "saved_view",
  import: "document_import",
  template: "programme_template",
  file: "stored_file",
  "role-code": null,
  "school-year": null,
};

/** Those who together may do nearly everything are asked first; nobody goes on for ever. */
const MAY: ReadonlySet<string> = new Set(["administrator", "officer", "school_head"]);
const TRIES = 400;

/** What became of a route: the notes its first success left, or that nobody got one. */
export interface Noted {
  readonly route: Route;
  readonly success: boolean;
  /** actions of the rows left in the journal */
  readonly actions: readonly string[];
  /** what is wrong with them: no row, a subject that does not exist, a change that cannot be told */
  readonly faults: readonly string[];
}

/**
 * Asks each writing route on behalf of one persona after another until one succeeds, or goes on its errand, and looks at what it left in
 * the journal.
 */
export async function notesOf(world: World, tells: Tells): Promise<readonly Noted[]> {
  const registry = await readRegistry(world.pool);
  const around = {
    territories: world.territories,
    registry,
    oracle: makeOracle(world.territories, registry),
    known: world.known,
  };
  await takeChanges(world.pool);
  const strange = Object.keys(ERRANDS).filter((action) => !WRITING.some((route) => route.action === action));
  if (strange.length > 0) throw new Error(`errands to no route: ${strange.join(", ")}`);
  const able = ({ held }: Persona) => held.some(({ role, ended }) => !ended && MAY.has(role));
  const people = world.personas
    .filter(({ kind }) => kind === "person")
    .sort((a, b) => Number(able(b)) - Number(able(a)));
  const found: Noted[] = [];
  for (const route of WRITING)
    found.push(
      ERRANDS[route.action]
        ? await byErrand(world, route, tells)
        : await firstSuccess(world, route, people, (persona) => probesOf(route, persona, around), tells),
    );
  return found;
}

type Tells = (kind: string, field: string) => boolean;

async function byErrand(world: World, route: Route, tells: Tells): Promise<Noted> {
  const asked = await ERRANDS[route.action]!(handsIn(world)).catch((fault: unknown) => String(fault));
  const before = await takeChanges(world.pool);
  const reply = typeof asked === "string" ? asked : await errandAnswer(world, route, asked);
  const changes = await takeChanges(world.pool);
  const noted = reply === "" ? await notedOf(world, route, changes, tells) : undefined;
  await takeBack(world.pool, [...before, ...changes]);
  return noted ?? { route, success: true, actions: [], faults: [reply || "ничего не изменилось"] };
}

/** Empty where the request succeeded, else what it was answered. */
async function errandAnswer(world: World, { method }: Route, { url, headers, body }: Asked): Promise<string> {
  const reply = await world.server.inject({ method, url, headers, ...(body && { payload: body }) });
  return reply.statusCode === 200 ? "" : `${reply.statusCode} ${reply.payload}`;
}

/** What a success left; undefined where it changed nothing: a request that found nothing to change is no proof. */
async function notedOf(
  world: World,
  route: Route,
  changes: readonly Change[],
  tells: Tells,
): Promise<Noted | undefined> {
  if (!changes.some((change) => !change.table.startsWith("journal") && isReal(change))) return undefined;
  const noted = changes.filter(({ table, before }) => table === "journal" && before === null);
  const actions = noted.map(({ after }) => String(after!["action"]));
  return { route, success: true, actions, faults: await faultsOf(world.pool, noted, tells) };
}

async function firstSuccess(
  world: World,
  route: Route,
  people: readonly Persona[],
  probes: (persona: Persona) => Iterable<Probe>,
  tells: Tells,
): Promise<Noted> {
  let tries = 0;
  for (const persona of people)
    for (const probe of probes(persona)) {
      if (tries === TRIES) break;
      if (!["direct", "named there", "upload"].includes(probe.attack)) continue;
      tries += 1;
      const status = await send(world, probe);
      const changes = await takeChanges(world.pool);
      const noted = status === 200 ? await notedOf(world, route, changes, tells) : undefined;
      if (changes.length > 0) await takeBack(world.pool, changes);
      if (noted) return noted;
    }
  return { route, success: false, actions: [], faults: [] };
}

/** More than a version that went up. */
function isReal({ before, after }: Change): boolean {
  return (
    !before ||
    !after ||
    Object.keys(after).some(
      (name) => name !== "version" && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    )
  );
}

async function send(world: World, { route, persona, url, body, upload }: Probe): Promise<number> {
  const file = () => world.known.workbooks.get(route.action) ?? Buffer.from("проба");
  const head =
    '--probe\r\nContent-Disposition: form-data; name="file"; filename="p.txt"\r\nContent-Type: application/octet-stream\r\n\r\n';
  const payload = upload
    ? Buffer.concat([Buffer.from(head), file(), Buffer.from("\r\n--probe--\r\n")])
    : (body as object | undefined);
  const headers = upload
    ? { ...persona.headers, "content-type": "multipart/form-data; boundary=probe" }
    : persona.headers;
  const reply = await world.server.inject({
    method: route.method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return reply.statusCode;
}

async function faultsOf(pool: pg.Pool, noted: readonly Change[], tells: Tells): Promise<string[]> {
  if (noted.length === 0) return ["нет записи в журнале"];
  const faults: string[] = [];
  for (const { after } of noted) {
    const row = after!;
    const kind = String(row["subject_kind"]);
    const table = kind in TABLES ? TABLES[kind] : kind;
    const action = String(row["action"]);
    if (table === null) {
      if (typeof row["subject_key"] !== "string") faults.push(`${action}: предмет не назван`);
    } else {
      const { rows } = await pool.query(`select 1 from "${table}" where id = $1`, [row["subject_id"]]);
      if (rows.length !== 1) faults.push(`${action}: предмета нет: ${kind} ${String(row["subject_id"])}`);
    }
    for (const { field } of row["changes"] as readonly { field: string }[])
      if (!tells(kind, field)) faults.push(`${action}: поле без русского слова: ${field}`);
  }
  return faults;
}
