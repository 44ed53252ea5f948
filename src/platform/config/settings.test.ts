import { describe, expect, it } from "vitest";
import { readSettings, SettingError } from "./settings.ts";

describe("settings", () => {
  it.each([
    [{ ORIENTIR_PORT: "high" }, /ORIENTIR_PORT/],
    [{ ORIENTIR_PORT: "70000" }, /ORIENTIR_PORT/],
    [{ DATABASE_URL: "mysql://localhost/x" }, /DATABASE_URL/],
    [{ DATABASE_URL: "postgresql://pool/x", DATABASE_DIRECT_URL: "server:5432" }, /DATABASE_DIRECT_URL/],
    [{ DATABASE_DIRECT_URL: "postgresql://server/x" }, /DATABASE_URL/],
    [{ ORIENTIR_NOW: "вчера" }, /ORIENTIR_NOW/],
    [{ ORIENTIR_PROXY: "прокси" }, /ORIENTIR_PROXY/],
    [{ ORIENTIR_PROXY: "10.0.0.5,zzz" }, /ORIENTIR_PROXY/],
  ])("refuses %o and names the variable", (env, name) => {
    expect(() => readSettings(env, "/srv")).toThrow(SettingError);
    expect(() => readSettings(env, "/srv")).toThrow(name);
  });

  it("takes an empty variable for none", () => {
    expect(readSettings({ ORIENTIR_DATA: "", ORIENTIR_PORT: "", ORIENTIR_HOST: "", DATABASE_URL: "" }, "/srv")).toEqual(
      readSettings({}, "/srv"),
    );
  });

  it("has the documented defaults", () => {
    expect(readSettings({}, "/srv")).toEqual({
      port: 4400,
      host: "127.0.0.1",
      dataFolder: "/srv/data",
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      now: undefined,
      demo: true,
      proxy: undefined,
    });
  });

  it.each(["10.0.0.5", "10.0.0.5, 10.0.0.6", "10.0.0.0/8", "::1", "loopback"])("takes the proxy %s", (proxy) => {
    expect(readSettings({ ORIENTIR_PROXY: proxy }, "/srv").proxy).toBe(proxy);
  });

  it("never loads the demo into a database server", () => {
    expect(readSettings({ DATABASE_URL: "postgresql://a@b/c" }, "/srv").demo).toBe(false);
    expect(readSettings({ ORIENTIR_DEMO: "0" }, "/srv").demo).toBe(false);
  });
});
