import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { factorReset } from "#main/commands/factor-reset.ts";
import { keyRenew } from "#main/commands/key-renew.ts";
import { openInstallation } from "#main/installation.ts";
import { makeKeys, readSecret } from "#platform/auth/keys.ts";
import { withDatabase } from "../support/server-setup.ts";
import { openWorld, type World } from "../support/world.ts";

const ONE = "1".repeat(64);
const OTHER = "2".repeat(64);

describe("the secret of an installation", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "orientir-key-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is made once in the data folder for its owner's eyes, by however many copies at once", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => readSecret(undefined, folder)));
    expect(new Set(made.map((one) => one.toString("hex"))).size).toBe(1);
    expect(made[0]).toHaveLength(32);
    expect((await stat(join(folder, "secret.key"))).mode & 0o777).toBe(0o600);
    expect((await readSecret(undefined, folder)).equals(made[0]!)).toBe(true);
    expect((await readSecret(ONE, folder)).toString("hex")).toBe(ONE);
  });

  it("that is spoilt is not silently made anew", async () => {
    const spoilt = await mkdtemp(join(tmpdir(), "orientir-key-"));
    await writeFile(join(spoilt, "secret.key"), "половина");
    await expect(readSecret(undefined, spoilt)).rejects.toThrow("holds no secret");
    expect(await readFile(join(spoilt, "secret.key"), "utf8")).toBe("половина");
    await rm(spoilt, { recursive: true });
  });

  it("opens what it sealed, for whom it was sealed, unspoilt, and no other", () => {
    const [keys, others] = [ONE, OTHER].map((secret) => makeKeys(Buffer.from(secret, "hex")));
    const sealed = keys!.seal("тайна", "account 1");
    expect(keys!.open(sealed, "account 1")).toBe("тайна");
    expect(keys!.open(sealed, "account 2")).toBeUndefined();
    expect(others!.open(sealed, "account 1")).toBeUndefined();
    for (const at of [0, 12, 28, sealed.length - 1]) {
      const spoilt = Buffer.from(sealed);
      spoilt[at]! ^= 1;
      expect(keys!.open(spoilt, "account 1")).toBeUndefined();
    }
    expect(keys!.open(sealed.subarray(0, 20), "account 1")).toBeUndefined();
    expect(keys!.seal("тайна", "account 1").equals(sealed)).toBe(false);
    expect(keys!.id).not.toBe(others!.id);
    expect(keys!.sign("device", "x")).not.toBe(keys!.sign("other", "x"));
  });
});

describe("copies of the program on one database", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ installation: { secretKey: ONE } });
  });
  afterAll(() => world.close());
  const open = (secretKey: string) => openInstallation({ secretKey }, "/nowhere", world.program.database.pool);

  it("take the key they find where nothing is sealed, and refuse to set a second step up when keys differ", async () => {
    await open(OTHER);
    const person = await world.person([]);
    const refused = await person.call("POST", "/api/factor/offer");
    expect([refused.status, refused.body.code]).toEqual([409, "factor-keys-differ"]);
    await open(ONE);
    expect((await person.call("POST", "/api/factor/offer")).status).toBe(200);
  });

  it("do not start under another key than the one that sealed; a lost one is given up by command", async () => {
    const person = await world.person([]);
    await world.rows("insert into second_factor values ($1, '\\x00', $2, now(), 0)", [
      person.accountId,
      makeKeys(Buffer.from(ONE, "hex")).id,
    ]);
    await expect(open(OTHER)).rejects.toThrow(/ORIENTIR_SECRET_KEY: ключ не тот/);
    const [{ name }] = (await world.rows("select current_database() as name")) as [any];
    vi.stubEnv("DATABASE_URL", withDatabase(inject("directTemplateUrl"), name));
    vi.stubEnv("DATABASE_DIRECT_URL", "");
    vi.stubEnv("ORIENTIR_SECRET_KEY", OTHER);
    const said: string[] = [];
    expect(await keyRenew([], (line) => said.push(line))).toBe(0);
    expect(said.join()).toMatch(/Ключ принят/);
    expect(await world.rows("select from second_factor")).toEqual([]);
    expect((await person.call("GET", "/api/session")).status).toBe(401);
    await open(OTHER);
  });

  it("let an operator take off a second step whose person can do nothing more", async () => {
    const person = await world.person([]);
    await world.rows("insert into second_factor values ($1, '\\x00', 'any', now(), 0)", [person.accountId]);
    const [{ name }] = (await world.rows("select current_database() as name")) as [any];
    const [{ login }] = (await world.rows("select login from account where id = $1", [person.accountId])) as [any];
    vi.stubEnv("DATABASE_URL", withDatabase(inject("directTemplateUrl"), name));
    vi.stubEnv("DATABASE_DIRECT_URL", "");
    expect(await factorReset(["--login", login], () => {})).toBe(0);
    expect(await factorReset(["--login", login], () => {})).toBe(1);
    expect(await factorReset([], () => {})).toBe(2);
    expect(
      await world.rows("select from journal where action = 'factor.reset' and subject_id = $1", [person.accountId]),
    ).toHaveLength(1);
    expect((await person.call("GET", "/api/session")).status).toBe(401);
  });
});
