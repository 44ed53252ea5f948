/*
 * Loaded before the program: its clock jumps when the runner says so, over the channel of the process. What counts time passed
 * (performance.now, timers) goes on as it was, as on a machine whose hour is set.
 */
const RealDate = Date;
let shift = 0;

class JumpingDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + shift;
  }
}

// `Date()` without `new` and `Date(y, m, d)` are the engine's own
globalThis.Date = new Proxy(JumpingDate, {
  apply: () => new JumpingDate().toString(),
  construct: (target, given) =>
    given.length > 1 ? Reflect.construct(RealDate, given) : Reflect.construct(target, given),
}) as unknown as DateConstructor;

process.on("message", (word: { readonly shift?: number }) => {
  if (word.shift !== undefined) shift = word.shift;
});
// the channel alone must not keep the program alive
process.channel?.unref();
