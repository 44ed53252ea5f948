import { arriving } from "#web/arriving.tsx";
import type { SliceRoute } from "#web/slice-route.ts";
import type { SliceFill } from "#web/slot.tsx";

/** One's own data, the personal data of a territory, those of one person. */
export const routes: readonly SliceRoute[] = [
  { path: "/my-data", layout: "app", page: () => import("./pages/my-data.tsx") },
  {
    path: "/personal-data",
    layout: "app",
    page: () => import("./pages/keeper.tsx"),
    navigation: {
      label: "Персональные данные",
      icon: "person",
      order: 95,
      visible: ({ current }) => current.role === "administrator" && current.organisationId === null,
    },
    parts: [
      { path: "", page: () => import("./pages/register.tsx"), tab: { label: "Реестр", order: 10 } },
      { path: "requests", page: () => import("./pages/requests.tsx"), tab: { label: "Обращения", order: 20 } },
      { path: "retention", page: () => import("./pages/retention.tsx"), tab: { label: "Сроки хранения", order: 30 } },
      {
        path: "destructions",
        page: () => import("./pages/destructions.tsx"),
        tab: { label: "Уничтожение", order: 40 },
      },
    ],
  },
  { path: "/people/:personId/data", layout: "app", page: () => import("./pages/person-data.tsx") },
];

const OnPersonCard = arriving(() => import("./parts/on-person-card.tsx"));

/** A colleague's phone while their consent holds, and the way to what is kept, on the card of a person. */
export const fills: readonly SliceFill[] = [{ slot: "person", part: OnPersonCard }];
