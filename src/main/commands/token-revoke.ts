import { parseArgs } from "node:util";
import { counted } from "#domain/russian/plural.ts";
import { openForCommand } from "../open-database.ts";

export const TOKEN_REVOKE_HELP = `npm run orientir -- token revoke --login ПОЧТА [--name "Для чего ключ"]

Отзывает ключи, выданные командой token add: все ключи человека или только названный. Со следующего запроса они не действуют.
`;

/** Revokes access tokens of an account, all of them or those of one name. Returns the exit code. */
export async function tokenRevoke(args: readonly string[], print: (line: string) => void): Promise<number> {
  const text = { type: "string" } as const;
  let values: { login?: string; name?: string };
  try {
    ({ values } = parseArgs({ args: [...args], options: { login: text, name: text } }));
  } catch {
    values = {};
  }
  if (!values.login) {
    print(TOKEN_REVOKE_HELP);
    return 2;
  }
  const opened = await openForCommand();
  try {
    const { rows } = await opened.database.pool.query<{ name: string }>(
      `update access_token t set revoked_at = $3 from account a where a.id = t.account_id and a.login = $1
       and ($2::text is null or t.name = $2) and t.revoked_at is null and t.expires_at > $3 returning t.name`,
      [values.login.toLowerCase(), values.name ?? null, opened.clock.real()],
    );
    if (rows.length === 0) {
      print(`Действующих ключей${values.name ? ` «${values.name}»` : ""} у логина ${values.login} нет.`);
      return 1;
    }
    const names = rows.map(({ name }) => `«${name}»`).join(", ");
    print(
      `${rows.length === 1 ? "Отозван" : "Отозвано"} ${counted(rows.length, ["ключ", "ключа", "ключей"])}: ${names}.`,
    );
    return 0;
  } finally {
    await opened.close();
  }
}
