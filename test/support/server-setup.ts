import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import PgBoss from "pg-boss";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../src/platform/db/embedded/server.ts";
import { migrate } from "../../src/platform/db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** address of a database already migrated; tests copy it by `create database … template` */
    templateUrl: string;
    /** the same past the pooler, where DATABASE_URL names one: whole databases are made and copied there */
    directTemplateUrl: string;
  }
}

export const TEMPLATE = "orientir_template";

/** One real PostgreSQL for the suite (DATABASE_URL, with DATABASE_DIRECT_URL where that is a pooler, else the embedded one in a temporary folder) with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-test-"));
  // the database's own user must be able to enter it where the suite runs as root
  await chmod(folder, 0o755);
  const embedded = process.env["DATABASE_URL"] ? undefined : await startEmbedded(join(folder, "data"), () => {});
  const given = process.env["DATABASE_URL"] ?? embedded!.url;
  const templateUrl = withDatabase(given, TEMPLATE);
  const direct = process.env["DATABASE_DIRECT_URL"] || given;
  const directTemplateUrl = withDatabase(direct, TEMPLATE);
  const client = new pg.Client({ connectionString: direct });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE}`);
  // this server is thrown away, whatever becomes of it: what it writes need not outlive a loss of power
  if (embedded) {
    for (const name of ["full_page_writes", "synchronous_commit"]) await client.query(`alter system set ${name} = off`);
    await client.query("select pg_reload_conf()");
  }
  await client.end();
  await migrate(directTemplateUrl, "migrations");
  const boss = new PgBoss({ connectionString: directTemplateUrl, max: 1 });
  await boss.start();
  await boss.stop({ graceful: true, wait: true, timeout: 1000 });
  project.provide("templateUrl", templateUrl);
  project.provide("directTemplateUrl", directTemplateUrl);
  return async () => {
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
