import { SMTPServer } from "smtp-server";
import { freePort } from "../program.ts";
import type { Fault } from "../fault.ts";
import type { Finding } from "../verify.ts";

/** The mail server is away, comes back, hangs up in the midst: every letter asked for and answered arrives, at least once. */
export const mailDown: Fault = {
  name: "mail",
  title: "почтовый сервер недоступен",
  async run({ arena }) {
    const port = await freePort();
    const arrived = new Set<string>();
    await arena.start({
      env: {
        ORIENTIR_SMTP_URL: `smtp://127.0.0.1:${port}`,
        ORIENTIR_MAIL_FROM: "Ориентир <orientir@example.test>",
        ORIENTIR_PUBLIC_URL: "http://localhost:4400",
      },
    });
    const { schools, planners, administrator, territoryId } = arena.district;
    const asked = [...schools.map(({ deputy }) => deputy), ...planners];
    const hand = arena.handOf(administrator);
    for (const person of asked)
      await hand.write("account.link", {
        method: "POST",
        path: `/api/people/${person.personId}/link`,
        body: { territoryId, byMail: true },
      });
    // away while all were asked for; then it hangs up on the first ones, then it takes them
    let refusals = 3;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, session, done) {
        stream.resume();
        stream.on("end", () => {
          refusals -= 1;
          if (refusals >= 0) return done(Object.assign(new Error("later"), { responseCode: 451 }));
          for (const { address } of session.envelope.rcptTo) arrived.add(address);
          return done();
        });
      },
    });
    server.on("error", () => undefined);
    await new Promise<void>((open) => server.listen(port, "127.0.0.1", () => open()));
    const client = await arena.sql();
    // its pauses grow to an hour: nobody waits for them here
    for (let look = 0; look < 300 && arrived.size < asked.length; look += 1) {
      await client.query(
        "update pgboss.job set start_after = now() where name = 'letter-send' and state in ('created', 'retry')",
      );
      await new Promise((wait) => setTimeout(wait, 200));
    }
    await client.end();
    await new Promise<void>((closed) => server.close(() => closed()));
    return asked
      .filter(({ name }) => !arrived.has(`${name}@example.test`))
      .map(({ name }): Finding => ({ harm: "lost", what: `письмо ${name} не дошло` }));
  },
};
