/** The kind of paper at the head of its name; its last noun stays where the rest cannot stand alone. */
const KIND =
  /^(?:(?:\p{L}+(?:ая|яя)\s+){0,3}(?<noun>программа)|(?:\p{L}+ый\s+)?план\s+мероприятий|дорожная\s+карта)\s+(?=\p{L})/iu;

/** «разработки и реализации муниципальной программы …» between the kind and what it is about */
const PAPER_OF =
  /^(?:(?:по\s+)?(?:разработк|реализаци|выполнени|внедрени)\p{L}+\s+(?:и\s+)?){0,2}(?:\p{L}+(?:ой|ей)\s+){0,3}(?:программы?|дорожной\s+карты)\s+(?=\p{L})/iu;

/** Endings of nouns of action: of what, by what («по …»), and as the noun itself stands. */
const ACTIONS: readonly (readonly [of: RegExp, by: RegExp, ending: string])[] = [
  [/(?<=[нтв])ия$/u, /(?<=[нтв])ию$/u, "ие"],
  [/(?<=ц)ии$/u, /(?<=ц)ии$/u, "ия"],
  [/(?<=ств)а$/u, /(?<=ств)у$/u, "о"],
  [/(?<=держк|готовк|оценк|проверк|^работ)[ыи]$/u, /(?<=держк|готовк|оценк|проверк|^работ)е$/u, "а"],
  [/(?<=^помощ)и$/u, /(?<=^помощ)и$/u, "ь"],
];

/**
 * What a programme is about, out of its name: «Дорожная карта по поддержке школ» is «поддержка школ», «Районная программа дружного
 * чтения» is «Программа дружного чтения»: its adjective cannot stand without a noun. A name of another kind stays whole.
 */
export function subjectOf(name: string): string {
  const kind = KIND.exec(name);
  if (!kind) return name;
  const rest = name.slice(kind[0].length).replace(PAPER_OF, "");
  const isBy = /^по\s/iu.test(rest);
  const subject = asSubject(isBy ? rest.replace(/^по\s+/iu, "") : rest, isBy);
  if (subject !== null) return subject;
  return kind.groups?.["noun"] === undefined ? name : `Программа ${rest}`;
}

/** The words with the actions they begin with as subjects: «развития и поддержки школ» is «развитие и поддержка школ»; null for others. */
function asSubject(words: string, isBy: boolean): string | null {
  const [first = "", joint, second, ...others] = words.split(" ");
  const action = actionOf(first, isBy);
  if (action === null) return null;
  const next = joint === "и" && second !== undefined ? actionOf(second, isBy) : null;
  return [action, joint, next ?? second, ...others].filter((word) => word !== undefined).join(" ");
}

function actionOf(word: string, isBy: boolean): string | null {
  for (const [of, by, ending] of ACTIONS) {
    const found = isBy ? by : of;
    if (found.test(word)) return word.replace(found, ending);
  }
  return null;
}
