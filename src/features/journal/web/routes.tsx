import type { SliceRoute } from "#web/slice-route.ts";
import type { SliceFill } from "#web/slot.tsx";
import { HistoryButton } from "./parts/history-button.tsx";

const READERS = ["administrator", "authority_head", "region_specialist"];

export const routes: readonly SliceRoute[] = [
  {
    path: "/journal",
    layout: "app",
    page: () => import("./pages/journal.tsx"),
    navigation: {
      label: "Журнал",
      icon: "clock",
      order: 95,
      visible: ({ current }) => current.organisationId === null && READERS.includes(current.role),
    },
  },
];

/** «История» on the pages that name the place for it. */
export const fills: readonly SliceFill[] = [{ slot: "history", part: HistoryButton }];
