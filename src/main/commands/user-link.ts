import { parseArgs } from "node:util";
import { makeId, type Id } from "#shared/ids.ts";
import { NO_REACH } from "#platform/db/database.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import { makeLink } from "#features/people/server/links.ts";
import { openForCommand } from "../open-database.ts";
import { pageAddress } from "../page-address.ts";

export const USER_LINK_HELP = `npm run orientir -- user link --login ПОЧТА

Печатает ссылку, по которой человек задаст новый пароль (действует один день, один раз): для администратора, который забыл свой.
Остальным её делает администратор в карточке человека. Прежние ссылки этого логина больше не действуют.
`;

/** Makes a link for a new password, past the pages. Returns the exit code. */
export async function userLink(args: readonly string[], print: (line: string) => void): Promise<number> {
  let values: { login?: string };
  try {
    ({ values } = parseArgs({ args: [...args], options: { login: { type: "string" } } }));
  } catch {
    values = {};
  }
  if (!values.login) {
    print(USER_LINK_HELP);
    return 2;
  }
  const opened = await openForCommand();
  try {
    const { rows } = await opened.database.pool.query<{ id: Id; status: string }>(
      "select id, status from account where login = $1 and status <> 'closed'",
      [values.login.toLowerCase()],
    );
    const [account] = rows;
    if (!account) {
      print(`Действующего логина ${values.login} нет. Проверьте написание.`);
      return 1;
    }
    const path = await opened.database.within(NO_REACH, (tx) => {
      const journal = journalWriter(tx, { kind: "system", territoryId: "" }, opened.clock, makeId);
      const kind = account.status === "invited" ? "invitation" : "recovery";
      return makeLink({ tx, clock: opened.clock, journal }, kind, account.id);
    });
    const days = account.status === "invited" ? "7 дней" : "один день";
    print("Прежние ссылки этого логина больше не действуют.");
    print(`Ссылка для нового пароля, на ${days}, один раз: ${pageAddress(path)}`);
    return 0;
  } finally {
    await opened.close();
  }
}
