/** A letter of the product: words, at most one link, nothing else. */
export interface Letter {
  /** mail address */
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** what the letter asks to open: a path of the product and the words on it */
  readonly link?: { readonly path: string; readonly words: string };
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

/** The letter as plain text and as simple HTML, its link made from the address of the pages. */
export function writtenOut(letter: Letter, publicUrl: string): { readonly text: string; readonly html: string } {
  const address = letter.link && `${publicUrl}${letter.link.path}`;
  const lines = [...letter.paragraphs, ...(address ? [`${letter.link!.words}:\n${address}`] : []), SIGNED];
  const paragraphs = letter.paragraphs.map((one) => `<p>${escaped(one)}</p>`).join("");
  const button = address
    ? `<p><a href="${escaped(address)}" style="color:#1d5c9e">${escaped(letter.link!.words)}</a></p><p style="color:#5c6670;font-size:14px">${escaped(address)}</p>`
    : "";
  const html = `<!doctype html><html lang="ru"><body style="font:16px/24px Arial,sans-serif;color:#1c2126;max-width:600px">${paragraphs}${button}<p style="color:#5c6670;font-size:14px">${SIGNED}</p></body></html>`;
  return { text: `${lines.join("\n\n")}\n`, html };
}
