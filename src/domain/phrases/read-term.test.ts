import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTerm } from "./read-term.ts";
import { tellTerm } from "./tell-term.ts";

describe("what is not understood is marked, never half-read in silence", () => {
  it.each([
    ["", ""],
    ["–", ""],
    ["уточняется", "unknown ? уточняется"],
    ["14.00-14.10", "unknown ? 14.00-14.10"],
    ["с 9.00 до 10.10", "unknown ? с 9.00 до 10.10"],
    ["07.12-19.20.", "unknown ? 07.12-19.20"],
    ["29.02.2023", "unknown ? 29.02.2023"],
    ["32.01.2022", "unknown ? 32.01.2022"],
    ["31.12.2022-01.01.2022", "unknown ? 31.12.2022-01.01.2022"],
    ["2020-2021 год", "unknown ? 2020-2021 год"],
    ["1 раз в 2 года", "unknown ? 1 раз в 2 года"],
    ["в течение 10 дней", "unknown ? в течение 10 дней"],
    ["каждую пятницу", "unknown ? каждую пятницу"],
    ["отчёт Мартынова", "unknown ? отчёт Мартынова"],
    ["до начала учебного года", "unknown ? до начала учебного года"],
    ["октябрь (ноябрь)", "window 10-01..10-31 ? ноябрь"],
    ["август-октябрь-", "window 08-01..10-31 ? -"],
    ["ноябрь – февраль 2022", "window 11-01..02-28 ? 2022"],
    ["декабрь-январь 2021-2023 гг.", "window 12-01..01-31 ? 2021-2023 гг"],
    ["декабрь-январь, 2021", "window 12-01..01-31 ? 2021"],
    ["август 2021-2022 учебного года", "window 08-01..08-31 ? 2021-2022 учебного года"],
    ["31 апреля", "unknown ? 31 апреля"],
    ["не ранее 15 октября", "unknown ? не ранее 15 октября"],
    ["не чаще 1 раза в месяц", "unknown ? не чаще 1 раза в месяц"],
    ["кроме июля", "unknown ? кроме июля"],
    ["ежемесячно, кроме июля и августа", "cadence 1/month ? кроме июля и августа"],
    ["сентябрь (дата уточняется)", "window 09-01..09-30 ? дата уточняется"],
    ["ежеквартально до 10 числа", "cadence 1/quarter ? до 10 числа"],
    ["29 февраля, 2023", "once 02-29 ? 2023"],
    ["0 по 15 сентября", "once 09-15 ? 0 по"],
    ["март / апрель", "window 03-01..03-31,04-01..04-30 ? /"],
  ])("«%s»", (phrase, told) => {
    expect(tellTerm(readTerm(phrase))).toBe(told);
  });
});

describe("days and deadlines", () => {
  it.each([
    ["15.10.2026", "once 2026-10-15"],
    ["до 10.06.2021 г.", "once ..2021-06-10"],
    ["до01.09", "once ..09-01"],
    ["до 15 октября", "once ..10-15"],
    ["не позднее 1 сентября 2022 года", "once ..2022-09-01"],
    ["до 25 декабря текущего года", "once ..12-25"],
    ["до октября 2021", "once ..2021-09-30"],
    ["до января 2022", "once ..2021-12-31"],
    ["до конца октября", "once ..10-31"],
    ["к концу 2023 года", "once ..2023-12-31"],
    ["29.02", "once 02-29"],
    ["29 февраля 2024", "once 2024-02-29"],
    ["1, 15 и 20 октября", "window 10-01,10-15,10-20"],
    ["01.09.21", "once 2021-09-01"],
    ["2021 до 1 сентября", "once ..2021-09-01"],
  ])("«%s»", (phrase, told) => {
    expect(tellTerm(readTerm(phrase))).toBe(told);
  });
});

describe("windows", () => {
  it.each([
    ["сентябрь – октябрь", "window 09-01..10-31"],
    ["Январь-март, 2019", "window 2019-01-01..2019-03-31"],
    ["февраль 2024", "window 2024-02-01..2024-02-29"],
    ["ноябр", "window 11-01..11-30"],
    ["сент.", "window 09-01..09-30"],
    ["Mай", "window 05-01..05-31"],
    ["август 2021 – май 2022", "window 2021-08-01..2022-05-31"],
    ["Декабрь январь", "window 12-01..01-31"],
    ["декабрь-январь 2021-2022 гг.", "window 2021-12-01..2022-01-31"],
    ["15.11-10.02.2022", "window 2021-11-15..2022-02-10"],
    ["с 01.09.2021 по 25.05.2022", "window 2021-09-01..2022-05-25"],
    ["с 1 по 10 сентября", "window 09-01..09-10"],
    ["10–15 октября 2026 г.", "window 2026-10-10..2026-10-15"],
    ["сентябрь, 2021-2023 гг.", "window 2021-09-01..2021-09-30,2022-09-01..2022-09-30,2023-09-01..2023-09-30"],
    ["2021 год (март, май)", "window 2021-03-01..2021-03-31,2021-05-01..2021-05-31"],
    ["сентябрь 2021-2022 учебного года", "window 2021-09-01..2021-09-30"],
    ["май 2021-2022 учебного года", "window 2022-05-01..2022-05-31"],
    ["2020-2021 учебный год", "window 2020-09-01..2021-08-31"],
    ["2020/21", "window 2020-09-01..2021-08-31"],
    ["2021-2023 гг.", "window 2021-01-01..2023-12-31"],
    ["на 2022 год", "window 2022-01-01..2022-12-31"],
    ["I квартал 2025", "window 2025-01-01..2025-03-31"],
    ["2-3 кварталы", "window 04-01..09-30"],
    ["1 четверть", "window schoolTerm/1"],
    ["II четверть 2021-2022 учебного года", "window 2021-09-01..2022-08-31@schoolTerm/2"],
    ["I полугодие", "window halfYear/1"],
    ["I полугодие 2021 года", "window 2021-01-01..2021-06-30"],
    ["I полугодие (сентябрь-декабрь)", "window 09-01..12-31"],
    ["в каникулярное время", "window schoolBreak"],
    ["осенние каникулы", "window schoolBreak/autumn"],
    ["последняя неделя марта", "window 03-25..03-31"],
    ["вторая половина октября", "window 10-16..10-31"],
    ["сентябрь-август 2021-2022 учебного года", "window 2021-09-01..2022-08-31"],
    ["август-сентябрь 2021-2022 учебного года", "window 2021-08-01..2021-09-30"],
    ["10.2021", "window 2021-10-01..2021-10-31"],
    ["09.2021-05.2022", "window 2021-09-01..2022-05-31"],
    ["март 2022, октябрь 2022", "window 2022-03-01..2022-03-31,2022-10-01..2022-10-31"],
  ])("«%s»", (phrase, told) => {
    expect(tellTerm(readTerm(phrase))).toBe(told);
  });
});

describe("rhythms, and what goes on all the time", () => {
  it.each([
    ["не реже 1 раза в неделю", "cadence 1/week"],
    ["не реже одного раза в четверть", "cadence 1/schoolTerm"],
    ["не менее 2-х раз в квартал", "cadence 2/quarter"],
    ["2 раза в учебный год", "cadence 2/schoolYear"],
    ["раз в полугодие", "cadence 1/halfYear"],
    ["1-2 раза в месяц", "cadence 1/month"],
    ["ежемесячно с сентября по май", "cadence 1/month 09-01..05-31"],
    ["2 раза в год (октябрь, апрель)", "cadence 2/year 10-01..10-31,04-01..04-30"],
    ["до 25 числа каждого месяца", "cadence 1/month monthDay/25"],
    ["ежеквартально, до 15-го числа месяца, следующего за отчётным", "cadence 1/quarter nextMonthDay/15"],
    ["по итогам четверти", "cadence 1/schoolTerm"],
    ["1 раз в полугодие, в течение учебного года", "cadence 1/halfYear 09-01..08-31"],
    ["ежегодно с 2023", "yearly 2023-01-01.."],
    ["ежегодно до 1 декабря", "yearly ..12-01"],
    ["до 1 сентября каждого года", "yearly ..09-01"],
    ["постоянно", "continuous"],
    ["весь период реализации программы", "continuous"],
    ["в течение учебного года", "continuous 09-01..08-31"],
    ["в течение 2021-2022 учебного года", "continuous 2021-09-01..2022-08-31"],
    ["с сентября 2021 постоянно", "continuous 2021-09-01.."],
    ["постоянно, в течение учебного года", "continuous 09-01..08-31"],
    ["по мере необходимости", "on-demand"],
    ["по запросу ОО", "on-demand"],
    ["по плану работы РМО", "by-schedule"],
    ["согласно утверждённому графику", "by-schedule"],
  ])("«%s»", (phrase, told) => {
    expect(tellTerm(readTerm(phrase))).toBe(told);
  });
});

describe("several parts give several phases, in order", () => {
  it.each([
    ["октябрь, далее постоянно", "window 10-01..10-31 + continuous"],
    ["постоянно, не реже 1 раза в месяц", "continuous + cadence 1/month"],
    ["по заявкам и графику", "on-demand + by-schedule"],
    [
      "1 раз в квартал\nпостоянно\n1 раз в год\nмарт-апрель\nоктябрь, далее постоянно",
      "cadence 1/quarter + continuous + cadence 1/year + window 03-01..04-30 + window 10-01..10-31 + continuous",
    ],
    ["август 2021, затем ежемесячно", "window 2021-08-01..2021-08-31 + cadence 1/month"],
    ["ежегодно; по плану", "yearly + by-schedule"],
  ])("«%s»", (phrase, told) => {
    expect(tellTerm(readTerm(phrase))).toBe(told);
  });
});

describe("laws", () => {
  const common =
    "до с по в к и не реже менее далее ежегодно постоянно октябрь май сентября год гг. раз раза месяц четверть квартал полугодие";
  const rarer =
    "1 2 15 31 I 2021 2022-2023 учебный 01.09 29.02.2023 14.00 числа каждого месяца плану - – , ; : ( ) / « … ё";
  const pieces = [...common.split(" "), ...rarer.split(" "), "\n"];
  const sloppy = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(" "));
  const words = (text: string) => text.split(/\s+/).filter(Boolean);

  it("no phrase throws, and the rest is made of the phrase's own words", () => {
    fc.assert(
      fc.property(fc.oneof(sloppy, fc.string({ unit: "binary", maxLength: 200 })), (phrase) => {
        const reading = readTerm(phrase);
        expect(reading.phrase).toBe(phrase);
        for (const word of words(reading.rest)) expect(phrase).toContain(word);
        for (const { windows } of reading.phases) {
          for (const { from, to } of windows) {
            for (const day of [from, to]) expect(day === null || /^(?:\d{4}-)?\d{2}-\d{2}$/.test(day)).toBe(true);
            expect(from?.length === 10 && to?.length === 10 ? from <= to : true).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("a word that means nothing always stays in the rest", () => {
    fc.assert(
      fc.property(sloppy, sloppy, (before, after) => {
        expect(readTerm(`${before} нечто ${after}`).rest).toContain("нечто");
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    "до ",
    "1, ",
    "(",
    "-",
    "октябрь ",
    "2021-",
    "по мере ",
    "1 раз в ",
    "не ",
    "1.1.",
    "постоянно далее ",
    "\n",
    "в течение ",
  ])("reads «%s» repeated to 2000 characters without losing its place", (piece) => {
    const phrase = piece.repeat(Math.ceil(2000 / piece.length));
    expect(words(readTerm(phrase).rest).every((word) => phrase.includes(word))).toBe(true);
  });
});
