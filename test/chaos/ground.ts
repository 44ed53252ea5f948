import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { layDistrict, type District } from "./district.ts";
import { databaseOf, freePort, HERE, launch, untilServes } from "./program.ts";

export interface Size {
  readonly schools: number;
  readonly duties: number;
  readonly imports: number;
  /** desks of officers who write short notes, beside those who plan and decide */
  readonly offices: number;
}

/** A data folder with an empty program's database and the district in it; every fault begins from a copy. */
export interface Ground {
  readonly folder: string;
  readonly district: District;
  readonly size: Size;
  /** of the program under trial */
  readonly migrationsFolder: string;
  remove(): Promise<void>;
}

/** Starts the program once on an empty folder and lays the district into it. */
export async function layGround(size: Size): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-chaos-"));
  // the database's own user must be able to enter it where the runner is root
  await chmod(folder, 0o755);
  const dataFolder = join(folder, "ground");
  const port = await freePort();
  const program = launch({ dataFolder, port });
  await untilServes(program, port).catch(async (fault: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw fault;
  });
  const client = await connect(dataFolder);
  const district = await layDistrict(client, size);
  await client.end();
  program.kill("SIGTERM");
  await program.ended;
  return {
    folder,
    district,
    size,
    migrationsFolder: join(HERE, "migrations"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The database under a data folder, as its owner. */
export async function connect(dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: (await databaseOf(dataFolder)).url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
