import { useEffect, useState, type ComponentType, type ReactNode } from "react";

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/** A component whose code is fetched when it is first shown, or asked for before. */
export type Arriving<Props> = ComponentType<Props> & { readonly fetch: () => Promise<ComponentType<Props>> };

/**
 * A part of the page whose code comes when it is needed; `meanwhile` stands in its place. Not React.lazy: what was suspended React holds
 * back for 0.3 s, and a page in a page twice that, on the fastest line. Code that did not come is a fault of the page, which
 * is loaded anew.
 */
export function arriving<Props extends object>(load: Load<Props>, meanwhile?: ReactNode): Arriving<Props> {
  let arrived: ComponentType<Props> | undefined;
  const fetch = async () => (arrived ??= (await load()).default);
  function Arrived(props: Props) {
    const [Part, setPart] = useState(() => arrived);
    const [failed, setFailed] = useState<{ readonly fault: unknown }>();
    useEffect(() => {
      if (Part) return;
      let shown = true;
      fetch().then(
        (part) => shown && setPart(() => part),
        (fault: unknown) => shown && setFailed({ fault }),
      );
      return () => {
        shown = false;
      };
    }, [Part]);
    if (failed) throw failed.fault;
    return Part ? <Part {...props} /> : meanwhile;
  }
  return Object.assign(Arrived, { fetch });
}
