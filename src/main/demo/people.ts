import type { Role } from "#shared/actor.ts";
import { TEACHERS } from "./teachers.ts";

/** One invented person: family, given name and patronymic, position, place, and roles where the person signs in. */
export interface DemoPerson {
  readonly name: readonly [family: string, given: string, patronymic: string];
  readonly position: string;
  readonly organisation: string;
  /** roles held; `at` is a key of an organisation or, for roles of a whole territory, of a territory */
  readonly roles: readonly { readonly role: Role; readonly at: string }[];
  /** login name; without one the person has no account, as most teachers do not */
  readonly login?: string;
}

const LEADING: readonly DemoPerson[] = [
  {
    name: ["Рощина", "Дарья", "Константиновна"],
    position: "Эксперт регионального института",
    organisation: "institute",
    roles: [{ role: "region_expert", at: "region" }],
    login: "roshchina",
  },
  {
    name: ["Седов", "Аркадий", "Львович"],
    position: "Главный специалист департамента",
    organisation: "institute",
    roles: [{ role: "region_specialist", at: "region" }],
    login: "sedov",
  },
  {
    name: ["Климова", "Вера", "Павловна"],
    position: "Администратор системы",
    organisation: "authority",
    roles: [{ role: "administrator", at: "lake" }],
    login: "klimova",
  },
  {
    name: ["Ветрова", "Наталья", "Андреевна"],
    position: "Главный специалист",
    organisation: "authority",
    roles: [{ role: "officer", at: "lake" }],
    login: "vetrova",
  },
  {
    name: ["Журавлёв", "Сергей", "Петрович"],
    position: "Начальник управления",
    organisation: "authority",
    roles: [{ role: "authority_head", at: "lake" }],
    login: "zhuravlev",
  },
  {
    name: ["Лапина", "Ольга", "Игоревна"],
    position: "Методист",
    organisation: "centre",
    roles: [
      { role: "methodologist", at: "lake" },
      { role: "methodologist", at: "centre" },
    ],
    login: "lapina",
  },
  {
    name: ["Егорова", "Людмила", "Сергеевна"],
    position: "Директор центра",
    organisation: "centre",
    roles: [{ role: "school_head", at: "centre" }],
    login: "egorova",
  },
  {
    name: ["Северова", "Елена", "Михайловна"],
    position: "Директор",
    organisation: "school3",
    roles: [{ role: "school_head", at: "school3" }],
    login: "severova",
  },
  {
    name: ["Громова", "Татьяна", "Викторовна"],
    position: "Зам. по УВР",
    organisation: "school3",
    roles: [{ role: "deputy", at: "school3" }],
    login: "gromova",
  },
  {
    name: ["Белова", "Анна", "Ильинична"],
    position: "Учитель математики",
    organisation: "school3",
    roles: [{ role: "teacher", at: "school3" }],
    login: "belova",
  },
  {
    name: ["Орлов", "Виктор", "Николаевич"],
    position: "Директор",
    organisation: "gymnasium",
    roles: [{ role: "school_head", at: "gymnasium" }],
    login: "orlov",
  },
  {
    name: ["Тихонова", "Марина", "Олеговна"],
    position: "Сетевой администратор",
    organisation: "gymnasium",
    roles: [{ role: "network_administrator", at: "gymnasium" }],
    login: "tikhonova",
  },
  {
    name: ["Гусев", "Роман", "Алексеевич"],
    position: "Директор",
    organisation: "school7",
    roles: [{ role: "school_head", at: "school7" }],
    login: "gusev",
  },
  {
    name: ["Сомова", "Ирина", "Петровна"],
    position: "Директор",
    organisation: "school10",
    roles: [{ role: "school_head", at: "school10" }],
    login: "somova",
  },
  {
    name: ["Крылов", "Денис", "Юрьевич"],
    position: "Директор",
    organisation: "school9",
    roles: [{ role: "school_head", at: "school9" }],
    login: "krylov",
  },
  {
    name: ["Фадеева", "Нина", "Степановна"],
    position: "Директор",
    organisation: "school1",
    roles: [{ role: "school_head", at: "school1" }],
    login: "fadeeva",
  },
  {
    name: ["Панова", "Галина", "Борисовна"],
    position: "Руководитель РМО учителей русского языка",
    organisation: "school1",
    roles: [{ role: "community_head", at: "school1" }],
    login: "panova",
  },
  {
    name: ["Миронов", "Павел", "Андреевич"],
    position: "Куратор школ",
    organisation: "centre",
    roles: [
      { role: "curator", at: "school7" },
      { role: "curator", at: "school10" },
    ],
    login: "mironov",
  },
  {
    name: ["Шубина", "Алла", "Романовна"],
    position: "Заведующая",
    organisation: "nursery",
    roles: [{ role: "school_head", at: "nursery" }],
    login: "shubina",
  },
  {
    name: ["Дроздов", "Илья", "Максимович"],
    position: "Директор",
    organisation: "crafts",
    roles: [{ role: "school_head", at: "crafts" }],
    login: "drozdov",
  },
  {
    name: ["Зимина", "Ольга", "Васильевна"],
    position: "Депутат окружного совета",
    organisation: "authority",
    roles: [{ role: "reader", at: "lake" }],
    login: "zimina",
  },
  {
    name: ["Лосев", "Фёдор", "Иванович"],
    position: "Начальник отдела",
    organisation: "forestAuthority",
    roles: [{ role: "officer", at: "forest" }],
    login: "losev",
  },
  {
    name: ["Рябова", "Жанна", "Эдуардовна"],
    position: "Директор",
    organisation: "forestSchool1",
    roles: [{ role: "school_head", at: "forestSchool1" }],
    login: "ryabova",
  },
  {
    name: ["Носов", "Кирилл", "Глебович"],
    position: "Директор",
    organisation: "forestSchool2",
    roles: [{ role: "school_head", at: "forestSchool2" }],
    login: "nosov",
  },
];

/** Sixty people in all. */
export const PEOPLE: readonly DemoPerson[] = [
  ...LEADING,
  ...TEACHERS.flatMap(([organisation, position, names]) =>
    names.map((name): DemoPerson => ({
      name: name.split(" ") as [string, string, string],
      position,
      organisation,
      roles: [{ role: "teacher", at: organisation }],
    })),
  ),
];
