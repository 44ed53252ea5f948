import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
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

  const site = () => readFileSync("deploy/nginx.conf", "utf8");
  const canTry = stands("nginx") && stands("openssl");

  /** The site as it stands, in a folder of the test's own and at doors that anybody may open; answers the file that nginx is given. */
  function siteToTry(doors: { open: number; guarded: number }): string {
    const key = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
    const how = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj", "/CN=x"];
    execFileSync("openssl", ["req", "-x509", ...how, ...key], { stdio: "ignore" });
    const moved = site()
      .replaceAll("/etc/ssl/orientir", folder)
      .replace(/^\s*listen \[::\]:.*$/gm, "")
      .replace(/^(\s*listen )80\b/gm, `$1127.0.0.1:${doors.open}`)
      .replace(/^(\s*listen )443\b/gm, `$1127.0.0.1:${doors.guarded}`);
    // whoever runs the test may write nowhere but here
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    const http = ["access_log off;", ...places, moved].join("\n");
    const whole = join(folder, "nginx.conf");
    writeFileSync(whole, `pid ${folder}/pid;\nerror_log stderr;\ndaemon off;\nevents {}\nhttp {\n${http}\n}\n`);
    return whole;
  }

  it.skipIf(!canTry)(
    "the site is one that nginx takes, and leads to TLS nobody but a person who opens a page",
    async () => {
      const doors = { open: await freeDoor(), guarded: await freeDoor() };
      const whole = siteToTry(doors);
      const tried = spawnSync("nginx", ["-t", "-p", folder, "-c", whole], { encoding: "utf8" });
      expect(tried.stderr).toContain("test is successful");
      const nginx = spawn("nginx", ["-p", folder, "-c", whole], { stdio: "ignore" });
      try {
        const ask = (path: string, method = "GET") =>
          fetch(`http://127.0.0.1:${doors.open}${path}`, { method, redirect: "manual" });
        await expect
          .poll(
            () =>
              ask("/").then(
                ({ status }) => status,
                () => 0,
              ),
            { timeout: 10_000 },
          )
          .toBe(301);
        expect((await ask("/programmes?q=1")).headers.get("location")).toBe(
          "https://orientir.example.ru/programmes?q=1",
        );
        for (const [path, method] of [
          ["/api/session", "GET"],
          ["/api/health", "GET"],
          ["/api/session", "POST"],
          ["/sign-in", "POST"],
        ]) {
          const answer = await ask(path!, method);
          expect([path, method, answer.status, answer.headers.get("location")]).toEqual([path, method, 403, null]);
        }
      } finally {
        const ended = new Promise((done) => nginx.once("exit", done));
        nginx.kill("SIGTERM");
        await ended;
      }
    },
  );

  it("the site speaks TLS 1.2 and 1.3 alone, in suites with forward secrecy, and takes no name for its own from a visitor", () => {
    expect(
      site()
        .match(/^\s*ssl_protocols .*$/gm)!
        .map((line) => line.trim()),
    ).toEqual(["ssl_protocols TLSv1.2 TLSv1.3;"]);
    const suites = /ssl_ciphers (\S+);/.exec(site())![1]!.split(":");
    expect(suites.length).toBeGreaterThan(3);
    expect(
      suites.filter((suite) => !/^ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)$/.test(suite)),
    ).toEqual([]);
    expect(site()).not.toMatch(/return 30\d [^;]*\$(host|http_)/);
  });
});

/** A door of this machine that nobody holds just now. */
function freeDoor(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}
