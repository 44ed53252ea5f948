import type { Notes } from "./notes.ts";
import type { OpenMeasure } from "./measure.ts";

const DITTO =
  /^(?:[-–—_]{0,2}\s*(?:\/\/|[«»"“”„‟″'’‘]{1,2})\s*[-–—_]{0,2}|то\s*же(?:\s+самое)?|так\s*же|там\s*же|те\s*же|тот\s*же|он[аи]?\s*же)\.?$/iu;

const LONGEST = 20;

/** Whether a cell holds only a mark of repetition: «-//-», «»», «то же». */
export function isDitto(text: string): boolean {
  return text.length <= LONGEST && DITTO.test(text);
}

/** Marks of repetition mean the text of the row above in the same column; each is told. Without a text above they stay as printed. */
export function takeDitto(measure: OpenMeasure, above: OpenMeasure | undefined, notes: Notes): void {
  for (const [key, text] of measure.texts) {
    const upper = above?.texts.get(key);
    if (key === "title" || !isDitto(text) || upper === undefined || upper === "" || isDitto(upper)) continue;
    measure.texts.set(key, upper);
    notes.say({
      kind: "ditto",
      weight: "note",
      address: measure.cells.get(key)?.[0] ?? null,
      measure: measure.key,
      field: key,
      text: `Знак повтора «${text}» прочитан как текст строки выше: «${upper}».`,
    });
  }
}
