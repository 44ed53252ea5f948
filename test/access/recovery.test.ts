import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "#platform/auth/secrets.ts";
import type { Id } from "#shared/ids.ts";
import { openMailServer, readable } from "../support/mail-server.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";

const PUBLIC = "https://orientir.example.test";
const NEW_PASSWORD = "семь новых добрых слов";

describe("a forgotten password", () => {
  let world: World;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  let town: Id;
  let admin: Persona;
  beforeAll(async () => {
    mail = await openMailServer();
    world = await openWorld({
      installation: {
        publicUrl: PUBLIC,
        smtpUrl: `smtp://127.0.0.1:${mail.port}`,
        mailFrom: "Ориентир <orientir@example.test>",
      },
    });
    const region = await world.territory({ kind: "region" });
    town = await world.territory({ kind: "municipality", parentId: region });
    admin = await world.person([{ role: "administrator", territoryId: town }]);
  });
  afterAll(async () => {
    await world.close();
    await mail.close();
  });
  beforeEach(async () => {
    // notices of the test before are not this one's
    await world.settle();
    mail.letters.length = 0;
    await world.rows("delete from guess");
  });

  const person = async (login: string, status = "active") => {
    const made = await world.person([{ role: "reader", territoryId: town }]);
    await world.rows("update account set login = $2, status = $3 where id = $1", [made.accountId, login, status]);
    await world.rows("select set_credential($1, $2, now())", [made.accountId, await hashPassword("прежний пароль")]);
    return made;
  };
  const ask = (login: string, headers: Record<string, string> = {}) =>
    world.public.call("POST", "/api/recovery", { login }, headers);
  const linkIn = (letter: string) => /https?:\/\/[^\s"<]+\/link\/([\w-]+)/.exec(readable(letter))!;

  it("is renewed by a letter with a link of an hour that opens once", async () => {
    const { accountId } = await person("vetrova@example.test");
    expect((await ask("Vetrova@Example.test", { host: "evil.example" })).body).toEqual({ ok: true });
    await world.settle();
    expect(mail.letters).toHaveLength(1);
    const [address, token] = linkIn(mail.letters[0]!);
    expect(address).toBe(`${PUBLIC}/link/${token}`);
    expect(readable(mail.letters[0]!)).not.toContain("evil.example");
    const [{ minutes }] = (await world.rows(
      "select extract(epoch from expires_at - created_at) / 60 as minutes from sign_in_link where account_id = $1",
      [accountId],
    )) as [any];
    expect(Math.round(Number(minutes))).toBe(60);
    expect((await world.public.call("POST", `/api/links/${token}`, { password: NEW_PASSWORD })).status).toBe(200);
    expect((await world.public.call("POST", `/api/links/${token}`, { password: NEW_PASSWORD })).body.code).toBe(
      "link-spent",
    );
    await world.settle();
    expect(readable(mail.letters[1]!)).toContain("Ваш пароль изменён");
    const entered = { login: "vetrova@example.test", password: NEW_PASSWORD };
    expect((await world.public.call("POST", "/api/session", entered)).status).toBe(200);
  });

  it("is answered alike for every login, and leaves the same behind, and only a person in use is written to", async () => {
    await person("known@example.test");
    await person("closed@example.test", "closed");
    await person("invited@example.test", "invited");
    await person("no-address");
    const jobsOf = async () =>
      (await world.rows("select count(*) from pgboss.job where name = 'recovery-letter'"))[0]!["count"];
    for (const login of [
      "known@example.test",
      "closed@example.test",
      "invited@example.test",
      "no-address",
      "stranger@example.test",
    ]) {
      const before = await jobsOf();
      const answer = await ask(login);
      expect([answer.status, answer.body, (await jobsOf()) - before]).toEqual([200, { ok: true }, 1]);
    }
    await world.settle();
    expect(mail.letters.map((letter) => /^To: (.*)$/m.exec(letter)![1]!.trim())).toEqual(["known@example.test"]);
    // a job is kept for days after it is done, where no destruction of somebody's data looks: it names nobody but by an identifier
    const jobs = await world.rows("select data, output from pgboss.job where name = 'recovery-letter'");
    for (const { data, output } of jobs)
      expect([data, output]).toEqual([{ accountId: expect.stringMatching(/^[0-9a-f-]{36}$/) }, null]);
  });

  it("is not a way to flood anybody: three letters an hour, the answer the same", async () => {
    await person("flooded@example.test");
    for (let time = 0; time < 5; time += 1) expect((await ask("flooded@example.test")).body).toEqual({ ok: true });
    await world.settle();
    expect(mail.letters).toHaveLength(3);
    for (let time = 0; time < 15; time += 1) await ask(`other${time}@example.test`);
    expect((await ask("last@example.test")).body.code).toBe("too-many");
  });

  it("leaves a link that somebody handed over, until one of them is used", async () => {
    const { personId } = await person("two-links@example.test");
    const handed = await admin.call("POST", `/api/people/${personId}/link`, { territoryId: town });
    await ask("two-links@example.test");
    await world.settle();
    const [, mailed] = linkIn(mail.letters[0]!);
    expect((await world.public.call("GET", `/api${handed.body.path.replace("/link/", "/links/")}`)).status).toBe(200);
    expect((await world.public.call("POST", `/api/links/${mailed}`, { password: NEW_PASSWORD })).status).toBe(200);
    expect((await world.public.call("GET", `/api${handed.body.path.replace("/link/", "/links/")}`)).status).toBe(410);
  });

  it("an invitation goes by a letter and is shown to nobody else", async () => {
    const { personId } = await person("newcomer@example.test", "invited");
    const made = await admin.call("POST", `/api/people/${personId}/link`, { territoryId: town, byMail: true });
    expect([made.status, made.body.path, made.body.kind]).toEqual([200, null, "invitation"]);
    await world.settle();
    const [, token] = linkIn(mail.letters[0]!);
    expect(readable(mail.letters[0]!)).toContain("Для вас открыт вход в Ориентир");
    expect((await world.public.call("POST", `/api/links/${token}`, { password: NEW_PASSWORD })).status).toBe(200);
    const other = await person("no-mail-address");
    const refused = await admin.call("POST", `/api/people/${other.personId}/link`, { territoryId: town, byMail: true });
    expect([refused.status, refused.body.code]).toEqual([409, "mail-off"]);
    expect((await admin.call("GET", `/api/people/${other.personId}?territoryId=${town}`)).body.can.mail).toBe(false);
  });
});
