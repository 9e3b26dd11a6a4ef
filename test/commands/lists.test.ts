import { understand } from '../../src/commands/understand';

/** Lists of companies in the shapes in which people type and paste them. */
const KNOWN = ['contoso', 'fabrikam', 'litware', 'northwind traders', 'bread and butter'];
const known = { has: (name: string) => KNOWN.includes(name.toLowerCase()) };

function read(text: string): unknown {
  const heard = understand(text, { known });
  return heard.outcome === 'understood' ? heard.intent : heard.outcome;
}

const THREE = ['Contoso', 'Fabrikam', 'Litware'];

it.each([
  ['tailspin a accepté hier ?', ['tailspin']],
  ['est-ce que fabrikam a déjà accepté', ['fabrikam']],
  ['wingtip toys a déjà signé ?', ['wingtip toys']],
])('takes no verb for the end of a name: %s', (text, companies) => {
  expect(read(text)).toMatchObject({ name: 'status', companies });
});

describe('a list in a sentence', () => {
  it.each([
    ['are Contoso, Fabrikam and Litware accepted?', 'status', THREE],
    ['contoso, fabrikam, litware: have they accepted?', 'status', ['contoso', 'fabrikam', 'litware']],
    ['please check the following: Contoso, Fabrikam, Litware', 'status', THREE],
    ['Contoso / Fabrikam / Litware', 'status', THREE],
    ['Contoso; Fabrikam; Zyxco', 'status', ['Contoso', 'Fabrikam', 'Zyxco']],
    ['watch contoso, fabrikam and litware', 'watch', ['contoso', 'fabrikam', 'litware']],
    ['are contoso and fabrikam and litware accepted', 'status', ['contoso', 'fabrikam', 'litware']],
    ['status of Contoso, Bread and Butter and Litware', 'status', ['Contoso', 'Bread and Butter', 'Litware']],
    ['are "Town of Canaan, NY", Contoso and Litware accepted?', 'status', ['Town of Canaan, NY', 'Contoso', 'Litware']],
    ['haben Contoso, Fabrikam und Litware angenommen?', 'status', THREE],
    ['est-ce que Contoso, Fabrikam et Litware ont accepté ?', 'status', THREE],
    ['¿han aceptado Contoso, Fabrikam y Litware?', 'status', THREE],
    ['hebben Contoso, Fabrikam en Litware geaccepteerd?', 'status', THREE],
    ['who mapped Contoso, Fabrikam and Litware?', 'who_mapped', THREE],
  ])('%s', (text, name, companies) => {
    expect(read(text)).toMatchObject({ name, companies });
  });

  it.each([
    ['contoso, fabrikam und bluebell, sind die durch?', ['contoso', 'fabrikam', 'bluebell']],
    ['contoso, fabrikam and bluebell, are they through?', ['contoso', 'fabrikam', 'bluebell']],
    ['is contoso accepted, and fabrikam and bluebell?', ['contoso', 'fabrikam', 'bluebell']],
    ['hat Contoso angenommen, und Fabrikam und Bluebell?', ['Contoso', 'Fabrikam', 'Bluebell']],
  ])('loses no name that nobody knows: %s', (text, companies) => {
    expect(read(text)).toMatchObject({ name: 'status', companies });
  });

  it('keeps a comma that belongs to a name', () => {
    expect(read('has Contoso, Inc. accepted?')).toEqual({ name: 'status', companies: ['Contoso, Inc.'] });
  });

  it.each(['dissocie Scierie Vernet stp, c’était pas le bon client', "unmap Forth Couriers, that's the wrong yin"])(
    'takes no reason for a second company: %s',
    (text) => {
      expect(read(text)).not.toMatchObject({
        companies: expect.arrayContaining([expect.stringMatching(/était|wrong/)]),
      });
    },
  );
});

describe('a list that was pasted', () => {
  it.each([
    ['one a line', 'Contoso\nFabrikam\nLitware'],
    ['one a line, with the question first', 'are these accepted?\nContoso\nFabrikam\nLitware'],
    ['begun in the question', 'status of Contoso\nFabrikam\nLitware'],
    ['numbered', '1. Contoso\n2. Fabrikam\n3) Litware'],
    ['with bullets', '- Contoso\n• Fabrikam\n* Litware'],
    ['with seats after each', 'Contoso 25 seats\nFabrikam 3 seats\nLitware 1 seat'],
    ['a table from a spreadsheet', 'Company\tSeats\tPlan\nContoso\t25\tE3\nFabrikam\t3\tE5\nLitware\t1\tF1'],
    ['a table without heads, figures first', '25\tContoso\n3\tFabrikam\n1\tLitware'],
    ['semicolons', 'Contoso;25;active\nFabrikam;3;active\nLitware;1;active'],
    ['commas with figures', 'Contoso, 25\nFabrikam, 3\nLitware, 1'],
    ['a table of marks', '| Name | Seats |\n|---|---|\n| Contoso | 25 |\n| Fabrikam | 3 |\n| Litware | 1 |'],
    [
      'a table as HTML',
      '<table><tr><td>Customer</td><td>Seats</td></tr><tr><td>Contoso</td><td>5</td></tr><tr><td>Fabrikam</td><td>2</td></tr><tr><td>Litware</td><td>1</td></tr></table>',
    ],
  ])('%s', (_shape, text) => {
    expect(read(text)).toEqual({ name: 'status', companies: THREE });
  });

  it('asks what its first line asks', () => {
    expect(read('licences of\nContoso\nFabrikam')).toEqual({
      name: 'show',
      what: 'licences',
      companies: ['Contoso', 'Fabrikam'],
    });
    expect(read('please watch these for me:\n- Contoso\n- Fabrikam')).toMatchObject({ name: 'watch' });
  });

  it('of thirty names is read to the end', () => {
    const names = Array.from(
      { length: 30 },
      (_, at) => `Zyxco ${at + 1} Manufacturing and Trading Holdings International`,
    );
    expect(read(names.join('\n'))).toEqual({ name: 'status', companies: names });
  });

  it('is not made of a question and a signature', () => {
    expect(read('is Contoso accepted?\nThanks\nBob')).toMatchObject({ name: 'status', companies: ['Contoso'] });
  });
});
