import { isOwnMachine } from "./own-machine.ts";

/** What the program may be permitted to talk to over a line that anybody on it can read (ORIENTIR_UNENCRYPTED). */
export const LINES = ["database", "files", "scanner", "pages", "metrics"] as const;
export type Line = (typeof LINES)[number];

/** The addresses that the settings name, as far as this rule looks at them. */
interface Addresses {
  readonly databaseUrl?: string | undefined;
  readonly databaseDirectUrl?: string | undefined;
  readonly databaseReadUrl?: string | undefined;
  readonly s3Endpoint?: string | undefined;
  readonly clamav?: { readonly host: string } | { readonly path: string } | undefined;
  readonly publicUrl?: string | undefined;
  readonly metrics?: { readonly host: string } | undefined;
  readonly unencrypted: readonly Line[];
}

const OPENLY: Readonly<Record<Line, string>> = {
  database:
    "база на другом компьютере, а сертификат её сервера не проверяется. Добавьте к адресу ?sslmode=verify-full (а если сертификат выдал ваш собственный центр, ещё и &sslrootcert=/путь/к/его/сертификату.pem)",
  files: "хранилище на другом компьютере, а соединение с ним не зашифровано. Укажите адрес с https",
  scanner:
    "clamd на другом компьютере, а шифровать он не умеет: файлы шли бы по сети открыто. Поставьте его на этом компьютере или проведите к нему защищённый туннель",
  pages: "пароли и страницы шли бы по сети открыто. Укажите адрес с https",
  metrics:
    "показатели читали бы по сети открыто, и прочесть их мог бы любой. Укажите 127.0.0.1, а снаружи дайте к ним доступ через прокси с https",
};

/**
 * A sentence for each address that is met beyond this machine over a line that is not encrypted, or whose other end is not made sure of,
 * and for which no permission is given (OWASP ASVS 5.0, 12.3.1 and 12.3.2). Mail asks for TLS itself, and a provider of sign-in by https.
 */
export function openLines(settings: Addresses): string[] {
  const { databaseUrl, databaseDirectUrl, databaseReadUrl, s3Endpoint, clamav, publicUrl, metrics, unencrypted } =
    settings;
  const faults: readonly [string, Line, boolean][] = [
    ["DATABASE_URL", "database", isOpenDatabase(databaseUrl)],
    ["DATABASE_DIRECT_URL", "database", isOpenDatabase(databaseDirectUrl)],
    ["DATABASE_READ_URL", "database", isOpenDatabase(databaseReadUrl)],
    ["ORIENTIR_S3_ENDPOINT", "files", isOpenWeb(s3Endpoint)],
    ["ORIENTIR_CLAMAV", "scanner", clamav !== undefined && "host" in clamav && !isOwnMachine(clamav.host)],
    ["ORIENTIR_PUBLIC_URL", "pages", isOpenWeb(publicUrl)],
    ["ORIENTIR_METRICS", "metrics", metrics !== undefined && !isOwnMachine(metrics.host)],
  ];
  return faults
    .filter(([, line, open]) => open && !unencrypted.includes(line))
    .map(
      ([name, line]) => `${name}: ${OPENLY[line]}. Если сеть защищена иначе, разрешите: ORIENTIR_UNENCRYPTED=${line}.`,
    );
}

function isOpenWeb(address: string | undefined): boolean {
  return address !== undefined && address.startsWith("http://") && !isOwnMachine(new URL(address).hostname);
}

/**
 * Only `verify-full` says that the certificate and its name are looked at, in every edition of the driver. A socket of this machine and
 * an address without a server need nothing. What the query says goes before the rest, as it does for the driver.
 */
function isOpenDatabase(address: string | undefined): boolean {
  if (address === undefined) return false;
  if (!URL.canParse(address)) return true;
  const { hostname, searchParams } = new URL(address);
  const last = (name: string) => searchParams.getAll(name).at(-1);
  const host = last("host") ?? decodeURIComponent(hostname);
  if (host === "" || host.startsWith("/") || isOwnMachine(host)) return false;
  return last("sslmode") !== "verify-full";
}
