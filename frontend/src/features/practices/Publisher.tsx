import { Text } from "@/ui/Text";
import type { PracticeItem } from "./directory/queries";

type PublisherProps = { of: Pick<PracticeItem, "publisher" | "organisation"> };

/** Who publishes it: as the work itself says, else the organisation of the directory. */
export function Publisher({ of: { publisher, organisation } }: PublisherProps) {
  return publisher ?? <Text of={organisation?.label} />;
}
