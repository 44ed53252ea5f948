import { longLateInWords } from "#features/progress/model/long-late.ts";
import { counted } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { reportsInWords } from "#features/obligations/model/reports-in-words.ts";
import { shortened } from "#shared/cut-text.ts";
import { grouped } from "#shared/grouped.ts";
import type { LocalDate } from "#shared/local-date.ts";
import {
  byTerm,
  countsInWords,
  lateBearerLine,
  standingInWords,
  type LateBearer,
  type OwedLine,
} from "./reminder-words.ts";

const MOST_LINES = 40;
const SUBJECT_LENGTH = 100;

/** A notice of the product as a letter tells it. */
export interface ToldNotice {
  readonly text: string;
  readonly link: string;
}

/** Everything that one letter tells a person. */
export interface DigestContent {
  /** «Татьяна Викторовна» */
  readonly called: string;
  readonly today: LocalDate;
  readonly owed: readonly OwedLine[];
  /** «О просрочке сообщено …», where it was of something owed here; else empty */
  readonly escalated: string;
  /** what is late for long, for those above; with the days the rules say */
  readonly longLate: { readonly days: number; readonly bearers: readonly LateBearer[] };
  readonly notices: readonly ToldNotice[];
}

interface LetterLine {
  readonly text: string;
  readonly path?: string;
}

/** The words of a letter, without its addressee. */
export interface DigestWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly LetterLine[] }[];
  readonly link: { readonly path: string; readonly words: string };
  readonly footer: { readonly path: string; readonly words: string };
}

/** The letter of a day or of a week: what waits, by programmes, the nearest to its term or the longest late first; then what happened. */
export function digestLetter(content: DigestContent): DigestWords {
  const { called, owed, escalated, notices, longLate, today } = content;
  const severalBearers = new Set(owed.map((line) => line.bearer)).size > 1;
  const programmes = [...grouped([...owed].sort(byTerm), (line) => line.programmeTitle)];
  const sections = [
    ...programmes.map(([title, lines]) => ({
      title: `Программа ${quoted(title)}`,
      lines: cut(lines.map((line) => owedLine(line, today, severalBearers))),
    })),
    ...(longLate.bearers.length > 0
      ? [
          {
            title: longLateInWords(longLate.days),
            lines: cut(longLate.bearers.map((one) => ({ text: lateBearerLine(one) }))),
          },
        ]
      : []),
    ...(notices.length > 0
      ? [{ title: "Что произошло", lines: cut(notices.map(({ text, link }) => ({ text, path: link }))) }]
      : []),
  ];
  return {
    subject: shortened(subjectOf(content), SUBJECT_LENGTH),
    paragraphs: [
      `${called}, здравствуйте!`,
      ...(owed.length > 0 ? [[`${capital(countsInWords(owed, today))}.`, escalated].filter(Boolean).join(" ")] : []),
    ],
    sections,
    link: linkOf(content),
    footer: { path: "/letters", words: "Настроить письма" },
  };
}

const capital = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;

function owedLine(line: OwedLine, today: LocalDate, withBearer: boolean): LetterLine {
  const whose = withBearer ? ` (${line.bearer})` : "";
  return { text: `${line.name}${whose} – ${standingInWords(line, today)}`, path: line.path };
}

function cut(lines: readonly LetterLine[]): LetterLine[] {
  const more = lines.length - MOST_LINES;
  if (more <= 0) return [...lines];
  return [...lines.slice(0, MOST_LINES), { text: `и ещё ${more}: они видны в программе` }];
}

function subjectOf({ owed, longLate, notices, today }: DigestContent): string {
  if (owed.length > 0) return `Ориентир: ${countsInWords(owed, today)}`;
  if (longLate.bearers.length > 0) {
    const late = longLate.bearers.reduce((sum, one) => sum + one.late, 0);
    return `Ориентир: ${lower(longLateInWords(longLate.days))} – ${reportsInWords(late)}`;
  }
  const [first] = notices;
  return notices.length === 1 && first
    ? `Ориентир: ${lower(first.text)}`
    : `Ориентир: ${counted(notices.length, ["новое уведомление", "новых уведомления", "новых уведомлений"])}`;
}

/** A sentence after a colon: a name in capitals («СОШ № 1») stays as it is. */
function lower(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text[0]!.toLowerCase()}${text.slice(1)}` : text;
}

function linkOf({ owed, longLate }: DigestContent): DigestWords["link"] {
  if (owed.length > 0) return { path: "/todo", words: "Открыть «Что нужно сделать»" };
  if (longLate.bearers.length > 0) return { path: "/progress/late", words: "Открыть список просрочек" };
  return { path: "/notices", words: "Открыть уведомления" };
}
