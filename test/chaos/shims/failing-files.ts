import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/*
 * Loaded before the program: its n-th write, fsync, rename or making of a file fails with the code the runner names; everything is
 * counted from the word on, or from the start by CHAOS_FAIL_AT.
 */
let failAt = Number(process.env["CHAOS_FAIL_AT"] ?? 0);
let code = process.env["CHAOS_FAIL_CODE"] ?? "EIO";
let calls = 0;

function fails(): boolean {
  if (failAt === 0) return false;
  calls += 1;
  return calls === failAt;
}

function fault(name: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: planted, ${name}`), { code, errno: -5, syscall: name });
}

type Call = (...given: any[]) => Promise<unknown>;
type Calls = Record<string, Call>;

function wrap(holder: Calls, name: string, counts: (given: readonly any[]) => boolean = () => true): void {
  const real = holder[name]!;
  holder[name] = function planted(this: unknown, ...given: any[]) {
    return counts(given) && fails() ? Promise.reject(fault(name)) : real.apply(this, given);
  };
}

const writes = ([, flags]: readonly any[]) => typeof flags === "string" && /[wax+]/.test(flags);
const all = promises as unknown as Calls;
wrap(all, "open", writes);
for (const name of ["rename", "writeFile", "appendFile", "mkdir", "link", "copyFile"]) wrap(all, name);

// handles share one prototype, which only a handle shows
const probe = await promises.open("/dev/null", "r");
const handle = Object.getPrototypeOf(probe) as Calls;
for (const name of ["write", "writeFile", "appendFile", "sync", "datasync", "truncate"]) wrap(handle, name);
await probe.close();

const stream = fs as unknown as { fsyncSync: (file: number) => void };
const syncNow = stream.fsyncSync;
stream.fsyncSync = (file) => {
  if (fails()) throw fault("fsync");
  syncNow(file);
};
syncBuiltinESMExports();

process.on("message", (word: { readonly failAt?: number; readonly code?: string; readonly ask?: true }) => {
  if (word.ask) process.send?.({ calls, fired: failAt > 0 && calls >= failAt });
  if (word.failAt === undefined) return;
  failAt = word.failAt;
  code = word.code ?? code;
  calls = 0;
});
process.channel?.unref();
