import { useState } from "react";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import type { ImportSettings } from "../../model/contract.ts";

type Name = "title" | "shortTitle";

export interface ProgrammeNames {
  readonly title: string;
  readonly shortTitle: string;
  /** a name without a letter in it: nothing can be approved */
  readonly isBlank: boolean;
  error(name: Name): string | undefined;
  change(name: Name, text: string): void;
  /** sends what was typed, when a field is left */
  keep(): void;
}

const BLANK: Readonly<Record<Name, string>> = {
  title: "Назовите программу.",
  shortTitle: "Дайте программе короткое имя: под ним её увидят школы.",
};

/** The two names of the programme as they are typed over what is kept. */
export function useProgrammeNames(
  settings: ImportSettings,
  save: (settings: ImportSettings) => Promise<void>,
): ProgrammeNames {
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const [refusal, setRefusal] = useState<unknown>(null);
  const shown = { title: typed.title ?? settings.title, shortTitle: typed.shortTitle ?? settings.shortTitle };
  const isBlank = (name: Name) => shown[name].trim() === "";
  return {
    ...shown,
    isBlank: isBlank("title") || isBlank("shortTitle"),
    error: (name) => {
      if (isBlank(name)) return BLANK[name];
      if (refusal === null || typed[name] === undefined) return undefined;
      return fieldProblem(refusal, `settings.${name}`) ?? (name === "title" ? problemText(refusal) : undefined);
    },
    change: (name, text) => setTyped((now) => ({ ...now, [name]: text.replace(/\s*\n\s*/g, " ") })),
    keep: () => {
      const names = { title: shown.title.trim(), shortTitle: shown.shortTitle.trim() };
      const isSame = names.title === settings.title && names.shortTitle === settings.shortTitle;
      if (isSame || names.title === "" || names.shortTitle === "") return;
      setRefusal(null);
      save({ ...settings, ...names }).then(() => setTyped({}), setRefusal);
    },
  };
}
