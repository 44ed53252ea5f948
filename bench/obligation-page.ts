import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import type { Program } from "../src/main/program.ts";
import type { WorldSizeName } from "../src/main/world/sizes.ts";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { officerOf, type BenchOfficer } from "./officer.ts";
import { median, quantile, requestsPerSecond } from "./timing.ts";

const LANES = 16;
const ROUNDS = 5;
const ROUND_MS = 2000;

/** What the answer tells of fifty rows and how many there are, by one statement of the table's owner. */
const PAGE = `
  select o.id, o.territory_id, o.programme_id, coalesce(nullif(p.short_title, ''), p.title) as programme_title, o.measure_id, m.number, m.title,
    o.bearer_kind, o.bearer_organisation_id, b.kind, b.short_name, o.part, o.occurrence_key, o.opens_on, o.due_on, o.due_moved, o.required,
    o.delegated_to, o.closed_at, o.close_reason, o.version, t.time_zone, (select min(x.from_on) from pause x where x.territory_id = o.territory_id and x.programme_id = o.programme_id and (x.measure_id is null or x.measure_id = o.measure_id) and x.from_on <= o.due_on and x.resumed_on is null) as paused_from,
    r.id as report_id, r.state, r.kind as report_kind, r.saved_at, r.submitted_at, r.decided_at, r.remark,
    ap.family_name, ap.given_name, ap.patronymic, cp.family_name as cp_family, cp.given_name as cp_given, cp.patronymic as cp_patronymic,
    (select count(*)::int from obligation c where c.territory_id = $1 and c.due_on >= $2 and c.due_on <= $3) as total
  from (select * from obligation where territory_id = $1 and due_on >= $2 and due_on <= $3 order by due_on, id limit 50) o
  join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
  join programme p on p.territory_id = o.territory_id and p.id = o.programme_id
  join territory t on t.id = o.territory_id
  left join organisation b on b.id = o.bearer_organisation_id
  left join report_obligation ro on ro.territory_id = o.territory_id and ro.obligation_id = o.id
  left join report r on r.territory_id = ro.territory_id and r.id = ro.report_id
  left join person ap on ap.id = r.author_person_id
  left join person cp on cp.id = r.decided_by
  order by o.due_on, o.id`;
const MONTH = ["2026-11-01", "2026-11-30"] as const;

interface Asked {
  readonly ours: number;
  readonly limit: number;
  /** ms of one request of ours, median and 95 of 100 */
  readonly half: number;
  readonly most: number;
}

/**
 * P1 and P2: a month's page of fifty obligations through the whole server (session, rights, row-level security, contract), sixteen
 * connections, against bare node:http with one named statement of the same rows; in the municipality M, then in one of the region R.
 */
export async function obligationPage(ground: Ground): Promise<readonly Figure[]> {
  const small = await askedIn(ground, "M");
  const figure = (size: WorldSizeName, { ours, limit, half, most }: Asked): Figure => ({
    id: "P1",
    name: `страница из 50 обязательств, мир ${size}`,
    unit: "запросов/с",
    ours,
    limit,
    limitName: "node:http, именованный запрос и JSON тех же строк",
    goal: { least: 0.8 },
    seen: { "p50, мс": half, "p95, мс": most },
  });
  if (ground.large === "M") return [figure("M", small)];
  const large = await askedIn(ground, "R");
  return [
    figure("M", small),
    figure("R", large),
    {
      id: "P2",
      name: "та же страница: мир R против M, p50",
      unit: "мс",
      ours: large.half,
      limit: small.half,
      limitName: "мир M",
      goal: { most: 1.3 },
    },
  ];
}

async function askedIn(ground: Ground, size: WorldSizeName): Promise<Asked> {
  const url = await ground.world(size);
  const program = await ground.program(url);
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  try {
    const officer = await officerOf(url);
    await program.server.listen({ port: 0, host: "127.0.0.1" });
    const bare = await bareServer(program, officer);
    const taken: number[] = [];
    const whole = ask(agent, portOf(program.server.server), officer, taken);
    const least = ask(agent, portOf(bare), officer, []);
    await requestsPerSecond(whole, LANES, ROUND_MS);
    await requestsPerSecond(least, LANES, ROUND_MS);
    taken.length = 0;
    const rounds = { ours: [] as number[], limit: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.ours.push(await requestsPerSecond(whole, LANES, ROUND_MS));
      rounds.limit.push(await requestsPerSecond(least, LANES, ROUND_MS));
    }
    await new Promise((closed) => bare.close(closed));
    return {
      ours: median(rounds.ours),
      limit: median(rounds.limit),
      half: quantile(taken, 0.5),
      most: quantile(taken, 0.95),
    };
  } finally {
    agent.destroy();
    await program.stop();
  }
}

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

async function bareServer({ database }: Program, { territoryId }: BenchOfficer) {
  const asking: pg.QueryConfig = { name: "bare-page", text: PAGE, values: [territoryId, ...MONTH] };
  const bare = createServer((_request, reply) => {
    void database.pool.query(asking).then(({ rows }) => {
      reply.setHeader("content-type", "application/json").end(JSON.stringify(rows));
    });
  });
  await new Promise<void>((ready) => bare.listen(0, "127.0.0.1", ready));
  return bare;
}

function ask(agent: Agent, port: number, { territoryId, cookie }: BenchOfficer, taken: number[]) {
  const path = `/api/obligations?${new URLSearchParams({ territoryId, from: MONTH[0], to: MONTH[1] })}`;
  return () => {
    const begun = performance.now();
    return new Promise<void>((done, fail) => {
      get({ port, host: "127.0.0.1", path, agent, headers: { cookie } }, (reply) => {
        if (reply.statusCode !== 200) fail(new Error(`${path}: ${reply.statusCode}`));
        reply.resume().on("end", () => {
          taken.push(performance.now() - begun);
          done();
        });
      }).on("error", fail);
    });
  };
}
