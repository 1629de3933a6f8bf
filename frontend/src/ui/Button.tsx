import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link, type LinkProps } from "./Link";

type Rank = "primary" | "secondary" | "tertiary";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { rank?: Rank; children: ReactNode };

/** Names the act and its object: "Invite Kaiserslautern". */
export function Button({ rank = "secondary", type = "button", children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={`kern-btn kern-btn--${rank}`}>
      <span className="kern-label">{children}</span>
    </button>
  );
}

/** Goes somewhere, looks like a button. */
export function LinkButton({ rank = "secondary", children, ...rest }: LinkProps & { rank?: Rank }) {
  return (
    <Link {...rest} className={`kern-btn kern-btn--${rank}`}>
      <span className="kern-label">{children}</span>
    </Link>
  );
}

/** An act inside a line of text: "Show as table", "Clear". */
export function TextButton({ type = "button", ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className="text-button" />;
}
