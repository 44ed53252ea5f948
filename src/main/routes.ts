import type { Route } from "#platform/http/route.ts";
import { sessionRoutes } from "#features/people/server/session-routes.ts";
import { factorRoutes } from "#features/people/server/factor-routes.ts";
import { waysRoutes } from "#features/people/server/ways-routes.ts";
import { peopleRoutes } from "#features/people/server/people-routes.ts";
import { staffSheetRoutes } from "#features/people/server/staff-sheet-routes.ts";
import { organisationSheetRoutes } from "#features/places/server/organisation-sheet-routes.ts";
import { organisationRoutes } from "#features/places/server/organisation-routes.ts";
import { territoryRoutes } from "#features/places/server/territory-routes.ts";
import { calendarRoutes } from "#features/calendar/server/calendar-routes.ts";
import { programmeRoutes } from "#features/programmes/server/programme-routes.ts";
import { paperRoutes } from "#features/papers/server/paper-routes.ts";
import { importRoutes } from "#features/imports/server/import-routes.ts";
import { fileRoutes } from "#features/files/server/routes.ts";
import { uploadRoutes } from "#features/files/server/upload-routes.ts";
import { manyRoutes } from "#features/obligations/server/many-routes.ts";
import { pauseRoutes } from "#features/obligations/server/pause-routes.ts";
import { obligationRoutes } from "#features/obligations/server/routes.ts";
import { reportRoutes } from "#features/reports/server/routes.ts";
import { remarkRoutes } from "#features/reports/server/remark-routes.ts";
import { viewRoutes } from "#features/views/server/routes.ts";
import { searchRoutes } from "#features/search/server/routes.ts";
import { noticeRoutes } from "#features/notices/server/routes.ts";
import { programmeFacts } from "#features/progress/server/public.ts";
import { templateRoutes } from "#features/templates/server/routes.ts";
import { documentRoutes } from "#features/documents/server/routes.ts";
import { progressRoutes } from "#features/progress/server/routes.ts";
import { watchRoutes } from "#features/progress/server/watch-routes.ts";
import { lateReminderRoutes } from "#features/progress/server/late-reminder-routes.ts";
import { personalDataRoutes } from "#features/personal-data/server/routes.ts";
import { feedRoutes } from "#features/feeds/server/routes.ts";
import { reminderRoutes } from "#features/reminders/server/routes.ts";
import { installationRoutes } from "#features/installation/server/routes.ts";
import { journalRoutes } from "#features/journal/server/routes.ts";
import { FILE_OWNERS } from "./file-owners.ts";
import { JOURNAL_SIGHTS } from "./journal-sights.ts";

/** The single list of what is mounted; OpenAPI, probes and refusal tests are made from it. One line a slice. */
export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...factorRoutes,
  ...waysRoutes,
  ...peopleRoutes,
  ...territoryRoutes,
  ...organisationRoutes,
  ...organisationSheetRoutes,
  ...staffSheetRoutes,
  ...calendarRoutes,
  ...fileRoutes(FILE_OWNERS),
  ...uploadRoutes,
  ...programmeRoutes({ readFacts: programmeFacts }),
  ...paperRoutes,
  ...importRoutes,
  ...templateRoutes,
  ...obligationRoutes,
  ...manyRoutes,
  ...pauseRoutes,
  ...reportRoutes,
  ...remarkRoutes,
  ...viewRoutes,
  ...searchRoutes,
  ...noticeRoutes,
  ...progressRoutes,
  ...lateReminderRoutes,
  ...reminderRoutes,
  ...watchRoutes,
  ...feedRoutes,
  ...documentRoutes,
  ...journalRoutes(JOURNAL_SIGHTS),
  ...personalDataRoutes,
  ...installationRoutes,
];
