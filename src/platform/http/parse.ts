import { z } from "zod";
import { commonProblem } from "#shared/problem.ts";

/** Parses with a contract; a refusal names each field by its path (`values.0.value`) with a Russian sentence. */
export function checked<T>(contract: z.core.$ZodType<T> | undefined, input: unknown): T {
  if (!contract) return undefined as T;
  const outcome = z.safeParse(contract, input);
  if (outcome.success) return outcome.data;
  const fields: Record<string, string> = {};
  for (const issue of outcome.error.issues) fields[issue.path.join(".")] ??= russian(issue);
  throw commonProblem("bad-request", { fields });
}

/** Parses what stands in the address of a page: one that is not of the contract's form leads nowhere, there is no field to mend. */
export function addressed<T>(contract: z.core.$ZodType<T> | undefined, input: unknown): T {
  if (!contract) return undefined as T;
  const outcome = z.safeParse(contract, input);
  if (outcome.success) return outcome.data;
  throw commonProblem("not-found");
}

/** Contracts carry Russian messages; zod's own English ones are replaced by a plain sentence. */
function russian(issue: { message: string; code?: string }): string {
  return /\p{Script=Cyrillic}/u.test(issue.message)
    ? issue.message
    : "Заполнено не так, как нужно: проверьте это поле.";
}
