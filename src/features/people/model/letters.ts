const NOT_YOU =
  "Если это сделали не вы, сразу смените пароль по ссылке «Забыли пароль?» на странице входа и скажите администратору управления образования.";

/** What a person is told about their own sign-in. */
export const NOTICES = {
  "password-changed": {
    subject: "Пароль в Ориентире изменён",
    happened: "Ваш пароль изменён, на остальных устройствах вход закрыт.",
    otherwise: NOT_YOU,
  },
  "factor-set": {
    subject: "В Ориентире включён второй шаг входа",
    happened: "Теперь при входе, кроме пароля, нужен код из приложения. На остальных устройствах вход закрыт.",
    otherwise: NOT_YOU,
  },
  "factor-removed": {
    subject: "В Ориентире снят второй шаг входа",
    happened: "Код из приложения при входе больше не спрашивается. На остальных устройствах вход закрыт.",
    otherwise: NOT_YOU,
  },
  "factor-reset": {
    subject: "Администратор снял ваш второй шаг входа",
    happened:
      "Код из приложения при входе больше не спрашивается, на всех устройствах вход закрыт. Войдите с паролем и настройте второй шаг заново.",
    otherwise: "Если вы об этом не просили, скажите администратору управления образования.",
  },
  "codes-renewed": {
    subject: "В Ориентире сделаны новые запасные коды",
    happened: "Прежние запасные коды больше не действуют.",
    otherwise: NOT_YOU,
  },
  "recovery-code-used": {
    subject: "Вход в Ориентир по запасному коду",
    happened: "Вместо кода из приложения введён один из ваших запасных кодов. Он больше не действует.",
    otherwise: NOT_YOU,
  },
  "foreign-linked": {
    subject: "К вашему входу в Ориентир добавлен внешний вход",
    happened: "Теперь в Ориентир можно входить и через внешнюю службу входа.",
    otherwise: NOT_YOU,
  },
} as const satisfies Readonly<Record<string, { subject: string; happened: string; otherwise: string }>>;
export type SignInNotice = keyof typeof NOTICES;

/** The letter with a link by which a password is set. */
export function linkLetter(kind: "invitation" | "recovery", called: string, login: string, lasts: string) {
  return kind === "invitation"
    ? {
        subject: "Приглашение в Ориентир",
        paragraphs: [
          `${called}, здравствуйте!`,
          `Для вас открыт вход в Ориентир, где школы и управление образования ведут дорожные карты. Ваш логин: ${login}.`,
          `Откройте ссылку и придумайте пароль. Она действует ${lasts} и открывается один раз.`,
        ],
        words: "Придумать пароль и войти",
      }
    : {
        subject: "Новый пароль для Ориентира",
        paragraphs: [
          `${called}, здравствуйте!`,
          `Для логина ${login} попросили новый пароль. Ссылка действует ${lasts} и открывается один раз.`,
          "Если вы об этом не просили, ничего делать не нужно: прежний пароль остаётся.",
        ],
        words: "Задать новый пароль",
      };
}
