import { z } from "zod";
import { id, localDateField, prose, version } from "#shared/atoms.ts";
import { STEPS } from "./lifecycle.ts";

/** The directive of approval: one registered already, or one to register. */
export const Directive = z.union([
  z.object({ paperId: id }),
  z.object({
    number: prose(60),
    datedOn: localDateField.nullable(),
    title: prose(1000),
    issuerOrganisationId: id.nullable().default(null),
    fileId: id.nullable().default(null),
  }),
]);
export type Directive = z.infer<typeof Directive>;

/** A step of the programme's life (`model/lifecycle.ts`). */
export const TakeStep = z.object({
  version,
  step: z.enum(STEPS),
  directive: Directive.optional(),
  /** the warning was shown and the person goes on */
  confirmed: z.boolean().default(false),
  reason: prose(1000).default(""),
});
export type TakeStep = z.infer<typeof TakeStep>;
