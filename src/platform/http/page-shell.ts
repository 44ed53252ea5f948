import { FACTS_ELEMENT, type Picture } from "#shared/first-picture.ts";

const PLACE = '<div id="root"></div>';
const SESSION_ASKED = /\s*<link rel="preload" href="\/api\/session"[^>]*>/;
const CODE = /\s*<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/g;
const CODE_AHEAD = /\s*<link rel="modulepreload"[^>]* href="([^"]+)"[^>]*>/g;
const BEFORE_CODE = /\s*<meta name="before-code" content="([^"]+)"[^>]*>/;

/** Puts a picture into the built page. */
export type PutPicture = (picture: Picture) => string;

/**
 * The built page as one that brings a first picture: its styles, then a short script that has the code fetched once the picture is seen
 * (`src/web/before-code.ts`), the picture, and what it was drawn of. undefined where the page is not as the build makes it.
 */
export function pictureShell(page: string): PutPicture | undefined {
  const script = BEFORE_CODE.exec(page)?.[1];
  const addresses = (of: RegExp) => Array.from(page.matchAll(of), ([, address]) => address);
  const begins = addresses(CODE);
  if (!script || begins.length === 0 || !page.includes(PLACE)) return undefined;
  // side by side: what is found only inside another part comes a turn of the line later
  const code = [...addresses(CODE_AHEAD), ...begins];
  const bare = page.replace(SESSION_ASKED, "").replace(CODE, "").replace(CODE_AHEAD, "").replace(BEFORE_CODE, "");
  const begun = bare.replace("</head>", () => `<script src="${script}" data-code="${code.join(" ")}"></script></head>`);
  const [head = "", foot = ""] = begun.split(PLACE);
  return ({ markup, facts }) =>
    `${head}<div id="root">${markup}</div><script type="application/json" id="${FACTS_ELEMENT}">${inMarkup(facts)}</script>${foot}`;
}

/** JSON that no markup of a title ends. */
function inMarkup(facts: unknown): string {
  return JSON.stringify(facts).replaceAll("<", "\\u003c");
}
