/**
 * When a report first came and stayed: a sending taken back does not count, one that was returned does, for what was given in time and had
 * to be mended was given in time. null before it was sent. Steps in order of time.
 */
export function firstSentAt<Moment>(steps: readonly { readonly step: string; readonly at: Moment }[]): Moment | null {
  // who holds it does not change what became of it
  const turns = steps.filter(({ step }) => step !== "delegate");
  const found = turns.find(({ step }, at) => step === "submit" && turns[at + 1]?.step !== "withdraw");
  return found?.at ?? null;
}
