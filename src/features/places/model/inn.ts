const WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/**
 * Whether ten digits are the taxpayer's number of an organisation: the last one is the check digit
 * (приказ ФНС от 29.06.2012 № ММВ-7-6/435@).
 */
export function isInn(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return (sum % 11) % 10 === Number(text[9]);
}
