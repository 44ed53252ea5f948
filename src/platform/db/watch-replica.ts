import type { Database } from "./database.ts";
import { compare, MAIN_POSITION, REPLICA_POSITION, type Compared, type Position } from "./position.ts";

/** How it stands with a replica; only one in order is asked. */
export type ReplicaStanding = "in-order" | "behind" | "away" | "foreign";

const TOLD: Readonly<Record<ReplicaStanding, string>> = {
  "in-order": "реплика для чтения снова в строю",
  behind: "реплика для чтения отстала, читаю с главной базы",
  away: "реплика для чтения не отвечает, читаю с главной базы",
  foreign: "по адресу DATABASE_READ_URL не реплика этой базы, читаю с главной",
};

/** what a look at either takes at most */
const PATIENCE_MS = 2000;

const COMPARED: Readonly<Record<Compared, ReplicaStanding>> = {
  holds: "in-order",
  behind: "behind",
  foreign: "foreign",
};

export interface ReplicaWatch {
  standing(): ReplicaStanding;
  /** it failed just now: it is looked at and not asked before */
  lost(): void;
  stop(): Promise<void>;
}

/**
 * Looks every `lookMs` whether the replica is there and holds what the main database held the time before, so that no request waits for one
 * that is not. Until the first look it is not asked.
 */
export function watchReplica(
  main: Database,
  replica: Database,
  lookMs: number,
  log: (line: string) => void,
): ReplicaWatch {
  let standing: ReplicaStanding = "away";
  let told: ReplicaStanding = "in-order";
  const become = (next: ReplicaStanding) => {
    if (next !== told) log(TOLD[next]);
    [standing, told] = [next, next];
  };
  let held: Position | undefined;
  const look = async () => {
    const before = held;
    // a main database that does not answer says nothing of its replica
    held = (await positionIn<Position | null>(main, MAIN_POSITION).catch(() => undefined)) ?? before;
    const at = await positionIn<string>(replica, REPLICA_POSITION).catch(() => undefined);
    if (at === undefined) become("away");
    else if (held !== undefined) become(COMPARED[compare(at, before ?? held)]);
  };
  let stopped = false;
  let next: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const goOn = () => {
    looking = looking.then(look).then(() => {
      clearTimeout(next);
      if (!stopped) next = setTimeout(goOn, lookMs).unref();
    });
  };
  goOn();
  return {
    standing: () => standing,
    lost() {
      if (standing !== "in-order") return;
      standing = "away";
      goOn();
    },
    async stop() {
      stopped = true;
      clearTimeout(next);
      await looking;
    },
  };
}

async function positionIn<Text>({ upkeep }: Database, position: string): Promise<Text> {
  const question = { text: `select ${position} as position`, query_timeout: PATIENCE_MS };
  const { rows } = await upkeep.query<{ position: Text }>(question);
  return rows[0]!.position;
}
