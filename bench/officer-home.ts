import pg from "pg";
import type { Figure } from "./figure.ts";
import type { Ground } from "./ground.ts";
import { pageAsker } from "./asked-page.ts";
import { officerOf } from "./officer.ts";
import { askAgain, statementsOf } from "./statements.ts";
import { inTurns } from "./timing.ts";

const ROUNDS = 15;
/** so that its statements are known to the connection by their names, as on any working day */
const WARM = 4;

/**
 * P4: the home of an officer, all its figures, through the whole server, against the very statements that it asks for one request, as they
 * were sent, one after another on one connection.
 */
export async function officerHome(ground: Ground): Promise<readonly Figure[]> {
  const url = await ground.world(ground.large);
  const program = await ground.program(url);
  const client = new pg.Client({ connectionString: url });
  try {
    const { territoryId, cookie } = await officerOf(url);
    const asking = await pageAsker(program, `/api/progress/home?territoryId=${territoryId}`, cookie);
    for (let round = 0; round < WARM; round += 1) await asking();
    const statements = await statementsOf(asking);
    await client.connect();
    const { ours, limit } = await inTurns(ROUNDS, WARM, asking, () => askAgain(client, statements));
    return [
      {
        id: "P4",
        name: `рабочий день специалиста, мир ${ground.large}`,
        unit: "мс",
        ours,
        limit,
        limitName: "его же запросы один за другим через pg",
        goal: { most: 1.3 },
        seen: { запросов: statements.length, "ответ, байт": Buffer.byteLength(await asking()) },
      },
    ];
  } finally {
    await client.end();
    await program.stop();
  }
}
