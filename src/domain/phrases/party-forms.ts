/** stems of those who do things in a district, with their usual short forms */
const STEMS = [
  // who leads and who knows
  "директор замдир заместител зам зав заведующ завед рук руководств руководител нач начальник глав гл завуч завхоз методист специалист спец",
  "управляющ советник председател член представител консультант эксперт инспектор администратор диспетчер оператор менеджер",
  "программист инженер техник лаборант бухгалтер экономист юрист секретар ответственн отв исполнител глава губернатор аудитор автор разработчик",
  // who teaches and who cares
  "педагог пед учител преподавател воспитател вожат тренер инструктор тьютор наставник наставляем куратор координатор организатор модератор",
  "психолог логопед дефектолог библиотекар медсестр медик врач фельдшер соц работник сотрудник персонал коллектив кадр лиц",
  "ректор проректор декан доцент профессор стажер лектор спикер докладчик ведущ",
  // who learns, and those around
  "обучающ учащ учен школьник дошкольник воспитанник студент абитуриент аспирант юнарме слушател выпускник кадет участник победител призер волонт",
  "дет подрост молод ребят родител законн семь семей отц мам ветеран депутат учредител жител граждан населени общественност наблюдател жюри все гост посетител желающ",
  // bodies
  "адм управлени отдел департамент комитет министерств сектор кабинет методкабинет бюро агентств инспекци служб орган штаб совет",
  "методсовет педсовет педколлектив комисси консилиум групп команд объединени методобъединени сообществ ассоциаци кафедр лаборатори",
  "профсоюз актив парламент дружин отряд класс кл параллел оргкомитет редакци фонд правительств дум собрани палат",
  // organisations and places
  "центр институт академи университет вуз колледж техникум училищ школ гимнази лице сад детсад организаци учреждени предприяти",
  "партнер филиал сет площадк технопарк кванториум станци библиотек музе театр клуб дом дворец дворц полици прокуратур больниц",
  "поликлиник муниципалитет город район округ поселени",
].flatMap((line) => line.split(" "));
const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их|ому|ему|ым|им|ыми|ими|ей|ую|юю|ом|ем)$/;
/** «д/с» */
const SLASHED = /^\p{Ll}\/\p{Ll}(?!\p{L})/u;
/** «воспитательной», «классные»: an adjective of a stem is nobody without its noun; «заведующий» and «ответственный» are */
const OF_STEM = /(?:(?<![еа])н|ск)(?:ый|ий|ой|ая|ое|ые|ие|ого|ых|их|ому|ым|им|ую|ом)$/;
const SUBSTANTIVE = /^ответственн/;
/** «Минпросвещения», «Рособрнадзор» */
const STATE_BODY = /^Мин\p{Ll}{3,}|надзор(?:а|у|ом|е)?$/u;
const CODE = /^[«"„“(]?\p{Lu}[\p{L}\d-]*\p{Lu}|^\p{Lu}{2,}|^[A-Z]|^№|^[«"„“]/u;
const SURNAME =
  /^\p{Lu}\p{Ll}+(?:ов|ев|ёв|ин|ын|ский|цкий|ова|ева|ёва|ина|ына|ская|цкая|ко|ук|юк|ич|ян)(?:-\p{Lu}\p{Ll}+)?$/u;
const INITIALS = /^(?:\p{Lu}\.\s?){1,2}/u;

/** «Иванова» alone: beside a position it may be the name of who holds it. */
export function isSurname(name: string): boolean {
  return SURNAME.test(name);
}

/**
 * Whether the words say who: a position, people, a body, a code, a name in quotes or a person stands among the first of them, after
 * adjectives at most. «безопасности», «их», «имеющие признаки» torn off another name say nobody.
 */
export function saysWho(name: string): boolean {
  if (INITIALS.test(name) || SLASHED.test(name)) return true;
  for (const [written] of name.matchAll(/[^\s.]+\.?/gu)) {
    const word = written.replace(".", "");
    const plain = word.toLowerCase().replaceAll("ё", "е");
    if (CODE.test(word) || SURNAME.test(word) || STATE_BODY.test(word)) return true;
    const isQuality = OF_STEM.test(plain) && !SUBSTANTIVE.test(plain);
    if (!isQuality && plain.split(/[-–—/]/).some((half) => STEMS.some((stem) => half.startsWith(stem)))) return true;
    // «ст. методист», «и.о. директора»
    const passes = written.endsWith(".") || ADJECTIVE.test(plain) || /^\d/.test(plain) || /^[-–—,и]$/.test(plain);
    if (!passes) return false;
  }
  return false;
}
