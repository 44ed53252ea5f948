import { makeKeys, readSecret } from "#platform/auth/keys.ts";
import { readSettings } from "#platform/config/settings.ts";
import { counted } from "#domain/russian/plural.ts";
import { adoptKey } from "../installation.ts";
import { openForCommand } from "../open-database.ts";
import { projectRoot } from "../place.ts";

export const KEY_RENEW_HELP = `npm run orientir -- key renew

Принимает нынешний ключ (ORIENTIR_SECRET_KEY или файл secret.key в папке данных) вместо утраченного прежнего.
Второй шаг входа, зашифрованный прежним ключом, снимается: люди настроят его заново. Неотправленные письма пропадают.
`;

/** Takes the present key for the installation's, when the former one is lost. Returns the exit code. */
export async function keyRenew(_args: readonly string[], print: (line: string) => void): Promise<number> {
  const settings = readSettings(process.env, projectRoot());
  const opened = await openForCommand();
  try {
    const { pool } = opened.database;
    const keys = makeKeys(await readSecret(settings.secretKey, settings.dataFolder));
    const { rowCount } = await pool.query(
      `with dropped as (delete from second_factor where key_id <> $1 returning account_id),
         codes as (delete from recovery_code where account_id in (select account_id from dropped))
       delete from session where account_id in (select account_id from dropped)`,
      [keys.id],
    );
    await pool.query("delete from second_factor_offer where key_id <> $1", [keys.id]);
    await adoptKey(keys, pool);
    const closed = counted(rowCount ?? 0, ["вход", "входа", "входов"]);
    print(`Ключ принят. Второй шаг, зашифрованный прежним ключом, снят; закрыто ${closed}.`);
    return 0;
  } finally {
    await opened.close();
  }
}
