import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { nearestName } from "./nearest-name.ts";
import { openLines } from "./unencrypted.ts";
import {
  backupsKept,
  databaseAddress,
  hexKey,
  instant,
  issuerAddress,
  linesPermitted,
  listenAddress,
  mailSender,
  oneOf,
  openKeys,
  proxyAddresses,
  scannerAddress,
  smtpAddress,
  timeOfDay,
  webAddress,
  wholeNumber,
  yesOrNo,
} from "./values.ts";

interface Setting {
  /** the variable of the environment */
  readonly name: string;
  readonly value: z.core.$ZodType;
  /** its value is never shown; it may be given as the path of a file in NAME_FILE */
  readonly secret?: true;
}

/** Every setting: a variable of the environment and what it may hold. README tells them in this order, and a test compares. */
export const SETTINGS = {
  port: { name: "ORIENTIR_PORT", value: wholeNumber(0, 65_535, 4400).default(4400) },
  /** address or name of this machine that the pages are opened at */
  host: { name: "ORIENTIR_HOST", value: z.string().default("127.0.0.1") },
  /** folder of the embedded database and of files; absolute once read */
  dataFolder: { name: "ORIENTIR_DATA", value: z.string().default("./data") },
  /** undefined: the embedded PostgreSQL is started */
  databaseUrl: { name: "DATABASE_URL", value: databaseAddress.optional(), secret: true },
  /** the same database past a connection pooler in transaction mode, for migrations; undefined: no pooler stands before it */
  databaseDirectUrl: { name: "DATABASE_DIRECT_URL", value: databaseAddress.optional(), secret: true },
  /** a streaming replica of the same database that answers what is only read; undefined: the database answers everything */
  databaseReadUrl: { name: "DATABASE_READ_URL", value: databaseAddress.optional(), secret: true },
  /** the instant at which the product's clock starts; undefined: real time */
  now: { name: "ORIENTIR_NOW", value: instant.optional() },
  /** load the demo district into an empty database; undefined: only into the embedded one, a database server gets it when asked for */
  demo: { name: "ORIENTIR_DEMO", value: yesOrNo.optional() },
  /** addresses of the reverse proxy that ends TLS, for Fastify's `trustProxy`; undefined: none stands before the program */
  proxy: { name: "ORIENTIR_PROXY", value: proxyAddresses.optional() },
  /** what may be talked to beyond this machine without TLS, or without looking at its certificate; none unless told */
  unencrypted: { name: "ORIENTIR_UNENCRYPTED", value: linesPermitted.default([]) },
  /** file of the journal's seals outside the database: best on another disk or machine; undefined: in the data folder */
  journalSeals: { name: "ORIENTIR_JOURNAL_SEALS", value: z.string().optional() },
  /** folder of backups, best on another disk; undefined: in the data folder */
  backupFolder: { name: "ORIENTIR_BACKUP_FOLDER", value: z.string().optional() },
  /** open keys that backups are encrypted to; undefined: they are not */
  backupKeys: { name: "ORIENTIR_BACKUP_KEY", value: openKeys.optional() },
  /** when a backup is made each day, by the clock of this machine; undefined: none is */
  backupAt: { name: "ORIENTIR_BACKUP_AT", value: timeOfDay.optional() },
  /** how many daily, weekly and monthly backups are kept */
  backupKeep: { name: "ORIENTIR_BACKUP_KEEP", value: backupsKept.default({ daily: 7, weekly: 4, monthly: 12 }) },
  /** each backup of the schedule is restored for a trial */
  backupDrill: { name: "ORIENTIR_BACKUP_DRILL", value: yesOrNo.default(false) },
  /** background work is done in this process too, or by `npm run orientir -- worker` alone */
  worker: { name: "ORIENTIR_WORKER", value: oneOf("inside", "apart").default("inside") },
  /** words for a terminal, or a JSON line for each event and request */
  log: { name: "ORIENTIR_LOG", value: oneOf("words", "json").default("words") },
  /** where a Prometheus server reads metrics; undefined: they are not told */
  metrics: { name: "ORIENTIR_METRICS", value: listenAddress.optional() },
  /** the installation's own key; undefined: made in the data folder. Copies of the program on one database have one */
  secretKey: { name: "ORIENTIR_SECRET_KEY", value: hexKey.optional(), secret: true },
  /** of whom a second step at sign-in is required: of nobody, of whoever holds a role at a whole territory, of everybody */
  secondFactor: { name: "ORIENTIR_SECOND_FACTOR", value: oneOf("off", "officers", "all").default("off") },
  /** address of the pages as people open them, for links in letters and the return from a foreign sign-in */
  publicUrl: { name: "ORIENTIR_PUBLIC_URL", value: webAddress.optional() },
  /** mail server; undefined: no letters are sent */
  smtpUrl: { name: "ORIENTIR_SMTP_URL", value: smtpAddress.optional(), secret: true },
  mailFrom: { name: "ORIENTIR_MAIL_FROM", value: mailSender.optional() },
  /** provider of OpenID Connect; undefined: people sign in with a password only */
  oidcIssuer: { name: "ORIENTIR_OIDC_ISSUER", value: issuerAddress.optional() },
  oidcClientId: { name: "ORIENTIR_OIDC_CLIENT_ID", value: z.string().optional() },
  oidcClientSecret: { name: "ORIENTIR_OIDC_CLIENT_SECRET", value: z.string().optional(), secret: true },
  /** how people call it: «Региональный портал»; undefined: the provider's host */
  oidcName: { name: "ORIENTIR_OIDC_NAME", value: z.string().max(60).optional() },
  /** storage with the interface of S3 that files lie in; undefined: they lie in the data folder */
  s3Endpoint: { name: "ORIENTIR_S3_ENDPOINT", value: webAddress.optional() },
  s3Bucket: { name: "ORIENTIR_S3_BUCKET", value: z.string().optional() },
  s3Key: { name: "ORIENTIR_S3_KEY", value: z.string().optional(), secret: true },
  s3Secret: { name: "ORIENTIR_S3_SECRET", value: z.string().optional(), secret: true },
  s3Region: { name: "ORIENTIR_S3_REGION", value: z.string().default("us-east-1") },
  /** where clamd listens; undefined: files are not looked at for viruses */
  clamav: { name: "ORIENTIR_CLAMAV", value: scannerAddress.optional() },
  /** how much the files of a territory, and of those the files of one organisation, may take, GB */
  filesOfTerritory: { name: "ORIENTIR_FILES_TERRITORY_GB", value: wholeNumber(1, 1_000_000, 100).default(100) },
  filesOfOrganisation: { name: "ORIENTIR_FILES_ORGANISATION_GB", value: wholeNumber(1, 1_000_000, 10).default(10) },
  /** how many files one report, paper or import may hold */
  filesOfRecord: { name: "ORIENTIR_FILES_RECORD", value: wholeNumber(1, 10_000, 60).default(60) },
  /** how many files one person may be sending at once */
  uploadsAtOnce: { name: "ORIENTIR_UPLOADS_AT_ONCE", value: wholeNumber(1, 100, 4).default(4) },
} as const satisfies Readonly<Record<string, Setting>>;

/** Everything the environment decides, checked once at start. */
export type Settings = {
  readonly [Key in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[Key]["value"]>;
} & { readonly demo: boolean };

export type Environment = Readonly<Record<string, string | undefined>>;

/** One sentence for each wrong setting, a line each. */
export class SettingError extends Error {}

/** Variables of tests, benches and the launcher, which are not the program's. */
const NOT_OURS = new Set([
  "ORIENTIR_SOURCES",
  "ORIENTIR_CHROMIUM",
  "ORIENTIR_BENCH_DOCX",
  "ORIENTIR_LAW_RUNS",
  "ORIENTIR_LAW_SEED",
]);

/**
 * Reads and checks the environment; an empty variable is taken for none. Throws SettingError with a Russian sentence for every wrong
 * variable, an unknown ORIENTIR_ one too: a misspelt setting must not pass for one that is set.
 */
export function readSettings(env: Environment, cwd: string): Settings {
  const faults = unknownOnes(env);
  const read: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting>(SETTINGS)) {
    try {
      read[key] = z.parse(setting.value, given(env, setting));
    } catch (fault) {
      faults.push(`${setting.name}: ${sentenceOf(fault)}`);
    }
  }
  read["demo"] ??= !read["databaseUrl"];
  const settings = read as Settings;
  if (faults.length === 0) faults.push(...contradictions(settings));
  if (faults.length > 0) throw new SettingError(faults.join("\n"));
  return {
    ...settings,
    dataFolder: resolve(cwd, settings.dataFolder),
    journalSeals: settings.journalSeals && resolve(cwd, settings.journalSeals),
    backupFolder: settings.backupFolder && resolve(cwd, settings.backupFolder),
  };
}

/** The value of a setting as given; a secret may stand in a file, as containers hand it over. */
function given(env: Environment, { name, secret }: Setting): string | undefined {
  const file = secret ? env[`${name}_FILE`] : undefined;
  if (!file) return env[name] || undefined;
  if (env[name]) throw new SettingError(`указаны и ${name}, и ${name}_FILE. Оставьте одно.`);
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    throw new SettingError(`файл «${file}» из ${name}_FILE не читается. Проверьте путь и права.`);
  }
}

function sentenceOf(fault: unknown): string {
  return fault instanceof z.ZodError ? fault.issues[0]!.message : (fault as Error).message;
}

/** Settings that are right each and do not go together. */
function contradictions(settings: Settings): string[] {
  const { databaseUrl, databaseDirectUrl, databaseReadUrl } = settings;
  return [
    ...(databaseDirectUrl && !databaseUrl
      ? ["DATABASE_DIRECT_URL указан без DATABASE_URL. Укажите и адрес пула соединений."]
      : []),
    ...(databaseReadUrl && !databaseUrl
      ? ["DATABASE_READ_URL указан без DATABASE_URL. Укажите и адрес главной базы."]
      : []),
    ...together(settings, "smtpUrl", ["mailFrom", "publicUrl"]),
    ...together(settings, "oidcIssuer", ["oidcClientId", "oidcClientSecret", "publicUrl"]),
    ...together(settings, "s3Endpoint", ["s3Bucket", "s3Key", "s3Secret"]),
    ...openLines(settings),
  ];
}

/** What is of no use without the others. */
function together(settings: Settings, first: keyof Settings, others: readonly (keyof Settings)[]): string[] {
  const missing = others.filter((key) => settings[key] === undefined).map((key) => SETTINGS[key].name);
  if (settings[first] === undefined || missing.length === 0) return [];
  return [`${SETTINGS[first].name} указан без ${missing.join(", ")}. Укажите и это.`];
}

function unknownOnes(env: Environment): string[] {
  const all = Object.values<Setting>(SETTINGS);
  const names = all.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith("ORIENTIR_") && !names.includes(name) && !NOT_OURS.has(name),
  );
  return unknown.map((name) => {
    const near = nearestName(name, names);
    return `${name}: такой настройки нет.${near ? ` Может быть, ${near}?` : " Полный список: README.ru.md."}`;
  });
}
