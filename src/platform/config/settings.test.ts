import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSettings, SettingError, SETTINGS } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "orientir-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function refusalOf(env: Record<string, string>): string {
  try {
    readSettings(env, "/srv");
  } catch (fault) {
    expect(fault).toBeInstanceOf(SettingError);
    return (fault as Error).message;
  }
  return "";
}

describe("settings", () => {
  it.each([
    [{ ORIENTIR_PORT: "high" }, "ORIENTIR_PORT: «high» не подходит"],
    [{ ORIENTIR_PORT: "70000" }, "ORIENTIR_PORT: «70000» не подходит"],
    [{ ORIENTIR_PORT: "4400.5" }, "ORIENTIR_PORT: «4400.5» не подходит"],
    [{ ORIENTIR_DEMO: "нет" }, "ORIENTIR_DEMO: «нет» не подходит"],
    [{ DATABASE_URL: "mysql://localhost/x" }, "DATABASE_URL: нужен адрес"],
    [{ DATABASE_URL: "postgresql://pool/x", DATABASE_DIRECT_URL: "server:5432" }, "DATABASE_DIRECT_URL: нужен адрес"],
    [{ DATABASE_DIRECT_URL: "postgresql://server/x" }, "DATABASE_DIRECT_URL указан без DATABASE_URL"],
    [{ DATABASE_READ_URL: "postgresql://server/x" }, "DATABASE_READ_URL указан без DATABASE_URL"],
    [{ DATABASE_URL: "postgresql://server/x", DATABASE_READ_URL: "server:5433" }, "DATABASE_READ_URL: нужен адрес"],
    [{ ORIENTIR_SMTP_URL: "smtp://mail.test" }, "ORIENTIR_SMTP_URL указан без ORIENTIR_MAIL_FROM, ORIENTIR_PUBLIC_URL"],
    [{ ORIENTIR_SMTP_URL: "mail.test" }, "ORIENTIR_SMTP_URL: нужен адрес вида smtps://"],
    [{ ORIENTIR_MAIL_FROM: "a@b.test\r\nBcc: c@d.test" }, "ORIENTIR_MAIL_FROM"],
    [{ ORIENTIR_OIDC_ISSUER: "https://id.test" }, "ORIENTIR_OIDC_ISSUER указан без ORIENTIR_OIDC_CLIENT_ID"],
    [{ ORIENTIR_OIDC_ISSUER: "http://id.test" }, "ORIENTIR_OIDC_ISSUER: «http://id.test» не подходит"],
    [{ ORIENTIR_SECRET_KEY: "секрет" }, "ORIENTIR_SECRET_KEY: нужны 64"],
    [{ ORIENTIR_SECOND_FACTOR: "yes" }, "ORIENTIR_SECOND_FACTOR: «yes» не подходит"],
    [{ ORIENTIR_NOW: "вчера" }, "ORIENTIR_NOW: «вчера» не момент"],
    [{ ORIENTIR_UNENCRYPTED: "database,почта" }, "ORIENTIR_UNENCRYPTED: укажите через запятую"],
    [{ DATABASE_URL: "postgresql://a@db/b" }, "DATABASE_URL: база на другом компьютере"],
    [{ ORIENTIR_PUBLIC_URL: "http://orientir.test" }, "ORIENTIR_PUBLIC_URL: пароли и страницы"],
    [{ ORIENTIR_OIDC_ISSUER: "http://127.id.test" }, "ORIENTIR_OIDC_ISSUER: «http://127.id.test» не подходит"],
    [{ ORIENTIR_PROXY: "прокси" }, "ORIENTIR_PROXY: «прокси» не адрес"],
    [{ ORIENTIR_PROXY: "10.0.0.5,zzz" }, "ORIENTIR_PROXY: «10.0.0.5,zzz» не адрес"],
    [{ ORIENTIR_LOG: "xml" }, "ORIENTIR_LOG: «xml» не подходит. Укажите одно из: words, json."],
    [{ ORIENTIR_METRICS: "9464" }, "ORIENTIR_METRICS: «9464» не подходит"],
    [{ ORIENTIR_BACKUP_AT: "25:00" }, "ORIENTIR_BACKUP_AT: «25:00» не время суток"],
    [{ ORIENTIR_BACKUP_KEEP: "0,4,12" }, "ORIENTIR_BACKUP_KEEP: «0,4,12» не подходит"],
    [{ ORIENTIR_BACKUP_KEY: "пароль" }, "ORIENTIR_BACKUP_KEY: «пароль» не открытый ключ"],
    [{ ORIENTIR_BACKUP_KEY: "AGE-SECRET-KEY-1QQ" }, "нужен открытый ключ (age1…), а указан секретный"],
    [{ ORIENTIR_PROT: "4401" }, "ORIENTIR_PROT: такой настройки нет. Может быть, ORIENTIR_PORT?"],
    [{ ORIENTIR_BEAUTY: "1" }, "ORIENTIR_BEAUTY: такой настройки нет. Полный список"],
    [
      { DATABASE_URL: "postgresql://a/b", DATABASE_URL_FILE: "/srv/url" },
      "указаны и DATABASE_URL, и DATABASE_URL_FILE",
    ],
    [{ DATABASE_URL_FILE: "/srv/no-such-file" }, "из DATABASE_URL_FILE не читается"],
  ])("refuses %o in a sentence", (env, sentence) => {
    expect(refusalOf(env)).toContain(sentence);
  });

  it("tells every wrong variable at once", () => {
    const lines = refusalOf({ ORIENTIR_PORT: "high", ORIENTIR_NOW: "вчера", ORIENTIR_COLOUR: "1" }).split("\n");
    expect(lines.map((line) => line.split(":")[0])).toEqual(["ORIENTIR_COLOUR", "ORIENTIR_PORT", "ORIENTIR_NOW"]);
  });

  it("takes an empty variable for none", () => {
    const empty = Object.fromEntries(Object.values(SETTINGS).map(({ name }) => [name, ""]));
    expect(readSettings(empty, "/srv")).toEqual(readSettings({}, "/srv"));
  });

  it("has the documented defaults", () => {
    expect(readSettings({}, "/srv")).toMatchObject({
      port: 4400,
      host: "127.0.0.1",
      dataFolder: "/srv/data",
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      databaseReadUrl: undefined,
      now: undefined,
      demo: true,
      proxy: undefined,
    });
  });

  it("takes a secret from the file where a container put it", () => {
    const file = join(folder, "url");
    writeFileSync(file, "postgresql://orientir:pass@127.0.0.1/orientir\n");
    expect(readSettings({ DATABASE_URL_FILE: file }, "/srv").databaseUrl).toBe(
      "postgresql://orientir:pass@127.0.0.1/orientir",
    );
  });

  it("takes a database by an open line where that is permitted", () => {
    const env = { DATABASE_URL: "postgresql://a@db/b", ORIENTIR_UNENCRYPTED: "scanner, database" };
    expect(readSettings(env, "/srv").unencrypted).toEqual(["scanner", "database"]);
  });

  it.each(["10.0.0.5", "10.0.0.5, 10.0.0.6", "10.0.0.0/8", "::1", "loopback"])("takes the proxy %s", (proxy) => {
    expect(readSettings({ ORIENTIR_PROXY: proxy }, "/srv").proxy).toBe(proxy);
  });

  it.each([
    ["127.0.0.1:9464", { host: "127.0.0.1", port: 9464 }],
    ["[::1]:9464", { host: "::1", port: 9464 }],
  ])("reads where metrics are told, %s", (text, address) => {
    expect(readSettings({ ORIENTIR_METRICS: text }, "/srv").metrics).toEqual(address);
  });

  it("loads the demo into a database server only when asked for", () => {
    const server = "postgresql://a@localhost/c";
    expect(readSettings({ DATABASE_URL: server }, "/srv").demo).toBe(false);
    expect(readSettings({ DATABASE_URL: server, ORIENTIR_DEMO: "1" }, "/srv").demo).toBe(true);
    expect(readSettings({ ORIENTIR_DEMO: "0" }, "/srv").demo).toBe(false);
  });
});
