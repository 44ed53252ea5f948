/** The outcome of a step that may be refused: a value, or a reason. Refusals are ordinary values, never thrown. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export function done<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function refused<Refusal>(refusal: Refusal): Result<never, Refusal> {
  return { ok: false, refusal };
}
