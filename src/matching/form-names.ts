/** How people write the common legal forms; the others are written in capitals if they are short. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  (
    'GmbH|GmbH & Co KG|KGaA|UG|AG|KG|OHG|SE|Ltd|LLC|LLP|Inc|PLC|Corp|Co|Pty Ltd|Pvt Ltd|Sdn Bhd|S.A.R.L.|SAS|S.A.|S.r.l.|S.p.A.|' +
    'B.V.|N.V.|BVBA|AB|Aktiebolag|ApS|A/S|AS|Oy|Oyj|ehf|Sp. z o.o.|s.r.o.|a.s.|Kft|d.o.o.|d.d.|UAB|SIA|OÜ|OOO|PT|Tbk|K.K.|Lda|S.L.|' +
    'S.A. de C.V.|Ltda|Trust'
  )
    .split('|')
    .map((form) => [
      form
        .toLowerCase()
        .replace(/[^\p{L} ]/gu, '')
        .replaceAll('  ', ' '),
      form,
    ]),
);
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['aktiengesellschaft', 'AG'],
  ['besloten vennootschap', 'B.V.'],
  ['societe anonyme', 'S.A.'],
  ['sp z o o', 'Sp. z o.o.'],
  ['spol s r o', 's.r.o.'],
  ['ou', 'OÜ'],
  ['as', 'A.S.'],
  ['kabushiki kaisha', 'K.K.'],
  ['gmbh co kg', 'GmbH & Co KG'],
]);

/** For a canonical form of legal-forms.ts; the empty string stays empty. */
export function formName(form: string): string {
  const known = SPECIAL.get(form) ?? WRITTEN.get(form);
  if (known !== undefined) return known;
  if (form.length <= 4) return form.toUpperCase();
  return form.charAt(0).toUpperCase() + form.slice(1);
}
