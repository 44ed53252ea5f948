import type { GuideName } from "../model/guides.ts";

type Text = () => Promise<{ readonly default: string }>;

/** The guides in Russian, each fetched when it is opened; `guide-texts.english.ts` stands here in the English pages. */
export const GUIDE_TEXT: Readonly<Record<GuideName, Text>> = {
  "school-head": () => import("../../../../docs/guide/roles/school-head.md?raw"),
  deputy: () => import("../../../../docs/guide/roles/deputy.md?raw"),
  teacher: () => import("../../../../docs/guide/roles/teacher.md?raw"),
  curator: () => import("../../../../docs/guide/roles/curator.md?raw"),
  methodologist: () => import("../../../../docs/guide/roles/methodologist.md?raw"),
  officer: () => import("../../../../docs/guide/roles/officer.md?raw"),
  "authority-head": () => import("../../../../docs/guide/roles/authority-head.md?raw"),
  administrator: () => import("../../../../docs/guide/roles/administrator.md?raw"),
  region: () => import("../../../../docs/guide/roles/region.md?raw"),
};
