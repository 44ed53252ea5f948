import { placeOfWords } from "../../model/find-words.ts";
import { hyphenated } from "../../model/hyphenate.ts";

interface MarkedTextProps {
  readonly text: string;
  readonly quotes: readonly string[];
}

/** A text of the document with the doubted words underlined; where the words are not found letter for letter, the whole of it. */
export function MarkedText({ text, quotes }: MarkedTextProps) {
  if (quotes.length === 0 || text.trim() === "") return hyphenated(text);
  const found = quotes
    .map((quote) => ({ from: placeOfWords(text, quote), length: quote.length }))
    .filter(({ from }) => from >= 0)
    .sort((one, other) => one.from - other.from || other.length - one.length);
  const spans = found.filter(({ from }, at) =>
    found.slice(0, at).every((earlier) => earlier.from + earlier.length <= from),
  );
  if (spans.length === 0) return <mark className="mk">{hyphenated(text)}</mark>;
  const ends = spans.map(({ from, length }) => from + length);
  return (
    <>
      {spans.map(({ from, length }, at) => (
        <span key={from}>
          {hyphenated(text.slice(at === 0 ? 0 : ends[at - 1]!, from))}
          <mark className="mk">{hyphenated(text.slice(from, from + length))}</mark>
        </span>
      ))}
      {hyphenated(text.slice(ends.at(-1)!))}
    </>
  );
}
