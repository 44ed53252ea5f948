/** What keeps a backup from being made, read or restored, in a Russian sentence for the person at the command line. */
export class BackupError extends Error {}

/** The file is not whole: cut short, or some byte of it is another. */
export class DamagedError extends BackupError {
  constructor(what: string) {
    super(`Копия повреждена: ${what}. Ничего не изменено. Возьмите другую копию.`);
  }
}

/** The file ends before its time, as one does whose copying was interrupted. */
export class CutShortError extends DamagedError {
  constructor() {
    super("она обрезана, конец файла отсутствует или не читается. Похоже, её скопировали не до конца");
  }
}
