import { startEmbedded } from "#platform/db/embedded/server.ts";
import { databaseOf } from "../program.ts";
import { openSlowLine } from "../slow-line.ts";
import type { Fault } from "../fault.ts";

const SILENT_MS = 2500;

/** The database is another machine behind a bad line: slow, silent, cut in the midst, its answers swallowed after the work is done. */
export const slowDatabase: Fault = {
  name: "line",
  title: "медленная и рвущаяся связь с базой",
  most: 8,
  async run({ arena, strikes }) {
    const database = await startEmbedded(arena.dataFolder, () => undefined);
    const line = await openSlowLine(async () => Number(new URL((await databaseOf(arena.dataFolder)).url).port));
    arena.atEnd(async () => {
      await line.close();
      await database.stop();
    });
    const url = new URL(database.url);
    url.port = String(line.port);
    await arena.start({ env: { DATABASE_URL: url.toString() } });
    arena.startWriting();
    for (const _ of strikes()) {
      line.delay(15);
      await arena.untilDone(30);
      line.delay(0);
      await arena.untilDone(1 + arena.random.int(30));
      line.cut();
      await arena.untilDone(1 + arena.random.int(30));
      // the work is done and committed, the answer never comes
      line.swallowAnswers();
      await new Promise((wait) => setTimeout(wait, 50 + arena.random.int(200)));
      line.cut();
      line.pass();
      await arena.untilDone(1 + arena.random.int(30));
      line.hold();
      await new Promise((wait) => setTimeout(wait, SILENT_MS));
      line.cut();
      line.pass();
      await arena.untilDone(1 + arena.random.int(30));
    }
  },
};
