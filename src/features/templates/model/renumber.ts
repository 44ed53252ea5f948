const NUMBER = /^(.*?)(\d+)(\D*)$/u;

/** The section that a row stands in, as it was numbered and as it is now. */
export interface Renumbered {
  readonly from: string;
  readonly to: string;
}

/**
 * Numbers of rows after some are left out: ask for all in the order of the document, also for those that are not kept. The last figure of a
 * number counts on from the row before; what stands around it stays, but for the number of its section. A document that counts through all
 * its sections goes on doing so, one that begins again in each begins again. What is no number («II», «а») stays.
 */
export function renumberer(): (number: string, isKept: boolean, over?: Renumbered) => string {
  const counts = new Map<string, { readonly asPrinted: number; readonly now: number }>();
  return (number, isKept, over) => {
    const [, prefix, digits, suffix = ""] = NUMBER.exec(number) ?? [];
    if (prefix === undefined) return number;
    const asPrinted = Number(digits);
    const last = counts.get(prefix);
    const before = last && asPrinted > last.asPrinted ? last.now : 0;
    const now = isKept ? before + 1 : before;
    counts.set(prefix, { asPrinted, now });
    const isUnder = over !== undefined && over.from !== "" && prefix.startsWith(`${over.from}.`);
    return `${isUnder ? over.to + prefix.slice(over.from.length) : prefix}${now}${suffix}`;
  };
}
