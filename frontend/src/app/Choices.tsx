import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { changeLanguage, type Language, languages } from "@/i18n/language";
import { useLanguage } from "@/i18n/useLanguage";
import { TextButton } from "@/ui/Button";
import { Radios } from "@/ui/Fields";
import { Icon } from "@/ui/Icon";
import { Popup } from "@/ui/Popup";
import { changeScheme, currentScheme, type Scheme } from "./scheme";

/** Language and colours, behind the name of the language being spoken. */
export function Choices() {
  const { t } = useLingui();
  const language = useLanguage();
  const [scheme, setScheme] = useState(currentScheme);

  return (
    <Popup
      label={
        <>
          <span className="vh">
            <Trans>Language and colours:</Trans>{" "}
          </span>
          {languages[language]}
          <Icon name="down" size={14} />
        </>
      }
    >
      {(close) => (
        <>
          <fieldset>
            <legend>
              <Trans>Language</Trans>
            </legend>
            <ul className="language-list">
              {Object.entries(languages).map(([code, name]) => (
                <li key={code} lang={code}>
                  {code === language ? (
                    <span aria-current="true">
                      {name} <Icon name="tick" size={16} />
                    </span>
                  ) : (
                    <TextButton
                      onClick={() => {
                        void changeLanguage(code as Language);
                        close();
                      }}
                    >
                      {name}
                    </TextButton>
                  )}
                </li>
              ))}
            </ul>
          </fieldset>
          <Radios
            legend={t`Colours`}
            value={scheme}
            options={[
              { value: "system", label: t`As on this device` },
              { value: "light", label: t`Light` },
              { value: "dark", label: t`Dark` },
            ]}
            onChange={(value) => {
              changeScheme(value as Scheme);
              setScheme(value as Scheme);
            }}
          />
        </>
      )}
    </Popup>
  );
}
