import { QUALITY_AGREEMENT } from "./library/quality-agreement.ts";
import type { LibraryTemplate } from "./library/line.ts";
import { NETWORK_INTERACTION } from "./library/network-interaction.ts";
import { PARTNER_SCHOOLS } from "./library/partner-schools.ts";
import { SCHOOL_SUPPORT } from "./library/school-support.ts";
import { TEACHER_GROWTH } from "./library/teacher-growth.ts";

/** The templates that come with the product, in the order they are offered. */
export const LIBRARY: readonly LibraryTemplate[] = [
  SCHOOL_SUPPORT,
  NETWORK_INTERACTION,
  PARTNER_SCHOOLS,
  QUALITY_AGREEMENT,
  TEACHER_GROWTH,
];
