import type { Random } from "./random.ts";

const TERMS = [
  "до 31.02.2026",
  "01.09-",
  "ежегодно ежегодно",
  "1/0",
  "не реже 0 раз в месяц",
  "29.02.2023",
  "13.13.13",
  "до25",
];

/** A text hurt as copying hurts it: lines lost, doubled and shuffled, tabs put in, words of terms thrown among them. */
export function spoilText(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = random.int(lines.length);
  const splice = (lost: number, ...put: readonly string[]) =>
    [...lines.slice(0, at), ...put, ...lines.slice(at + lost)].join("\n");
  const swap = (words: string) => splice(1, words);
  const line = lines[at] ?? "";
  switch (random.int(9)) {
    case 0:
      return splice(1 + random.int(10));
    case 1:
      return splice(0, ...lines.slice(0, random.int(lines.length)));
    case 2:
      return swap(line.replaceAll(" ", random.pick(["\t", "|", "  ", ";"])));
    case 3:
      return swap(line.repeat(Math.min(1 + random.int(random.oneIn(20) ? 20_000 : 20), most(line))));
    case 4:
      return lines.map((one) => random.pick([one, `\t${one}`, `${one}\t`])).join("\n");
    case 5:
      return swap(`${random.pick(TERMS)} ${line} ${random.pick(TERMS)}`);
    case 6:
      return swap("\t".repeat(random.pick([3, 400, 60_000])));
    case 7:
      return lines.join("");
    default:
      return [...lines].sort((one, other) => one.length - other.length || (one < other ? -1 : 1)).join("\n");
  }
}

/** How often a line may be repeated without being the spoiler's own burden. */
const most = (line: string): number => Math.ceil(16_000_000 / (line.length + 1));
