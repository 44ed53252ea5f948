import { parseArgs } from "node:util";
import { makeId } from "#shared/ids.ts";
import { makeToken, tokenHash } from "#platform/auth/secrets.ts";
import { openForCommand } from "../open-database.ts";

export const TOKEN_ADD_HELP = `npm run orientir -- token add --login ПОЧТА --name "Для чего ключ" [--days 90]

Печатает ключ, с которым программа читает то же, что видит этот человек, и ничего не может изменить:
  curl -H "Authorization: Bearer КЛЮЧ" http://localhost:4400/api/session
Ключ показывается один раз, хранится только его отпечаток. Отозвать: npm run orientir -- token revoke --help.
`;

/** Issues a read-only access token for an account. Returns the exit code. */
export async function tokenAdd(args: readonly string[], print: (line: string) => void): Promise<number> {
  const text = { type: "string" } as const;
  let values: { login?: string; name?: string; days?: string };
  try {
    ({ values } = parseArgs({ args: [...args], options: { login: text, name: text, days: text } }));
  } catch {
    values = {};
  }
  const days = Number(values.days ?? "90");
  if (!values.login || !values.name || !Number.isInteger(days) || days < 1 || days > 366) {
    print(TOKEN_ADD_HELP);
    return 2;
  }
  const opened = await openForCommand();
  try {
    const account = await opened.database.pool.query<{ id: string }>(
      "select id from account where login = $1 and status = 'active'",
      [values.login.toLowerCase()],
    );
    if (!account.rows[0]) {
      print(
        `Действующего логина ${values.login} нет. Проверьте написание или заведите человека: npm run orientir -- user add --help.`,
      );
      return 1;
    }
    const token = makeToken();
    const now = opened.clock.real();
    await opened.database.pool.query(
      "insert into access_token (token_hash, id, account_id, name, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)",
      [tokenHash(token), makeId(), account.rows[0].id, values.name, now, new Date(now.getTime() + days * 86_400_000)],
    );
    print(token);
    return 0;
  } finally {
    await opened.close();
  }
}
