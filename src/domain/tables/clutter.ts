import { letters } from "#domain/russian/letters.ts";
import type { Block } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";

/** Lines that sites of teaching materials put around a document: buttons, counters, invitations, licences of the site. */
const SITE_WORDS = [
  "скачать(?!\\p{L})",
  "просмотр(?:ено|ов|ы)\\s*:?\\s*\\d",
  "поделиться(?!\\p{L})",
  "оставьте свой комментарий",
  "комментари(?:и|ев)(?:\\s*[:(]|$)",
  "авторизуйтесь",
  "(?:войти|вход|регистрация|войти / регистрация|личный кабинет)$",
  "(?:пройти курс|подать заявку|записаться на курс)",
  "получите (?:новую )?(?:специальность|профессию)",
  "(?:вам )?(?:будут|могут быть) (?:также )?интересны",
  "(?:другие|похожие|смотрите также|популярные) (?:материалы|статьи|документы|курсы)",
  "найдите материал",
  "методические разработки к вашему уроку",
  "добавить в (?:избранное|закладки)",
  "версия для (?:печати|слабовидящих)",
  "(?:распечатать|наверх|вверх|реклама|меню|поиск(?: по сайту)?|подписаться.{0,40})$",
  "(?:карта сайта|обратная связь|политика конфиденциальности|пользовательское соглашение|все права защищены)",
  "(?:мы|сайт|наш сайт) использу\\p{L}+ (?:файлы )?cookie",
  "©",
  "\\d[\\d ]*\\s*(?:просмотр|скачиван|комментари|материал\\p{L}* в базе|подписчик)",
  "оцените (?:материал|статью|страницу)",
  "удалить материал",
  "(?:настоящий )?материал опубликован",
  "если вы считаете, что материал нарушает",
  "автор материала$",
  "на сайте:",
  "подписчики:",
  "всего (?:просмотров|материалов)",
  "ваша скидка",
  "курсы со скидкой",
  "мини-курс$",
  "от \\d[\\d ]* руб",
  "\\d[\\d ]* руб\\.",
  "сейчас обучается",
  "этот курс уже прошли",
  "(?:docx?|pdf|pptx?|zip)\\s+\\d",
  "\\d+(?:/\\d+)* ч\\.$",
  "(?:вконтакте|одноклассники|телеграм|telegram|whatsapp|viber|дзен|мой мир)$",
  "(?:главная|home)(?:$|\\s*[/›»>→|])",
];
const SITE_LINE = letters(new RegExp(`^(?:[•·]\\s*)?(?:${SITE_WORDS.join("|")})`, "iu"));

const LEAST_LINES = 3;
const TAIL_SHARE = 0.3;
const LONGEST = 600;
/** lines one after another in which a document would begin again */
const LONGEST_RUN = 4;
const HEAD_LINES = 8;

/**
 * Blocks of a page saved as text that are the site's and not the document's: its lines wherever they stand, what follows the document
 * (from the first such line after which they are many), and the path over its title. Empty for a document without a site around it.
 */
export function siteBlocks(blocks: readonly Block[], taken: ReadonlySet<number>): ReadonlySet<number> {
  const lines = blocks.flatMap((block, at) => {
    const text = block.kind === "paragraph" && !taken.has(at) ? fold(block.text) : "";
    return text === "" ? [] : [{ at, text, own: text.length <= LONGEST && SITE_LINE.test(text) }];
  });
  const found = new Set(lines.filter(({ own }) => own).map(({ at }) => at));
  if (found.size < LEAST_LINES) return new Set();
  const lastTable = blocks.reduce((last, { kind }, at) => (kind === "table" ? at : last), -1);
  for (const { at } of lines.slice(tailStart(lines, lastTable))) found.add(at);
  const head = lines.slice(0, HEAD_LINES);
  if (head.some(({ own }) => own)) {
    for (const { at, text } of head.filter((line, place) => isPath(line.text, head.slice(place + 1)))) {
      if (text.length <= LONGEST) found.add(at);
    }
  }
  return found;
}

interface SiteLine {
  readonly at: number;
  readonly text: string;
  readonly own: boolean;
}

/** From which line on the page is the site's: many of its lines, and nowhere so many others that a document could begin again. */
function tailStart(lines: readonly SiteLine[], lastTable: number): number {
  let [start, own, run] = [lines.length, 0, 0];
  for (let from = lines.length - 1; from >= 0; from -= 1) {
    const line = lines[from]!;
    if (line.at <= lastTable || line.text.length > LONGEST) break;
    run = line.own ? 0 : run + 1;
    if (run > LONGEST_RUN) break;
    if (line.own) own += 1;
    if (line.own && own >= LEAST_LINES && own >= (lines.length - from) * TAIL_SHARE) start = from;
  }
  return start;
}

/** «Сайт Раздел Материалы…» with the document's own title at its end. */
function isPath(text: string, below: readonly { readonly text: string }[]): boolean {
  return below.some((one) => one.text.length > 10 && text.length > one.text.length && text.endsWith(one.text));
}
