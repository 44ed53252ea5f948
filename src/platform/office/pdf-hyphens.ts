/** What the whole document says about its words: how often each stands whole, inside a line. */
export type Vocabulary = ReadonlyMap<string, number>;

/** How two lines become one text, «unsure» where another person might have joined them otherwise. */
export interface Joint {
  readonly glue: "" | " ";
  /** the hyphen at the end of the upper line was put there by the line break */
  readonly dropped: boolean;
  readonly unsure: boolean;
}

const KEPT: Joint = { glue: "", dropped: false, unsure: false };
const DROPPED: Joint = { glue: "", dropped: true, unsure: false };

const MONTH = /^(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)/u;
/** Adverb-like first halves of Russian compounds: «социально-», «организационно-», «психолого-». */
const COMPOUND = /(?:[нвьжртмкчшщ]но|чно|ски|ско|лого|ебно|едно|айно|ино|урно|рико|тико|ково|ико|око)$/u;
const FIRST_HALVES = new Set(
  "учебно научно военно северо южно восточно западно мастер интернет онлайн медиа веб пресс экспресс мини бизнес вице экс арт фото видео аудио кейс тьютор онлайн офлайн стажер педагог учитель школа план семинар круглый консультация".split(
    " ",
  ),
);
const PARTICLES = new Set(["то", "либо", "нибудь", "таки", "ка"]);
const ASKING = /^(?:кто|что|как|где|куда|когда|какой|какая|какие|какого|каких|чей|кого|чего|зачем|почему|сколько)$/u;

export function vocabularyOf(lines: readonly (readonly string[])[]): Vocabulary {
  const words = new Map<string, number>();
  for (const box of lines) {
    let broken = false;
    for (const line of box) {
      const found = plain(line).match(/[\p{L}\d]+(?:-[\p{L}\d]+)*-?/gu) ?? [];
      found.forEach((word, at) => {
        // Halves of a word torn by the end of a line are no words of the document.
        if ((at === 0 && broken) || word.endsWith("-")) return;
        words.set(word, (words.get(word) ?? 0) + 1);
      });
      broken = /\p{L}-\s*$/u.test(line);
    }
  }
  return words;
}

const plain = (text: string): string => text.toLowerCase().replace(/ё/gu, "е");

/** The words on both sides of a line end with a hyphen; undefined where the line does not end in one. */
export function halvesOf(above: string, below: string): { readonly left: string; readonly right: string } | undefined {
  // From the beginning of the last word alone: sought from each of its letters, a line without spaces would take for ever.
  const left = /(?<![\p{L}\d])([\p{L}\d]+)-$/u.exec(above)?.[1];
  const right = /^[«"(]?([\p{L}\d]+)/u.exec(below)?.[1];
  return left && right ? { left, right } : undefined;
}

/**
 * Whether the hyphen in which a line ends belongs to the word. `spaced`: a space is drawn after it. `hyphenates`: whether the document
 * is known to break words at the ends of lines.
 */
export function jointOf(
  above: string,
  below: string,
  spaced: boolean,
  words: Vocabulary,
  hyphenates: boolean | undefined,
): Joint {
  const halves = halvesOf(above, below);
  if (!halves || spaced) return { glue: " ", dropped: false, unsure: false };
  const { left, right } = halves;
  // «учитель-ученик-» has its hyphens by nature.
  if (/[\p{L}\d]-[\p{L}\d]+-$/u.test(above)) return KEPT;
  const proven = provenJoint(left, right, words);
  if (proven) return proven;
  if (hyphenates === false) return { ...KEPT, unsure: true };
  const [a, b] = [plain(left), plain(right)];
  if (FIRST_HALVES.has(a)) return { ...KEPT, unsure: true };
  if (COMPOUND.test(a) && a.length >= 5 && b.length >= 5 && !b.startsWith("ст")) return { ...KEPT, unsure: true };
  return { ...DROPPED, unsure: true };
}

const SHORT_WORDS = new Set("и в на по с со для не от до за из или а к о об при у же их ее его то".split(" "));

/** Whether a word wider than its cell was broken without a hyphen: `above` ends with its beginning, `below` begins with its rest. */
export function isBrokenWord(above: string, below: string, words: Vocabulary): boolean {
  const left = /(?<![\p{L}\d-])(\p{L}{4,})$/u.exec(above)?.[1];
  const right = /^(\p{Ll}+)/u.exec(below)?.[1];
  if (!left || !right) return false;
  const [a, b] = [plain(left), plain(right)];
  if (words.has(a + b)) return true;
  return b.length <= 4 && !SHORT_WORDS.has(b) && (words.get(a) ?? 0) < 2;
}

/** What letters and the rest of the document prove; undefined where they prove nothing. */
export function provenJoint(left: string, right: string, words: Vocabulary): Joint | undefined {
  if (/\d$/u.test(left) || /^\d/u.test(right)) return KEPT;
  if (/^\p{Lu}/u.test(right) || (left.length > 1 && left === left.toUpperCase())) return KEPT;
  const [a, b] = [plain(left), plain(right)];
  const [whole, parted] = [words.get(a + b) ?? 0, words.get(`${a}-${b}`) ?? 0];
  if (whole !== parted) return whole > parted ? DROPPED : KEPT;
  if (MONTH.test(a) && MONTH.test(b) && (words.has(a) || a.length <= 8)) return KEPT;
  if (PARTICLES.has(b) && ASKING.test(a)) return KEPT;
  if (a.length >= 4 && b.length >= 4 && words.has(a) && words.has(b)) return KEPT;
  return undefined;
}
