/** The demo programme in our own words: support of schools that agreed to be supported. Yearly plan values are for the whole district. */
export interface DemoMeasure {
  readonly title: string;
  readonly due: string;
  readonly result: string;
  readonly proof: string;
  readonly responsible: string;
  readonly participants?: string;
  /** what is counted, and how much each year; «не менее» where `atLeast` */
  readonly plan?: { readonly label: string; readonly yearly: number; readonly atLeast?: boolean };
}

export interface DemoSection {
  readonly title: string;
  readonly measures: readonly DemoMeasure[];
}

export const DEMO_SECTIONS: readonly DemoSection[] = [
  {
    title: "Выявление школ и наблюдение за ходом поддержки",
    measures: [
      {
        title: "Отбор школ для адресного сопровождения",
        due: "ежегодно, январь",
        result: "Перечень школ",
        proof: "Приказ",
        responsible: "УО",
        participants: "ММЦ",
        plan: { label: "Школы в перечне", yearly: 4 },
      },
      {
        title: "Самооценка работы школы и открытый доклад о её итогах",
        due: "ежегодно, до 15 октября",
        result: "Открытый доклад",
        proof: "Доклад на сайте школы",
        responsible: "ШНОР, ШНСУ",
        participants: "УО",
        plan: { label: "Открытые доклады", yearly: 4 },
      },
      {
        title: "Справка об адресной помощи ученикам, которым трудно учиться",
        due: "не реже 1 раза в четверть",
        result: "Справка за учебную четверть",
        proof: "Справка",
        responsible: "ШНОР",
      },
      {
        title: "Совещание директоров школ — участниц программы",
        due: "1 раз в полугодие",
        result: "Решение совещания",
        proof: "Протокол",
        responsible: "УО",
        participants: "ОО",
        plan: { label: "Совещания", yearly: 2 },
      },
    ],
  },
  {
    title: "Договорённости и ресурсы",
    measures: [
      {
        title: "Соглашение о работе со школой-лидером на учебный год",
        due: "ежегодно, сентябрь",
        result: "Подписанное соглашение",
        proof: "Соглашение",
        responsible: "ШНОР, ШНСУ",
        participants: "ШЛ",
        plan: { label: "Соглашения", yearly: 4 },
      },
      {
        title: "Закрепление обязанностей сетевого администратора",
        due: "ежегодно, до 20 сентября",
        result: "Должностная инструкция",
        proof: "Приказ",
        responsible: "ресурсная школа",
      },
      {
        title: "Пересмотр маршрутов школьных автобусов под совместные занятия",
        due: "ежегодно, август",
        result: "Согласованные маршруты",
        proof: "Справка",
        responsible: "УО",
      },
      {
        title: "План взаимных посещений уроков",
        due: "ежегодно, до 1 октября",
        result: "План на учебный год",
        proof: "План",
        responsible: "ОО",
        plan: { label: "Школы с планом", yearly: 6 },
      },
    ],
  },
  {
    title: "Рост учителей и управленческих команд",
    measures: [
      {
        title: "Диагностика затруднений учителей",
        due: "ежегодно, октябрь",
        result: "Сводка затруднений по школе",
        proof: "Аналитическая справка",
        responsible: "ММЦ",
        participants: "ОО",
        plan: { label: "Учителя, прошедшие диагностику", yearly: 40, atLeast: true },
      },
      {
        title: "Открытые уроки школы-лидера для партнёров",
        due: "не реже 1 раза в четверть",
        result: "Разбор урока с гостями",
        proof: "Лист участников",
        responsible: "ШЛ",
        participants: "ШНОР, ШНСУ",
        plan: { label: "Открытые уроки", yearly: 8, atLeast: true },
      },
      {
        title: "Практикум для школьных команд",
        due: "ежегодно, март",
        result: "Программа практикума",
        proof: "Программа",
        responsible: "ММЦ",
        participants: "ОО",
        plan: { label: "Участники", yearly: 20, atLeast: true },
      },
      {
        title: "Заявка школы на курсы по итогам диагностики",
        due: "ежегодно, ноябрь",
        result: "Заявка",
        proof: "Заявка",
        responsible: "ОО",
        plan: { label: "Заявки", yearly: 6 },
      },
      {
        title: "Консультации методистов в школах",
        due: "ежемесячно",
        result: "Отметка в журнале консультаций",
        proof: "Журнал",
        responsible: "ММЦ",
      },
    ],
  },
  {
    title: "Открытость",
    measures: [
      {
        title: "Рассказ о ходе программы родителям",
        due: "1 раз в полугодие",
        result: "Собрание или публикация",
        proof: "Ссылка на публикацию",
        responsible: "ШНОР, ШНСУ",
      },
      {
        title: "Годовой отчёт об исполнении программы",
        due: "ежегодно, декабрь",
        result: "Отчёт",
        proof: "Отчёт",
        responsible: "УО",
        plan: { label: "Отчёты", yearly: 1 },
      },
    ],
  },
];
