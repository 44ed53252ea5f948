import { isEasilyGuessed } from "../model/password.ts";
import { peopleProblem } from "../model/problems.ts";
import { isBreached } from "./is-breached.ts";

/** Refuses a password that is among the first to be tried, the person's own login with a tail too, and one that breaches have made known. */
export function refuseWeak(password: string, login: string | undefined, field: string): void {
  if (isEasilyGuessed(password, login ? [login] : []))
    throw peopleProblem("weak-password", {
      fields: { [field]: "Такой пароль легко угадать. Возьмите фразу из нескольких слов, не связанных с работой." },
    });
  if (isBreached(password))
    throw peopleProblem("weak-password", {
      fields: {
        [field]:
          "Этот пароль есть в списках, которые ходят по интернету: с них и начинают подбор. Возьмите фразу из нескольких слов.",
      },
    });
}
