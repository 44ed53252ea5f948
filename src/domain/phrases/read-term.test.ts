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
    ["07.12-19.45", "unknown ? 07.12-19.45"],
    ["29.02.2023", "unknown ? 29.02.2023"],
    ["32.01.2022", "unknown ? 32.01.2022"],
    ["31.12.2022-01.01.2022", "unknown ? 31.12.2022-01.01.2022"],
    ["2020-2021 год", "unknown ? 2020-2021 год"],
    ["отчёт Мартынова", "unknown ? отчёт Мартынова"],
    ["октябрь (ноябрь)", "window 10-01..10-31 ? ноябрь"],
    ["август-октябрь-", "window 08-01..10-31 ? -"],
    ["декабрь-январь 2021-2023 гг.", "window 12-01..01-31 ? 2021-2023 гг"],
    ["декабрь-январь, 2021", "window 12-01..01-31 ? 2021"],
    ["август 2021-2022 учебного года", "window 08-01..08-31 ? 2021-2022 учебного года"],
    ["31 апреля", "unknown ? 31 апреля"],
    ["не чаще 1 раза в месяц", "unknown ? не чаще 1 раза в месяц"],
    ["кроме июля", "unknown ? кроме июля"],
    ["ежемесячно, кроме июля и августа", "cadence 1/month ? кроме июля и августа"],
    ["сентябрь (дата уточняется)", "window 09-01..09-30 ? дата уточняется"],
    ["ежеквартально до 10 числа", "cadence 1/quarter ? до 10 числа"],
    ["29 февраля, 2023", "once 02-29 ? 2023"],
    ["0 по 15 сентября", "once ..09-15 ? 0"],
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
    ["до 25 мая включительно", "once ..05-25"],
    ["до первого сентября", "once ..09-01"],
    ["двадцать пятое мая", "once 05-25"],
    ["15. 11. 2026", "once 2026-11-15"],
    ["15/11/2026", "once 2026-11-15"],
    ["по 25 мая", "once ..05-25"],
    ["до начала учебного года", "once ..08-31"],
    ["к началу 2022-2023 учебного года", "once ..2022-08-31"],
    ["до конца 2021-2022 учебного года", "once 2021-09-01..2022-08-31@schoolYear/end"],
    ["к концу учебного года", "once schoolYear/end"],
    ["до конца II четверти", "once schoolTerm/2"],
    ["до конца I квартала 2027 года", "once ..2027-03-31"],
    ["последний четверг ноября 2026 г.", "once 2026-11-26"],
    ["первый понедельник февраля 2027", "once 2027-02-01"],
    ["до октября 2021", "once ..2021-09-30"],
    ["до января 2022", "once ..2021-12-31"],
    ["до конца октября", "once ..10-31"],
    ["к концу 2023 года", "once ..2023-12-31"],
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
    ["сент.", "window 09-01..09-30"],
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
    ["не ранее 15 октября", "window 10-15.."],
    ["октябрь, ноябрь 2026 г.", "window 2026-10-01..2026-10-31,2026-11-01..2026-11-30"],
    ["декабрь 2026, 2027", "window 2026-12-01..2026-12-31,2027-12-01..2027-12-31"],
    ["июнь-июль т.г.", "window 06-01..07-31"],
    ["октябрь, 2 неделя", "window 10-08..10-14"],
    ["2-3 декада марта", "window 03-11..03-31"],
    ["I, III четверть", "window schoolTerm/1,schoolTerm/3"],
    ["I-II кварталы 2026", "window 2026-01-01..2026-06-30"],
    ["осенние и весенние каникулы", "window schoolBreak/autumn,schoolBreak/spring"],
    ["начало и конец учебного года", "window schoolYear/start,schoolYear/end"],
    ["2026, 2027 гг.", "window 2026-01-01..2026-12-31,2027-01-01..2027-12-31"],
    ["с 2021 по 2023 год", "window 2021-01-01..2023-12-31"],
    ["26/27 учебный год", "window 2026-09-01..2027-08-31"],
    ["2026-2027, 2027-2028 учебные годы", "window 2026-09-01..2027-08-31,2027-09-01..2028-08-31"],
    ["октябрь-ноябрь-декабрь", "window 10-01..12-31"],
    ["II полугодие учебного года", "window 01-01..05-31"],
    ["конец 2021-2022 учебного года", "window 2021-09-01..2022-08-31@schoolYear/end"],
    ["сен тябрь", "window 09-01..09-30"],
    ["октябрь2021", "window 2021-10-01..2021-10-31"],
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
    ["дважды в год", "cadence 2/year"],
    ["минимум один раз в квартал", "cadence 1/quarter"],
    ["1 раз в 2 года", "cadence 1/2year"],
    ["раз в две недели", "cadence 1/2week"],
    ["каждые три месяца", "cadence 1/3month"],
    ["неменее 1 раза вмесяц", "cadence 1/month"],
    ["каждый вторник", "cadence 1/week weekday/2"],
    ["по средам и пятницам", "cadence 2/week weekday/3,weekday/5"],
    ["1 раз в неделю (по пятницам)", "cadence 1/week weekday/5"],
    ["вторая среда каждого месяца", "cadence 1/month monthWeekday/2-3"],
    ["ежемесячно, в последнюю пятницу", "cadence 1/month monthWeekday/last-5"],
    ["первый и третий вторник месяца", "cadence 2/month monthWeekday/1-2,monthWeekday/3-2"],
    ["последний рабочий день месяца", "cadence 1/month monthDay/31"],
    ["до первого числа каждого месяца", "cadence 1/month monthDay/1"],
    ["до 15 числа последнего месяца квартала", "cadence 1/quarter monthDay/15"],
    ["до 5 числа месяца, следующего за отчётным кварталом", "cadence 1/quarter nextMonthDay/5"],
    ["ежемесячно с сентября по май", "cadence 1/month 09-01..05-31"],
    ["2 раза в год (октябрь, апрель)", "cadence 2/year 10-01..10-31,04-01..04-30"],
    ["до 25 числа каждого месяца", "cadence 1/month monthDay/25"],
    ["ежеквартально, до 15-го числа месяца, следующего за отчётным", "cadence 1/quarter nextMonthDay/15"],
    ["по итогам четверти", "cadence 1/schoolTerm"],
    ["1 раз в полугодие, в течение учебного года", "cadence 1/halfYear 09-01..08-31"],
    ["ежегодно с 2023", "yearly 2023-01-01.."],
    ["ежегодно до 1 декабря", "yearly ..12-01"],
    ["2021-2022 годы, ежегодно", "yearly 2021-01-01..2021-12-31,2022-01-01..2022-12-31"],
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
    ["согласно положению о конкурсе", "by-schedule"],
    ["в сроки, установленные приказом", "by-schedule"],
    ["весь учебный год", "continuous 09-01..08-31"],
    ["текущий год", "continuous"],
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
    ["2022 - март, 2023 - октябрь", "window 2022-03-01..2022-03-31 + window 2023-10-01..2023-10-31"],
    ["сентябрь\nоктябрь", "window 09-01..09-30 + window 10-01..10-31"],
  ])("«%s»", (phrase, told) => {
    expect(tellTerm(readTerm(phrase))).toBe(told);
  });
});

describe("what was read and should be looked at carries a doubt", () => {
  it.each([
    ["ноябр", "window 11-01..11-30", "misprint", "ноябр"],
    ["ежегодна", "yearly", "misprint", "ежегодна"],
    ["сентбярь 2026", "window 2026-09-01..2026-09-30", "misprint", "сентбярь"],
    ["0ктябрь", "window 10-01..10-31", "misprint", "0ктябрь"],
    ["О1.О9.2О26", "once 2026-09-01", "misprint", "О1.О9.2О26"],
    ["до 15..10.2026 г.", "once ..2026-10-15", "misprint", "15..10.2026"],
    ["07.12-19.20.", "window 2020-12-07..2020-12-19", "misprint", "19.20"],
    ["Mай", "window 05-01..05-31", "lookAlike", "Mай"],
    ["I полугодие", "window halfYear/1", "ambiguous", "I полугодие"],
    ["29.02", "once 02-29", "ambiguous", "29.02"],
    ["01.09.95", "once 2095-09-01", "ambiguous", "01.09.95"],
    ["в начале года", "window year/start", "ambiguous", "в начале года"],
    ["до декабря 2026 года", "once ..2026-11-30", "ambiguous", "до декабря 2026 года"],
    ["до 2025 года", "once ..2024-12-31", "ambiguous", "до 2025 года"],
    ["ноябрь – февраль 2022", "window 2021-11-01..2022-02-28", "ambiguous", "ноябрь – февраль 2022"],
    ["20-е числа мая", "once 05-20", "ambiguous", "числа"],
    ["в начале каждого квартала", "cadence 1/quarter", "ambiguous", "в начале каждого квартала"],
    ["1-2 раза в месяц", "cadence 1/month", "narrowed", "1-2 раза в месяц"],
    ["в течение недели после семинара", "on-demand", "relative", "в течение недели после семинара"],
    ["не позднее 3 рабочих дней со дня издания", "on-demand", "relative", "не позднее 3 рабочих дней со дня издания"],
    ["за месяц до начала олимпиады", "on-demand", "relative", "за месяц до начала олимпиады"],
    ["до и после ГИА", "on-demand", "relative", "до и после ГИА"],
    ["в течение 10 дней", "on-demand", "relative", "в течение 10 дней"],
    ["апрель, после проведения ВПР", "window 04-01..04-30", "relative", "после проведения ВПР"],
    ["14.00-14.10", "unknown ? 14.00-14.10", "hours", "14.00"],
    ["31.09", "unknown ? 31.09", "impossible", "31.09"],
    ["31.09.2026", "unknown ? 31.09.2026", "impossible", "31.09.2026"],
    ["31 апреля", "unknown ? 31 апреля", "impossible", "31 апреля"],
    ["31.12.2022-01.01.2022", "unknown ? 31.12.2022-01.01.2022", "impossible", "31.12.2022-01.01.2022"],
  ])("«%s» is %s with a doubt «%s» about «%s»", (phrase, told, kind, quote) => {
    const reading = readTerm(phrase);
    expect(tellTerm(reading)).toBe(told);
    expect(reading.doubts[0]).toMatchObject({ kind, quote });
    expect(reading.doubts[0]!.words).toMatch(/^\p{Lu}|^«/u);
    expect(reading.confidence).toBe(reading.rest ? "none" : "doubted");
  });

  it.each(["до01.09", "сент.", "01.09.26", "втечение года", "октябрь,далее постоянно"])("«%s» is sure", (phrase) => {
    expect(readTerm(phrase)).toMatchObject({ doubts: [], rest: "", confidence: "whole" });
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
        const { rest, doubts } = readTerm(`${before} нечто ${after}`);
        expect(rest + doubts.map(({ quote }) => quote).join("")).toContain("нечто");
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
