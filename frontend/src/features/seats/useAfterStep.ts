import { useQueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/problem";

/** After a step everything that counts seats is asked anew; so it is where the seat changed elsewhere meanwhile. */
export function useAfterStep() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ["seats"] });
  return async function after(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 412) await refresh();
      throw failure;
    }
    await refresh();
  };
}
