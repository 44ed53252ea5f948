import { keptOfImage } from "./changed-row.ts";
import { doorAnswer, isBySecret } from "./doors.ts";
import { takeBack, takeChanges, type Change } from "./changes.ts";
import { seenIn } from "./marks.ts";
import type { Kept } from "./place.ts";
import type { Registry } from "./registry.ts";
import type { Noted } from "./switch.ts";
import type { Probe, Surroundings } from "./requests.ts";
import type { World } from "./world.ts";

/** What a request gave away or did that its persona may not see or do. */
export interface Leak {
  readonly probe: Probe;
  readonly told: string;
}

export interface Verdict extends Noted {
  readonly probe: Probe;
  readonly status: number;
  readonly leak: Leak | undefined;
}

/** Sends the probe, judges the answer and the changes, and puts the world back. */
export async function tryProbe(world: World, around: Surroundings, probe: Probe): Promise<Verdict> {
  const { value: answer, ...noted } = await globalThis.probeSwitch.noting(() => send(world, probe));
  const changes = await takeChanges(world.pool);
  if (changes.length > 0) await takeBack(world.pool, changes);
  const told = judged(probe, around, answer, changes);
  if (told) return verdict(probe, answer, noted, told);
  const twin = await twinOf(world, probe, answer);
  if (twin) await takeBack(world.pool, await takeChanges(world.pool));
  return verdict(probe, answer, noted, twin && differs(probe, answer, twin));
}

/** The same of several at once; where any of them has changed the world or waited for its turn, each is tried again alone. */
export async function tryProbes(
  world: World,
  around: Surroundings,
  probes: readonly Probe[],
): Promise<readonly Verdict[]> {
  const tried = await Promise.all(
    probes.map(async (probe) => {
      const { value: answer, ...noted } = await globalThis.probeSwitch.noting(() => send(world, probe));
      return { probe, answer, noted, twin: await twinOf(world, probe, answer) };
    }),
  );
  const changes = await takeChanges(world.pool);
  // one person sends only so many files at once: whoever was told so is tried again alone as well
  if (changes.length === 0 && tried.every(({ answer, twin }) => answer.status !== 429 && twin?.status !== 429))
    return tried.map(({ probe, answer, noted, twin }) =>
      verdict(probe, answer, noted, judged(probe, around, answer, []) ?? (twin && differs(probe, answer, twin))),
    );
  await takeBack(world.pool, changes);
  const verdicts: Verdict[] = [];
  for (const probe of probes) verdicts.push(await tryProbe(world, around, probe));
  return verdicts;
}

function verdict(probe: Probe, { status }: Answer, noted: Noted, told: string | undefined): Verdict {
  return { probe, status, ...noted, leak: told ? { probe, told } : undefined };
}

/** The answer to the same request about nothing, where it has something to tell. */
async function twinOf(world: World, probe: Probe, { status, content }: Answer): Promise<Answer | undefined> {
  const { active, open } = globalThis.probeSwitch;
  const { attack, variant, twin } = probe;
  // a fault lets more through: what it still calls unknown it calls so of nothing too
  const isPlain = active !== undefined && variant === undefined && (status === 404 || status === 401);
  if (!twin || isPlain || open || (status < 400 && !isList(attack) && !REFUSED_BY_ROW.test(content.toString("utf8"))))
    return undefined;
  return send(world, { ...probe, ...twin });
}

const isList = (attack: Probe["attack"]): boolean => attack === "search" || attack === "filter";
/** Several rows were asked about, and some of them refused each in its own words. */
const REFUSED_BY_ROW = /"refused":\[\{/;

/**
 * A refusal about a row that is hidden reads like a refusal about nothing. A list narrowed by what is hidden is the list narrowed by what
 * is not there: the same rows, the same totals.
 */
function differs({ attack }: Probe, answer: Answer, twin: Answer): string | undefined {
  if (answer.status >= 400)
    return twin.status === answer.status && codeOf(twin) === codeOf(answer)
      ? undefined
      : `о скрытом ${answer.status} ${codeOf(answer)}, о несуществующем ${twin.status} ${codeOf(twin)}`;
  const same = seenIn(answer.content).text === seenIn(twin.content).text;
  if (!isList(attack))
    return twin.status === answer.status && same ? undefined : "о скрытой строке сказано не то, что о несуществующей";
  return twin.status === answer.status && same ? undefined : "список по скрытому не тот, что по несуществующему";
}

interface Answer {
  readonly status: number;
  readonly content: Buffer;
}

async function send(world: World, { route, persona, url, body, upload }: Probe): Promise<Answer> {
  const payload = upload
    ? multipart(world.known.workbooks.get(route.action) ?? Buffer.from("проба"))
    : (body as object | undefined);
  const cookie = [persona.headers["cookie"], world.known.cookies.get(route.action)].filter(Boolean).join("; ");
  const headers = {
    ...persona.headers,
    ...(cookie && { cookie }),
    ...(upload && { "content-type": "multipart/form-data; boundary=probe" }),
  };
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
  const isOfAim = probe.variant === undefined || action.startsWith("report.");
  if (isOfAim && around.oracle.mayAsk(probe.persona, action, probe.aim, probe.body) === false) {
    if (answer.status === 200) return "ответ тому, кому спрашивать нельзя";
    // whose other body names what it may not is told first of the state of their own report
    const isOfState = probe.variant !== undefined && action !== "report.create";
    const isOfForm = answer.status === 422 && codeOf(answer) === "bad-request";
    if (method !== "GET" && !open && !isOfState && !isOfForm && ![401, 403, 404].includes(answer.status))
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

/** Whose data the action tells: one's own, or those that a keeper of personal data answers about. */
const OF_PERSON: Readonly<Record<string, (probe: Probe) => unknown>> = {
  "my-data.read": ({ persona }) => persona.personId,
  "my-data.export": ({ persona }) => persona.personId,
  "personal-data.read": ({ aim }) => aim.ids["personId"],
  "personal-data.export": ({ aim }) => aim.ids["personId"],
};

/** Whoever is told what is kept about a person is told of every row of theirs, and by name of the programmes they worked for. */
function isOfPerson(probe: Probe, kept: Kept, registry: Registry): boolean {
  const personId = OF_PERSON[probe.route.action]?.(probe);
  if (!personId) return false;
  const isHere = probe.persona.personId === personId || kept.territoryId === probe.aim.ids["territoryId"];
  const work = [...registry.of("obligation"), ...registry.of("report")];
  return (
    isHere &&
    (kept.personId === personId ||
      (kept.table === "programme" &&
        work.some((one) => one.programmeId === kept.id && [one.personId, one.delegatedTo].includes(String(personId)))))
  );
}

/** The first row in the answer that the persona may not see; what the request itself named is no news. */
function shown(probe: Probe, { registry, oracle }: Surroundings, { content }: Answer): string | undefined {
  const { persona, url, body, route, aim } = probe;
  // whoever searches the journal of a territory reads of all that was done in it; people's own values stay hidden
  const whole = OF_WHOLE_TERRITORY.has(route.action) ? aim.ids["territoryId"] : undefined;
  // an identifier in a row of one's own territory tells nothing of the person: of the wall it is asked that the name stays hidden
  const isNameless = globalThis.probeSwitch.open;
  const asked = `${decodeURIComponent(url)} ${JSON.stringify(body ?? "")}`;
  const { ids, marks } = seenIn(content);
  for (const [found, kept] of [
    ...[...marks].map((mark) => [mark, registry.byMark.get(mark)] as const),
    ...[...ids].map((id) => [id, registry.byId.get(id)] as const),
  ])
    if (
      kept &&
      !asked.includes(found) &&
      (kept.territoryId ?? "") !== whole &&
      !oracle.sees(persona, kept) &&
      !(isNameless && kept.table === "person" && found === kept.id) &&
      !(route.action === "person.contact" && kept.table === "account" && oracle.mayCall(persona, kept)) &&
      !isOfPerson(probe, kept, registry)
    )
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

function codeOf({ content }: Answer): string {
  return /"code":"([\w-]+)"/.exec(content.toString("utf8"))?.[1] ?? "";
}
