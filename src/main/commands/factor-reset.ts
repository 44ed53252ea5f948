import { sql } from "kysely";
import { parseArgs } from "node:util";
import { makeId, type Id } from "#shared/ids.ts";
import { NO_REACH } from "#platform/db/database.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { openForCommand } from "../open-database.ts";

export const FACTOR_RESET_HELP = `npm run orientir -- factor reset --login ПОЧТА

Снимает второй шаг входа и закрывает все входы человека: для администратора, который потерял телефон и запасные коды.
Остальным его снимает администратор в карточке человека.
`;

/** Takes somebody's second step of sign-in off, past the pages. Returns the exit code. */
export async function factorReset(args: readonly string[], print: (line: string) => void): Promise<number> {
  let values: { login?: string };
  try {
    ({ values } = parseArgs({ args: [...args], options: { login: { type: "string" } } }));
  } catch {
    values = {};
  }
  if (!values.login) {
    print(FACTOR_RESET_HELP);
    return 2;
  }
  const opened = await openForCommand();
  try {
    const { rows } = await opened.database.pool.query<{ id: Id }>(
      "select a.id from account a join second_factor f on f.account_id = a.id where a.login = $1",
      [values.login.toLowerCase()],
    );
    const [account] = rows;
    if (!account) {
      print(`Второго шага входа у логина ${values.login} нет.`);
      return 1;
    }
    await opened.database.within(NO_REACH, async (tx) => {
      await sql`select drop_factor(${account.id}), close_other_sessions(${account.id}, null), close_steps(${account.id})`.execute(
        tx,
      );
      const journal = journalWriter(tx, { kind: "system", territoryId: "" }, opened.clock, makeId);
      await journal({ territoryId: null, action: "factor.reset", subjectKind: "account", subjectId: account.id });
    });
    print(`Второй шаг входа снят, все входы закрыты: ${values.login}.`);
    return 0;
  } finally {
    await opened.close();
  }
}
