import { useLingui } from "@lingui/react/macro";
import { Link } from "./Link";

type ViewSwitchProps = { views: { href: string; label: string; current?: boolean }[] };

/** The same records as List, Map or Analysis. */
export function ViewSwitch({ views }: ViewSwitchProps) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`View`}>
      <ul className="segments">
        {views.map((view) => (
          <li key={view.href}>
            <Link href={view.href} aria-current={view.current ? "true" : undefined}>
              {view.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
