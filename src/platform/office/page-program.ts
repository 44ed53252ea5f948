import { spawn } from "node:child_process";
import { programOnPath } from "./program-on-path.ts";

const PLACES = ["/usr/bin/pdftoppm", "/usr/local/bin/pdftoppm", "/opt/homebrew/bin/pdftoppm"];

/** Where poppler's pdftoppm stands on this machine; null where it does not, or where there is no shell to limit it. */
export function pageProgram(): string | null {
  return programOnPath("pdftoppm", PLACES);
}

export interface DrawingLimits {
  readonly seconds: number;
  readonly megabytes: number;
  /** of the picture */
  readonly bytes: number;
}

const LIMITS: DrawingLimits = { seconds: 20, megabytes: 1024, bytes: 20 * 1024 * 1024 };

/** Becomes the program, held to its memory and to seconds of the processor: the latter also where nobody is left to end it. */
const WORK = 'ulimit -v "$1"; ulimit -t "$2"; shift 2; exec "$@"';

/**
 * The first page of a PDF as a JPEG of 1,600 pixels at its longer side, drawn by poppler in a process of its own that reads from us and writes
 * to us alone. Undefined where it cannot be drawn within the limits. Not as a PNG: pressing a scanned page took nine times as long as drawing it.
 */
export function drawFirstPage(
  program: string,
  pdf: Uint8Array,
  { seconds, megabytes, bytes }: DrawingLimits = LIMITS,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const words = ["-f", "1", "-l", "1", "-singlefile", "-jpeg", "-jpegopt", "quality=95", "-scale-to", "1600", "-"];
    const child = spawn("/bin/sh", ["-c", WORK, "sh", String(megabytes * 1024), String(seconds), program, ...words], {
      env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const parts: Buffer[] = [];
    let length = 0;
    const clock = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    child.stdout.on("data", (part: Buffer) => {
      length += part.length;
      if (length > bytes) child.kill("SIGKILL");
      else parts.push(part);
    });
    // it may end before it has read everything
    child.stdin.on("error", () => undefined);
    child.on("error", () => undefined);
    child.on("close", (code) => {
      clearTimeout(clock);
      resolve(code === 0 && length > 0 ? new Uint8Array(Buffer.concat(parts)) : undefined);
    });
    child.stdin.end(pdf);
  });
}
