import { Trans, useLingui } from "@lingui/react/macro";
import { fileSize } from "@/i18n/sizes";
import { useLanguage } from "@/i18n/useLanguage";
import { FactBar } from "@/ui/FactBar";
import type { Import } from "./queries";
import { useDelimiterName } from "./useDelimiterName";

/** What was understood of a file: what it is, and its first rows as they stand there. */
export function FileRead({ run }: { run: Import }) {
  const { t } = useLingui();
  const language = useLanguage();
  const delimiter = useDelimiterName();
  const { seen, size, source, file_name: name } = run;
  return (
    <>
      <FactBar
        facts={[
          { term: t`Source`, value: source },
          { term: t`Format`, value: (seen.format ?? "").toUpperCase() },
          ...(seen.encoding ? [{ term: t`Encoding`, value: seen.encoding.toUpperCase() }] : []),
          ...(seen.delimiter
            ? [{ term: t`Columns are parted by`, value: delimiter(seen.delimiter) }]
            : []),
          { term: t`Size`, value: fileSize(size, language) },
        ].filter(({ value }) => value)}
      />
      {seen.sample.length > 0 ? (
        <h3 className="h3">
          <Trans>The first rows, as they stand in your file</Trans>
        </h3>
      ) : null}
      {seen.sample.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is moved by keyboard too
        <section className="import-sample" tabIndex={0} aria-label={t`First rows of ${name}`}>
          <table className="table">
            <caption className="vh">
              <Trans>The first rows, as they stand in your file</Trans>
            </caption>
            <thead>
              <tr>
                {seen.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {seen.sample.map((row) => (
                <tr key={JSON.stringify(row)}>
                  {seen.columns.map((column) => (
                    <td key={column}>{row[column]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}
