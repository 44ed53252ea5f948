/** Steps of a programme's life as its history tells them, by the action in the journal. */
export const HISTORY_WORDS: Readonly<Record<string, string>> = {
  "programme.create": "Программа создана",
  "programme.approve": "Программа утверждена",
  "programme.withdraw": "Программа возвращена в черновик",
  "programme.start": "Начато выполнение программы",
  "programme.finish": "Программа завершена",
  "programme.reopen": "Программа открыта снова",
  "programme.pause": "Программа приостановлена",
  "programme.resume": "Программа возобновлена",
  "measure.pause": "Мероприятие приостановлено",
  "measure.resume": "Мероприятие возобновлено",
  "programme.register": "Правки оформлены приказом как новая редакция",
  "programme.undo": "Отменена правка",
  "programme.redo": "Возвращена правка",
};
