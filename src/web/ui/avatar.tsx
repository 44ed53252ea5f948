/** «Т. В. Громова» → «ТГ»: the first letter of the first and of the last word. */
export function initialsOf(shortName: string): string {
  const words = shortName.trim().split(/[\s\u00a0]+/u);
  const letter = (word: string | undefined) => word?.match(/\p{L}/u)?.[0]?.toLocaleUpperCase("ru") ?? "";
  return words.length > 1 ? letter(words[0]) + letter(words.at(-1)) : letter(words[0]);
}

/** A person's initials in a circle; the name itself stands beside it. */
export function Avatar({ shortName, size = 32 }: { readonly shortName: string; readonly size?: number }) {
  return (
    <span
      className="ava"
      aria-hidden="true"
      style={size === 32 ? undefined : { width: size, height: size, fontSize: Math.round(size * 0.36) }}
    >
      {initialsOf(shortName)}
    </span>
  );
}
