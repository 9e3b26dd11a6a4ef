import { actionData } from '../../src/actions/action';
import { ALICE, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** Another page of a narrowed list is clicked, and the talk goes on from there. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

it.each(['and in Germany?', 'and mapped?', 'only the French ones', 'yes', 'and in October?'])(
  'answers “%s” after a page of it was clicked',
  async (text) => {
    const filter = [
      { is: 'open' } as const,
      { is: 'decided', not: true, by: { kind: 'person', id: ALICE.aadObjectId, name: ALICE.name } } as const,
    ];
    await stage.click(ALICE, PERSONAL, 'm', actionData({ verb: 'list', what: 'unmapped', offset: 8, filter }));
    const said = await stage.say(ALICE, PERSONAL, text);

    expect(said.map((m) => textOf(cardOf(m)) || m.body.text).join('\n')).not.toBe('');
    expect(stage.lines.filter((line) => line.includes('A turn failed'))).toEqual([]);
  },
);
