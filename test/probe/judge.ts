import { doorAnswer, isBySecret } from "./doors.ts";
import { takeBack, takeChanges, type Change } from "./changes.ts";
import { seenIn } from "./marks.ts";
import type { Kept } from "./place.ts";
import { keptOf, type Registry } from "./registry.ts";
import type { Probe, Surroundings } from "./requests.ts";
import type { World } from "./world.ts";

/** What a request gave away or did that its persona may not see or do. */
export interface Leak {
  readonly probe: Probe;
  readonly told: string;
}

export interface Verdict {
  readonly status: number;
  readonly leak: Leak | undefined;
}

/** Sends the probe, judges the answer and the changes, and puts the world back. */
export async function tryProbe(world: World, around: Surroundings, probe: Probe): Promise<Verdict> {
  const answer = await send(world, probe);
  const changes = probe.route.method === "GET" ? [] : await takeChanges(world.pool);
  const told = judged(probe, around, answer, changes);
  if (changes.length > 0) await takeBack(world.pool, changes);
  if (told) return { status: answer.status, leak: { probe, told } };
  // a fault lets more through: what it still calls unknown it calls so of nothing too
  const isPlain = globalThis.probeSwitch.active !== undefined && (answer.status === 404 || answer.status === 401);
  if (!probe.twin || isPlain || globalThis.probeSwitch.open) return { status: answer.status, leak: undefined };
  const differs =
    answer.status >= 400 ? await differsFromNothing(world, probe, answer) : await countsTheHidden(world, probe, answer);
  return { status: answer.status, leak: differs ? { probe, told: differs } : undefined };
}

interface Answer {
  readonly status: number;
  readonly content: Buffer;
}

async function send(world: World, { route, persona, url, body, upload }: Probe): Promise<Answer> {
  const payload = upload
    ? multipart(world.known.workbooks.get(route.action) ?? Buffer.from("проба"))
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
  return { status: reply.statusCode, content: reply.rawPayload };
}

function multipart(content: Buffer): Buffer {
  const head =
    '--probe\r\nContent-Disposition: form-data; name="file"; filename="p.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n';
  return Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n--probe--\r\n")]);
}

function judged(probe: Probe, around: Surroundings, answer: Answer, changes: readonly Change[]): string | undefined {
  const { action, method } = probe.route;
  if (isBySecret(action)) return undefined;
  // with the checks off only the database is on trial: what it refuses ends in a failure of the program, and that is right
  const { open } = globalThis.probeSwitch;
  const door = open ? undefined : doorAnswer(action, method, probe.persona);
  if (door && answer.status !== door) return `дверь ответила ${answer.status}, а не ${door}`;
  if (answer.status >= 500 && !open) return `ответ ${answer.status}: ${answer.content.toString("utf8").slice(0, 200)}`;
  if (probe.isAway && method === "GET" && answer.status === 200 && !open) return "ответ 200 о месте, где человек никто";
  if (probe.isAway && !open && !door && answer.status === 403 && codeOf(answer) === "not-allowed")
    return "отказ о месте, где человек никто, вместо слова о том, что такого нет";
  // another body may ask of another place than the aim: what comes of it is judged by its changes
  if (probe.variant === undefined && around.oracle.mayAsk(probe.persona, action, probe.aim) === false) {
    if (answer.status === 200) return "ответ тому, кому спрашивать нельзя";
    const isOfForm = answer.status === 422 && codeOf(answer) === "bad-request";
    if (method !== "GET" && !open && !isOfForm && ![401, 403, 404].includes(answer.status))
      return `сначала судят о словах (${answer.status} ${codeOf(answer)}), потом о праве`;
  }
  const seen = shown(probe, around, answer) ?? tells(probe, around, answer);
  if (seen) return seen;
  for (const change of changes) {
    const [before, after] = [change.before, change.after].map((image) =>
      image ? keptOfImage(change.table, image, around.registry, changes) : undefined,
    );
    if (!around.oracle.mayChange(probe.persona, change.table, before, after))
      return `изменено ${change.table} ${before?.id ?? after?.id ?? ""}`;
  }
  return undefined;
}

const OF_WHOLE_TERRITORY = new Set(["journal.search", "journal.export"]);

/** The first row in the answer that the persona may not see; what the request itself named is no news. */
function shown(
  { persona, url, body, route, aim }: Probe,
  { registry, oracle }: Surroundings,
  { content }: Answer,
): string | undefined {
  // whoever searches the journal of a territory reads of all that was done in it; people's own values stay hidden
  const whole = OF_WHOLE_TERRITORY.has(route.action) ? aim.ids["territoryId"] : undefined;
  const asked = `${decodeURIComponent(url)} ${JSON.stringify(body ?? "")}`;
  const { ids, marks } = seenIn(content);
  for (const [found, kept] of [
    ...[...marks].map((mark) => [mark, registry.byMark.get(mark)] as const),
    ...[...ids].map((id) => [id, registry.byId.get(id)] as const),
  ])
    if (kept && !asked.includes(found) && (kept.territoryId ?? "") !== whole && !oracle.sees(persona, kept))
      return `видно ${kept.table} ${kept.id} (${found.slice(0, 12)})`;
  return undefined;
}

/** What the answer says beside its rows; only an answer in JSON is looked into. */
function tells(
  { persona, route, aim }: Probe,
  { oracle }: Surroundings,
  { status, content }: Answer,
): string | undefined {
  if (status !== 200 || (content[0] !== "{".charCodeAt(0) && content[0] !== "[".charCodeAt(0))) return undefined;
  return oracle.mayTell(persona, route.action, aim, JSON.parse(content.toString("utf8")));
}

/** A refusal about a row that is hidden reads like a refusal about nothing. */
async function differsFromNothing(world: World, probe: Probe, answer: Answer): Promise<string | undefined> {
  const twin = await send(world, { ...probe, ...probe.twin! });
  if (probe.route.method !== "GET") {
    const changes = await takeChanges(world.pool);
    if (changes.length > 0) await takeBack(world.pool, changes);
  }
  return twin.status === answer.status && codeOf(twin) === codeOf(answer)
    ? undefined
    : `о скрытом ${answer.status} ${codeOf(answer)}, о несуществующем ${twin.status} ${codeOf(twin)}`;
}

/** A list narrowed by what is hidden is the list narrowed by what is not there: the same rows, the same totals. */
async function countsTheHidden(world: World, probe: Probe, answer: Answer): Promise<string | undefined> {
  if (probe.attack !== "search" && probe.attack !== "filter") return undefined;
  const twin = await send(world, { ...probe, ...probe.twin! });
  const same = seenIn(answer.content).text === seenIn(twin.content).text;
  return twin.status === answer.status && same ? undefined : "список по скрытому не тот, что по несуществующему";
}

function codeOf({ content }: Answer): string {
  return /"code":"([\w-]+)"/.exec(content.toString("utf8"))?.[1] ?? "";
}

/** The facts of a changed row: those known of it, and those that its own columns and its parents tell. */
function keptOfImage(
  table: string,
  image: Readonly<Record<string, unknown>>,
  registry: Registry,
  batch: readonly Change[],
): Kept {
  const known = registry.byId.get(String(image["id"]));
  const own = keptOf(table, image);
  const parent = parentOf(table, image, registry, batch);
  return {
    ...own,
    territoryId: own.territoryId ?? known?.territoryId ?? null,
    programmeId: own.programmeId ?? parent?.programmeId ?? known?.programmeId ?? null,
    ownerOrganisationId:
      (image["owner_organisation_id"] as string | null | undefined) ??
      known?.ownerOrganisationId ??
      parent?.ownerOrganisationId ??
      null,
    state: own.state ?? ((image["state"] ?? image["role"]) as string | null | undefined) ?? known?.state ?? null,
    organisationId:
      own.organisationId ??
      ((image["bearer_organisation_id"] ?? image["issuer_organisation_id"]) as string | null | undefined) ??
      (table === "organisation" ? own.id : (known?.organisationId ?? null)),
    organisationKind: known?.organisationKind ?? null,
    personId: personOf(table, image, registry) ?? known?.personId ?? null,
    parentId: parent?.id ?? (image["parent_id"] as string | null) ?? null,
    parentTable: parent?.table ?? null,
  };
}

function personOf(table: string, image: Readonly<Record<string, unknown>>, registry: Registry): string | null {
  if (table === "person") return String(image["id"]);
  if (typeof image["person_id"] === "string" && table !== "report_step") return image["person_id"];
  if (typeof image["author_person_id"] === "string") return image["author_person_id"];
  const account = typeof image["account_id"] === "string" ? registry.byId.get(image["account_id"]) : undefined;
  return account?.personId ?? null;
}

const PARENTS = ["obligation_id", "report_id", "programme_id", "roadmap_id", "measure_id", "planned_value_id"] as const;

/** The row that this one belongs to, sought among the known ones and among those made by the same request. */
function parentOf(
  table: string,
  image: Readonly<Record<string, unknown>>,
  registry: Registry,
  batch: readonly Change[],
): Kept | undefined {
  if (table === "report") return obligationOf(String(image["id"]), registry, batch);
  for (const name of PARENTS) {
    const id = image[name];
    if (typeof id !== "string") continue;
    const known = registry.byId.get(id);
    if (known) return known;
    if (name === "report_id") return obligationOf(id, registry, batch);
    const made = batch.find(({ after }) => after?.["id"] === id);
    if (made?.after) return keptOfImage(made.table, made.after, registry, batch);
  }
  return undefined;
}

function obligationOf(reportId: string, registry: Registry, batch: readonly Change[]): Kept | undefined {
  const link = batch.find(
    ({ table, after }) => table === "report_obligation" && after?.["report_id"] === reportId,
  )?.after;
  const id = link ? String(link["obligation_id"]) : registry.byId.get(reportId)?.parentId;
  return id ? registry.byId.get(id) : undefined;
}
