import { describe, expect, it } from "vitest";
import { audienceName } from "./audience-name.ts";

describe("audienceName", () => {
  it.each([
    [["school"], "все школы"],
    [["school", "kindergarten"], "все школы, все детские сады"],
    [["authority"], "управление образования"],
  ] as const)("says %j in words", (kinds, words) => {
    expect(audienceName({ kind: "organisationKind", kinds: [...kinds] }, [])).toBe(words);
  });

  it("names an organisation, and says so where it is not of the list", () => {
    expect(audienceName({ kind: "organisation", id: "x" as never }, [{ id: "x", name: "СОШ № 3" }])).toBe("СОШ № 3");
    expect(audienceName({ kind: "organisation", id: "y" as never }, [])).toBe("организация муниципалитета");
  });
});
