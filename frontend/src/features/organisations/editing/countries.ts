const A = 65;
const LETTERS = Array.from({ length: 26 }, (_, place) => String.fromCharCode(A + place));
/** Codes that have a name but are no country: unions, exceptional reservations, the unknown. */
const NO_COUNTRY = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" ");

/** Every country by name in the reader's language. */
export function countryOptions(reader: string): { id: string; label: string }[] {
  const names = new Intl.DisplayNames([reader], { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.includes(code))
    .flatMap((code) => {
      const label = names.of(code);
      return label ? [{ id: code, label }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, reader));
}
