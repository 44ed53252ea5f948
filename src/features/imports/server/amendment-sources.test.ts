import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { differenceOf } from "#features/programmes/model/redaction-difference.ts";
import type { RedactionDocument, RedactionSection } from "#features/programmes/model/redaction-document.ts";
import { openDocument } from "#platform/office/open-document.ts";
import { redaction } from "../../../../test/support/redaction-samples.ts";
import { acceptAll, read } from "../../../../test/support/import-samples.ts";
import { documentOf } from "../model/amended-document.ts";
import { compareAmendment } from "../model/compare-amendment.ts";

const SOURCES = process.env["ORIENTIR_SOURCES"] ?? "../shared/sources";
const DOCUMENTS = [
  "uglich-school-support-roadmap.docx",
  "kovrov-network-programme.docx",
  "teacher-growth-model.docx",
  "social-contract-2.0.docx",
  "tobolsk-partner-schools.docx",
];

/** The document as its programme would hold it: every place and measure with a key of its own. */
function standingOf(document: RedactionDocument): RedactionDocument {
  const own = <Place extends Pick<RedactionSection, "key" | "sections" | "measures">>(place: Place): Place => ({
    ...place,
    key: `own ${place.key}`,
    sections: place.sections.map(own),
    measures: place.measures.map((measure) => ({ ...measure, key: `own ${measure.key}` })),
  });
  return { ...document, roadmaps: document.roadmaps.map(own) };
}

/** Without its first measure, the last two carried to the front, every number another one. */
function reworked(document: RedactionDocument): RedactionDocument {
  let [place, dropped] = [0, false];
  const rework = <Place extends Pick<RedactionSection, "sections" | "measures">>(one: Place): Place => {
    const [first, ...rest] = one.measures;
    const kept = first && !dropped ? rest : one.measures;
    dropped ||= first !== undefined;
    const turned = [...kept.slice(-2), ...kept.slice(0, -2)];
    return {
      ...one,
      measures: turned.map((measure) => ({ ...measure, number: `N${(place += 1)}` })),
      sections: one.sections.map(rework),
    };
  };
  return { ...document, roadmaps: document.roadmaps.map(rework) };
}

describe.skipIf(!existsSync(SOURCES))("the five documents as amendments of themselves", () => {
  it.each(DOCUMENTS)("%s", async (file) => {
    const opened = await openDocument(await readFile(join(SOURCES, file)), file);
    if (!opened.ok) throw new Error(opened.refusal.text);
    const { drafted } = acceptAll(read(opened.value));
    const document = documentOf(drafted, redaction([]));
    const standing = standingOf(document);
    const measures = drafted.rows.length;
    const answers = { rows: [], roadmaps: [] };

    const same = compareAmendment(standing, [], document, answers);
    expect(same.merged).toEqual(standing);
    expect([same.open, differenceOf(standing, same.merged).counts.same]).toEqual([0, measures]);

    const other = compareAmendment(standing, [], reworked(document), answers);
    const { counts } = differenceOf(standing, other.merged);
    expect([counts.added, counts.removed, counts.changed, counts.moved]).toEqual([0, 1, 0, 0]);
    expect(other.open).toBe(0);
  });
});
