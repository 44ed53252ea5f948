import { randomOf } from "../../fuzz/random.ts";
import { bombs, directories } from "./archives.ts";
import { disguised } from "./disguised.ts";
import { envelopes, names } from "./envelopes.ts";
import type { Lure, Made, Maker } from "./hostile-file.ts";
import { hurt } from "./hurt.ts";
import { markup } from "./markup.ts";
import { oldOffice } from "./old-office.ts";
import { pictures } from "./pictures.ts";
import { portable } from "./portable.ts";
import { sheets } from "./sheets.ts";
import { words } from "./words.ts";

/** Kinds as the table prints them, with how many of twenty files are of the kind. */
const KINDS: readonly (readonly [string, number, readonly Maker[]])[] = [
  ["архивы, которые разбухают", 1, bombs],
  ["имена и оглавления архивов", 1, directories],
  ["XML: сущности, глубина, размеры", 1, markup],
  ["Word и OpenDocument, которые действуют", 2, words],
  ["книги Excel", 2, sheets],
  ["PDF", 2, portable],
  ["снимки", 2, pictures],
  ["старый Office и RTF", 1, oldOffice],
  ["программы и страницы под чужим именем", 2, disguised],
  ["имена файлов", 1, [names]],
  ["конверты запросов", 1, [envelopes]],
  ["верные файлы с повреждениями", 4, hurt],
];

const TURNS = KINDS.flatMap(([kind, share, makers]) => Array.from({ length: share }, () => ({ kind, makers })));
const SPREAD = 2_654_435_761;

export interface HostileFile extends Made {
  readonly number: number;
  readonly kind: string;
}

/** The file that a number of a seed means: kinds in turn, makers of a kind in turn, the rest the dice decide. */
export async function makeFile(number: number, seed: number, lure: Lure): Promise<HostileFile> {
  const random = randomOf((seed ^ Math.imul(number + 1, SPREAD)) >>> 0);
  const { kind, makers } = TURNS[number % TURNS.length]!;
  const same = TURNS.filter((one) => one.kind === kind).length;
  const turn =
    Math.floor(number / TURNS.length) * same + (number % TURNS.length) - TURNS.findIndex((one) => one.kind === kind);
  return { number, kind, ...(await makers[turn % makers.length]!(random, lure)) };
}

export const KIND_NAMES: readonly string[] = KINDS.map(([kind]) => kind);
