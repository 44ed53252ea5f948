/**
 * Whom guesses from an address are counted for: an IPv4 address, or the network (/64) of an IPv6 one. Whoever has one address of such a
 * network has all of them, and would guess from a new one each time.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.replace(/%.*$/, "").split("::");
  const [first, last] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const left = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array.from({ length: left }, () => "0"), ...last].slice(0, 4).join(":");
}
