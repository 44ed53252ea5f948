/**
 * Sign-ins as they are made daily, and their tries, which anybody makes who knows a login: they stand in the journal for whoever asks for
 * them, and hide nothing else. A wrong code of the second step is not among them: it comes after a right first step.
 */
export const EVERYDAY: readonly string[] = ["session.open", "session.close", "session.confirm", "session.refuse"];

/** Kinds of actions to choose among: the beginning of their names. */
export const ACTION_GROUPS: readonly { readonly value: string; readonly label: string }[] = [
  { value: "report", label: "отчёты" },
  { value: "report.accept", label: "приём отчётов" },
  { value: "report.return", label: "возврат отчётов" },
  { value: "remark", label: "сохранённые замечания" },
  { value: "view", label: "виды списков" },
  { value: "obligation", label: "сроки и передача отчётов" },
  { value: "programme", label: "программы" },
  { value: "measure", label: "мероприятия" },
  { value: "section", label: "разделы" },
  { value: "import", label: "разбор документов" },
  { value: "amendment", label: "новые редакции" },
  { value: "paper", label: "документы" },
  { value: "template", label: "шаблоны" },
  { value: "organisation", label: "организации" },
  { value: "designation", label: "статусы организаций" },
  { value: "person", label: "люди" },
  { value: "position", label: "должности" },
  { value: "role", label: "роли" },
  { value: "account", label: "доступ в программу" },
  { value: "link", label: "приглашения и ссылки" },
  { value: "session", label: "входы и выходы" },
  { value: "factor", label: "второй шаг входа" },
  { value: "password", label: "пароли" },
  { value: "foreign", label: "внешний вход" },
  { value: "access", label: "отказы в правах" },
  { value: "role-code", label: "словарь" },
  { value: "school-year", label: "учебный календарь" },
  { value: "reminder", label: "напоминания" },
  { value: "reminder-rules", label: "правила напоминаний" },
  { value: "feed", label: "ссылки на календарь" },
];
