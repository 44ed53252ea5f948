import { expect, it } from "vitest";
import { draftWords, handedWords } from "./handed-words.ts";

const delegatedTo = { id: "p", name: "П. С. Лапина" };

it("who was handed a report reads it of themselves, others by name", () => {
  expect(handedWords({ delegatedTo }, "p")).toBe("передали вам");
  expect(handedWords({ delegatedTo }, "q")).toBe("передано: П. С. Лапина");
  expect(handedWords({ delegatedTo: null }, "p")).toBeNull();
});

it("a draft tells whose it is", () => {
  expect(draftWords({ authorName: "Е. М. Северова" }, "10 декабря")).toBe("черновик: Е. М. Северова, 10 декабря");
  expect(draftWords({ authorName: null }, "10 декабря")).toBe("черновик от 10 декабря");
});
