import { renderSVG } from "uqr";

/** A picture of an address for the camera of a phone; black on white in every theme, for cameras want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const svg = renderSVG(text, { ecc: "L", border: 4 });
  return <img className="qr-code" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}
