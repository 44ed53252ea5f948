import type { GuideName } from "../model/guides.ts";

type Text = () => Promise<{ readonly default: string }>;

/** The guides in English, each fetched when it is opened. */
export const GUIDE_TEXT: Readonly<Record<GuideName, Text>> = {
  "school-head": () => import("../../../../docs/guide/roles/en/school-head.md?raw"),
  deputy: () => import("../../../../docs/guide/roles/en/deputy.md?raw"),
  teacher: () => import("../../../../docs/guide/roles/en/teacher.md?raw"),
  curator: () => import("../../../../docs/guide/roles/en/curator.md?raw"),
  methodologist: () => import("../../../../docs/guide/roles/en/methodologist.md?raw"),
  officer: () => import("../../../../docs/guide/roles/en/officer.md?raw"),
  "authority-head": () => import("../../../../docs/guide/roles/en/authority-head.md?raw"),
  administrator: () => import("../../../../docs/guide/roles/en/administrator.md?raw"),
  region: () => import("../../../../docs/guide/roles/en/region.md?raw"),
};
