import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { makeId, type Id } from "../src/shared/ids.ts";
import type { WorldSizeName } from "../src/main/world/sizes.ts";
import type { Figure } from "./figure.ts";
import { asked, type Ground } from "./ground.ts";
import { officerOf, type BenchOfficer } from "./officer.ts";
import { median, quantile, requestsPerSecond } from "./timing.ts";
import { madeSince, replayed } from "./replay.ts";
import { statementsOf, type AskedStatement } from "./statements.ts";

const LANES = 8;
const ROUNDS = 4;
const ROUND_MS = 2000;
/** drafts made ready for each head, for us and for the limit */
const DRAFTS = 1500;

interface Draft {
  readonly reportId: Id;
  readonly obligationId: Id;
}

/** The head of a school with the drafts that are still to be sent. */
interface Lane {
  readonly head: BenchOfficer;
  readonly drafts: Draft[];
}

/**
 * P3: heads of eight schools send reports for checking, each over a connection of its own and one after another: the row, its state, its
 * evidence, the journal, a notice to those who check. Against the statements of such a request by pg alone, with identifiers of
 * their own and in as many journeys.
 */
export async function submitting(ground: Ground, size: WorldSizeName = "M"): Promise<readonly Figure[]> {
  const url = await ground.copyOf(await ground.world(size));
  const program = await ground.program(url);
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  const bare = new pg.Pool({ connectionString: url, max: LANES, pipeline: true } as pg.PoolConfig);
  try {
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, at) => laneOf(url, at)));
    await asked(url, "analyze report, report_obligation");
    await program.server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = program.server.server.address() as AddressInfo;
    const taken: number[] = [];
    const submit = async ({ head, drafts }: Lane) => {
      const begun = performance.now();
      await send(agent, port, head, drafts.pop()!);
      taken.push(performance.now() - begun);
    };
    const patterns = new Map<Lane, Pattern>();
    for (const lane of lanes) {
      // the first ones of a head build what is built once
      await submit(lane);
      const draft = lane.drafts.at(-1)!;
      const begun = Date.now();
      const statements = await statementsOf(() => submit(lane));
      patterns.set(lane, { draft, statements, made: madeSince(begun, statements) });
    }
    const replay = async (lane: Lane) => {
      const { draft, statements, made } = patterns.get(lane)!;
      const { reportId, obligationId } = lane.drafts.pop()!;
      const known = new Map([
        [draft.reportId, reportId],
        [draft.obligationId, obligationId],
      ]);
      await replayed(bare, statements, (id) => known.get(id) ?? (made.has(id) ? makeId() : id));
    };
    const [ours, limit] = [inFreeLane(lanes, submit), inFreeLane(lanes, replay)];
    await requestsPerSecond(ours, LANES, ROUND_MS / 2);
    await requestsPerSecond(limit, LANES, ROUND_MS / 2);
    taken.length = 0;
    const rounds = { ours: [] as number[], limit: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.ours.push(await requestsPerSecond(ours, LANES, ROUND_MS));
      rounds.limit.push(await requestsPerSecond(limit, LANES, ROUND_MS));
    }
    const { statements } = patterns.get(lanes[0]!)!;
    return [
      {
        id: "P3",
        name: `отправить отчёт на проверку, мир ${size}`,
        unit: "отчётов/с",
        ours: median(rounds.ours),
        limit: median(rounds.limit),
        limitName: "те же запросы к базе, один pg",
        goal: { least: 0.7 },
        seen: {
          запросов: statements.length,
          поездок: statements.filter(({ together }) => !together).length,
          "p50, мс": quantile(taken, 0.5),
          "p95, мс": quantile(taken, 0.95),
        },
      },
    ];
  } finally {
    agent.destroy();
    await bare.end();
    await program.stop();
  }
}

interface Pattern {
  readonly draft: Draft;
  readonly statements: readonly AskedStatement[];
  readonly made: ReadonlySet<Id>;
}

/** A head with drafts, each of an obligation made for it: the measures of the programmes that run, which ask for no numbers, in turns. */
async function laneOf(url: string, at: number): Promise<Lane> {
  const head = await officerOf(url, { role: "school_head", at });
  const drafts = Array.from({ length: DRAFTS }, (): Draft => ({ reportId: makeId(), obligationId: makeId() }));
  await asked(
    url,
    `with place as (
       select organisation_id as id from role_assignment where territory_id = $1 and person_id = $2 and role = 'school_head'
     ), asking as (
       select m.id, m.programme_id, row_number() over (order by m.id) - 1 as at, count(*) over () as count from measure m
       join programme p on p.territory_id = m.territory_id and p.id = m.programme_id
       where m.territory_id = $1 and p.status = 'running' and p.owner_organisation_id is null and m.closed_at is null
         and not exists (select from planned_value v where v.territory_id = m.territory_id and v.measure_id = m.id)
     ), draft as (
       select d.* from unnest($3::uuid[], $4::uuid[]) with ordinality d (report, obligation, at)
     ), owed as (
       insert into obligation (territory_id, id, programme_id, measure_id, bearer_kind, bearer_organisation_id, bearer_key, part, occurrence_key,
         opens_on, due_on, created_at)
       select $1, d.obligation, a.programme_id, a.id, 'organisation', p.id, 'organisation:' || p.id, 'assignee', 'черновик ' || d.at,
         '2026-11-01', '2026-11-30', now() from draft d join asking a on a.at = d.at % a.count cross join place p
     ), begun as (
       insert into report (territory_id, id, organisation_id, state, text, author_person_id, created_at, saved_at)
       select $1, d.report, p.id, 'draft', 'Начали', $2, now(), now() from draft d cross join place p
     )
     insert into report_obligation (territory_id, report_id, obligation_id) select $1, report, obligation from draft`,
    [
      head.territoryId,
      head.personId,
      drafts.map(({ reportId }) => reportId),
      drafts.map(({ obligationId }) => obligationId),
    ],
  );
  return { head, drafts };
}

/** Each goes on with a lane of its own until it is done. */
function inFreeLane(lanes: readonly Lane[], work: (lane: Lane) => Promise<void>): () => Promise<void> {
  const free = [...lanes];
  return async () => {
    const lane = free.pop()!;
    if (lane.drafts.length === 0) throw new Error("no draft is left to be sent");
    await work(lane);
    free.push(lane);
  };
}

const TEXT = "Провели семинар для учителей школы, разобрали задания и составили план занятий на вторую четверть.";

function send(agent: Agent, port: number, { territoryId, cookie }: BenchOfficer, draft: Draft): Promise<void> {
  const content = {
    kind: "done",
    text: TEXT,
    doneOn: "2026-11-18",
    reason: "",
    obligationIds: [draft.obligationId],
    values: [],
    evidence: [{ kind: "link", url: "https://school.example/news/1" }],
  };
  const path = `/api/reports/${territoryId}/${draft.reportId}/submit`;
  const headers = { cookie, "x-orientir": "1", "content-type": "application/json", "idempotency-key": makeId() };
  return new Promise((done, fail) => {
    const asking = request({ port, host: "127.0.0.1", method: "POST", path, agent, headers }, (reply) => {
      let told = "";
      reply.setEncoding("utf8").on("data", (piece: string) => (told += piece));
      reply.on("end", () =>
        reply.statusCode === 200 ? done() : fail(new Error(`${path}: ${reply.statusCode} ${told}`)),
      );
    });
    asking.on("error", fail).end(JSON.stringify({ version: 1, content }));
  });
}
