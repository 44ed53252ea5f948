import { z } from "zod";
import { DemoPerson } from "./contract.ts";

/** What the sign-in page of the demonstration shows. */
export const DemoSignIn = z.object({
  title: z.string(),
  municipalities: z.number(),
  schools: z.number(),
  /** whether there are accounts beside those that the demonstration brought */
  realPeople: z.boolean(),
  groups: z.array(z.object({ name: z.string(), people: z.array(DemoPerson) })),
});
export type DemoSignIn = z.infer<typeof DemoSignIn>;
