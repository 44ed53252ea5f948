const FORMAT = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" });

/** The time of the device's own clock, «14:32». */
export function clockTime(at: Date): string {
  return FORMAT.format(at);
}
