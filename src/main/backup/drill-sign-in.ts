import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type pg from "pg";
import { SECRET_FILE } from "#platform/auth/keys.ts";
import { hashPassword } from "#platform/auth/secrets.ts";
import { exists } from "#platform/backup/place.ts";
import { makeId } from "#shared/ids.ts";
import { assemble } from "../program.ts";

/**
 * Whether the program opens on a restored database and lets a person in: somebody made for it, in the place that is thrown away, by the
 * same page as everyone. No job of the backup is taken up and no letter goes out.
 */
export async function signsIn(
  client: pg.Client,
  url: string,
  dataFolder: string,
  { migrations, installationKey }: { readonly migrations: string; readonly installationKey: string | undefined },
): Promise<boolean> {
  const [personId, accountId, password] = [makeId(), makeId(), randomBytes(18).toString("base64url")];
  const login = `${accountId}@drill.invalid`;
  await client.query("insert into person (id, family_name, given_name) values ($1, 'Проверка', 'Копии')", [personId]);
  await client.query("insert into account (id, person_id, login, status) values ($1, $2, $3, 'active')", [
    accountId,
    personId,
    login,
  ]);
  await client.query("select set_credential($1, $2, now())", [accountId, await hashPassword(password)]);
  const program = await assemble({
    databaseUrl: url,
    dataFolder,
    migrationsFolder: migrations,
    webFolder: undefined,
    now: undefined,
    // a copy that is not encrypted comes without it
    secretKey: (await exists(join(dataFolder, SECRET_FILE))) ? undefined : installationKey,
    takesUp: false,
    works: false,
    log: () => {},
  });
  try {
    const entered = await program.server.inject({
      method: "POST",
      url: "/api/session",
      headers: { "x-orientir": "1" },
      payload: { login, password },
    });
    const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const asked = await program.server.inject({ method: "GET", url: "/api/session", headers: { cookie } });
    return entered.statusCode === 200 && asked.statusCode === 200 && asked.json().account.login === login;
  } finally {
    await program.stop();
  }
}
