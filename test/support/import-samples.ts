import { understand } from "#domain/tables/understand.ts";
import { dictionaryFrom } from "#features/places/model/usual-codes.ts";
import type { Registry } from "#features/places/model/registry.ts";
import type { OrganisationKind } from "#features/places/model/words.ts";
import { draftOf, type Drafted } from "#features/imports/model/draft.ts";
import type { Decision, ImportSettings } from "#features/imports/model/contract.ts";
import { openDoubts } from "#features/imports/model/doubts.ts";
import { districtOf, type District } from "#features/imports/model/district.ts";
import { proposeSettings } from "#features/imports/model/settings.ts";
import type { Source } from "#features/imports/model/source.ts";
import { localDate } from "#shared/local-date.ts";
import type { DocumentGrids } from "#shared/document-grids.ts";
import { document, table } from "./grid-builder.ts";

export const TODAY = localDate("2021-12-10");

/** An authority, a centre, four schools of which two have low results. */
const REGISTRY: Registry = {
  territoryId: "00000000-0000-7000-8000-000000000001",
  organisations: [
    ["u", "authority"],
    ["c", "methodological_centre"],
    ["s1", "school"],
    ["s2", "school"],
    ["s3", "school"],
    ["s4", "school"],
  ].map(([id, kind]) => ({
    id: id!,
    kind: kind as OrganisationKind,
    name: `Учреждение ${id}`,
    shortName: `Учреждение ${id}`,
    closedOn: null,
  })),
  designations: ["s1", "s2"].map((organisationId) => ({
    organisationId,
    kind: "low_results" as const,
    from: localDate("2019-09-01"),
    to: null,
  })),
  positions: [],
  roles: [],
};

export const DISTRICT: District = districtOf(REGISTRY, dictionaryFrom([]), TODAY);

const HEAD = ["№", "Мероприятие", "Срок", "Ответственные", "Ожидаемый результат"];

/** A plan in our own words with a doubt of each kind the review asks about. */
export function planGrids(): DocumentGrids {
  return document(
    table([
      HEAD,
      [{ text: "1. Учим вместе", cols: 5 }],
      ["1.1", "Собрать команду наставников", "октябрь 2021, далее постоянно", "УО", "Приказ"],
      ["1.2", "Провести диагностику чтения", "2 раза в год", "OO", "Справка"],
      ["1.3", "Открыть кабинет встреч", "когда растает снег", "УО, ШНОР", "Кабинет"],
      ["1.4", "Описать опыт школ", "ноябрь 2022", "", "Сборник"],
      [{ text: "2. Помогаем рядом", cols: 5 }],
      ["2.1", "Выезды в школы", "ежемесячно", "выездная бригада", "Отчёты о выездах"],
      ["2.2", "Подведение итогов", "май 2023", "МЦ", "Доклад"],
    ]),
    table([
      ["", "и обсуждение на совете", "", "", ""],
      ["2.3", "Издать памятку", "", "МЦ", "Памятка"],
    ]),
  );
}

/** The same kind of plan with planned values by year. */
export function valuesGrids(): DocumentGrids {
  return document(
    table([
      ["№", "Мероприятие", "Результат", "Всего", "2021", "2022", "Исполнители"],
      ["1", "Открытые уроки", "Уроки", "20", "10", "10", "ОО"],
      ["2", "Пакет пособий и отчёты", "Пакет, отчёты", "1; 6", "1; 6", "1; 6", "МЦ"],
      ["3", "Стажировки", "Педагоги", "9", "5", "5", "МЦ"],
      ["4", "Выставка", "Выставка", "по заявкам", "", "", "УО"],
    ]),
  );
}

export function read(grids: DocumentGrids): Source {
  const understood = understand(grids);
  return { grids: understood.grids, reading: understood.reading };
}

export interface Review {
  readonly drafted: Drafted;
  readonly settings: ImportSettings;
  readonly decisions: readonly Decision[];
}

export function draft(
  source: Source,
  decisions: readonly Decision[] = [],
  settings: ImportSettings = proposeSettings(source.reading, TODAY),
  district: District = DISTRICT,
): Drafted {
  return draftOf(source, settings, decisions, district);
}

/** Takes every suggestion, and the first option where there is none, until nothing is asked. */
export function acceptAll(
  source: Source,
  settings = proposeSettings(source.reading, TODAY),
  district = DISTRICT,
): Review {
  let decisions: Decision[] = [];
  let drafted = draftOf(source, settings, decisions, district);
  for (let open = openDoubts(drafted.doubts); open.length > 0; open = openDoubts(drafted.doubts)) {
    decisions = [...decisions, ...open.map((doubt) => suggestionOf(doubt))];
    const next = draftOf(source, settings, decisions, district);
    if (openDoubts(next.doubts).length >= open.length && next.doubts.length === drafted.doubts.length)
      throw new Error(`a question that no option answers: ${open[0]!.question}`);
    drafted = next;
  }
  return { drafted, settings, decisions };
}

export function suggestionOf({ id, suggested, options }: Drafted["doubts"][number]): Decision {
  return { doubtId: id, option: suggested ?? options[0]!.key, remember: false };
}
