import type { Answer } from "../support/world.ts";

/** The body of an answer that is no refusal; a refusal ends the test and is shown whole. */
export function granted<T>({ status, body }: Answer<T>): T {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
