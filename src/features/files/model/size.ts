/** A size for a sentence: «120 КБ», «3,5 МБ», «10 ГБ». */
export function sizeInWords(bytes: number): string {
  const units = ["КБ", "МБ", "ГБ"];
  let size = bytes / 1024;
  while (size >= 1024 && units.length > 1) {
    size /= 1024;
    units.shift();
  }
  return `${size.toLocaleString("ru-RU", { maximumFractionDigits: size < 10 ? 1 : 0 })} ${units[0]!}`;
}
