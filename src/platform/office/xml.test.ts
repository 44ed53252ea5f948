import { expect, it } from "vitest";
import { OfficeRefusal } from "./problems.ts";
import { children, parseXml } from "./xml.ts";

it.each([
  ["a document type, even an idle one", "<!DOCTYPE a><a/>"],
  ["an external entity", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
  ["an entity that grows", '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'],
  ["an unclosed element", "<a><b></a>"],
  ["nothing", ""],
  ["elements without number", `<a>${"<b/>".repeat(1_600_000)}</a>`],
  ["elements nested without end", "<a>".repeat(5000)],
])("refuses %s", (_name, xml) => {
  expect(() => parseXml(xml)).toThrow(OfficeRefusal);
});

it("leaves skipped elements out with all that they hold", () => {
  const root = parseXml("<a>да<b>нет<c/></b>!</a>", { skip: new Set(["b"]) });
  expect(root).toEqual({ name: "a", attributes: {}, children: [], text: "да!" });
});

it("calls WordprocessingML «w» whatever the file calls it", () => {
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  for (const xml of [
    `<x:a xmlns:x="${main}"><x:p/></x:a>`,
    `<a xmlns="${main}"><p/></a>`,
    `<w:a xmlns:w="${main}"><w:p/></w:a>`,
  ]) {
    expect(children(parseXml(xml), "w:p")).toHaveLength(1);
  }
});
