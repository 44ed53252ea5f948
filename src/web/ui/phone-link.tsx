/** A phone as a link that calls it. */
export function PhoneLink({ phone, className = "nw" }: { readonly phone: string; readonly className?: string }) {
  return (
    <a className={className} href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
      {phone}
    </a>
  );
}
