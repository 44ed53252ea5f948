import { matchPath } from "react-router";
import { expect, it } from "vitest";
import { sliceAdditions, sliceRoutes } from "#web/routes.tsx";
import { SCREENS, WITHIN_STORIES } from "./screens.ts";

const ID = "00000000-0000-7000-8000-000000000000";
const PLACES = {
  territory: ID,
  programme: `/programmes/${ID}/${ID}`,
  measure: `/programmes/${ID}/${ID}/measures/${ID}`,
  organisation: `/organisations/${ID}`,
  person: `/people/${ID}`,
  paper: `/papers/${ID}/${ID}`,
  report: `/reports/${ID}/${ID}`,
};

/** Every address of the product: pages, their parts, and what slices add to one another's pages. */
const patterns = sliceRoutes.flatMap(({ path, parts = [] }) => {
  const added = sliceAdditions.filter(({ of }) => of === path);
  return [path, ...[...parts, ...added].filter((part) => part.path !== "").map((part) => `${path}/${part.path}`)];
});

it("a picture is taken of every page that has an address of its own", () => {
  const taken = Object.values(SCREENS).flatMap((screens) => screens.map(({ path }) => path(PLACES).split("?")[0]!));
  const unseen = patterns.filter((pattern) => !taken.some((path) => matchPath(pattern, path)));
  expect(unseen.filter((pattern) => !WITHIN_STORIES.includes(pattern))).toEqual([]);
  expect(WITHIN_STORIES.filter((pattern) => !patterns.includes(pattern))).toEqual([]);
});
