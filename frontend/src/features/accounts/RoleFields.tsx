import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormContext } from "react-hook-form";
import { STAFF, useHolds } from "@/api/useHolds";
import { useLabel } from "@/i18n/labels";
import { OrganisationField } from "@/ui/OrganisationField";
import { Select } from "@/ui/Select";
import { useText } from "@/ui/Text";
import { networksQuery } from "./queries";
import type { RoleValues } from "./role";

/** Which role, and on what it is held; those of representatives come with their seats. */
export function RoleFields() {
  const { t } = useLingui();
  const text = useText();
  const label = useLabel();
  const isAdministrator = useHolds(["administrator"]);
  const networks = useQuery(networksQuery()).data?.items ?? [];
  const role = useFormContext<RoleValues>().watch("role");
  const offered = [
    "member",
    "steward",
    ...STAFF.filter((each) => each === "secretariat" || isAdministrator),
  ];
  return (
    <>
      <Select
        name="role"
        label={t`Role`}
        hint={t`Representatives get theirs with their seat.`}
        options={offered.map((each) => ({ value: each, label: label("role", each) }))}
      />
      {role === "steward" ? (
        <Select
          name="network"
          label={t`Network`}
          rules={{ required: t`Choose the network.` }}
          options={[
            { value: "", label: t`Choose` },
            ...networks.map((each) => ({ value: each.id, label: text(each.label) })),
          ]}
        />
      ) : null}
      {role === "member" ? (
        <OrganisationField
          name="organisation"
          required={t`Choose the organisation.`}
          value={({ id }) => id}
        />
      ) : null}
      {role === "secretariat" || role === "administrator" ? (
        <p className="small muted">
          <Trans>This role is held everywhere. It counts once the second factor is set up.</Trans>
        </p>
      ) : null}
    </>
  );
}
