import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Real documents of municipalities with careful readings of them; they belong to their authors and are not kept here. Tests that need one
 * are skipped, and counted as skipped, where the folder is absent.
 */
const FOLDER = resolve(process.env["ORIENTIR_SOURCES"] ?? "../shared/sources");

export function hasSource(name: string): boolean {
  return existsSync(join(FOLDER, name));
}

export function sourceBytes(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name));
}

export interface ExpectedMeasure {
  readonly number?: string | null;
  readonly title: string | null;
  readonly term?: string | null;
  readonly responsible?: string | null;
  readonly participants?: string | null;
  readonly result?: string | null;
  readonly reportDocument?: string | null;
  readonly plan?: Readonly<Record<string, string>>;
  readonly instruments?: Readonly<Record<string, { readonly text: string; readonly term: string | null }>>;
}

interface ExpectedSection {
  readonly title: string | null;
  readonly sections?: readonly ExpectedSection[];
  readonly measures?: readonly ExpectedMeasure[];
}

export interface ExpectedTable {
  readonly kind?: string;
  readonly caption: string | null;
  readonly sections?: readonly ExpectedSection[];
}

/** The careful reading that stands beside a document: made by people, not by this program. */
export function careReading(name: string): readonly ExpectedTable[] {
  const file = join(FOLDER, `${name}.expected.json`);
  return (JSON.parse(readFileSync(file, "utf8")) as { tables: readonly ExpectedTable[] }).tables;
}

/** Measures of a table in printed order, each with the title of its innermost section. */
export function expectedRows(table: ExpectedTable): { section: string; measure: ExpectedMeasure }[] {
  const within = (sections: readonly ExpectedSection[]): { section: string; measure: ExpectedMeasure }[] =>
    sections.flatMap((section) => [
      ...(section.measures ?? []).map((measure) => ({ section: fold(section.title), measure })),
      ...within(section.sections ?? []),
    ]);
  return within(table.sections ?? []);
}

/** White space of any kind as one space. */
export function fold(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/gu, " ").trim();
}
