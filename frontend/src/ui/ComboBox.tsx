import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { useLanguage } from "@/i18n/useLanguage";
import { Icon } from "./Icon";
import { startsFirst } from "./startsFirst";
import "./aria";
import "./combo-box.scss";

type Option = { id: string; label: string };

type ComboBoxProps = {
  label: string;
  /** The id of an option, or "" for none. */
  value: string;
  options: Option[];
  onChange: (value: string) => void;
};

/** A long list that is searched by typing. Heavy (React Aria): for lazy pages only. */
export function ComboBox(props: ComboBoxProps) {
  const language = useLanguage();
  return (
    <I18nProvider locale={language}>
      <Box key={language} {...props} />
    </I18nProvider>
  );
}

function Box({ label, value, options, onChange }: ComboBoxProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const ordered = useMemo(() => {
    const chosen = options.find((option) => option.id === value);
    return chosen?.label === typed ? options : startsFirst(options, typed);
  }, [options, value, typed]);
  return (
    <AriaComboBox
      className="kern-form-input combo"
      defaultItems={ordered}
      selectedKey={value || null}
      onSelectionChange={(chosen) => onChange(chosen === null ? "" : String(chosen))}
      onInputChange={setTyped}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <Label className="kern-label">{label}</Label>
      <div className="combo-field">
        <Input className="kern-form-input__input" />
        <Button>
          <Icon name="down" size={18} />
        </Button>
      </div>
      <Popover className="combo-list" offset={4}>
        <ListBox
          renderEmptyState={() => <p className="small muted">{t`Nothing has this name.`}</p>}
        >
          {(option: Option) => <ListBoxItem>{option.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
