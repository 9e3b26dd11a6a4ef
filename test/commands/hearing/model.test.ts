import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recognise } from '../../../src/commands/hearing/recognise';
import { hearingModel } from '../../../src/commands/hearing/stored-model';
import { digestOfInputs } from '../../../training/commands/hearing/store-model';
import { lessons } from '../../../training/commands/hearing/lessons';

const FILE = join(process.cwd(), 'src', 'commands', 'hearing', 'model.json');
const heard = (text: string) => recognise(text, hearingModel());

describe('what was learned', () => {
  it('was learned from what lies here: run `npm run train:commands` after changing utterances, lexicons or features', () => {
    const { learnedFrom } = JSON.parse(readFileSync(FILE, 'utf8')) as { learnedFrom: string };
    expect(learnedFrom).toBe(digestOfInputs(lessons()));
  });

  it('is small enough to ship', () => {
    expect(readFileSync(FILE).length).toBeLessThan(5_000_000);
  });

  it('gives shares that sum to 1', () => {
    const shares = [...heard('is Contoso accepted?').shares.values()];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('does not look at what a company is called', () => {
    expect(heard('is Undo Digest Ltd accepted?')).toMatchObject({
      wanted: 'status',
      intent: { name: 'status', companies: ['Undo Digest Ltd'] },
    });
    expect(heard('please remove the mapping of Watch & Settings plc').wanted).toBe('unmap');
  });

  it('takes no name from a salutation or a signature', () => {
    expect(heard('Hi Fiona, has Norwood Timber accepted? Kind regards, Ute Simmons, Order Desk').intent).toEqual({
      name: 'status',
      companies: ['Norwood Timber'],
    });
  });

  it('finds nothing asked in small talk', () => {
    expect(heard('the coffee machine is broken again').wanted).toBe('unknown');
  });
});
