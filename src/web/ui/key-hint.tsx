import { Fragment } from "react";

/** Keys and what they do: `<KeyHint keys={["Ctrl", "Z"]}>вернуть</KeyHint>`. */
export function KeyHint({ keys, children }: { readonly keys: readonly string[]; readonly children?: React.ReactNode }) {
  return (
    <span className="key-hint">
      {keys.map((key) => (
        <Fragment key={key}>{key === "–" ? key : <kbd>{key}</kbd>}</Fragment>
      ))}
      {children}
    </span>
  );
}
