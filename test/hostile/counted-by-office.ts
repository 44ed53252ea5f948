import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officeProgram } from "#platform/office/office-program.ts";

/** Starting it takes seconds, opening a workbook tenths of one. */
const PATIENCE_MS = 300_000;

/**
 * Formulas that LibreOffice finds in workbooks it has opened itself, and those that it could not open; undefined where it is not installed.
 */
export function countedByOffice(workbooks: readonly (readonly [string, Buffer])[]): readonly string[] | undefined {
  const program = officeProgram();
  if (!program) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "orientir-office-"));
  try {
    const files = workbooks.map(([, content], at) => {
      const path = join(folder, `${at}.xlsx`);
      writeFileSync(path, content);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const words = [profile, "--headless", "--convert-to", "fods", "--outdir", join(folder, "out"), ...files];
    spawnSync(program, words, { timeout: PATIENCE_MS, stdio: "ignore" });
    return workbooks.flatMap(([name], at) => {
      const made = join(folder, "out", `${at}.fods`);
      if (!existsSync(made)) return [`${name}: не открылся`];
      const formulas = readFileSync(made, "utf8").matchAll(/table:formula="([^"]{1,80})/g);
      return [...formulas].map(([, formula]) => `${name}: ${formula}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
