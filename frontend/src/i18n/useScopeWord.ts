import { useLingui } from "@lingui/react/macro";
import type { components } from "@/api/schema.gen";

type ClientScope = components["schemas"]["ClientScope"];

/** What a program may do, in words. */
export function useScopeWord(): (scope: string) => string {
  const { t } = useLingui();
  const words: Record<ClientScope, string> = {
    "networks:read": t`Read networks`,
    "networks:write": t`Change networks`,
    "organisations:read": t`Read organisations`,
    "organisations:write": t`Change organisations`,
    "memberships:read": t`Read memberships`,
    "memberships:write": t`Change memberships`,
    "projects:read": t`Read projects`,
    "projects:write": t`Change projects`,
    "coaching:read": t`Read coaching`,
    "coaching:write": t`Act in coaching`,
  };
  return (scope) => (words as Record<string, string>)[scope] ?? scope;
}
