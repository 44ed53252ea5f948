import { isIP } from "node:net";
import { isAbsolute, resolve } from "node:path";

/** Everything the environment decides, checked once at start. */
export interface Settings {
  readonly port: number;
  /** address or name of this machine that the pages are opened at */
  readonly host: string;
  /** absolute path of the data folder: the embedded database and files */
  readonly dataFolder: string;
  /** undefined: the embedded PostgreSQL is started */
  readonly databaseUrl: string | undefined;
  /** the same database past a connection pooler in transaction mode, for migrations; undefined: no pooler stands before it */
  readonly databaseDirectUrl: string | undefined;
  /** the instant at which the product's clock starts; undefined: real time */
  readonly now: Date | undefined;
  /** load the demo district into an empty embedded database */
  readonly demo: boolean;
  /** addresses of the reverse proxy that ends TLS, for Fastify's `trustProxy`; undefined: none stands before the program */
  readonly proxy: string | undefined;
}

export class SettingError extends Error {}

/** What Fastify's `trustProxy` takes for an address: an IP, a network of them, or one of its own names. */
function isProxy(address: string): boolean {
  const [ip = "", bits = "0"] = address.trim().split("/");
  return /^(loopback|linklocal|uniquelocal)$/.test(address.trim()) || (isIP(ip) !== 0 && /^\d{1,3}$/.test(bits));
}

function databaseAddress(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const url = env[name] || undefined;
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url))
    throw new SettingError(`${name}: нужен адрес вида postgresql://пользователь:пароль@сервер:5432/база.`);
  return url;
}

/** Reads and checks the environment. Throws SettingError with a Russian sentence naming the variable and what to do. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, cwd: string): Settings {
  const port = Number(env["ORIENTIR_PORT"] || "4400");
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SettingError(
      `ORIENTIR_PORT: «${env["ORIENTIR_PORT"]}» не номер порта. Укажите целое число от 0 до 65535, например 4400.`,
    );
  }
  const folder = env["ORIENTIR_DATA"] || "./data";
  const databaseUrl = databaseAddress(env, "DATABASE_URL");
  const databaseDirectUrl = databaseAddress(env, "DATABASE_DIRECT_URL");
  if (databaseDirectUrl && !databaseUrl)
    throw new SettingError("DATABASE_DIRECT_URL указан без DATABASE_URL: укажите и адрес пула соединений.");
  const now = env["ORIENTIR_NOW"] ? new Date(env["ORIENTIR_NOW"]) : undefined;
  if (now && Number.isNaN(now.getTime())) {
    throw new SettingError(
      `ORIENTIR_NOW: «${env["ORIENTIR_NOW"]}» не момент времени. Укажите, например, 2021-12-10T09:00:00+03:00.`,
    );
  }
  const proxy = env["ORIENTIR_PROXY"] || undefined;
  if (proxy !== undefined && !proxy.split(",").every(isProxy)) {
    throw new SettingError(`ORIENTIR_PROXY: «${proxy}» не адрес прокси. Укажите его IP-адрес, например 10.0.0.5.`);
  }
  return {
    port,
    host: env["ORIENTIR_HOST"] || "127.0.0.1",
    dataFolder: isAbsolute(folder) ? folder : resolve(cwd, folder),
    databaseUrl,
    databaseDirectUrl,
    now,
    demo: env["ORIENTIR_DEMO"] !== "0" && !databaseUrl,
    proxy,
  };
}
