import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "@/api/useSession";
import { countryName } from "@/i18n/text";
import { useLanguage } from "@/i18n/useLanguage";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { ErrorState, Skeleton } from "@/ui/States";
import { NominateForm } from "./NominateForm";
import { type Seat, seatQuery, type Verb } from "./queries";
import { type DeputyStep, deputySteps } from "./records";
import { SeatFacts } from "./SeatFacts";
import { useSeatName } from "./SeatPlate";
import { StepForm } from "./StepForm";
import { useDeputyWord } from "./useDeputyWord";
import { useWord } from "./words";

type SeatDialogProps = { seat: Seat | undefined; isStaff: boolean; onClose: () => void };

/** One seat: who is on it, where that is written, and what the reader may do about it. */
export function SeatDialog({ seat, isStaff, onClose }: SeatDialogProps) {
  const language = useLanguage();
  const name = useSeatName();
  const country = seat ? countryName(seat.country, language) : "";
  return (
    <Dialog
      open={seat !== undefined}
      onClose={onClose}
      title={seat ? `${name(seat)}, ${country}` : ""}
    >
      {seat ? <SeatInside key={seat.id} seat={seat} isStaff={isStaff} /> : null}
    </Dialog>
  );
}

type Chosen = { verb: Verb; isDeputy: boolean };

type SeatInsideProps = {
  seat: Seat;
  isStaff: boolean;
  /** The reader is on it, and steps down rather than recalls themselves. */
  isOwn?: boolean | undefined;
};

/** What is known of one seat, and the steps that the reader may take. */
export function SeatInside({ seat, isStaff, isOwn }: SeatInsideProps) {
  const isIn = useSession() === "in";
  const word = useWord();
  const deputyWord = useDeputyWord();
  const answer = useQuery(seatQuery(seat.id, isIn));
  const [chosen, setChosen] = useState<Chosen>();
  const [isDone, setDone] = useState(false);

  if (answer.isPending) return <Skeleton rows={4} />;
  if (answer.isError) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { data: shown, tag } = answer.data;
  const begin = (next: Chosen) => {
    setDone(false);
    setChosen(next);
  };
  const end = () => {
    setDone(true);
    setChosen(undefined);
  };
  if (chosen) {
    const form = {
      seat: shown,
      tag,
      isDeputy: chosen.isDeputy,
      onDone: end,
      onBack: () => setChosen(undefined),
    };
    return chosen.verb === "nominate" ? (
      <NominateForm {...form} />
    ) : (
      <StepForm {...form} verb={chosen.verb} />
    );
  }
  const own = shown.may.filter((verb) => !(isOwn && verb === "recall"));
  const steps = deputySteps(shown, isStaff);
  return (
    <div className="seat-inside">
      {isDone ? <Notice live tone="ok" title={<Trans>Done. It is recorded.</Trans>} /> : null}
      <SeatFacts seat={shown} isOwn={isOwn} />
      {own.length + steps.length > 0 ? (
        <div className="button-row">
          {own.map((verb) => (
            <Button key={verb} onClick={() => begin({ verb, isDeputy: false })}>
              {word("seat_verb", verb)}
            </Button>
          ))}
          {steps.map((verb: DeputyStep) => (
            <Button key={`deputy ${verb}`} onClick={() => begin({ verb, isDeputy: true })}>
              {deputyWord(verb)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
