import { Trans, useLingui } from "@lingui/react/macro";
import { useLanguage } from "@/i18n/useLanguage";
import { Plate } from "@/ui/Plate";
import { useText } from "@/ui/Text";
import { Closed } from "./Closed";
import { type Section, sections, worthShowing } from "./grid";
import type { Day, Found, Slot } from "./queries";
import { SlotButton } from "./SlotButton";

type ChoosingProps = {
  found: Found;
  chosen: Slot | undefined;
  onChoose: (slot: Slot) => void;
};

/** Days as rows, half hours as columns with every city's clock in the head; a change of clocks begins a new head. */
export function SlotGrid(props: ChoosingProps) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="slots-scroll" tabIndex={0} aria-label={t`Times, scrolls sideways`}>
      {sections(worthShowing(props.found.days)).map((section) => (
        <Part key={section.days[0]?.day} section={section} {...props} />
      ))}
    </section>
  );
}

function Part({ section, found, chosen, onChoose }: ChoosingProps & { section: Section }) {
  const text = useText();
  return (
    <table className="slots">
      <caption className="vh">
        <Trans>Times to meet, on the clock of each city</Trans>
      </caption>
      <thead>
        {found.parties.map(({ hours }, index) => (
          <tr key={hours.organisation.slug}>
            <th scope="row">
              <Plate>{text(hours.organisation.label)}</Plate>
            </th>
            {section.columns.map(({ start, clocks }) => (
              <th
                key={start}
                scope="col"
                className={clocks[index]?.inside ? "slots-office" : "slots-outside"}
              >
                {clocks[index]?.start}
                {clocks[index]?.inside ? null : (
                  <span className="vh">
                    {" "}
                    <Trans>outside office hours</Trans>
                  </span>
                )}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {section.days.map((day) => (
          <tr key={day.day}>
            <th scope="row">
              <DayName day={day.day} />
              {day.slots.length > 0 ? <Closed day={day} parties={found.parties} /> : null}
            </th>
            {day.slots.length > 0 ? (
              section.columns.map(({ start }) => {
                const slot = day.slots.find((each) => each.seen[0]?.start === start);
                return (
                  <td key={start}>
                    {slot ? (
                      <SlotButton
                        slot={slot}
                        parties={found.parties}
                        chosen={slot.starts_at === chosen?.starts_at}
                        onChoose={onChoose}
                      />
                    ) : null}
                  </td>
                );
              })
            ) : (
              <td className="slots-closed" colSpan={Math.max(section.columns.length, 1)}>
                <Closed day={day} parties={found.parties} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same by day, for narrow screens and for whoever likes it better: each slot one button. */
export function SlotList({ found, chosen, onChoose }: ChoosingProps) {
  return (
    <ol className="slot-list">
      {worthShowing(found.days).map((day: Day) => (
        <li key={day.day}>
          <h3 className="h3">
            <DayName day={day.day} />
          </h3>
          <Closed day={day} parties={found.parties} />
          <ul>
            {day.slots.map((slot) => (
              <li key={slot.starts_at}>
                <SlotButton
                  slot={slot}
                  parties={found.parties}
                  chosen={slot.starts_at === chosen?.starts_at}
                  onChoose={onChoose}
                  withTimes
                />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function DayName({ day }: { day: string }) {
  const language = useLanguage();
  const shown = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    weekday: "short",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T12:00:00Z`));
  return <time dateTime={day}>{shown}</time>;
}
