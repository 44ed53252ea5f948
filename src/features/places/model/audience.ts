import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { DESIGNATIONS, ORGANISATION_KINDS } from "./words.ts";

/**
 * Whom a party of a measure means, resolved to bearers on a date by one resolver (roadmaps today, events and surveys later).
 * «ОО» is the schools of the district, «ШНОР» those that bear the designation on the day.
 */
export const Audience = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("organisation"), id }),
  z.object({ kind: z.literal("organisationKind"), kinds: z.array(z.enum(ORGANISATION_KINDS)).min(1) }),
  z.object({ kind: z.literal("designation"), designations: z.array(z.enum(DESIGNATIONS)).min(1) }),
  z.object({ kind: z.literal("person"), id }),
  z.object({
    kind: z.literal("position"),
    words: z.string().min(1),
    organisationKind: z.enum(ORGANISATION_KINDS).optional(),
  }),
  z.object({ kind: z.literal("community"), id: id.optional() }),
  z.object({ kind: z.literal("territory") }),
  /** named outside the district (a department, an institute without an account): stands in the document, owes nothing here */
  z.object({ kind: z.literal("outside") }),
]);
export type Audience = z.infer<typeof Audience>;
