import "./map.scss";
import { useEffect } from "react";
import { classes } from "../classes";
import { Link } from "../Link";
import { type Box, nearest, placePlates, type Spot } from "./place";
import { along, bow, path, type View } from "./projection";

export type Sign = {
  key: string;
  name: string;
  /** A second line on the plate. */
  note?: string;
  /** What the plate points at. */
  at: Spot;
  /** The cities it stands for. */
  dots: Spot[];
  /** Dots that an arc leads to. */
  met: Spot[];
  href: string;
};

type MapDrawingProps = {
  view: View;
  /** The piece of it that is shown; else all. */
  part?: Box;
  /** Units of the drawing to a pixel of the screen: plates keep their size. */
  unit: number;
  zones: Box[];
  label: string;
  /** Where the arcs begin. */
  origin?: Sign;
  signs: Sign[];
  /** Dots without a plate. */
  bare?: Spot[];
};

const letter = 7.7;
const smallLetter = 6.4;

/** The arcs draw themselves on the first visit only. */
let drawn = false;

/** Land, arcs, dots and plates. */
export function MapDrawing(props: MapDrawingProps) {
  const { view, part, unit, zones, label, origin, signs, bare = [] } = props;
  const bounds = part ?? { x: 0, y: 0, width: view.width, height: view.height };
  const all = origin ? [origin, ...signs] : signs;
  const dots = [...signs.flatMap((sign) => sign.dots), ...bare];
  const arcs = origin ? signs.flatMap((sign) => sign.met.map((dot) => bow(origin.at, dot))) : [];
  const edge = 7 * unit;
  const boxes = placePlates(
    all.map((sign) => ({
      at: sign.at,
      width:
        unit *
        Math.max(sign.name.length * letter + 20, (sign.note?.length ?? 0) * smallLetter + 20),
      height: unit * (sign.note ? 38 : 26),
    })),
    {
      zones,
      dots: origin ? [origin.at, ...dots] : dots,
      lines: arcs.flatMap((arc) => along(arc)),
      bounds: {
        x: bounds.x + edge,
        y: bounds.y + edge,
        width: bounds.width - 2 * edge,
        height: bounds.height - 2 * edge,
      },
    },
  );
  const still = drawn;
  const ready = dots.length > 0;
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(() => {
      drawn = true;
    }, 1000);
    return () => clearTimeout(timer);
  }, [ready]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds links is a group, not an image
    <svg
      viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
      role="group"
      aria-label={label}
      aria-hidden={!ready}
    >
      <path className="land" d={view.land} />
      <g className={classes("map-arcs", still && "is-still")}>
        {arcs.map((arc) => (
          <path key={path(arc)} d={path(arc)} pathLength={1} strokeWidth={2 * unit} />
        ))}
      </g>
      {dots.map((dot) => (
        <circle
          key={`${dot.x} ${dot.y}`}
          className="map-dot"
          cx={dot.x}
          cy={dot.y}
          r={4.2 * unit}
        />
      ))}
      {origin ? (
        <circle className="map-dot" cx={origin.at.x} cy={origin.at.y} r={7 * unit} />
      ) : null}
      {all.map((sign, index) => {
        const box = boxes[index];
        return box ? <Plate key={sign.key} sign={sign} box={box} unit={unit} /> : null;
      })}
    </svg>
  );
}

function Plate({ sign, box, unit }: { sign: Sign; box: Box; unit: number }) {
  const end = nearest(box, sign.at);
  const middle = box.width / 2;
  return (
    <>
      <line
        className="map-leader"
        x1={sign.at.x}
        y1={sign.at.y}
        x2={end.x}
        y2={end.y}
        strokeWidth={1.2 * unit}
      />
      <Link href={sign.href} className="map-plate">
        <g transform={`translate(${box.x.toFixed(1)} ${box.y.toFixed(1)})`}>
          <rect width={box.width} height={box.height} rx={5 * unit} />
          <rect
            className="map-plate-line"
            x={2.5 * unit}
            y={2.5 * unit}
            width={box.width - 5 * unit}
            height={box.height - 5 * unit}
            rx={3 * unit}
            strokeWidth={1.3 * unit}
          />
          <text x={middle} y={18 * unit} fontSize={15 * unit} textAnchor="middle">
            {sign.name}
          </text>
          {sign.note ? (
            <text
              className="map-note"
              x={middle}
              y={31 * unit}
              fontSize={14 * unit}
              textAnchor="middle"
            >
              {sign.note}
            </text>
          ) : null}
        </g>
      </Link>
    </>
  );
}
