import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import type { Program } from "../src/main/program.ts";
import type { BenchDistrict } from "./district.ts";
import { median, requestsPerSecond, type Measure } from "./timing.ts";

const PAGE = `
  select o.id, o.due_on, o.occurrence_key, m.number, m.title, g.short_name, r.state,
    (select count(*)::int from obligation c where c.territory_id = $1) as total
  from obligation o
  join measure m on m.territory_id = o.territory_id and m.id = o.measure_id
  join organisation g on g.id = o.bearer_organisation_id
  left join report_obligation ro on ro.territory_id = o.territory_id and ro.obligation_id = o.id
  left join report r on r.territory_id = ro.territory_id and r.id = ro.report_id
  where o.territory_id = $1
  order by o.due_on, o.id limit 50`;

/** The page of fifty obligations through the whole server (session, rights, row-level security, contract) against bare node:http that asks for the same rows and their count. */
export async function obligationPage(program: Program, district: BenchDistrict): Promise<Measure> {
  await program.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = program.server.server.address() as AddressInfo;
  const bare = createServer((_request, reply) => {
    void program.database.pool
      .query({ name: "bare-page", text: PAGE, values: [district.territoryId] })
      .then(({ rows }) => {
        reply.setHeader("content-type", "application/json").end(JSON.stringify(rows));
      });
  });
  await new Promise<void>((ready) => bare.listen(0, "127.0.0.1", ready));
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = (target: number, path: string) => () =>
    new Promise<void>((done, fail) => {
      get({ port: target, host: "127.0.0.1", path, agent, headers: { cookie: district.cookie } }, (reply) => {
        if (reply.statusCode !== 200) fail(new Error(`${path}: ${reply.statusCode}`));
        reply.resume().on("end", done);
      }).on("error", fail);
    });
  const whole = ask(port, `/api/obligations?territoryId=${district.territoryId}`);
  const least = ask((bare.address() as AddressInfo).port, "/");
  await requestsPerSecond(whole, 8, 1500);
  await requestsPerSecond(least, 8, 1500);
  // in turns, so that the machine's mood is shared
  const rounds = { ours: [] as number[], limit: [] as number[] };
  for (let round = 0; round < 3; round += 1) {
    rounds.ours.push(await requestsPerSecond(whole, 8, 1500));
    rounds.limit.push(await requestsPerSecond(least, 8, 1500));
  }
  const [ours, limit] = [median(rounds.ours), median(rounds.limit)];
  agent.destroy();
  await new Promise((closed) => bare.close(closed));
  return {
    name: "страница из 50 обязательств",
    unit: "запросов/с",
    ours,
    limit,
    limitName: "node:http и тот же запрос",
  };
}
