import { request } from "node:http";
import type { Arena } from "../arena.ts";
import type { Fault } from "../fault.ts";

const HALF = Buffer.alloc(300_000, "половина файла ");

/** The server dies while files are half received: nothing of them stays, and the same files go up again. */
export const killUpload: Fault = {
  name: "upload",
  title: "kill -9 во время загрузки файла",
  async run({ arena, dose, strikes }) {
    await arena.start();
    arena.startWriting();
    for (const _ of strikes()) {
      await arena.untilDone(1 + arena.random.int(dose.between));
      const halves = Array.from({ length: 3 }, () => beginUpload(arena));
      await Promise.all(halves.map(({ sent }) => sent));
      await arena.kill(async () => {
        arena.program().kill("SIGKILL");
        await arena.program().ended;
        for (const half of halves) half.drop();
        await arena.start();
      });
    }
  },
};

/** Sends the first half of a file and holds the line. */
function beginUpload(arena: Arena): { readonly sent: Promise<void>; readonly drop: () => void } {
  const person = arena.district.schools[0]!.deputy;
  const outgoing = request({
    host: "127.0.0.1",
    port: arena.port,
    method: "POST",
    path: `/api/files?territoryId=${arena.district.territoryId}`,
    headers: {
      cookie: `orientir_session=${person.token}`,
      "x-orientir": "1",
      "content-type": "multipart/form-data; boundary=half",
      "transfer-encoding": "chunked",
    },
  });
  outgoing.on("error", () => undefined);
  outgoing.write('--half\r\nContent-Disposition: form-data; name="file"; filename="половина.pdf"\r\n\r\n%PDF-1.4\n');
  const sent = new Promise<void>((resolve) => {
    outgoing.write(HALF, () => resolve());
  });
  return { sent, drop: () => outgoing.destroy() };
}
