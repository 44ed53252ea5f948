import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSettings, SETTINGS } from "../../src/platform/config/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "orientir-deploy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const stands = (program: string) => spawnSync("which", [program]).status === 0;
const names = Object.values(SETTINGS).map(({ name }): string => name);

/** `NAME=value` lines of an environment file, those commented out too. */
function settingsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^#?([A-Z][A-Z0-9_]+)=(\S+)$/gm)].map(([, name, value]) => [name!, value!]),
  );
}

describe("what stands ready for a server", () => {
  it("the file of settings is one that the program takes", () => {
    const settings = settingsOf(readFileSync("deploy/orientir.env", "utf8"));
    expect(Object.keys(settings).length).toBeGreaterThan(5);
    expect(readSettings(settings, "/opt/orientir")).toMatchObject({
      host: "127.0.0.1",
      proxy: "127.0.0.1",
      log: "json",
    });
  });

  it("the image and the unit set only what is a setting", () => {
    const told = ["Dockerfile", "deploy/orientir.service"].flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/\b(ORIENTIR_[A-Z_]+)=/g)].map(([, name]) => name!),
    );
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("the image runs as an ordinary user and is made of sources alone", () => {
    const stages = readFileSync("Dockerfile", "utf8")
      .split(/^FROM /m)
      .slice(1);
    expect(stages.length).toBe(3);
    expect(stages.at(-1)).toMatch(/^USER node$/m);
    expect(readFileSync(".dockerignore", "utf8")).toMatch(/^\*$/m);
  });

  it.skipIf(!stands("systemd-analyze"))("the unit is one that systemd takes, and well shut in", () => {
    const unit = join(folder, "orientir.service");
    // the program itself need not stand where the test runs
    writeFileSync(
      unit,
      readFileSync("deploy/orientir.service", "utf8").replace(/^ExecStart=\S+/m, "ExecStart=/bin/true"),
    );
    const verified = spawnSync("systemd-analyze", ["verify", unit], { encoding: "utf8" });
    expect(verified.stderr.split("\n").filter((line) => line.includes("orientir.service"))).toEqual([]);
    const told = execFileSync("systemd-analyze", ["security", "--offline=yes", unit], { encoding: "utf8" });
    expect(Number(/exposure level for \S+: ([\d.]+)/.exec(told)![1])).toBeLessThan(2);
  });

  it.skipIf(!stands("nginx") || !stands("openssl"))("the site is one that nginx takes", () => {
    const key = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=x", ...key], {
      stdio: "ignore",
    });
    const site = readFileSync("deploy/nginx.conf", "utf8")
      .replaceAll("/etc/ssl/orientir", folder)
      // doors that anybody may try to open
      .replace(/^(\s*listen \S*?)(80|443)\b/gm, (_, door, port) => `${door}${Number(port) + 18_000}`);
    const whole = join(folder, "nginx.conf");
    // whoever runs the test may write nowhere but here
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    const http = ["access_log off;", ...places, site].join("\n");
    writeFileSync(whole, `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\n${http}\n}\n`);
    const tried = spawnSync("nginx", ["-t", "-p", folder, "-c", whole], { encoding: "utf8" });
    expect(tried.stderr).toContain("test is successful");
  });
});
