import { describe, expect, it } from "vitest";
import type { Assignment, PersonActor, Role } from "#shared/actor.ts";
import {
  grantableRoles,
  grantsRole,
  managesAccount,
  rolesAt,
  seesStanding,
  type HeldPlace,
  type HeldRole,
} from "./policy.ts";

const town = (role: Role, organisationId: string | null = null): Assignment => ({
  role,
  territoryId: "t1",
  territoryKind: "municipality",
  organisationId,
});
const region = (role: Role): Assignment => ({ role, territoryId: "r", territoryKind: "region", organisationId: null });

function actor(...assignments: Assignment[]): PersonActor {
  const regionOf: Record<string, string> = assignments.some((held) => held.territoryId === "r")
    ? { t1: "r", t2: "r" }
    : {};
  return { kind: "person", personId: "me", accountId: "a", sessionId: "s", assignments, regionOf };
}

const at = (role: Role, territoryId = "t1", organisationId: string | null = null): HeldRole => ({
  role,
  territoryId,
  organisationId,
});

describe("who gives which role", () => {
  it.each<[string, PersonActor, HeldRole, boolean]>([
    ["a deputy, a teacher's", actor(town("deputy", "o1")), at("teacher", "t1", "o1"), false],
    ["a head, another head's", actor(town("school_head", "o1")), at("school_head", "t1", "o1"), false],
    ["a head, a deputy's of another school", actor(town("school_head", "o1")), at("deputy", "t1", "o2"), false],
    ["a head, a deputy's of the own school", actor(town("school_head", "o1")), at("deputy", "t1", "o1"), true],
    ["a head, an officer's", actor(town("school_head", "o1")), at("officer"), false],
    ["an officer, an administrator's", actor(town("officer")), at("administrator"), false],
    ["an officer, an officer's", actor(town("officer")), at("officer"), true],
    ["an officer at a school, an officer's", actor(town("officer", "o1")), at("officer"), false],
    ["an officer, in another municipality", actor(town("officer")), at("teacher", "t2", "o9"), false],
    ["a head of authority, a reader's", actor(town("authority_head")), at("reader"), false],
    ["an administrator, an administrator's", actor(town("administrator")), at("administrator"), true],
    ["an administrator, a region's", actor(town("administrator")), at("region_specialist", "r"), false],
    ["a region's administrator, in its municipality", actor(region("administrator")), at("administrator", "t2"), true],
    ["a region's administrator, in another region", actor(region("administrator")), at("reader", "t3"), false],
    ["a region's specialist, in its municipality", actor(region("region_specialist")), at("reader", "t1"), false],
    ["a region's specialist, in the region", actor(region("region_specialist")), at("reader", "r"), false],
    ["a region's officer, a specialist's of the region", actor(region("officer")), at("region_specialist", "r"), false],
    ["a region's officer, an expert's of the region", actor(region("officer")), at("region_expert", "r"), false],
    ["a region's officer, an officer's of the region", actor(region("officer")), at("officer", "r"), true],
    ["a region's administrator, a specialist's", actor(region("administrator")), at("region_specialist", "r"), true],
  ])("%s: %#", (_, who, role, may) => expect(grantsRole(who, role)).toBe(may));

  it("a token gives nothing", () => {
    const { sessionId: _session, ...known } = actor(town("administrator"));
    expect(grantsRole({ ...known, kind: "token", tokenId: "x" }, at("teacher", "t1", "o1"))).toBe(false);
  });

  it("the form offers a head two roles, an officer no administrator's", () => {
    const school = { territoryId: "t1", territoryKind: "municipality", organisationId: "o1" } as const;
    expect(grantableRoles(actor(town("school_head", "o1")), school)).toEqual(["deputy", "teacher"]);
    expect(grantableRoles(actor(town("officer")), { ...school, organisationId: null })).not.toContain("administrator");
  });

  it("no role of a school stands at a territory, none of a region at a municipality", () => {
    expect(rolesAt("municipality", false)).not.toContain("school_head");
    expect(rolesAt("municipality", false)).not.toContain("region_specialist");
    expect(rolesAt("region", false)).toContain("region_expert");
  });
});

describe("whose account one manages", () => {
  const works = (territoryId: string, organisationId: string): HeldPlace => ({
    role: null,
    territoryId,
    organisationId,
  });
  it.each<[string, PersonActor, HeldPlace[], boolean]>([
    ["an officer, somebody working in another municipality", actor(town("officer")), [works("t2", "o9")], false],
    [
      "an officer, a teacher working in another municipality too",
      actor(town("officer")),
      [at("teacher", "t1", "o1"), works("t2", "o9")],
      false,
    ],
    [
      "a head, a teacher working in another school too",
      actor(town("school_head", "o1")),
      [at("teacher", "t1", "o1"), works("t1", "o2")],
      false,
    ],
    ["a head, somebody of the own school", actor(town("school_head", "o1")), [works("t1", "o1")], true],
    [
      "an officer, a teacher who is an officer elsewhere",
      actor(town("officer")),
      [at("teacher", "t1", "o1"), at("officer", "t2")],
      false,
    ],
    ["an officer, an administrator", actor(town("officer")), [at("administrator")], false],
    [
      "a head, a deputy who is a curator too",
      actor(town("school_head", "o1")),
      [at("deputy", "t1", "o1"), at("curator", "t1", "o2")],
      false,
    ],
    ["a head, a teacher of the own school", actor(town("school_head", "o1")), [at("teacher", "t1", "o1")], true],
    [
      "a region's administrator, roles in two of its municipalities",
      actor(region("administrator")),
      [at("officer", "t1"), at("officer", "t2")],
      true,
    ],
  ])("%s: %#", (_, who, roles, may) => expect(managesAccount(who, roles)).toBe(may));
});

describe("who sees a standing", () => {
  const standing = { personId: "you", territoryId: "t1", organisationId: "o1" };
  it.each<
    [
      string,
      PersonActor,
      typeof standing | (Omit<typeof standing, "organisationId"> & { organisationId: null }),
      boolean,
    ]
  >([
    ["a teacher, a colleague", actor(town("teacher", "o1")), standing, false],
    ["a teacher, themselves", actor(town("teacher", "o1")), { ...standing, personId: "me" }, true],
    ["a deputy, a colleague", actor(town("deputy", "o1")), standing, true],
    ["a deputy of another school", actor(town("deputy", "o2")), standing, false],
    ["a deputy, a role of the territory", actor(town("deputy", "o1")), { ...standing, organisationId: null }, false],
    ["a reader of the territory", actor(town("reader")), standing, true],
    ["an expert of the region", actor(region("region_expert")), { ...standing, organisationId: null }, true],
  ])("%s: %#", (_, who, what, sees) => expect(seesStanding(who, what)).toBe(sees));
});
