const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser/, "Яндекс Браузер"],
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrom(e|ium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** «Chrome, Windows» from what a browser says of itself; «Неизвестное устройство» where it says nothing known. */
export function deviceName(agent: string): string {
  const named = (list: readonly (readonly [RegExp, string])[]) => list.find(([mark]) => mark.test(agent))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(", ") || "Неизвестное устройство";
}
