import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { withDatabase } from "../support/server-setup.ts";

/** All migrations, in order. */
export const MIGRATIONS = async () => (await readdir("migrations")).filter((name) => name.endsWith(".sql")).sort();

const direct = (name: string) => withDatabase(inject("directTemplateUrl"), name);

/** A database of a test: empty, or a copy of another one that nobody is connected to. */
export async function makeDatabase(like = "template0"): Promise<{ name: string; url: string }> {
  const name = `orientir_m_${randomBytes(6).toString("hex")}`;
  await asking(direct("postgres"), (client) => client.query(`create database ${name} template ${like}`));
  return { name, url: direct(name) };
}

/** Whether the suite's login may set traps and make roles; elsewhere those tests are skipped. */
export function isSuperuser(): Promise<boolean> {
  return asking(direct("postgres"), async (client) => {
    const { rows } = await client.query("select rolsuper from pg_roles where rolname = current_user");
    return rows[0].rolsuper;
  });
}

export async function dropDatabase(name: string): Promise<void> {
  await asking(direct("postgres"), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`drop role if exists ${plain(name)}`);
  });
}

const plain = (database: string) => `${database}_owner`;

/** Gives a database an owner who is no superuser, as towns have on a server they share; returns the address under that login. */
export async function givenPlainOwner(name: string): Promise<string> {
  const url = new URL(direct(name));
  [url.username, url.password] = [plain(name), "plain"];
  await asking(direct("postgres"), async (client) => {
    await client.query(`create role ${plain(name)} login password 'plain'`);
    await client.query(`grant orientir_app to ${plain(name)} with admin option`);
    await client.query(`alter database ${name} owner to ${plain(name)}`);
  });
  return url.toString();
}

export async function asking<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs `work` on a folder that holds the first `count` migrations: an earlier release. */
export async function withRelease<T>(count: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-release-"));
  try {
    for (const name of (await MIGRATIONS()).slice(0, count))
      await copyFile(join("migrations", name), join(folder, name));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
