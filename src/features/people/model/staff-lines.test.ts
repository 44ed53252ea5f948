import { describe, expect, it } from "vitest";
import { staffLines } from "./staff-lines.ts";

const can = { edit: false, end: false };
const position = (organisationId: string, name: string, inForce = true) => ({
  id: name,
  organisationId,
  organisationName: `Школа ${organisationId}`,
  position: name,
  from: "2020-09-01",
  to: inForce ? null : "2021-08-31",
  inForce,
  version: 1,
  can,
});
const role = (organisationId: string | null, roleName: string, inForce = true) => ({
  id: roleName,
  role: "teacher" as const,
  roleName,
  organisationId,
  organisationName: organisationId && `Школа ${organisationId}`,
  from: "2020-09-01",
  to: null,
  inForce,
  version: 1,
  can,
});

describe("lines of a list of staff", () => {
  const person = {
    positions: [position("1", "учитель"), position("1", "методист"), position("2", "педагог", false)],
    roles: [role("1", "Учитель"), role(null, "Специалист"), role("3", "Куратор"), role("1", "Директор", false)],
  };

  it("puts a role beside each position of its organisation, and roles without a position on lines of their own", () => {
    const lines = staffLines(person, null).map((line) => [line.organisation, line.position, line.roles.join()]);
    expect(lines).toEqual([
      ["Школа 1", "учитель", "Учитель"],
      ["Школа 1", "методист", "Учитель"],
      ["", "", "Специалист"],
      ["Школа 3", "", "Куратор"],
    ]);
  });

  it("keeps to the organisation named", () => {
    expect(staffLines(person, "3").map((line) => line.organisation)).toEqual(["Школа 3"]);
    expect(staffLines(person, "9")).toEqual([]);
  });

  it("shows what was where nothing is any more", () => {
    const former = { positions: [position("2", "педагог", false)], roles: [] };
    expect(staffLines(former, null)).toMatchObject([{ position: "педагог", to: "2021-08-31" }]);
  });
});
