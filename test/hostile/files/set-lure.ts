import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Lure } from "./hostile-file.ts";

export interface Trap {
  readonly lure: Lure;
  /** addresses that somebody asked the trap for */
  readonly asked: readonly string[];
  /** what was run or got out of an archive, by the paths where it appeared; `near`: folders it may have got out of */
  sprung(near: readonly string[]): readonly string[];
  close(): Promise<void>;
}

/** Lays out what hostile files point at: an address that counts, a file with a secret, paths that must stay empty. */
export async function setLure(seed: number): Promise<Trap> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-lure-"));
  const secret = `тайна-${seed}-соседнего-файла`;
  await writeFile(join(folder, "secret.txt"), secret);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers["user-agent"] ?? ""}`);
    response.end(secret);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const lure: Lure = {
    web: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    file: `file://${join(folder, "secret.txt")}`,
    secret,
    canary: join(folder, "executed"),
    escaped: `orientir-escaped-${seed}.txt`,
  };
  return {
    lure,
    asked,
    sprung: (near) => {
      const places = [...near.flatMap(above), tmpdir(), "/tmp", homedir(), process.cwd(), "/"];
      const escaped = [...new Set(places)].map((place) => join(place, lure.escaped));
      return [lure.canary, `${lure.canary.slice(1)}`, ...escaped].filter((path) => existsSync(path));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A folder and those it lies in. */
function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}
