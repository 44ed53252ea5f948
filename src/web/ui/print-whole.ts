import { useEffect, useState } from "react";

export interface PrintWhole {
  /** the page asks for all rows */
  readonly whole: boolean;
  readonly print: () => void;
}

/** Paper takes the whole list, the screen a page of it: from the press of «Печать» until the print closes the list is whole. */
export function usePrintWhole(): PrintWhole {
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    const back = () => setWhole(false);
    window.addEventListener("afterprint", back);
    return () => window.removeEventListener("afterprint", back);
  }, []);
  return { whole, print: () => setWhole(true) };
}

/** Opens the browser's print once the rows that were asked for stand on the page. */
export function usePrintWhen(drawn: boolean): void {
  useEffect(() => {
    if (drawn) window.print();
  }, [drawn]);
}
