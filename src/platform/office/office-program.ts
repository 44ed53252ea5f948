import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { OfficeRefusal } from "./problems.ts";
import { programOnPath } from "./program-on-path.ts";

/** Kinds that LibreOffice turns into ours: the filter that must read them, so that nothing else is guessed from the bytes. */
const FILTERS = {
  doc: { filter: "MS Word 97", into: "docx" },
  rtf: { filter: "Rich Text Format", into: "docx" },
  xls: { filter: "MS Excel 97", into: "xlsx" },
} as const;

export type ForeignFormat = keyof typeof FILTERS;

export interface ConversionLimits {
  readonly seconds: number;
  /** of any file that the program writes */
  readonly bytes: number;
  /** of memory that each of its processes fills with data of its own; systems other than Linux do not hold it to that */
  readonly megabytes: number;
}

/** LibreOffice takes some 170 MB for a document of sixty pages. */
const LIMITS: ConversionLimits = { seconds: 45, bytes: 100 * 1024 * 1024, megabytes: 1024 };

const PLACES = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/snap/bin/libreoffice.soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/** Where LibreOffice stands on this machine; null where it does not, or where there is no shell to watch over it. */
export function officeProgram(): string | null {
  return programOnPath("soffice", PLACES);
}

/** Waits to be let go, so that nothing runs before its guard knows of it; then becomes the program. Arguments: the blocks a file may have, the kilobytes of memory, the program with its words. */
const WORK = 'read -r go <&3 || exit 1; exec 3<&-; ulimit -f "$1"; ulimit -d "$2"; shift 2; exec "$@"';
/** Told the group to end, it waits until the asker lets go or dies, however it dies; then nothing is left running and nothing lying about. */
const GUARD =
  'trap "" INT TERM HUP; read -r group <&3; read -r end <&3; if [ -n "$group" ]; then kill -s KILL -- "-$group"; sleep 0.05; fi; rm -rf -- "$1"';

/**
 * The bytes of a document turned into .docx or .xlsx by LibreOffice: with a profile of its own that forbids macros and links, in its own
 * process group, under limits of time, memory and size. Throws OfficeRefusal; the group and the folder end with this call, or with this process.
 */
export function convert(
  program: string,
  bytes: Uint8Array,
  format: ForeignFormat,
  limits: ConversionLimits = LIMITS,
): Promise<Uint8Array> {
  return convertWith(program, bytes, { format, ...FILTERS[format] }, limits);
}

/** What is read, by which reader of LibreOffice, and what it is turned into. */
export interface Conversion {
  /** ending of the file that is read */
  readonly format: string;
  readonly filter: string;
  /** ending of the file that is written */
  readonly into: string;
}

/** As `convert`, from and into any kind that LibreOffice knows. */
export async function convertWith(
  program: string,
  bytes: Uint8Array,
  { format, filter, into }: Conversion,
  { seconds, bytes: most, megabytes }: ConversionLimits,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "orientir-office-"));
  const guard = watched(GUARD, [folder], {});
  try {
    await prepareFolder(folder, format, bytes);
    const profile = pathToFileURL(join(folder, "profile")).href;
    const work = watched(
      WORK,
      [
        String(Math.ceil(most / 512)),
        String(megabytes * 1024),
        program,
        `-env:UserInstallation=${profile}`,
        "--headless",
        "--nologo",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        `--infilter=${filter}`,
        "--convert-to",
        into,
        "--outdir",
        join(folder, "out"),
        join(folder, `document.${format}`),
      ],
      { HOME: folder, TMPDIR: folder, PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8" },
    );
    guard.line.write(`${work.child.pid}\n`);
    work.line.end("go\n");
    if (!(await endsIn(work.child, seconds))) throw new OfficeRefusal("office-slow");
    return await readOutput(join(folder, "out", `document.${into}`), most);
  } finally {
    guard.line.end();
    await ended(guard.child);
  }
}

async function prepareFolder(folder: string, format: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(folder, "profile", "user"), { recursive: true });
  await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), SETTINGS);
  await writeFile(join(folder, `document.${format}`), bytes);
}

async function readOutput(path: string, most: number): Promise<Uint8Array> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) throw new OfficeRefusal("office-damaged");
  if (size >= most) throw new OfficeRefusal("office-bomb");
  return new Uint8Array(await readFile(path));
}

/** A shell that leads a process group of its own and listens to a line from us. */
function watched(script: string, words: readonly string[], env: Record<string, string>) {
  const child = spawn("/bin/sh", ["-c", script, "sh", ...words], {
    detached: true,
    env: { PATH: "/usr/bin:/bin", ...env },
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const line = child.stdio[3] as Writable;
  // whoever is gone does not listen any more; that is seen by its end
  line.on("error", () => undefined);
  child.on("error", () => undefined);
  return { child, line };
}

/** Whether a process ends by itself in time. */
function endsIn(child: ChildProcess, seconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve(false), seconds * 1000);
    void ended(child).then(() => {
      clearTimeout(clock);
      resolve(true);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
  });
}

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** Macros never run, links are never followed, and the network leads nowhere. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  setting("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
  setting("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
  setting("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
  setting("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
  setting("Office.Writer/Content/Update", "Link", "0"),
  setting("Office.Calc/Content/Update", "Link", "2"),
  setting("Inet/Settings", "ooInetProxyType", "2"),
  setting("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
  setting("Inet/Settings", "ooInetHTTPProxyPort", "9"),
  setting("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
  setting("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
  setting("Inet/Settings", "ooInetNoProxy", ""),
].join("")}</oor:items>`;
