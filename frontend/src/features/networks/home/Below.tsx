import "./below.scss";
import { Doors } from "./Doors";
import { Facts } from "./Facts";
import { MapKey } from "./MapKey";
import { Signpost } from "./Signpost";
import { TopicRows } from "./TopicRows";

type BelowProps = {
  slug: string;
  city: string | undefined;
  onCity: (name: string) => void;
  cityHref: (name: string) => string;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
};

/** The home page under its field. */
export function Below({ slug, city, onCity, cityHref, asTable, onTable }: BelowProps) {
  return (
    <div className="wrap">
      <MapKey slug={slug} asTable={asTable} onTable={onTable} />
      <Facts />
      <TopicRows />
      <Signpost slug={slug} chosen={city} onChoose={onCity} cityHref={cityHref} />
      <Doors />
    </div>
  );
}
