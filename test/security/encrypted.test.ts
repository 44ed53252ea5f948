import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeForeignSignIn } from "#platform/auth/foreign.ts";
import { openDatabase } from "#platform/db/database.ts";
import { askS3 } from "#platform/files/s3-request.ts";
import { openPost } from "#platform/mail/post.ts";

/** What a PostgreSQL client asks before it speaks over TLS, and what may be answered. */
const SSL_REQUEST = 80877103;
type Begins = (socket: Socket) => void;

/**
 * Services behind a certificate that nobody vouches for, and one that is vouched for but is somebody else's: whoever stands on the line
 * between. What the program would have said to them over TLS is counted.
 */
describe.skipIf(spawnSync("which", ["openssl"]).status !== 0)("a service that is not who it says it is", () => {
  let folder = "";
  const servers: Server[] = [];
  let said = 0;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "orientir-encrypted-"));
    for (const name of ["localhost", "elsewhere.test"])
      execFileSync(
        "openssl",
        // a key on the curve P-256 is made at once
        `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${name} -addext subjectAltName=DNS:${name} -keyout ${folder}/${name}.key -out ${folder}/${name}.pem`.split(
          " ",
        ),
        { stdio: "ignore" },
      );
  });
  afterAll(async () => {
    for (const server of servers) await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true });
  });

  const overTls =
    (name: string): Begins =>
    (socket) => {
      const secured = new TLSSocket(socket, {
        isServer: true,
        key: readFileSync(join(folder, `${name}.key`)),
        cert: readFileSync(join(folder, `${name}.pem`)),
      });
      secured.on("data", () => {
        said += 1;
        secured.destroy();
      });
      secured.on("error", () => socket.destroy());
    };
  const afterSslRequest =
    (answer: "S" | "N", name = "localhost"): Begins =>
    (socket) =>
      socket.once("data", (bytes: Buffer) => {
        expect(bytes.readInt32BE(4)).toBe(SSL_REQUEST);
        socket.write(answer);
        if (answer === "S") return overTls(name)(socket);
        socket.on("data", () => void (said += 1));
      });

  const listen = (begins: Begins): Promise<number> =>
    new Promise((ready) => {
      const server = createServer((socket) => {
        socket.on("error", () => socket.destroy());
        begins(socket);
      });
      servers.push(server);
      server.listen(0, "localhost", () => ready((server.address() as AddressInfo).port));
    });

  /** How it ended, and how many times the program spoke to what was not made sure of. */
  const tried = async (work: Promise<unknown>) => {
    said = 0;
    const fault = await work.then(
      () => "no fault",
      (caught: { code?: string; message?: string; kind?: string }) => caught.code ?? caught.kind ?? caught.message,
    );
    return [fault, said];
  };
  const ask = async (port: number, more = "") => {
    const database = openDatabase(`postgresql://o:secret@localhost:${port}/o?sslmode=verify-full${more}`);
    const outcome = await tried(database.pool.query("select 1"));
    await database.close();
    return outcome;
  };

  it("is not spoken to as a database: neither by a certificate of its own nor by somebody else's", async () => {
    expect(await ask(await listen(afterSslRequest("S")))).toEqual(["DEPTH_ZERO_SELF_SIGNED_CERT", 0]);
    const other = await listen(afterSslRequest("S", "elsewhere.test"));
    expect(await ask(other, `&sslrootcert=${folder}/elsewhere.test.pem`)).toEqual(["ERR_TLS_CERT_ALTNAME_INVALID", 0]);
  });

  it("is not spoken to as a database without TLS: there is no way back to an open line", async () => {
    expect(await ask(await listen(afterSslRequest("N")))).toEqual(["The server does not support SSL connections", 0]);
  });

  it("is spoken to as a database when its own authority is named", async () => {
    const [, times] = await ask(await listen(afterSslRequest("S")), `&sslrootcert=${folder}/localhost.pem`);
    expect(times).toBe(1);
  });

  it("gets no file", async () => {
    const endpoint = `https://localhost:${await listen(overTls("localhost"))}`;
    const place = { endpoint, bucket: "b", key: "k", secret: "s", region: "r", pauseMs: 1 };
    expect(await tried(askS3(place, { method: "GET", key: "files/x" }))).toEqual(["DEPTH_ZERO_SELF_SIGNED_CERT", 0]);
  });

  it("gets no letter", async () => {
    const smtpUrl = `smtps://o:secret@localhost:${await listen(overTls("localhost"))}`;
    const post = openPost({ smtpUrl, from: "o@o.test", publicUrl: "https://o.test" });
    const letter = { to: "v@o.test", subject: "Письмо", paragraphs: ["Слова"] };
    expect(await tried(post.send("1", letter))).toEqual(["ESOCKET", 0]);
    post.close();
  });

  it("opens nobody's sign-in", async () => {
    const issuer = `https://localhost:${await listen(overTls("localhost"))}`;
    const options = { issuer, clientId: "us", clientSecret: "s", name: "Портал", publicUrl: "https://o.test" };
    expect(await tried(makeForeignSignIn(options).begin())).toEqual(["away", 0]);
  });
});
