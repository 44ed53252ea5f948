import { routes as obligationPages } from "#features/obligations/web/routes.tsx";
import {
  additions as reportAdditions,
  fills as reportFills,
  routes as reportPages,
} from "#features/reports/web/routes.tsx";
import { fills as searchFills, routes as searchPages } from "#features/search/web/routes.tsx";
import { fills as guideFills, routes as guidePages } from "#features/guide/web/routes.tsx";
import { routes as noticePages } from "#features/notices/web/routes.tsx";
import { routes as importPages } from "#features/imports/web/routes.tsx";
import { routes as programmePages } from "#features/programmes/web/routes.tsx";
import { routes as paperPages } from "#features/papers/web/routes.tsx";
import { routes as peoplePages } from "#features/people/web/routes.tsx";
import { routes as placePages } from "#features/places/web/routes.tsx";
import { routes as calendarPages } from "#features/calendar/web/routes.tsx";
import { fills as feedFills } from "#features/feeds/web/routes.tsx";
import { routes as reminderPages } from "#features/reminders/web/routes.tsx";
import { routes as installationPages } from "#features/installation/web/routes.tsx";
import { additions as documentAdditions } from "#features/documents/web/routes.tsx";
import {
  additions as progressAdditions,
  fills as progressFills,
  routes as progressPages,
} from "#features/progress/web/routes.tsx";
import { fills as journalFills, routes as journalPages } from "#features/journal/web/routes.tsx";
import { fills as templateFills, routes as templatePages } from "#features/templates/web/routes.tsx";
import { fills as personalDataFills, routes as personalDataPages } from "#features/personal-data/web/routes.tsx";
import { fills as viewFills } from "#features/views/web/routes.tsx";
import type { SliceAddition, SliceRoute } from "./slice-route.ts";
import type { SliceFill } from "./slot.tsx";

/** Every page of the product: one line a slice. */
export const sliceRoutes: readonly SliceRoute[] = [
  ...peoplePages,
  ...placePages,
  ...calendarPages,
  ...obligationPages,
  ...reportPages,
  ...searchPages,
  ...guidePages,
  ...noticePages,
  ...reminderPages,
  ...programmePages,
  ...paperPages,
  ...importPages,
  ...templatePages,
  ...progressPages,
  ...journalPages,
  ...personalDataPages,
  ...installationPages,
];

/** What slices add to pages of others, such as tabs of a programme: one line a slice. */
export const sliceAdditions: readonly SliceAddition[] = [
  ...progressAdditions,
  ...reportAdditions,
  ...documentAdditions,
];

/** What slices put into pages of others at the places these have named: one line a slice. */
export const sliceFills: readonly SliceFill[] = [
  ...reportFills,
  ...progressFills,
  ...templateFills,
  ...personalDataFills,
  ...journalFills,
  ...feedFills,
  ...searchFills,
  ...guideFills,
  ...viewFills,
];
