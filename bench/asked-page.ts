import { get } from "node:http";
import type { AddressInfo } from "node:net";
import type { Program } from "../src/main/program.ts";

/** Asks one address of a program that listens, as whoever holds the cookie; the body of its answer. Throws at anything but 200. */
export async function pageAsker(program: Program, path: string, cookie: string): Promise<() => Promise<string>> {
  await program.server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = program.server.server.address() as AddressInfo;
  return () =>
    new Promise((done, fail) => {
      get({ port, host: "127.0.0.1", path, headers: { cookie } }, (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part));
        reply.on("end", () => {
          const text = Buffer.concat(parts).toString();
          if (reply.statusCode === 200) done(text);
          else fail(new Error(`${path}: ${reply.statusCode} ${text}`));
        });
      }).on("error", fail);
    });
}
