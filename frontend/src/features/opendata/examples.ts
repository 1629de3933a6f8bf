/** Calls that work on the instance they are read on. */
export function examples(origin: string): { key: "filter" | "language" | "file"; call: string }[] {
  return [
    { key: "filter", call: `curl '${origin}/api/v1/networks?topic=energy&country=DE&limit=5'` },
    {
      key: "language",
      call: `curl -H 'Accept-Language: pt' '${origin}/api/v1/networks/iscn'`,
    },
    { key: "file", call: `curl -o networks.csv '${origin}/api/v1/networks?format=csv'` },
  ];
}
