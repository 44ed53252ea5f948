const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** First bytes of files that are no documents, with the words for what they are; `at` where they do not stand at the beginning. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly words: string }[] = [
  { bytes: [0xff, 0xd8, 0xff], words: "изображение JPEG" },
  { bytes: [0x89, ...ascii("PNG")], words: "изображение PNG" },
  { bytes: ascii("GIF8"), words: "изображение GIF" },
  { bytes: ascii("WEBP"), at: 8, words: "изображение WEBP" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], words: "изображение TIFF" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], words: "изображение TIFF" },
  { bytes: ascii("ftyphei"), at: 4, words: "фотография HEIC" },
  { bytes: ascii("ftypmif1"), at: 4, words: "фотография HEIC" },
  { bytes: ascii("ftyp"), at: 4, words: "видеозапись" },
  { bytes: ascii("Rar!"), words: "архив RAR" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], words: "архив 7z" },
  { bytes: [0x1f, 0x8b], words: "архив GZIP" },
  { bytes: ascii("MZ"), words: "программа Windows" },
];

/** What a file that is no document is, by its bytes: «изображение JPEG»; undefined for what is not known. */
export function foreignKind(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(({ bytes: wanted, at = 0 }) => wanted.every((value, place) => bytes[at + place] === value))
    ?.words;
}
