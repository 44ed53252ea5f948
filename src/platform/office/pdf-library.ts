import { OfficeRefusal } from "./problems.ts";
import { matrixOf, type Matrix } from "./pdf-matrix.ts";
import { withoutEndlessRanges } from "./pdf-ranges.ts";

const MOST_PAGES = 300;
/** drawing steps of one document: a page of a dense table has about two thousand */
const MOST_STEPS = 3_000_000;
const MOST_SECONDS = 45;

/** What a page draws, in order; codes of the steps are those of `codes`. */
export interface PdfSheet {
  /** from 1 */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly steps: readonly number[];
  readonly inputs: readonly (readonly unknown[] | null)[];
  readonly codes: Readonly<Record<string, number>>;
  /** from the space of the page's content to points from its top left corner, turned as it is shown */
  readonly view: Matrix;
  readonly fontOf: (name: string) => PdfFont;
}

export interface PdfFont {
  readonly name: string;
  /** text units of one unit of a glyph's width */
  readonly unit: number;
}

interface Face {
  readonly name?: string;
  readonly fontMatrix?: readonly number[];
}

/**
 * Opens a PDF and shows its pages one by one. Nothing is fetched, no script or generated code runs, pictures are passed over.
 * Throws a refusal for a file under a password, beyond the limits, or damaged past repair.
 */
export async function eachPdfSheet(
  bytes: Uint8Array,
  visit: (sheet: PdfSheet) => void,
  seconds = MOST_SECONDS,
): Promise<void> {
  const until = performance.now() + seconds * 1000;
  fillGaps();
  letGoOfLeftPromises();
  const { getResolvedPDFJS } = await import("unpdf");
  const { getDocument, OPS } = await getResolvedPDFJS();
  const task = getDocument({
    // The library takes the bytes for its own: the caller's stay whole.
    data: withoutEndlessRanges(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const file = await inTime(task.promise, until);
    if (file.numPages > MOST_PAGES) throw new OfficeRefusal("office-pdf-long");
    let left = MOST_STEPS;
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await inTime(file.getPage(number), until);
      const drawn = await inTime(page.getOperatorList(), until);
      left -= drawn.fnArray.length;
      if (left < 0) throw new OfficeRefusal("office-pdf-long");
      const { width, height, transform } = page.getViewport({ scale: 1 });
      visit({
        number,
        width,
        height,
        steps: drawn.fnArray,
        inputs: drawn.argsArray,
        codes: OPS as unknown as Record<string, number>,
        view: matrixOf(transform),
        fontOf: (name) => fontOf(page.commonObjs.has(name) ? (page.commonObjs.get(name) as Face) : {}),
      });
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof OfficeRefusal) throw error;
    const locked = error instanceof Error && error.name === "PasswordException";
    throw new OfficeRefusal(locked ? "office-pdf-password" : "office-pdf-damaged");
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

function fontOf({ name = "", fontMatrix }: Face): PdfFont {
  const unit = Math.abs(fontMatrix?.[0] ?? 0.001);
  return { name, unit: unit > 0 && Number.isFinite(unit) ? unit : 0.001 };
}

/** A step in the time that is left; where none is, not even one that is ready counts. */
async function inTime<T>(work: Promise<T>, until: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new OfficeRefusal("office-pdf-long")), Math.max(0, until - performance.now()));
  });
  try {
    const done = await Promise.race([work, late]);
    if (performance.now() > until) throw new OfficeRefusal("office-pdf-long");
    return done;
  } finally {
    clearTimeout(timer);
  }
}

let isLettingGo = false;

/**
 * The library begins work on a torn file that nothing waits for any more; what fails there fails after the answer, and must not end the
 * program that has it. Every other failure that nobody caught ends the program as before.
 */
function letGoOfLeftPromises(): void {
  if (isLettingGo) return;
  isLettingGo = true;
  process.on("unhandledRejection", (fault) => {
    if (!isOfPdfLibrary(fault)) throw fault;
  });
}

/** Whether a failure comes from within the library: its exceptions remember the file they were declared in. */
export function isOfPdfLibrary(fault: unknown): boolean {
  return fault instanceof Error && /[/\\]unpdf[/\\]/.test(String(fault.stack));
}

/** The library is written for a newer engine: without this one method it drops the text of every page. */
function fillGaps(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  // oxlint-disable-next-line no-extend-native -- the standard method, for the engine that lacks it
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy;
    },
  });
}
