import { Trans, useLingui } from "@lingui/react/macro";
import { useForm } from "react-hook-form";
import { TextButton } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { TextField } from "@/ui/TextField";
import type { Days } from "./queries";
import "./steering.scss";

type Typed = { first: string; last: string };

type DaysFormProps = {
  days: Days;
  onDays: (days: Partial<Typed>) => void;
};

/** The requests of which days are counted; an empty field does not limit. */
export function DaysForm({ days, onDays }: DaysFormProps) {
  const { t } = useLingui();
  const form = useForm<Typed>({
    values: { first: days.first ?? "", last: days.last ?? "" },
  });
  const isLimited = Boolean(days.first ?? days.last);
  return (
    <div className="days-form">
      <Form
        form={form}
        rank="secondary"
        submit={<Trans>Count these days</Trans>}
        aside={
          isLimited ? (
            <TextButton onClick={() => onDays({})}>
              <Trans>All days</Trans>
            </TextButton>
          ) : null
        }
        onSend={async ({ first, last }) => onDays({ first, last })}
      >
        <p className="muted">
          <Trans>Requests that were begun on these days are counted.</Trans>
        </p>
        <TextField name="first" type="date" label={t`First day`} />
        <TextField
          name="last"
          type="date"
          label={t`Last day`}
          rules={{
            validate: (last: string) =>
              !last || form.getValues("first") <= last || t`The last day is before the first.`,
          }}
        />
      </Form>
    </div>
  );
}
