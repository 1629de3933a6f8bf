import { Trans } from "@lingui/react/macro";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Link } from "@/ui/Link";
import { NotStated } from "@/ui/NotStated";
import { Period } from "../Period";
import { usePart } from "../words";
import { MemberName } from "./MemberName";
import { byCountry, type Line } from "./records";

/** Each country once, with its own membership and everyone from there. */
export function ByCountry({ lines }: { lines: readonly Line[] }) {
  const part = usePart();
  const language = useLanguage();
  return (
    <ul className="membership-rows">
      {byCountry(lines).map(({ code, state, others }) => (
        <li key={code ?? ""}>
          <div>
            <h3 className="h3">
              {code ? (
                <Link href={`/countries/${code}`}>{countryName(code, language)}</Link>
              ) : (
                <Trans>Country not stated</Trans>
              )}
            </h3>
            {state ? (
              <p className="small">
                {part(state.role, state.state)}{" "}
                <Period from={state.from} to={state.to} observed={state.observed} />
              </p>
            ) : null}
          </div>
          {others.length > 0 ? (
            <ul className="plate-list">
              {others.map((line) => (
                <li key={line.key}>
                  <MemberName line={line} />
                </li>
              ))}
            </ul>
          ) : (
            <p>
              <NotStated small>
                <Trans>no city stated</Trans>
              </NotStated>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
