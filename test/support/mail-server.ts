import { createServer, type AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server on this machine that keeps what it is given; «nobody@…» it refuses for good, «busy@…» for now. */
export async function openMailServer(port = 0) {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      if (address.startsWith("nobody")) return done(Object.assign(new Error("no such user"), { responseCode: 550 }));
      if (address.startsWith("busy")) return done(Object.assign(new Error("later"), { responseCode: 451 }));
      return done();
    },
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (part: Buffer) => {
        text += part.toString("utf8");
      });
      stream.on("end", () => {
        letters.push(text);
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    port: (server.server.address() as AddressInfo).port,
    /** as they came */
    letters,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** A letter as its reader sees it: the parts without their encodings. */
export function readable(raw: string): string {
  return raw
    .split(/\r?\n--[^\n]*(?:\r?\n|$)/)
    .map((part) => {
      const [head = "", ...body] = part.split(/\r?\n\r?\n/);
      const text = body.join("\n\n");
      if (/base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
      return /quoted-printable/i.test(head) ? fromQuoted(text.replace(/=\r?\n/g, "")) : text;
    })
    .join("\n\n");
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
