import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Hero } from "@/features/networks/home/Hero";
import { allWords } from "@/i18n/language";
import { useTitle } from "@/ui/Page";
import { useInBrowser } from "@/ui/useInBrowser";
import { stringifySearch, useAddress } from "../address";

/** The network whose cities stand on the map of the home page. */
const slug = "iscn";

const CityMap = lazy(async () => {
  const [map] = await Promise.all([import("@/features/networks/home/CityMap"), allWords()]);
  return { default: map.CityMap };
});

const Below = lazy(async () => {
  const [below] = await Promise.all([import("@/features/networks/home/Below"), allWords()]);
  return { default: below.Below };
});

export function HomePage() {
  const { t } = useLingui();
  useTitle(t`Another city has already tried it.`);
  const navigate = useNavigate();
  const address = useAddress();
  const here = useInBrowser();
  const cityHref = (city: string) => `${address.href({ city })}#signpost`;
  return (
    <>
      <Hero
        onSearch={(q) => void navigate({ href: `/networks${stringifySearch({ q })}` })}
        map={
          here ? (
            <Suspense>
              <CityMap slug={slug} cityHref={cityHref} />
            </Suspense>
          ) : null
        }
      />
      {here ? (
        <Suspense fallback={<div className="wait" />}>
          <Below
            slug={slug}
            city={address.one("city")}
            onCity={(city) => address.go({ city })}
            cityHref={cityHref}
            asTable={address.one("table") === "cities"}
            onTable={(asTable) => address.go({ table: asTable ? "cities" : undefined })}
          />
        </Suspense>
      ) : (
        <div className="wait" />
      )}
    </>
  );
}
