import { STAYS, type HeldTable } from "./held-table.ts";

/** What a person has done at work, and was given to do. */
export const HELD_WORK: readonly HeldTable[] = [
  {
    title: "Составленные отчёты",
    by: ["report.author_person_id"],
    tells: [
      ["text", "Текст отчёта", "text"],
      ["organisation_id", "Организация", "organisation"],
      ["created_at", "Начат", "instant"],
      ["submitted_at", "Отправлен", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Решения по отчётам",
    by: ["report.decided_by"],
    tells: [
      ["organisation_id", "Организация", "organisation"],
      ["decided_at", "Решено", "instant"],
      ["remark", "Замечание", "text"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Шаги в отчётах",
    by: ["report_step.person_id"],
    tells: [
      ["step", "Шаг", "text"],
      ["at", "Когда", "instant"],
      ["remark", "Замечание", "text"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Приложенные файлы",
    by: ["stored_file.uploaded_by"],
    tells: [
      ["name", "Файл", "text"],
      ["uploaded_at", "Когда", "instant"],
    ],
    onDestruction: "Остаются как служебные документы, под ними стоит обозначение вместо имени",
  },
  {
    title: "Недогруженные файлы",
    by: ["file_upload.person_id"],
    tells: [
      ["name", "Файл", "text"],
      ["touched_at", "Когда", "instant"],
    ],
    onDestruction: "Забываются через три дня, до этого под ними стоит обозначение вместо имени",
  },
  {
    title: "Мероприятия, порученные лично",
    by: ["obligation.bearer_person_id", "obligation.delegated_to"],
    tells: [
      ["programme_id", "Программа", "programme"],
      ["due_on", "Срок", "day"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Ведение программ",
    by: ["programme.officer_person_id"],
    tells: [
      ["title", "Программа", "text"],
      ["starts_on", "С", "day"],
      ["ends_on", "По", "day"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Правки программ",
    by: ["programme_change.person_id"],
    tells: [
      ["label", "Правка", "text"],
      ["programme_id", "Программа", "programme"],
      ["at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Утверждённые редакции",
    by: ["redaction.approved_by"],
    tells: [
      ["programme_id", "Программа", "programme"],
      ["approved_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Документы, загруженные для чтения",
    by: ["document_import.created_by"],
    tells: [
      ["name", "Файл", "text"],
      ["created_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Сохранённые шаблоны",
    by: ["programme_template.made_by"],
    tells: [
      ["title", "Шаблон", "text"],
      ["made_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Отметки о звонках в школы",
    by: ["phone_call.called_by"],
    tells: [
      ["organisation_id", "Организация", "organisation"],
      ["called_at", "Когда", "instant"],
      ["note", "Заметка", "text"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Приостановленные и возобновлённые программы",
    by: ["pause.paused_by", "pause.resumed_by"],
    tells: [
      ["programme_id", "Программа", "programme"],
      ["paused_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Что взято на контроль",
    by: ["watch.person_id"],
    tells: [
      ["organisation_id", "Организация", "organisation"],
      ["watched_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
  {
    title: "Сохранённые виды списков",
    by: ["saved_view.person_id"],
    tells: [
      ["name", "Вид", "text"],
      ["made_at", "Когда", "instant"],
    ],
    onDestruction: "Удаляются",
  },
  {
    title: "Сохранённые замечания",
    by: ["saved_remark.made_by"],
    tells: [
      ["text", "Замечание", "text"],
      ["made_at", "Когда", "instant"],
    ],
    onDestruction: STAYS,
  },
];
