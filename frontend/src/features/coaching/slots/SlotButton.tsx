import { Trans, useLingui } from "@lingui/react/macro";
import { formatPartialDate } from "@/i18n/dates";
import { useLanguage } from "@/i18n/useLanguage";
import { Icon } from "@/ui/Icon";
import { useText } from "@/ui/Text";
import { standing } from "./grid";
import type { Party, Slot } from "./queries";
import { useWord } from "./words";

type SlotButtonProps = {
  slot: Slot;
  parties: Party[];
  chosen: boolean;
  onChoose: (slot: Slot) => void;
  /** Says the times on it; in the grid the head does. */
  withTimes?: boolean;
};

/** A slot to choose: what is said to it as a word or a tick, and everything in its name. */
export function SlotButton({ slot, parties, chosen, onChoose, withTimes }: SlotButtonProps) {
  const { t } = useLingui();
  const word = useWord();
  const text = useText();
  const language = useLanguage();
  const state = standing(slot, parties.length);
  const cityOf = (slug: string) =>
    text(parties.find((each) => each.hours.organisation.slug === slug)?.hours.organisation.label) ||
    slug;
  const times = slot.seen.map((each) => `${each.start} ${cityOf(each.organisation)}`).join(" · ");
  const day = formatPartialDate(slot.seen[0]?.day ?? "", language);
  const said = word("standing", state);
  const able = slot.answers.filter((each) => each.answer !== "no");
  return (
    <button
      type="button"
      className={`slot slot-${chosen ? "chosen" : state}`}
      aria-pressed={chosen}
      aria-label={t`${day}, ${times}: ${said}`}
      onClick={() => onChoose(slot)}
    >
      {withTimes ? <span>{times}</span> : null}
      {chosen ? (
        <Trans>Chosen</Trans>
      ) : state === "agreed" ? (
        <Icon name="tick" size={16} />
      ) : state === "if_need_be" ? (
        <Trans>if need be</Trans>
      ) : state === "some" ? (
        able.map((each) => cityOf(each.organisation)).join(", ")
      ) : state === "none" ? (
        <Trans>no</Trans>
      ) : null}
    </button>
  );
}
