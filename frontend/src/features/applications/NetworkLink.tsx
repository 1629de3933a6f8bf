import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import type { Application } from "./queries";

/** The network that is asked, by its short name. */
export function NetworkLink({ network }: { network: Application["network"] }) {
  return (
    <Link href={`/networks/${network.slug}`}>
      <Text of={network.label} />
    </Link>
  );
}
