import type { QuietHours } from "#shared/quiet-hours.ts";

/** Something the letter asks to open: a path of the product and the words on it. */
export interface LetterLink {
  readonly path: string;
  readonly words: string;
}

/** A list under its title; a line with a path leads to its page. */
export interface LetterSection {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly path?: string }[];
}

/** A letter of the product: words, lists, links to its own pages, nothing else. */
export interface Letter {
  /** mail address */
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** after the paragraphs */
  readonly sections?: readonly LetterSection[];
  readonly link?: LetterLink;
  /** a quiet link at the end */
  readonly footer?: LetterLink;
  /** not sent in these hours: whatever kept it waiting, it waits for the morning too */
  readonly quiet?: QuietHours;
}

/** Whether a login is a mail address, so that its person can be written to. Cyrillic domains are addresses too. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>()[\],;:"\\]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u.test(
    text,
  );
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign]!);

const SIGNED = "Письмо отправлено программой «Ориентир». Отвечать на него не нужно.";

const PALE = "color:#5c6670;font-size:14px";
const BLUE = "color:#1d5c9e";

/** The letter as plain text and as simple HTML, its links made from the address of the pages. */
export function writtenOut(letter: Letter, publicUrl: string): { readonly text: string; readonly html: string } {
  const { paragraphs, sections = [], link, footer } = letter;
  const address = (path: string) => `${publicUrl}${path}`;
  const lines = [
    ...paragraphs,
    ...sections.map((section) => sectionText(section, address)),
    ...[link, footer].flatMap((one) => (one ? [`${one.words}:\n${address(one.path)}`] : [])),
    SIGNED,
  ];
  const html = [
    ...paragraphs.map((one) => `<p>${escaped(one)}</p>`),
    ...sections.map((section) => sectionHtml(section, address)),
    link ? `<p>${anchor(address(link.path), link.words)}</p><p style="${PALE}">${escaped(address(link.path))}</p>` : "",
    `<p style="${PALE}">${SIGNED}${footer ? ` ${anchor(address(footer.path), footer.words)}` : ""}</p>`,
  ].join("");
  return {
    text: `${lines.join("\n\n")}\n`,
    html: `<!doctype html><html lang="ru"><body style="font:16px/24px Arial,sans-serif;color:#1c2126;max-width:600px">${html}</body></html>`,
  };
}

type Address = (path: string) => string;

function anchor(address: string, words: string): string {
  return `<a href="${escaped(address)}" style="${BLUE}">${escaped(words)}</a>`;
}

function sectionText({ title, lines }: LetterSection, address: Address): string {
  return [title, ...lines.map(({ text, path }) => `– ${text}${path ? `\n  ${address(path)}` : ""}`)].join("\n");
}

function sectionHtml({ title, lines }: LetterSection, address: Address): string {
  const items = lines.map(
    ({ text, path }) => `<li style="margin:0 0 8px">${path ? anchor(address(path), text) : escaped(text)}</li>`,
  );
  return `<h2 style="font-size:16px;margin:24px 0 8px">${escaped(title)}</h2><ul style="margin:0;padding:0 0 0 20px">${items.join("")}</ul>`;
}
