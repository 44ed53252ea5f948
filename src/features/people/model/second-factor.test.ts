import { describe, expect, it } from "vitest";
import { inGroups, owesFactor } from "./second-factor.ts";
import { Code } from "./factor-contract.ts";

describe("of whom the second step is required", () => {
  const school = [{ organisationId: "0198c0de-0000-7000-8000-000000000001" }];
  const territory = [...school, { organisationId: null }];
  it.each([
    ["off", territory, false],
    ["officers", school, false],
    ["officers", territory, true],
    ["officers", [], false],
    ["all", school, true],
    ["all", [], true],
  ] as const)("%s, %o: %s", (mode, assignments, owes) => expect(owesFactor(mode, assignments)).toBe(owes));
});

describe("a code", () => {
  it.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["4821 9035 1177", "482190351177"],
    ["4821-9035-1177", "482190351177"],
  ])("%o is read as %s", (typed, read) => expect(Code.parse(typed)).toBe(read));

  it.each(["", "12345", "1234567", "12345a", "4821 9035 117"])("%o is no code", (typed) =>
    expect(Code.safeParse(typed).success).toBe(false),
  );

  it("is shown in groups", () => expect(inGroups("482190351177")).toBe("4821 9035 1177"));
});
