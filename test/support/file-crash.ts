import { Readable } from "node:stream";
import pg from "pg";
import { machineDisk, type Disk } from "#platform/files/disk.ts";
import { openFileStore } from "#platform/files/store.ts";

/**
 * A process that takes one file in as the program does and is killed before its n-th step: `node file-crash.mjs N FOLDER DATABASE TERRITORY
 * PERSON ID WORDS`. Steps are the calls of the disk and of the database. Prints how many there were where none was the n-th.
 */
const [, , at, folder, url, territory, person, id, words] = process.argv as string[];
let step = 0;
let opened = false;
const reached = () => {
  step += 1;
  if (opened && step === Number(at)) process.kill(process.pid, "SIGKILL");
};

const counted = <Call extends (...given: never[]) => Promise<unknown>>(call: Call): Call =>
  (async (...given: Parameters<Call>) => {
    reached();
    return call(...given);
  }) as unknown as Call;

const disk: Disk = {
  ...(Object.fromEntries(
    Object.entries(machineDisk).map(([name, call]) => [name, counted(call as never)]),
  ) as unknown as Disk),
  async create(path) {
    reached();
    const file = await machineDisk.create(path);
    return { append: counted(file.append), sync: counted(file.sync), close: counted(file.close) };
  },
};

const store = await openFileStore(folder!, { disk });
const client = new pg.Client({ connectionString: url });
await client.connect();
// opening is the same for every start and is tried by failing calls
step = 0;
opened = true;
const query = counted((text: string, values: unknown[] = []) => client.query(text, values));
const received = await store.receive(Readable.from([Buffer.from(words!.slice(0, 5)), Buffer.from(words!.slice(5))]));
await query("begin");
await query("select pg_advisory_xact_lock_shared(17, hashtext($1))", [received.sha256]);
await store.adopt(received);
await query(
  `insert into stored_file (territory_id, id, sha256, name, media_type, bytes, uploaded_by, uploaded_at)
   values ($1, $2, $3, 'а.txt', 'text/plain', $4, $5, now())`,
  [territory, id, received.sha256, received.bytes, person],
);
await query("commit");
await store.drop(received);
await client.end();
process.stdout.write(String(step));
