import { connect, type AddressInfo } from "node:net";
import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorld, type World } from "../support/world.ts";

const CROWD = 40;
/** places in which sign-ins are looked up at once */
const AT_ONCE = 2 * availableParallelism();

let world: World;
let port: number;
beforeAll(async () => {
  world = await openWorld({ log: () => {} });
  await world.program.server.listen({ port: 0, host: "127.0.0.1" });
  ({ port } = world.program.server.server.address() as AddressInfo);
});
afterAll(() => world.close());

/** Sends a sign-in and gives back how to hang up before its answer. */
function signInAndLeave(login: string): () => void {
  const body = JSON.stringify({ login, password: "what-it-was" });
  const line = connect(port, "127.0.0.1", () =>
    line.write(
      `POST /api/session HTTP/1.1\r\nhost: x\r\nx-orientir: 1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    ),
  );
  line.on("error", () => undefined);
  return () => line.destroy();
}

it("those who hung up before their turn to sign in take no work: nothing is looked up and no guess is counted for them", async () => {
  const { server } = world.program.server;
  const open = () => new Promise<number>((told) => server.getConnections((_fault, count) => told(count)));
  const holder = await world.program.database.pool.connect();
  const asked: string[] = [];
  const heard = () => asked.push("one");
  server.on("request", heard);
  try {
    await holder.query("begin; lock table guess in access exclusive mode");
    const leave = Array.from({ length: CROWD }, (_, at) => signInAndLeave(`ushla-${at}`));
    await expect.poll(() => asked.length).toBe(CROWD);
    for (const one of leave) one();
    await expect.poll(open).toBe(0);
  } finally {
    await holder.query("rollback");
    holder.release();
    server.off("request", heard);
  }
  // whoever comes after them waits behind none of them
  const answer = await world.public.call("POST", "/api/session", { login: "prishla", password: "what-it-was" });
  expect([answer.status, answer.body.code]).toEqual([403, "wrong-sign-in"]);
  const [counted] = await world.rows<{ logins: number }>("select count(*)::int as logins from guess");
  // of each its login and its login with the address, of the one who was answered the address too
  expect(counted!.logins).toBeLessThanOrEqual(2 * AT_ONCE + 3);
  expect(counted!.logins).toBeGreaterThan(0);
});
