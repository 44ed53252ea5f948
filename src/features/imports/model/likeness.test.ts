import { expect, it } from "vitest";
import { likenessOf } from "./likeness.ts";

const file = (name: string, sha256: string) => ({ name, sha256 });

it.each([
  ["План.docx", "a", "Совсем другой.docx", "a", "bytes"],
  ["План.docx", "a", "План.docx", "b", "name"],
  ["План района.docx", "a", "план_района (2).docx", "b", "name"],
  ["План.docx", "a", "План — копия.docx", "b", "name"],
  ["Учёба v1.docx", "a", "Учеба v2.docx", "b", "name"],
  ["План 2021.docx", "a", "План 2022.docx", "b", undefined],
  ["План.docx", "a", "Планы.docx", "b", undefined],
  ["….docx", "a", "---.docx", "b", undefined],
])("«%s» (%s) and «%s» (%s): %s", (name, bytes, otherName, otherBytes, likeness) => {
  expect(likenessOf(file(name, bytes), file(otherName, otherBytes))).toBe(likeness);
});
