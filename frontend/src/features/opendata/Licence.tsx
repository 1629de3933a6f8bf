import { Trans } from "@lingui/react/macro";
import { Link } from "@/ui/Link";

const CC_BY = "https://creativecommons.org/licenses/by/4.0/";

/** What may be done with the data, and whom to name. */
export function Licence() {
  const licence = <Link href={CC_BY}>CC BY 4.0</Link>;
  return (
    <div className="prose">
      <p>
        <Trans>
          You may copy, change and sell these data, also in a product of your own. The licence is{" "}
          {licence}: name the sources, and say what you changed.
        </Trans>
      </p>
      <ul>
        <li>
          <Trans>
            Networks: Citypeers, worded anew from BBSR-Online-Publikation 36/2023 and the public
            pages that each field names.
          </Trans>
        </li>
        <li>
          <Trans>
            Places, coordinates and inhabitants:{" "}
            <Link href="https://www.geonames.org/">GeoNames</Link>, {licence}.
          </Trans>
        </li>
      </ul>
      <p>
        <Trans>A line you can copy:</Trans>
      </p>
      <p className="opendata-quote" lang="en">
        Data: Citypeers, CC BY 4.0, based on BBSR-Online-Publikation 36/2023. Places: GeoNames, CC
        BY 4.0.
      </p>
    </div>
  );
}
