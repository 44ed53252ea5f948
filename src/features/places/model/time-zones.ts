/** The eleven Russian zones by their difference from Moscow (107-ФЗ «Об исчислении времени»); none has daylight saving. */
export const TIME_ZONES = [
  { zone: "Europe/Kaliningrad", name: "Калининград, МСК −1" },
  { zone: "Europe/Moscow", name: "Москва, МСК" },
  { zone: "Europe/Samara", name: "Самара, МСК +1" },
  { zone: "Asia/Yekaterinburg", name: "Екатеринбург, МСК +2" },
  { zone: "Asia/Omsk", name: "Омск, МСК +3" },
  { zone: "Asia/Krasnoyarsk", name: "Красноярск, МСК +4" },
  { zone: "Asia/Irkutsk", name: "Иркутск, МСК +5" },
  { zone: "Asia/Yakutsk", name: "Якутск, МСК +6" },
  { zone: "Asia/Vladivostok", name: "Владивосток, МСК +7" },
  { zone: "Asia/Magadan", name: "Магадан, МСК +8" },
  { zone: "Asia/Kamchatka", name: "Камчатка, МСК +9" },
] as const;

export const ZONE_IDS = TIME_ZONES.map(({ zone }) => zone) as [string, ...string[]];
