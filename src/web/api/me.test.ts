import { expect, it } from "vitest";
import type { Place } from "#features/people/model/contract.ts";
import { placesOf } from "./me.ts";

const place = (role: Place["role"], organisation: string | null, territoryId = "lake"): Place => ({
  role,
  roleName: role,
  position: "",
  territoryId,
  territoryName: territoryId,
  territoryKind: "municipality",
  organisationId: organisation,
  organisationName: organisation,
});

it("makes one place of a curator's schools in a territory, and leaves every other as it is", () => {
  const deputy = place("deputy", "school 1");
  const alone = place("curator", "school 9", "hills");
  const joined = placesOf([place("curator", "school 7"), deputy, place("curator", "school 10"), alone]);
  expect(joined).toEqual([{ ...place("curator", null), organisationName: "Прикреплённые школы: 2" }, deputy, alone]);
});
