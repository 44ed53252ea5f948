import { localDateAt, type LocalDate } from "#shared/local-date.ts";

let shift = 0;

/** Learns the product's clock from what the server says it is at this moment: an ISO instant. */
export function setProductClock(now: string, device: Date = new Date()): void {
  shift = Date.parse(now) - device.getTime();
}

/** A moment of the device's clock by the product's own, which every time on the screen is told by. */
export function productTime(device: Date): Date {
  return new Date(device.getTime() + shift);
}

/** The day by the product's clock, in the zone of the device. */
export function productDay(device: Date = new Date()): LocalDate {
  return localDateAt(productTime(device), Intl.DateTimeFormat().resolvedOptions().timeZone);
}
