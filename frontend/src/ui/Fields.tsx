import { Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classes } from "./classes";

type Option = { value: string; label: string };

type SelectProps = {
  label: ReactNode;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
  /** Label and field in one line, as in the head of a list. */
  inline?: boolean;
};

export function Select({ label, value, options, onChange, inline }: SelectProps) {
  const id = useId();
  const select = (
    <select
      id={id}
      className={inline ? undefined : "kern-form-input__select"}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (inline) {
    return (
      <span className="field-inline">
        <label htmlFor={id}>{label}</label>
        {select}
      </span>
    );
  }
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">{select}</div>
    </div>
  );
}

type CheckboxProps = {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** 32 px instead of 44, inside dense lists. */
  dense?: boolean;
};

export function Checkbox({ children, checked, onChange, disabled, dense }: CheckboxProps) {
  return (
    <label className={classes("check", dense && "check-dense")}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

type RadiosProps = {
  legend: ReactNode;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
};

export function Radios({ legend, value, options, onChange }: RadiosProps) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="check">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

type TextFieldProps = {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "number" | "date";
  hint?: ReactNode;
  inputMode?: "numeric" | "text";
};

export function TextField({
  label,
  value,
  onChange,
  type = "text",
  hint,
  inputMode,
}: TextFieldProps) {
  const id = useId();
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="small muted" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <input
        id={id}
        className="kern-form-input__input"
        type={type}
        inputMode={inputMode}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

type SearchFieldProps = {
  label: ReactNode;
  value: string;
  /** Called 300 ms after the last letter, and at once on Enter. */
  onChange: (value: string) => void;
};

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);

  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);

  function tell(text: string) {
    if (text === told.current) return;
    told.current = text;
    onChange(text);
  }

  useEffect(() => {
    const timer = setTimeout(() => tell(typed), 300);
    return () => clearTimeout(timer);
  });

  return (
    <search className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label ?? <Trans>Search</Trans>}
      </label>
      <input
        id={id}
        type="search"
        className="kern-form-input__input"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") tell(typed);
        }}
      />
    </search>
  );
}
