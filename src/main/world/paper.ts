/** Distance between the drawn lines, points of a sheet of A4. */
const STEP = 24;

/** A sheet of paper as a PDF: lines instead of words, as many as its number tells, so that the sheets differ. */
export function paperOf(number: number): Buffer {
  const lines = Array.from({ length: 8 + number }, (_, at) => {
    const y = 760 - at * STEP;
    return `60 ${y} m ${520 - ((at * 37 + number * 53) % 160)} ${y} l S`;
  });
  const content = `0.4 w\n${lines.join("\n")}\n`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
    `<</Length ${content.length}>>\nstream\n${content}endstream`,
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
