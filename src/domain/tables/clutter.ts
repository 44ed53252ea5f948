import type { Block } from "#shared/document-grids.ts";
import { fold } from "./fold.ts";

/** Lines that sites of teaching materials put around a document: buttons, counters, invitations, licences of the site. */
const SITE_LINE = new RegExp(
  [
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
  ]
    .map((words) => `^(?:[•·]\\s*)?${words}`)
    .join("|"),
  "iu",
);

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
  const tail = lines.findIndex((line, from) => line.own && line.at > lastTable && isSites(lines.slice(from)));
  if (tail >= 0) for (const { at } of lines.slice(tail)) found.add(at);
  const head = lines.slice(0, HEAD_LINES);
  if (head.some(({ own }) => own)) {
    for (const { at, text } of head.filter((line, place) => isPath(line.text, head.slice(place + 1)))) {
      if (text.length <= LONGEST) found.add(at);
    }
  }
  return found;
}

function isSites(rest: readonly { readonly text: string; readonly own: boolean }[]): boolean {
  const own = rest.filter((line) => line.own).length;
  const longest = rest.reduce(
    ({ run, most }, line) => (line.own ? { run: 0, most } : { run: run + 1, most: Math.max(most, run + 1) }),
    { run: 0, most: 0 },
  ).most;
  return (
    own >= LEAST_LINES &&
    own >= rest.length * TAIL_SHARE &&
    longest <= LONGEST_RUN &&
    rest.every(({ text }) => text.length <= LONGEST)
  );
}

/** «Сайт Раздел Материалы…» with the document's own title at its end. */
function isPath(text: string, below: readonly { readonly text: string }[]): boolean {
  return below.some((one) => one.text.length > 10 && text.length > one.text.length && text.endsWith(one.text));
}
