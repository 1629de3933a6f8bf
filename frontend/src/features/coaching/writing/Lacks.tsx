import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { useWords } from "@/i18n/useWords";
import { Link } from "@/ui/Link";
import { Notice } from "@/ui/Notice";
import { lacks, type Values } from "./values";

const field = {
  challenge: msg({ id: "coaching_lack.challenge", message: "what you want to know" }),
  topics: msg({ id: "coaching_lack.topics", message: "a topic" }),
  format: msg({ id: "coaching_lack.format", message: "a kind of coaching" }),
  languages: msg({ id: "coaching_lack.languages", message: "a language" }),
};

/** What is still missing before anybody can be found, each with the way to it. */
export function Lacks({ hrefOf }: { hrefOf: (step: number) => string }) {
  const word = useWords({ field });
  const values = useWatch<Values>() as Values;
  const found = lacks(values);
  if (found.length === 0) return null;
  return (
    <Notice tone="warn" title={<Trans>Without these nobody can be found</Trans>}>
      <ul>
        {found.map((each) => (
          <li key={each.field}>
            <Link href={hrefOf(each.step)}>{word("field", each.field)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
