import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject, vi } from "vitest";
import type { InstallationOptions } from "#main/installation.ts";
import { assemble, type Program } from "#main/program.ts";
import type { Route } from "#platform/http/route.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { localDate } from "#shared/local-date.ts";
import type { Role } from "#shared/actor.ts";
import type { Answered } from "#platform/http/answered.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import type { StorePlaces } from "#platform/files/store.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";
import { TEMPLATE, withDatabase } from "./server-setup.ts";

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
}

/** A signed-in person; without a token, the public. */
export interface Persona {
  readonly personId: Id;
  readonly accountId: Id;
  call<T = any>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  upload<T = any>(path: string, name: string, content: Uint8Array, method?: "POST" | "PUT"): Promise<Answer<T>>;
  /** what its browser holds */
  readonly cookie: string;
}

export interface World {
  readonly program: Program;
  /** its data folder */
  readonly folder: string;
  /** the whole program on a database of its own, without listening */
  readonly public: Persona;
  territory(options: { kind: "region" | "municipality"; parentId?: Id; name?: string }): Promise<Id>;
  organisation(territoryId: Id, kind: OrganisationKind, name?: string): Promise<Id>;
  designation(
    territoryId: Id,
    organisationId: Id,
    kind: "low_results" | "adverse_conditions" | "lead_school" | "resource_school" | "internship_site",
    from?: string,
  ): Promise<Id>;
  /** a person with an open session and the roles given */
  person(
    roles: readonly { role: Role; territoryId: Id; organisationId?: Id; from?: string; to?: string }[],
    name?: string,
  ): Promise<Persona>;
  /** all background work done */
  settle(): Promise<void>;
  /** SQL as the owner, past both walls: for arranging and for oracles */
  rows<T extends object = Record<string, any>>(text: string, values?: unknown[]): Promise<T[]>;
  /** `command` run as from the command line, on this world's database */
  asCommand<T>(command: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens the program on a fresh copy of the migrated database, its clock at `now` where given. */
export async function openWorld(
  options: {
    now?: string;
    installation?: InstallationOptions;
    answered?: (answered: Answered) => void;
    webFolder?: string;
    picturesFolder?: string;
    extraRoutes?: readonly Route[];
    filePlaces?: StorePlaces;
    log?: (line: string) => void;
  } = {},
): Promise<World> {
  const templateUrl = inject("templateUrl");
  const directTemplateUrl = inject("directTemplateUrl");
  const name = `orientir_${randomBytes(6).toString("hex")}`;
  await onServer(directTemplateUrl, `create database ${name} template ${TEMPLATE}`);
  const folder = await mkdtemp(join(tmpdir(), "orientir-world-"));
  const databaseUrl = withDatabase(templateUrl, name);
  const databaseDirectUrl = directTemplateUrl === templateUrl ? undefined : withDatabase(directTemplateUrl, name);
  const program = await assemble({
    databaseUrl,
    databaseDirectUrl,
    dataFolder: folder,
    migrationsFolder: "migrations",
    webFolder: options.webFolder,
    picturesFolder: options.picturesFolder,
    extraRoutes: options.extraRoutes ?? [],
    now: options.now ? new Date(options.now) : undefined,
    ...options.installation,
    log: options.log ?? ((line) => console.error(line)),
    ...(options.answered ? { answered: options.answered } : {}),
    ...(options.filePlaces ? { filePlaces: options.filePlaces } : {}),
  });
  const rows = async <T extends object>(text: string, values: unknown[] = []) =>
    (await program.database.pool.query<T>(text, values)).rows;
  let serial = 0;

  const persona = (personId: Id, accountId: Id, token: string | undefined): Persona => {
    const identity = token ? { cookie: `orientir_session=${token}` } : {};
    return {
      personId,
      accountId,
      cookie: identity.cookie ?? "",
      async call(method, path, body, headers = {}) {
        const reply = await program.server.inject({
          method,
          url: path,
          headers: { "x-orientir": "1", ...identity, ...headers },
          ...(body === undefined ? {} : { payload: body as object }),
        });
        return answerOf(reply);
      },
      async upload(path, fileName, content, method = "POST") {
        const boundary = `b${randomBytes(8).toString("hex")}`;
        const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
        const payload = Buffer.concat([
          Buffer.from(head, "utf8"),
          Buffer.from(content),
          Buffer.from(`\r\n--${boundary}--\r\n`),
        ]);
        const reply = await program.server.inject({
          method,
          url: path,
          headers: { "x-orientir": "1", ...identity, "content-type": `multipart/form-data; boundary=${boundary}` },
          payload,
        });
        return answerOf(reply);
      },
    };
  };

  return {
    program,
    folder,
    rows,
    public: persona("", "", undefined),
    async territory({ kind, parentId, name: title }) {
      const id = makeId();
      serial += 1;
      await rows("insert into territory (id, kind, parent_id, name, short_name) values ($1, $2, $3, $4, $4)", [
        id,
        kind,
        parentId ?? null,
        title ?? `Район ${serial}`,
      ]);
      return id;
    },
    async organisation(territoryId, kind, title) {
      const id = makeId();
      serial += 1;
      await rows("insert into organisation (id, territory_id, kind, name, short_name) values ($1, $2, $3, $4, $4)", [
        id,
        territoryId,
        kind,
        title ?? `Организация № ${serial}`,
      ]);
      return id;
    },
    async designation(territoryId, organisationId, kind, from = "2019-01-01") {
      const id = makeId();
      await rows(
        "insert into designation (territory_id, id, organisation_id, kind, from_on) values ($1, $2, $3, $4, $5)",
        [territoryId, id, organisationId, kind, from],
      );
      return id;
    },
    async person(roles, title) {
      serial += 1;
      const [personId, accountId, token] = [makeId(), makeId(), makeToken()];
      await rows("insert into person (id, family_name, given_name, patronymic) values ($1, $2, 'Вера', 'Ильинична')", [
        personId,
        title ?? `Человек${serial}`,
      ]);
      await rows("insert into account (id, person_id, login) values ($1, $2, $3)", [
        accountId,
        personId,
        `p${serial}@example.test`,
      ]);
      for (const { role, territoryId, organisationId, from, to } of roles) {
        await rows(
          "insert into role_assignment (territory_id, id, person_id, role, organisation_id, from_on, to_on) values ($1, $2, $3, $4, $5, $6, $7)",
          [territoryId, makeId(), personId, role, organisationId ?? null, localDate(from ?? "2015-01-01"), to ?? null],
        );
      }
      await rows("select open_session($1, $2, $3, now(), now() + interval '1 hour', 'test')", [
        tokenHash(token),
        makeId(),
        accountId,
      ]);
      return persona(personId, accountId, token);
    },
    async asCommand(command) {
      vi.stubEnv("DATABASE_URL", databaseUrl);
      vi.stubEnv("DATABASE_DIRECT_URL", databaseDirectUrl);
      return command();
    },
    async settle() {
      // letters of notices rest for a while, so that several go as one: nobody waits for that here; quiet hours are kept
      const hurry = setInterval(
        () =>
          void program.database.pool
            .query(
              "update pgboss.job set start_after = now() where name = 'notice-letter' and state = 'created' and start_after between now() and now() + interval '2 minutes'",
            )
            .catch(() => undefined),
        100,
      );
      try {
        await program.jobs.settled();
      } finally {
        clearInterval(hurry);
      }
    },
    async close() {
      await program.stop();
      await onServer(directTemplateUrl, `drop database ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answerOf(reply: { statusCode: number; headers: Record<string, unknown>; rawPayload: Buffer }): Answer<any> {
  const text = reply.rawPayload.toString("utf8");
  const isJson = String(reply.headers["content-type"] ?? "").includes("json");
  return {
    status: reply.statusCode,
    headers: reply.headers,
    raw: reply.rawPayload,
    body: isJson && text !== "" ? JSON.parse(text) : text,
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
