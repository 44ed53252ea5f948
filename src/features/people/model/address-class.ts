/** Where a request came from, without the part of the address that tells one household from another. */
export function addressClass(address: string): string {
  const plain = address.replace(/^::ffff:/i, "");
  if (plain === "::1" || plain.startsWith("127.")) return "computer";
  const parts = plain.split(".");
  if (parts.length === 4) {
    const [first, second] = parts.map(Number) as [number, number];
    const isLocal =
      first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168);
    return isLocal ? "local" : `${parts.slice(0, 3).join(".")}.*`;
  }
  if (/^f[cd]|^fe80/i.test(plain)) return "local";
  const groups = plain.split("::")[0]!.split(":").filter(Boolean).slice(0, 3);
  return groups.length > 0 ? `${groups.join(":")}:*` : "";
}

/** The same in words of a list of sessions; empty where it is not known. */
export function addressWords(place: string): string {
  if (place === "computer") return "с компьютера, где работает программа";
  if (place === "local") return "из местной сети";
  return place ? `сеть ${place}` : "";
}
