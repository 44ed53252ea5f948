/** What kinds of data about people the program keeps, as the register and the acts name them. */
export const CATEGORIES = {
  name: "Фамилия, имя, отчество",
  contact: "Номер телефона",
  work: "Должность, место работы, роль в системе",
  access: "Логин и средства входа",
  device: "Сведения об устройстве, с которого выполнен вход",
  deeds: "Сведения о действиях в системе",
  appeals: "Согласия, обращения и ответы на них",
} as const;

/** Names of categories as one listing: «Номер телефона; логин и средства входа». */
export const inOneSentence = (names: readonly string[]): string =>
  names.map((name, at) => (at === 0 ? name : name.charAt(0).toLocaleLowerCase("ru") + name.slice(1))).join("; ");

export type Category = keyof typeof CATEGORIES;
