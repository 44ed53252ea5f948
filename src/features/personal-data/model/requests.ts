/** What a person may ask about their own data, and within how many working days it is answered. */
export const REQUEST_KINDS = ["correction", "explanation", "destruction"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_RULES: Readonly<
  Record<RequestKind, { readonly title: string; readonly workingDays: number; readonly source: string }>
> = {
  correction: { title: "Исправить данные", workingDays: 7, source: "152-ФЗ, статья 20, часть 3" },
  explanation: {
    title: "Объяснить, зачем и на каком основании",
    workingDays: 10,
    source: "152-ФЗ, статья 20, часть 1",
  },
  destruction: { title: "Прекратить обработку и уничтожить", workingDays: 10, source: "152-ФЗ, статья 21, часть 5.1" },
};
