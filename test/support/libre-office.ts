import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officeProgram } from "#platform/office/office-program.ts";

const PROGRAM = officeProgram();

/** Tests that show our files to a real office program are skipped where there is none. */
export const hasLibreOffice = PROGRAM !== null;

/** What LibreOffice made of a file, by the filter of `--convert-to`; a file it cannot open ends the test. */
export function convertedByLibreOffice(name: string, bytes: Uint8Array, filter: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "orientir-office-"));
  try {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    const { status, stderr } = spawnSync(
      PROGRAM!,
      [profile, "--headless", "--convert-to", filter, "--outdir", out, join(folder, name)],
      { encoding: "utf8", timeout: 90_000 },
    );
    const [made] = status === 0 ? readdirSync(out) : [];
    if (!made) throw new Error(`LibreOffice made nothing of ${name}: ${stderr}`);
    return readFileSync(join(out, made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words LibreOffice sees in a report. */
export function openedByLibreOffice(name: "report.docx" | "report.xlsx", bytes: Uint8Array): string {
  const filter = name === "report.docx" ? "txt:Text (encoded):UTF8" : "csv:Text - txt - csv (StarCalc):44,34,76";
  return convertedByLibreOffice(name, bytes, filter).toString("utf8");
}
