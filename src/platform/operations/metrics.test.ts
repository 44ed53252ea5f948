import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/support/world.ts";
import type { Answered } from "#platform/http/answered.ts";
import { makeMetrics, type Metrics } from "./metrics.ts";
import { openMetricsDoor } from "./metrics-door.ts";

describe("metrics", () => {
  let world: World;
  let metrics: Metrics;
  const answered: Answered[] = [];
  beforeAll(async () => {
    world = await openWorld({ answered: (one) => answered.push(one) });
    metrics = makeMetrics(world.program.database);
  });
  afterAll(() => world.close());

  it("count requests by action and class of status, and tell of connections and jobs", async () => {
    metrics.answered({ action: "report.submit", status: 200, seconds: 0.02 });
    metrics.answered({ action: "report.submit", status: 204, seconds: 0.2 });
    metrics.answered({ action: "report.submit", status: 409, seconds: 0.02 });
    metrics.reading("replica");
    await world.rows(
      "insert into pgboss.job (name, state) select name, 'failed' from pgboss.queue where name not like '\\_\\_%' limit 1",
    );
    const text = await metrics.text();
    expect(text).toContain('orientir_requests_total{action="report.submit",status="2xx"} 2');
    expect(text).toContain('orientir_requests_total{action="report.submit",status="4xx"} 1');
    expect(text).toContain('orientir_request_seconds_bucket{le="0.025",action="report.submit"} 2');
    expect(text).toContain('orientir_readings_total{by="replica"} 1');
    expect(text).toMatch(/orientir_database_connections\{state="open"\} [1-9]/);
    expect(text).toMatch(/orientir_jobs\{queue="[a-z-]+",state="failed"\} 1/);
  });

  it("know a request by its action, never by its address", async () => {
    answered.length = 0;
    await world.public.call("GET", "/api/session");
    await world.public.call("GET", "/api/links/secret-of-a-link");
    await world.public.call("GET", "/nowhere/petrova@example.test");
    expect(answered.map(({ action, status }) => [action, status])).toEqual([
      ["session.read", 401],
      ["link.see", 410],
      ["unknown", 404],
    ]);
    expect(answered.every(({ seconds }) => seconds > 0)).toBe(true);
  });

  it("are told at their own door and nothing else is", async () => {
    const door = await openMetricsDoor(metrics, { host: "127.0.0.1", port: 0 });
    const { port } = door.address() as AddressInfo;
    const ask = (path: string, method = "GET") => fetch(`http://127.0.0.1:${port}${path}`, { method });
    try {
      expect((await ask("/")).status).toBe(404);
      expect((await ask("/metrics", "POST")).status).toBe(404);
      const told = await ask("/metrics");
      expect(told.headers.get("content-type")).toContain("text/plain");
      expect(await told.text()).toContain("process_cpu_seconds_total");
    } finally {
      door.close();
    }
  });
});
