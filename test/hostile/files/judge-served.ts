import type { Got } from "../send.ts";
import { ACTIVE_MARK, type Made } from "./hostile-file.ts";

/** Kinds that are kept, as a browser is told them: none of them is a page, a drawing with scripts or a program. */
const KEPT =
  /^(?:application\/(?:pdf|rtf|msword|vnd\.(?:ms-excel|ms-powerpoint|openxmlformats-officedocument\.[\w.-]+|oasis\.opendocument\.\w+))|image\/(?:jpeg|png|webp|heic)|text\/plain; charset=utf-8)$/;
const PICTURE = /^image\/(?:jpeg|png|webp)$/;
const DISPOSITION = /^(inline|attachment); filename\*=UTF-8''([^\s;"]+)$/;
/** what ends a name that a system would run */
const RUNS = /\.(?:exe|com|bat|cmd|js|vbs|ps1|php|svg|jar|sh|lnk|scr|docm|xlsm|dotm|hta)$/i;
const ASTRAY = /[\\/\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with the way a file is given back; undefined where nothing active could run of it. */
export function judgeServed(got: Got, sent: Made): string | undefined {
  const said = (name: string) => String(got.headers[name] ?? "");
  const type = said("content-type");
  if (!KEPT.test(type)) return `вид ${type}`;
  if (said("x-content-type-options") !== "nosniff") return "без nosniff";
  if (got.headers["set-cookie"] !== undefined) return "с чужой Set-Cookie";
  const [, how, coded] = DISPOSITION.exec(said("content-disposition")) ?? [];
  if (!how) return `Content-Disposition: ${said("content-disposition").slice(0, 100)}`;
  const name = decodeURIComponent(coded!);
  if (ASTRAY.test(name) || RUNS.test(name) || name.length > 255) return `имя ${JSON.stringify(name).slice(0, 100)}`;
  const policy = said("content-security-policy");
  const nothingRuns = policy.includes("sandbox") && policy.includes("default-src 'none'");
  if ((how === "attachment" || type.startsWith("image/")) && !nothingRuns) return `политика ${policy}`;
  if (how === "inline" && !(PICTURE.test(type) || type === "application/pdf")) return `в окне: ${type}`;
  // a picture is drawn anew: nothing of what stood beside its pixels is left
  if (PICTURE.test(type) && got.body.includes(ACTIVE_MARK)) return "в снимке остался сценарий";
  if (how === "inline" && type === "application/pdf" && (sent.active || got.body.includes(ACTIVE_MARK)))
    return "PDF, который действует, открывается в окне";
  return undefined;
}

/** What is wrong with the picture of a first page. */
export function judgePreview(got: Got): string | undefined {
  const said = (name: string) => String(got.headers[name] ?? "");
  if (said("content-type") !== "image/webp" || said("x-content-type-options") !== "nosniff") return "вид картинки";
  if (!said("content-security-policy").includes("sandbox")) return "картинка без политики";
  return got.body.subarray(8, 12).toString("latin1") === "WEBP" ? undefined : "картинка не WebP";
}
