interface MarkedTextProps {
  readonly text: string;
  readonly quotes: readonly string[];
}

/** A text of the document with the doubted words underlined; where the words are not found letter for letter, the whole of it. */
export function MarkedText({ text, quotes }: MarkedTextProps) {
  if (quotes.length === 0 || text.trim() === "") return text;
  const found = quotes
    .map((quote) => ({
      from: quote === "" ? -1 : text.toLowerCase().indexOf(quote.toLowerCase()),
      length: quote.length,
    }))
    .filter(({ from }) => from >= 0)
    .sort((one, other) => one.from - other.from || other.length - one.length);
  const spans = found.filter(({ from }, at) =>
    found.slice(0, at).every((earlier) => earlier.from + earlier.length <= from),
  );
  if (spans.length === 0) return <mark className="mk">{text}</mark>;
  const ends = spans.map(({ from, length }) => from + length);
  return (
    <>
      {spans.map(({ from, length }, at) => (
        <span key={from}>
          {text.slice(at === 0 ? 0 : ends[at - 1]!, from)}
          <mark className="mk">{text.slice(from, from + length)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1)!)}
    </>
  );
}
