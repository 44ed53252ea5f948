import { ROUTES } from "#main/routes.ts";
import type { Id } from "#shared/ids.ts";
import type { Persona } from "../probe/place.ts";
import { content } from "../probe/forms.ts";
import { readRegistry } from "../probe/registry.ts";
import { disagreements, strayContents } from "./files/agree.ts";
import { deskOf, type DeskParts } from "./files/desk.ts";
import { followFile, type Followed } from "./files/follow.ts";
import { KIND_NAMES, makeFile, type HostileFile } from "./files/make-file.ts";
import { setLure } from "./files/set-lure.ts";
import { watchTree } from "./files/watch-tree.ts";
import { operationsOf, type OpenApi } from "./operations.ts";
import type { RunningProgram } from "./program.ts";
import type { PartOptions } from "./requests.ts";
import { sender } from "./send.ts";
import { makeTally, type Tally } from "./tally.ts";

const LANES = 6;
/** MiB, of the server alone and of it with all that it starts */
const MOST_SERVER = 1536;
const MOST_TREE = 4096;
/** ms without an answer about its health, on a machine that may be busy with other work */
const DEAF_MS = 15_000;
/** What the program is known to start: itself, a shell that limits, LibreOffice with its scripts, poppler. */
const STARTS =
  /^(?:node|sh|dash|bash|soffice(?:\.bin)?|oosplash|pdftoppm|paperconf|sleep|rm|uname|dirname|basename|sed|grep|egrep|readlink|ls|cat|expr|env|javaldx|gpgconf|gpgsm|gpg|id|tr|cut|head)$/;

interface Row {
  sent: number;
  taken: number;
  crashes: number;
  faults: Map<string, number>;
}

/** Sends `count` malicious files to every place that takes a file and follows each to the end. */
export async function filesPart(program: RunningProgram, { from, count, seed, say }: PartOptions): Promise<Tally> {
  const tally = makeTally("files", seed);
  const send = sender(program.address, LANES + 1);
  const document = JSON.parse(
    String((await send({ method: "GET", path: "/api/openapi.json", headers: {}, body: undefined })).body),
  ) as OpenApi;
  const operations = operationsOf(document);
  const doors = ROUTES.filter(({ takesFile }) => takesFile).map(({ action }) => action);
  const town = program.territories.find(({ kind }) => kind === "municipality")!.id;
  const strays = await strayContents(program.databaseUrl, program.dataFolder);
  const trap = await setLure(seed);
  const tree = watchTree(program.pid);
  const health = listen(program.address);
  const rows = new Map<string, Row>(
    KIND_NAMES.map((kind) => [kind, { sent: 0, taken: 0, crashes: 0, faults: new Map() }]),
  );
  const hands = handsOf(program, town);
  const evidence = await evidenceGiver(program, { address: program.address, send, operations, tell: () => {} }, town);
  let next = from;
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      while (next < from + count) {
        const number = next;
        next += 1;
        const file = await makeFile(number, seed, trap.lure);
        const row = rows.get(file.kind)!;
        const crashed = program.crashes().length;
        const tell: Followed["tell"] = (kind, what) => {
          row.faults.set(kind, (row.faults.get(kind) ?? 0) + 1);
          tally.fault(kind, nameOf(file, what));
        };
        const told = { address: program.address, send, operations, tell };
        const gives = number % 5 === 0 ? evidence : undefined;
        const desk = deskOf(told, gives?.persona ?? hands[lane % hands.length]!, town);
        const begun = performance.now();
        const around = { pool: program.pool, lure: trap.lure, giveEvidence: gives?.give, tell };
        const taken = await followFile(file, desk, doors, around);
        row.sent += 1;
        row.taken += Number(taken);
        row.crashes += program.crashes().length - crashed;
        tally.count(file.kind, taken ? 200 : 422, performance.now() - begun);
        if (row.sent > 0 && (number - from) % 100 === 99)
          say(`  отправлено ${number - from + 1} из ${count}, сбоев ${tally.faults.length}`);
      }
    }),
  );
  tree.stop();
  health.stop();
  for (const one of new Set(trap.asked)) tally.fault("живое содержимое", `обращение к чужому адресу: ${one}`);
  for (const path of trap.sprung([program.dataFolder, ...program.ownFolders]))
    tally.fault("живое содержимое", `появилось ${path}`);
  const strange = [...tree.programs].filter((name) => !STARTS.test(name));
  if (strange.length > 0) tally.fault("живое содержимое", `запущено ${strange.join(", ")}`);
  if (tree.server > MOST_SERVER || tree.tree > MOST_TREE)
    tally.fault("зависание", `память ${Math.round(tree.server)} и ${Math.round(tree.tree)} МиБ`);
  if (health.longest() > DEAF_MS) tally.fault("зависание", `сервер не слышал ${Math.round(health.longest())} мс`);
  for (const one of await disagreements(program.databaseUrl, program.dataFolder, program.ownFolders, strays))
    tally.fault("не по договору", one);
  await trap.close();
  for (const line of table(rows)) say(line);
  say(
    `  памяти не больше ${Math.round(tree.server)} МиБ у сервера и ${Math.round(tree.tree)} МиБ со всем, что он запускает; дольше всего сервер не слышал ${Math.round(health.longest())} мс; к чужому адресу обращений ${trap.asked.length}; запускались ${[...tree.programs].sort().join(", ")}`,
  );
  return tally;
}

function nameOf({ number, kind, name, bytes }: HostileFile, what: string): string {
  return `${number} ${kind}, ${JSON.stringify(name).slice(0, 60)}, ${bytes.length} байт: ${what}`;
}

/** Those of the town who register papers and read documents. */
function handsOf({ personas }: RunningProgram, territoryId: Id): readonly Persona[] {
  const roles = ["officer", "administrator", "authority_head"];
  return personas.filter(
    ({ kind, held }) =>
      kind === "person" &&
      held.some(
        (one) => one.territoryId === territoryId && !one.organisationId && !one.ended && roles.includes(one.role),
      ),
  );
}

/** Somebody of a school with a report still being written, and how it is given a file as its evidence; one after another. */
async function evidenceGiver(program: RunningProgram, parts: DeskParts, territoryId: Id) {
  const registry = await readRegistry(program.pool);
  const drafts = registry.of("report").filter((one) => one.state === "draft" && one.territoryId === territoryId);
  for (const report of drafts)
    for (const persona of program.personas) {
      if (
        persona.kind !== "person" ||
        !persona.held.some((one) => one.territoryId === territoryId && one.organisationId)
      )
        continue;
      const desk = deskOf(parts, persona, territoryId);
      const save = async (version: number, fileId?: Id) => {
        const evidence = fileId ? [{ kind: "file", fileId }] : [];
        const body = { version, content: { ...content(report, registry), evidence } };
        const got = await desk.ask("report.save", { reportId: report.id }, body);
        return got.status === 200 ? (JSON.parse(got.body.toString("utf8")) as { version: number }).version : undefined;
      };
      const first = await save(report.version ?? 1);
      if (first === undefined) continue;
      let last: Promise<number | undefined> = Promise.resolve(first);
      const give = async (fileId: Id): Promise<boolean> => {
        const before = last;
        const mine = before.then(async (version) => (version === undefined ? undefined : save(version, fileId)));
        last = mine.then(async (made) => made ?? (await before));
        return (await mine) !== undefined;
      };
      return { persona, give };
    }
  return undefined;
}

/** Asks the running program for its health again and again; the longest it took to answer, ms. */
function listen(address: string) {
  const send = sender(address, 1);
  let longest = 0;
  const ended = new AbortController();
  void (async () => {
    while (!ended.signal.aborted) {
      const { milliseconds } = await send({ method: "GET", path: "/api/health", headers: {}, body: undefined });
      longest = Math.max(longest, milliseconds);
      await new Promise((rest) => setTimeout(rest, 100));
    }
  })();
  return { longest: () => longest, stop: () => ended.abort() };
}

function table(rows: ReadonlyMap<string, Row>): readonly string[] {
  const line = (cells: readonly (string | number)[]) =>
    `  ${String(cells[0]).padEnd(42)}${cells
      .slice(1)
      .map((one) => String(one).padStart(11))
      .join("")}`;
  const head = line(["вид", "отправлено", "отказано", "принято", "падений", "500", "зависаний", "иного"]);
  const lines = [...rows].map(([kind, { sent, taken, crashes, faults }]) => {
    const [failed, hung] = [faults.get("500") ?? 0, faults.get("зависание") ?? 0];
    const other = [...faults.values()].reduce((sum, one) => sum + one, 0) - failed - hung;
    return line([kind, sent, sent - taken, taken, crashes, failed, hung, other]);
  });
  return [head, ...lines];
}
