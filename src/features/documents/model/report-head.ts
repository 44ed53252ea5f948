import { quoted } from "#domain/russian/quotes.ts";
import { headerKey } from "#domain/tables/fold.ts";

/** Words that any roadmap is called by: a name made of these alone names nothing. */
const GENERIC =
  /^(?:план\p{L}*|дорожн\p{L}*|карт\p{L}*|мероприяти\p{L}*|реализаци\p{L}*|муниципальн\p{L}*|программ\p{L}*|\p{L}{1,3}|\d+)$/u;
/** Letters by which forms of one word are known for it. */
const STEM = 5;

/** «об исполнении дорожной карты» with the one name that tells which, and the programme's where the roadmap has a name of its own. */
export function headLines(
  roadmaps: readonly string[],
  programme: string,
): { readonly subtitle: string; readonly programme: string | null } {
  const what = `об исполнении ${roadmaps.length === 1 ? "дорожной карты" : "дорожных карт"}`;
  const own = roadmaps.length === 1 ? roadmaps[0]! : "";
  if (saysNoMore(own, programme)) return { subtitle: `${what}\n${quoted(programme)}`, programme: null };
  return { subtitle: `${what}\n${quoted(own)}`, programme: programmeInWords(programme) };
}

/** Kinds of papers as what something is approved by. */
const BY: Readonly<Record<string, string>> = {
  приказ: "приказом",
  постановление: "постановлением",
  распоряжение: "распоряжением",
  решение: "решением",
  протокол: "протоколом",
};

/** The same papers as that whose redaction it is. */
const OF: Readonly<Record<string, string>> = {
  приказ: "приказа",
  постановление: "постановления",
  распоряжение: "распоряжения",
  решение: "решения",
  протокол: "протокола",
};

/** «Программа утверждена приказом от 14.12.2020 № 12, в редакции приказа от 10.12.2021 № 77»; a paper of another kind stands as it is named. */
export function approvedInWords(paperName: string, amendedBy?: string): string {
  const amended = amendedBy ? `, в редакции ${declined(amendedBy, OF) ?? `документа: ${amendedBy}`}` : "";
  return `Программа утверждена ${declined(paperName, BY) ?? `документом: ${paperName}`}${amended}`;
}

function declined(paperName: string, forms: Readonly<Record<string, string>>): string | undefined {
  const [kind = "", ...rest] = paperName.split(" ");
  const form = forms[kind.toLowerCase()];
  return form && [form, ...rest].join(" ");
}

/** The name repeats the programme's in part or whole, or is «Дорожная карта» and the like. */
function saysNoMore(name: string, programme: string): boolean {
  const known = new Set(stems(programme));
  return stems(name).every((stem) => known.has(stem));
}

function stems(name: string): string[] {
  return headerKey(name)
    .split(" ")
    .filter((word) => word !== "" && !GENERIC.test(word))
    .map((word) => word.slice(0, STEM));
}

function programmeInWords(title: string): string {
  return /^(?:\p{L}+\s+)?программа(?!\p{L})/iu.test(title) ? title : `Программа ${quoted(title)}`;
}
