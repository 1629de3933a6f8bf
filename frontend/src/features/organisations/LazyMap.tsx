import { lazy, Suspense } from "react";

const PlacesMap = lazy(async () => ({ default: (await import("@/ui/map/PlacesMap")).PlacesMap }));

/** The map comes after the words of its page; its room is kept until then. */
export function LazyMap(props: Parameters<typeof PlacesMap>[0]) {
  return (
    <Suspense fallback={<div className="map-room" />}>
      <PlacesMap {...props} />
    </Suspense>
  );
}
