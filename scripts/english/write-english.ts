import { textsOf } from "./texts.ts";

/**
 * The module with its Russian texts in English. `english` gives the English of a text, undefined where there is none: that text stays.
 * Lines may shift; values within templates keep their own texts in English too.
 */
export function writeEnglish(path: string, code: string, english: (text: string) => string | undefined): string {
  const texts = textsOf(path, code);
  const render = ({ start, end }: { readonly start: number; readonly end: number }): string => {
    let written = "";
    let at = start;
    for (const text of texts) {
      if (text.start < at || text.end > end) continue;
      const words = english(text.key);
      if (words === undefined) continue;
      written += code.slice(at, text.start) + text.write(words, render);
      at = text.end;
    }
    return written + code.slice(at, end);
  };
  return render({ start: 0, end: code.length });
}
