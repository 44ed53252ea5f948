import { describe, expect, it } from "vitest";
import type { ProgrammeChoices } from "../../model/seen.ts";
import { typedParties } from "./typed-parties.ts";

const SCHOOLS = { kind: "organisationKind" as const, kinds: ["school" as const] };
const choices: ProgrammeChoices = {
  officers: [],
  owners: [],
  organisations: [{ id: "s1", name: "СОШ № 1", kind: "school" }],
  codes: [{ code: "ОО", matchKey: "оо", audience: SCHOOLS, own: true }],
};
const typed = (text: string) => typedParties(text, choices, "district");

describe("parties typed and not added", () => {
  it("are whom the dictionary and the registry mean", () =>
    expect(typed("СОШ № 1 / ОО")).toEqual({
      parties: [
        { name: "СОШ № 1", part: "assignee", audience: { kind: "organisation", id: "s1" } },
        { name: "ОО", part: "participant", audience: SCHOOLS },
      ],
      rest: "",
    }));

  it("are left undecided where nothing is sure, and before the dictionary has come", () => {
    expect(typed("Совет отцов").parties).toEqual([{ name: "Совет отцов", part: "assignee", audience: null }]);
    expect(typedParties("ОО", undefined, "district").parties[0]!.audience).toBeNull();
  });

  it("leave the words that name nobody, so that they are not lost", () =>
    expect(typed("ОО и др.")).toMatchObject({ parties: [{ name: "ОО" }], rest: "и др." }));

  it.each(["", "  "])("are none in %j", (text) => expect(typed(text)).toEqual({ parties: [], rest: "" }));
});
