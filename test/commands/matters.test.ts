import { hear } from '../../src/commands/matters';

const KNOWN = ['contoso', 'fabrikam', 'litware'];
const known = { has: (name: string) => KNOWN.includes(name.toLowerCase()) };

function heard(text: string) {
  const { heard: matters, missed } = hear(text, { known });
  const said = matters.map((one) =>
    one.outcome === 'understood'
      ? [one.intent.name, 'companies' in one.intent ? one.intent.companies : undefined]
      : [one.outcome, one.outcome === 'beyond' ? one.topic : undefined],
  );
  return { said, missed };
}

describe('several matters in one message', () => {
  it.each([
    [
      'is contoso accepted? and who mapped fabrikam?',
      [
        ['status', ['contoso']],
        ['who_mapped', ['fabrikam']],
      ],
    ],
    [
      'is contoso accepted and who mapped fabrikam',
      [
        ['status', ['contoso']],
        ['who_mapped', ['fabrikam']],
      ],
    ],
    [
      'what was done today, and what have we been up to last month and then can you send the digest at 7:15 instead',
      [
        ['history', undefined],
        ['history', undefined],
        ['settings', undefined],
      ],
    ],
    [
      'hat Contoso angenommen und wer hat Fabrikam zugeordnet?',
      [
        ['status', ['Contoso']],
        ['who_mapped', ['Fabrikam']],
      ],
    ],
    [
      'est-ce que Contoso a accepté ? et qui a associé Fabrikam ?',
      [
        ['status', ['Contoso']],
        ['who_mapped', ['Fabrikam']],
      ],
    ],
    [
      '¿ya aceptó Contoso? ¿y quién asignó Fabrikam?',
      [
        ['status', ['Contoso']],
        ['who_mapped', ['Fabrikam']],
      ],
    ],
    [
      'heeft Contoso geaccepteerd en wie heeft Fabrikam gekoppeld?',
      [
        ['status', ['Contoso']],
        ['who_mapped', ['Fabrikam']],
      ],
    ],
    [
      'is contoso accepted? who mapped it?',
      [
        ['status', ['contoso']],
        ['who_mapped', ['contoso']],
      ],
    ],
    [
      'how many customers do we have, and is contoso accepted?',
      [
        ['beyond', 'count'],
        ['status', ['contoso']],
      ],
    ],
    ['Is Contoso accepted? And Fabrikam?', [['status', ['Contoso', 'Fabrikam']]]],
    ['watch contoso. and fabrikam', [['watch', ['contoso', 'fabrikam']]]],
  ])('%s', (text, matters) => {
    expect(heard(text)).toEqual({ said: matters, missed: [] });
  });

  it('names the question that it cannot read beside the one that it can', () => {
    expect(heard("is contoso accepted? what's the weather like?")).toEqual({
      said: [['status', ['contoso']]],
      missed: ["what's the weather like?"],
    });
  });
});

it.each([
  ['Hello, we have invited Contoso last week. Could you check if they accepted? Thanks.', ['status', ['Contoso']]],
  ['Good morning! Could you check Contoso? I need this for billing.', ['status', ['Contoso']]],
])('a letter is one matter: %s', (text, matter) => {
  expect(heard(text)).toEqual({ said: [matter], missed: [] });
});

it('what is taken back is not done by one of its parts', () => {
  expect(heard("unmap Contoso. no wait, don't").said).toEqual([['misunderstood', undefined]]);
});
