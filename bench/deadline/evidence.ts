import { createHash, randomBytes } from "node:crypto";
import sharp from "sharp";

const BYTES = 2 * 1024 * 1024;
/** of a telephone of some years ago: two megabytes as it leaves it */
const PHOTO = { width: 2560, height: 1920 };

/** Makes files of two megabytes, every other one a photograph and a scan, none twice. */
export async function evidenceMaker(): Promise<() => { readonly name: string; readonly bytes: Buffer }> {
  const photo = await photograph();
  let made = 0;
  return () => {
    made += 1;
    return made % 2 === 0
      ? { name: `Фото ${made}.jpg`, bytes: withRemark(photo, made) }
      : { name: `Протокол ${made}.pdf`, bytes: scan(made) };
  };
}

/** As large as it should be: blurred grains, the finer the larger. */
async function photograph(): Promise<Buffer> {
  const { width, height } = PHOTO;
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const grains = sharp({ create: { width, height, channels: 3, background: "#808080", noise } });
  const picture = await grains.blur(1.2).raw().toBuffer();
  let found: Buffer = Buffer.alloc(0);
  for (let quality = 95; quality >= 50; quality -= 5) {
    found = await sharp(picture, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer();
    if (found.length <= BYTES * 1.1) break;
  }
  return found;
}

/** The same picture under other bytes: a remark after the mark of its beginning. */
function withRemark(photo: Buffer, number: number): Buffer {
  const remark = Buffer.from(`снято для отчёта ${number}`);
  const head = Buffer.from([0xff, 0xfe, 0, remark.length + 2]);
  return Buffer.concat([photo.subarray(0, 2), head, remark, photo.subarray(2)]);
}

/** A page of a scanner: one picture that nothing could be pressed out of. */
function scan(number: number): Buffer {
  const pixels = BYTES - 1024;
  const [width, height] = [1200, Math.floor(pixels / 1200)];
  const dots = randomBytes(width * height);
  const drawing = `q 595 0 0 842 0 0 cm /P Do Q % ${number}`;
  const objects = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R>>"),
    Buffer.from("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
    Buffer.from("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"),
    stream(`/Length ${Buffer.byteLength(drawing)}`, Buffer.from(drawing)),
    stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Length ${dots.length}`,
      dots,
    ),
  ];
  const parts = [Buffer.from("%PDF-1.4\n")];
  let length = parts[0]!.length;
  const places = objects.map((object, at) => {
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    const place = length;
    parts.push(whole);
    length += whole.length;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + end)]);
}

function stream(words: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<<${words}>>\nstream\n`), content, Buffer.from("\nendstream")]);
}

export const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
