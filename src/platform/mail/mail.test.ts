import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Letter } from "./letter.ts";
import { isMailAddress, writtenOut } from "./letter.ts";
import { openPost, PostFault } from "./post.ts";
import { sendLetter } from "./send-letter.ts";
import { freePort, openMailServer, readable } from "../../../test/support/mail-server.ts";
import { openWorld, type World } from "../../../test/support/world.ts";
import { NO_REACH } from "#platform/db/database.ts";
import { makeId } from "#shared/ids.ts";

const LETTER: Letter = {
  to: "vetrova@example.test",
  subject: "Новый пароль для Ориентира",
  paragraphs: ["Вера Ильинична, здравствуйте!", "Ссылка <b>действует</b> & ждёт."],
  link: { path: "/link/abc", words: "Задать новый пароль" },
};

describe("a letter", () => {
  it("is written out twice, its link made from the address of the pages alone", () => {
    const { text, html } = writtenOut(LETTER, "https://orientir.example.test");
    expect(text).toContain("Задать новый пароль:\nhttps://orientir.example.test/link/abc");
    expect(html).toContain('href="https://orientir.example.test/link/abc"');
    expect(html).toContain("Ссылка &lt;b&gt;действует&lt;/b&gt; &amp; ждёт.");
  });

  it("lists what waits under titles, each line leading to its page, and ends with a quiet link", () => {
    const { text, html } = writtenOut(
      {
        ...LETTER,
        sections: [
          { title: "Программа «Рост»", lines: [{ text: "1.2 Семинар <b>", path: "/todo/a/b" }, { text: "и ещё 2" }] },
        ],
        footer: { path: "/letters", words: "Настроить письма" },
      },
      "https://orientir.example.test",
    );
    expect(text).toContain(
      "Программа «Рост»\n– 1.2 Семинар <b>\n  https://orientir.example.test/todo/a/b\n– и ещё 2\n",
    );
    expect(text).toContain("Настроить письма:\nhttps://orientir.example.test/letters");
    expect(html).toContain('href="https://orientir.example.test/todo/a/b"');
    expect(html).toContain("1.2 Семинар &lt;b&gt;");
    expect(html).not.toContain("<b>");
  });

  it.each([
    ["vetrova@example.test", true],
    ["почта@округ.рф", true],
    ["v.n-2+x@mail.school-3.ru", true],
    ["vetrova", false],
    ["vetrova@localhost", false],
    ["a@b.c\r\nBcc: all@example.test", false],
    ["a@b.test, c@d.test", false],
    ["<a@b.test>", false],
    ["@example.test", false],
  ])("%j is an address: %s", (text, is) => expect(isMailAddress(text)).toBe(is));
});

describe("the post", () => {
  let server: Awaited<ReturnType<typeof openMailServer>>;
  beforeAll(async () => {
    server = await openMailServer();
  });
  afterAll(() => server.close());
  const post = () =>
    openPost({
      smtpUrl: `smtp://127.0.0.1:${server.port}`,
      from: "Ориентир <orientir@example.test>",
      publicUrl: "https://orientir.example.test",
    });

  it("hands a letter over under a name of its own", async () => {
    const id = makeId();
    await post().send(id, LETTER);
    const raw = server.letters.at(-1)!;
    expect(raw).toContain(`<${id}@example.test>`);
    expect(raw).toMatch(/^To: vetrova@example\.test\r?$/m);
    expect(readable(raw)).toContain("https://orientir.example.test/link/abc");
  });

  it.each([
    ["nobody@example.test", true],
    ["busy@example.test", false],
  ])("tells whether the refusal of %s is for good: %s", async (to, forGood) => {
    const fault = await post()
      .send(makeId(), { ...LETTER, to })
      .catch((one: unknown) => one);
    expect(fault).toBeInstanceOf(PostFault);
    expect((fault as PostFault).forGood).toBe(forGood);
    expect((fault as PostFault).message).not.toContain("@");
  });

  it("tells an absent server from a refusal", async () => {
    const away = openPost({
      smtpUrl: `smtp://127.0.0.1:${await freePort()}`,
      from: "a@example.test",
      publicUrl: "https://a.test",
    });
    await expect(away.send(makeId(), LETTER)).rejects.toMatchObject({ forGood: false });
  });
});

describe("letters of the program", () => {
  let world: World;
  let port: number;
  const log: string[] = [];
  beforeAll(async () => {
    port = await freePort();
    world = await openWorld({
      log: (line) => log.push(line),
      installation: {
        publicUrl: "https://orientir.example.test",
        smtpUrl: `smtp://127.0.0.1:${port}`,
        mailFrom: "Ориентир <orientir@example.test>",
      },
    });
  });
  afterAll(() => world.close());

  const queue = (letter: Letter, until?: Date, fails = false) => {
    const { database, jobs, clock, installation } = world.program;
    return database.within(NO_REACH, async (tx) => {
      await sendLetter({ tx, clock, newId: makeId, send: jobs.senderFor(tx), installation }, makeId(), letter, until);
      if (fails) throw new Error("rolled back");
    });
  };
  const waiting = () =>
    world.rows("select id, tries, why, sealed, sent_at, given_up_at from letter order by queued_at");
  const triedTimes = async (tries: number) => {
    for (;;) {
      world.program.jobs.wake(["letter-send"]);
      const [last] = (await waiting()).slice(-1);
      if (last && last["tries"] >= tries) return last;
      await new Promise((wait) => setTimeout(wait, 50));
    }
  };
  /** the pause before the next try is over */
  const hurry = () =>
    world.rows("update pgboss.job set start_after = now() where name = 'letter-send' and state = 'created'");

  it("are queued with what they belong to, or not at all", async () => {
    await expect(queue(LETTER, undefined, true)).rejects.toThrow("rolled back");
    expect(await waiting()).toEqual([]);
    expect(await world.rows("select from pgboss.job where name = 'letter-send'")).toEqual([]);
  });

  it("wait while the mail server is down, leave once when it is back, and are nobody's to read meanwhile", async () => {
    await queue(LETTER);
    const failed = await triedTimes(1);
    expect([failed["why"], failed["sent_at"], failed["given_up_at"]]).toEqual(["ESOCKET", null, null]);
    const stored = JSON.stringify([
      await world.rows("select encode(sealed, 'escape') as sealed, why from letter"),
      await world.rows("select data, output from pgboss.job where name = 'letter-send'"),
      log,
    ]);
    for (const personal of ["vetrova", "Вера", "/link/abc"]) expect(stored).not.toContain(personal);
    const server = await openMailServer(port);
    await hurry();
    const sent = await triedTimes(2);
    expect([sent["why"], sent["sealed"], sent["given_up_at"]]).toEqual([null, null, null]);
    await world.settle();
    expect(server.letters).toHaveLength(1);
    await server.close();
  });

  it("of the day wait while its hours are quiet, and spend no try on it", async () => {
    const server = await openMailServer(port);
    const hour = (after: number) => (new Date(Date.now() + after * 3_600_000).getUTCHours() + 24) % 24;
    await queue({ ...LETTER, quiet: { timeZone: "UTC", from: hour(-1), to: hour(3) } });
    const later = "select from pgboss.job where name = 'letter-send' and start_after > now() + interval '1 hour'";
    await expect.poll(async () => (await world.rows(later)).length, { timeout: 20_000 }).toBe(1);
    expect((await waiting()).at(-1)).toMatchObject({ tries: 0, sent_at: null, given_up_at: null });
    expect(server.letters).toEqual([]);
    await world.rows("delete from pgboss.job where name = 'letter-send' and start_after > now()");
    await server.close();
  });

  it("are given up when their link has run out, and when the addressee is refused for good", async () => {
    await queue(LETTER, new Date(Date.now() - 1000));
    const late = await triedTimes(1);
    expect([late["why"], late["sealed"]]).toEqual(["out-of-date", null]);
    const server = await openMailServer(port);
    await queue({ ...LETTER, to: "nobody@example.test" });
    const refused = await triedTimes(1);
    expect([refused["why"], refused["sealed"], refused["sent_at"]]).toEqual(["EENVELOPE", null, null]);
    expect(log.join("\n")).not.toContain("nobody");
    await server.close();
  });
});
