import { useId, type ButtonHTMLAttributes, type ReactNode } from "react";
import { Link, type LinkProps } from "react-router";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonLook {
  /** one filled kind in a view: `primary` is the action the page is for */
  readonly kind?: "primary" | "default" | "ghost";
  /** small 32 px in tables, medium 40 (44 on a phone), large 48 for the main action of a form */
  readonly size?: "small" | "medium" | "large";
  readonly icon?: IconName;
  readonly className?: string;
}

const KIND = { primary: " p", default: "", ghost: " g" };
const SIZE = { small: " s", medium: "", large: " b" };

function looks({ kind = "default", size = "medium", className }: ButtonLook): string {
  return `btn${KIND[kind]}${SIZE[size]}${className ? ` ${className}` : ""}`;
}

export interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> {
  /** the request is under way: presses are ignored, the words stay */
  readonly busy?: boolean;
  /** why it cannot be pressed now; shown in words beside it, which is the only way to disable a button */
  readonly disabledReason?: string | undefined;
  readonly children: ReactNode;
}

/** A button with a verb. For navigation use `ButtonLink`. */
export function Button({
  kind,
  size,
  icon,
  className,
  busy = false,
  disabledReason,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const idle = busy || disabledReason !== undefined;
  const button = (
    <button
      type="button"
      {...rest}
      className={looks({ kind, size, className } as ButtonLook)}
      aria-busy={busy || undefined}
      aria-disabled={idle || undefined}
      aria-describedby={disabledReason ? reasonId : rest["aria-describedby"]}
      onClick={(event) => (idle ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className="btn-why">
      {button}
      <span id={reasonId} className="sm q">
        {disabledReason}
      </span>
    </span>
  );
}

export interface ButtonLinkProps extends ButtonLook, Omit<LinkProps, "className"> {
  readonly children: ReactNode;
}

/** A link that looks like a button: it opens a page, so it can be opened in a new tab. */
export function ButtonLink({ kind, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={looks({ kind, size, className } as ButtonLook)}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children"> {
  readonly icon: IconName;
  /** what it does and to what: «Убрать файл приказ.pdf» */
  readonly label: string;
}

/** Only for what needs no word: close, remove, menu. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className="btn g s ib" aria-label={label} title={label}>
      <Icon name={icon} size={18} />
    </button>
  );
}
