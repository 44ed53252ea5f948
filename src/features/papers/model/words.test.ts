import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { paperName } from "./words.ts";

describe("the name of a paper", () => {
  const paper = { kind: "directive", number: "412", datedOn: localDate("2024-12-18") } as const;
  it.each([
    [{ ...paper, issuerShortName: "УО" }, "Приказ УО от\u00a018.12.2024 №\u00a0412"],
    [{ ...paper, issuerShortName: "Управление образования" }, "Приказ от\u00a018.12.2024 №\u00a0412"],
    [{ ...paper, issuerShortName: null, number: "" }, "Приказ от\u00a018.12.2024"],
    [{ ...paper, datedOn: null, kind: "minutes" as const }, "Протокол №\u00a0412"],
    [{ kind: "other" as const, number: "", datedOn: null }, "Документ"],
  ])("%j is «%s»", (given, name) => expect(paperName(given)).toBe(name));
});
