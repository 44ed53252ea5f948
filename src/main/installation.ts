import type pg from "pg";
import { makeForeignSignIn } from "#platform/auth/foreign.ts";
import { makeKeys, readSecret, SECRET_FILE, type Keys } from "#platform/auth/keys.ts";
import { SettingError } from "#platform/config/settings.ts";
import type { Installation, SecondFactorMode } from "#platform/http/installation.ts";
import { openPost, type Post } from "#platform/mail/post.ts";

/** What of the settings makes an installation; all of it may be left out. */
export interface InstallationOptions {
  readonly secretKey?: string | undefined;
  readonly secondFactor?: SecondFactorMode | undefined;
  readonly publicUrl?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly oidcIssuer?: string | undefined;
  readonly oidcClientId?: string | undefined;
  readonly oidcClientSecret?: string | undefined;
  readonly oidcName?: string | undefined;
  readonly copiesKeptDays?: number | undefined;
}

export interface OpenedInstallation extends Installation {
  /** undefined where no mail is sent */
  readonly post: Post | undefined;
}

/** Reads the installation's own secret, compares it with the database's and makes what the settings ask for. Throws SettingError. */
export async function openInstallation(
  options: InstallationOptions,
  dataFolder: string,
  pool: pg.Pool,
): Promise<OpenedInstallation> {
  const keys = makeKeys(await readSecret(options.secretKey, dataFolder));
  await refuseForeignKey(keys, pool);
  const { publicUrl, smtpUrl, mailFrom, oidcIssuer, oidcClientId, oidcClientSecret, oidcName } = options;
  const post = publicUrl && smtpUrl && mailFrom ? openPost({ smtpUrl, from: mailFrom, publicUrl }) : undefined;
  const foreign =
    publicUrl && oidcIssuer && oidcClientId && oidcClientSecret
      ? makeForeignSignIn({
          issuer: oidcIssuer,
          clientId: oidcClientId,
          clientSecret: oidcClientSecret,
          name: oidcName ?? new URL(oidcIssuer).hostname,
          publicUrl,
        })
      : undefined;
  const { secondFactor = "off", copiesKeptDays } = options;
  return { keys, secondFactor, mail: post !== undefined, publicUrl, foreign, copiesKeptDays, post };
}

/**
 * All copies of the program on one database must have one key: what one sealed the others must open. A database that holds nothing
 * sealed takes the key it is opened with.
 */
async function refuseForeignKey(keys: Keys, pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ sealed: boolean }>(
    "select exists (select from second_factor where key_id <> $1) as sealed",
    [keys.id],
  );
  if (rows[0]!.sealed)
    throw new SettingError(
      `ORIENTIR_SECRET_KEY: ключ не тот, которым в этой базе зашифрован второй шаг входа. Верните прежний: настройку или файл ${SECRET_FILE} из папки данных, у всех копий программы он один. Если прежний ключ утрачен: npm run orientir -- key renew.`,
    );
  await adoptKey(keys, pool);
}

/** From now on the database knows whose key is in force. */
export async function adoptKey(keys: Keys, pool: pg.Pool): Promise<void> {
  await pool.query(
    "insert into setting (key, value) values ('secret-key', to_jsonb($1::text)) on conflict (key) do update set value = excluded.value",
    [keys.id],
  );
}
