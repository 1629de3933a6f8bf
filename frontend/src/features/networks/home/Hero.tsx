import "./hero.scss";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

type HeroProps = {
  onSearch: (q: string) => void;
  /** The map; it comes later, its place is kept. */
  map: ReactNode;
};

/** The yellow field: the headline, the question, the map. */
export function Hero({ onSearch, map }: HeroProps) {
  const { t } = useLingui();
  return (
    <section className="hero">
      <div className="hero-in">
        <div className="hero-text">
          <h1 className="poster" tabIndex={-1}>
            <Trans>Another city has already tried it.</Trans>
          </h1>
          <p>
            <Trans>Find the network that works on it. Every fact names its source.</Trans>
          </p>
        </div>
        <search className="ask">
          <form
            action="/networks"
            onSubmit={(event) => {
              event.preventDefault();
              onSearch(String(new FormData(event.currentTarget).get("q") ?? "").trim());
            }}
          >
            <label htmlFor="ask">
              <Trans>What is your city working on?</Trans>
            </label>
            <div>
              <input id="ask" name="q" type="search" autoComplete="off" />
              <button type="submit">{t`Search`}</button>
            </div>
          </form>
        </search>
        <div className="map-slot">{map}</div>
      </div>
    </section>
  );
}
