import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type pg from "pg";
import type { Database } from "#platform/db/database.ts";
import type { Answered } from "#platform/http/answered.ts";

export interface Metrics {
  answered(answered: Answered): void;
  /** who answered a request that only reads, where a replica is set */
  reading(by: "replica" | "main"): void;
  /** the text a Prometheus server reads */
  text(): Promise<string>;
  readonly contentType: string;
}

const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts what the program does, for a Prometheus server: requests by action, the pool of connections, the queues of jobs, the process. Answers in a crowd too. */
export function makeMetrics({ pool, upkeep }: Pick<Database, "pool" | "upkeep">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "orientir_requests_total",
    help: "Requests answered, by action and class of status",
    labelNames: ["action", "status"],
    registers,
  });
  const refusals = new Counter({
    name: "orientir_refusals_total",
    help: "Requests refused for want of a sign-in, of rights, of what was asked for, or for being too many, by action and code",
    labelNames: ["action", "code"],
    registers,
  });
  const durations = new Histogram({
    name: "orientir_request_seconds",
    help: "Time from the first byte of a request to the last byte of its answer",
    labelNames: ["action"],
    buckets: DURATIONS,
    registers,
  });
  const readings = new Counter({
    name: "orientir_readings_total",
    help: "Requests that only read, by who answered: the replica, or the main database instead of it",
    labelNames: ["by"],
    registers,
  });
  registry.registerMetric(poolGauge(pool));
  registry.registerMetric(jobsGauge(upkeep));
  return {
    answered({ action, status, refusal, seconds }) {
      if (refusal) refusals.inc({ action, code: refusal });
      requests.inc({ action, status: `${Math.floor(status / 100)}xx` });
      durations.observe({ action }, seconds);
    },
    reading: (by) => readings.inc({ by }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function poolGauge(pool: pg.Pool): Gauge {
  return new Gauge({
    registers: [],
    name: "orientir_database_connections",
    help: "Connections of the pool, and requests that wait for one",
    labelNames: ["state"],
    collect() {
      this.set({ state: "open" }, pool.totalCount);
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "waited_for" }, pool.waitingCount);
    },
  });
}

function jobsGauge(pool: pg.Pool): Gauge {
  return new Gauge({
    registers: [],
    name: "orientir_jobs",
    help: "Jobs that wait, run or have failed for good, by queue",
    labelNames: ["queue", "state"],
    async collect() {
      this.reset();
      const { rows } = await pool.query<{ queue: string; state: string; jobs: number }>(
        `select name as queue, case state when 'active' then 'running' when 'failed' then 'failed' else 'waiting' end as state, count(*)::int as jobs
         from pgboss.job where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' group by 1, 2`,
      );
      for (const { queue, state, jobs } of rows) this.set({ queue, state }, jobs);
    },
  });
}
