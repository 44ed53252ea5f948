import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assemble } from "../src/main/program.ts";
import { projectRoot } from "../src/main/place.ts";
import { download } from "./export.ts";
import { BENCH_NOW } from "./ground.ts";

/*
 * A program that makes one file and ends: prints by how many bytes its memory grew at most meanwhile. The client beside it holds the file
 * too, and is counted with it.
 */
const [url, path, cookie] = process.argv.slice(2) as [string, string, string];
const folder = await mkdtemp(join(tmpdir(), "orientir-bench-alone-"));
const program = await assemble({
  databaseUrl: url,
  dataFolder: folder,
  migrationsFolder: join(projectRoot(), "migrations"),
  webFolder: undefined,
  works: false,
  now: BENCH_NOW,
  log: (line) => process.stderr.write(`${line}\n`),
});
await program.server.listen({ port: 0, host: "127.0.0.1" });
const { port } = program.server.server.address() as AddressInfo;
const statusOf = async (name: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(await readFile("/proc/self/status", "utf8"))![1]) * 1024;
// the most it held is counted from here on
await writeFile("/proc/self/clear_refs", "5");
const before = await statusOf("VmRSS");
await download(port, path, cookie);
process.stdout.write(String((await statusOf("VmHWM")) - before));
await program.stop();
await rm(folder, { recursive: true, force: true });
