const NARROWEST = 40;
const WIDEST = 130;
/** no paragraph is longer */
const MOST_LINES = 80;
const NEW_LINE = /^\s*(?:[-–—•·▪*]\s|\d{1,3}(?:\.\d{1,3})*[.)]\s|[а-яёa-z]\)\s|[|\t])/iu;

/**
 * Text copied from a PDF or a letter is cut at the edge of its page. Where many lines are about as long as the longest, a line that
 * reaches the edge without ending its sentence goes on in the next one.
 */
export function unwrapped(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== "");
  const lengths = filled.map(({ length }) => length).sort((a, b) => a - b);
  const edge = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (filled.length < 4 || edge < NARROWEST || edge > WIDEST || (lengths.at(-1) ?? 0) > edge * 1.4) return lines;
  const reaches = (line: string): boolean => line.length >= edge * 0.75;
  if (filled.filter(reaches).length < filled.length * 0.3) return lines;
  const joined: string[][] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn =
      open && (last?.length ?? 0) < MOST_LINES && last !== undefined && line.trim() !== "" && !NEW_LINE.test(line);
    if (goesOn) last.push(...together(last.pop()!, line.trim()));
    else joined.push([line]);
    open =
      /\p{L}{2}-$/u.test(line) ||
      (reaches(line) && !/[.;:!?]["»)]?\s*$/.test(line) && !line.includes("\t") && !/ {3,}\S/.test(line.trim()));
  }
  return joined.map((parts) => parts.join(""));
}

/** Two lines that are joined without more: a word cut by a hyphen is put together, «нормативно-» keeps its own. */
function together(above: string, below: string): [string, string] {
  const cut = /(\p{L}+)-$/u.exec(above.trimEnd());
  if (!cut || !/^\p{Ll}/u.test(below)) return [`${above.trimEnd()} `, below];
  const own = /\p{L}{3}(?:но|ко|во)$|^(?:кое|по|во|из|за|онлайн|интернет|экспресс|мини|пресс)$/iu.test(cut[1]!);
  return [above.trimEnd().slice(0, own ? undefined : -1), below];
}
