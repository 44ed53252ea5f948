import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error -- a script without types
import { importedPackages, sbomOfLockfile } from "../../scripts/sbom.mjs";

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const lock = (JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> }).packages;

/** «a/node_modules/b» needs «c»: nested first, then outwards, as Node looks for it. */
function placeOf(from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    const place = `${at ? `${at}/` : ""}node_modules/${name}`;
    if (place in lock) return place;
    if (at === "") return undefined;
  }
}

const called = (place: string) =>
  `${lock[place]!.name ?? place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length)}@${lock[place]!.version}`;

describe("the list of what the program is made of", () => {
  let listed: string[];
  let text: string;
  let imported: Set<string>;
  beforeAll(async () => {
    const sbom = await sbomOfLockfile();
    imported = await importedPackages();
    text = JSON.stringify(sbom);
    listed = [
      ...new Set<string>(sbom.components.map((one: { name: string; version: string }) => `${one.name}@${one.version}`)),
    ].sort();
  });

  it("names every production package, every bundled one with what it needs, and nothing else", () => {
    const roots = Object.keys(lock[""]!.dependencies!).concat([...imported]);
    const waiting = [...new Set(roots)].flatMap((name) => placeOf("", name) ?? []);
    const wanted = new Set<string>();
    while (waiting.length > 0) {
      const place = waiting.pop()!;
      if (wanted.has(place)) continue;
      wanted.add(place);
      const { dependencies, optionalDependencies, peerDependencies } = lock[place]!;
      for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
        waiting.push(...[placeOf(place, name) ?? []].flat());
    }
    expect(listed).toEqual([...new Set([...wanted].map(called))].sort());
    const production = Object.keys(lock).filter((place) => place !== "" && !lock[place]!.dev && !lock[place]!.peer);
    expect(production.length).toBeGreaterThan(100);
    expect(production.map(called).filter((name) => !listed.includes(name))).toEqual([]);
  });

  it("leaves out what only builds and tests, takes in what pages are made of", () => {
    const names = listed.map((one) => one.replace(/@[^@]*$/, ""));
    expect(names).toEqual(expect.arrayContaining(["fastify", "pg", "react", "@mantine/core"]));
    for (const tool of ["vitest", "playwright-core", "oxlint", "typescript"]) expect(names).not.toContain(tool);
  });

  it("names no registry, no moment and no machine, so that the same sources make the same list", () => {
    expect([...new Set(text.match(/https?:\/\/[^/"]+/g))]).toEqual(["http://cyclonedx.org"]);
    expect(text).not.toMatch(/timestamp|serialNumber|package:path/);
  });
});
