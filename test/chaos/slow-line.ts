import { connect, createServer, type Server, type Socket } from "node:net";

/** A line between the program and its database that can be made slow, silent, or cut. */
export interface SlowLine {
  readonly port: number;
  /** every piece comes this much later, ms */
  delay(ms: number): void;
  /** nothing passes and nothing ends, until `pass` */
  hold(): void;
  /** what the program asks passes, what the database answers is swallowed: the work is done and nobody hears of it */
  swallowAnswers(): void;
  pass(): void;
  /** ends every connection at once */
  cut(): void;
  close(): Promise<void>;
}

type Way = "pass" | "hold" | "swallow";

export function openSlowLine(target: () => Promise<number>): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  let [way, late]: [Way, number] = ["pass", 0];
  const server: Server = createServer((near) => {
    sockets.add(near);
    near.on("error", () => undefined).on("close", () => sockets.delete(near));
    void target().then((port) => {
      const far = connect({ host: "127.0.0.1", port });
      sockets.add(far);
      far.on("error", () => near.destroy()).on("close", () => (sockets.delete(far), near.destroy()));
      near.on("close", () => far.destroy());
      carry(near, far, () => way !== "hold");
      carry(far, near, () => way === "pass");
    });
  });
  const carry = (from: Socket, to: Socket, open: () => boolean) =>
    from.on("data", (piece) => {
      // what does not pass now is gone: such a connection is cut in the end
      if (open()) setTimeout(() => to.writable && to.write(piece), late);
    });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        port: (server.address() as { port: number }).port,
        delay: (ms) => void (late = ms),
        hold: () => void (way = "hold"),
        swallowAnswers: () => void (way = "swallow"),
        pass: () => void (way = "pass"),
        cut: () => sockets.forEach((socket) => socket.destroy()),
        close: () =>
          new Promise((closed) => (sockets.forEach((socket) => socket.destroy()), server.close(() => closed()))),
      }),
    );
  });
}
