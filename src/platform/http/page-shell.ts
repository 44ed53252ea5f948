import { FACTS_ELEMENT, type Picture } from "#shared/first-picture.ts";

const PLACE = '<div id="root"></div>';
const SESSION_ASKED = /\s*<link rel="preload" href="\/api\/session"[^>]*>/;
const CODE = /\s*<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/g;
const CODE_AHEAD = /\s*<link rel="modulepreload"[^>]* href="([^"]+)"[^>]*>/g;
const STYLES = /<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/;
const BEFORE_CODE = /\s*<meta name="before-code" content="([^"]+)"[^>]*>/;

/** Puts a picture into the built page; `keptStyles`: the address of the styles that the device says it keeps. */
export type PutPicture = (picture: Picture, keptStyles: string | undefined) => string;

/**
 * The built page as one that brings a first picture: its styles, then a short script that has the code fetched once the picture is seen
 * (`src/web/before-code.ts`), the picture, and what it was drawn of. A device that does not keep the styles gets them inside, and waits for
 * no second answer of the line. undefined where the page is not as the build makes it; `read` gives the text of a file of the pages.
 */
export async function pictureShell(
  page: string,
  read: (address: string) => Promise<string>,
): Promise<PutPicture | undefined> {
  const script = BEFORE_CODE.exec(page)?.[1];
  const [link, styles] = STYLES.exec(page) ?? [];
  const addresses = (of: RegExp) => Array.from(page.matchAll(of), ([, address]) => address);
  const begins = addresses(CODE);
  if (!script || !link || !styles || begins.length === 0 || !page.includes(PLACE)) return undefined;
  // side by side: what is found only inside another part comes a turn of the line later
  const code = [...addresses(CODE_AHEAD), ...begins];
  const bare = page.replace(SESSION_ASKED, "").replace(CODE, "").replace(CODE_AHEAD, "").replace(BEFORE_CODE, "");
  const begun = bare.replace("</head>", () => `<script src="${script}" data-code="${code.join(" ")}"></script></head>`);
  // the script is asked for before so long a text has come
  const inside = `<link rel="preload" as="script" href="${script}"><style data-address="${styles}">${await read(styles)}</style>`;
  const [head = "", foot = ""] = begun.split(PLACE);
  const headWithStyles = head.replace(link, () => inside);
  return ({ markup, facts }, keptStyles) =>
    `${keptStyles === styles ? head : headWithStyles}<div id="root">${markup}</div><script type="application/json" id="${FACTS_ELEMENT}">${inMarkup(facts)}</script>${foot}`;
}

/** JSON that no markup of a title ends. */
function inMarkup(facts: unknown): string {
  return JSON.stringify(facts).replaceAll("<", "\\u003c");
}
