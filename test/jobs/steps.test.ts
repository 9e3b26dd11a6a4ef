import { runSteps } from '../../src/jobs/steps';
import type { JobStep } from '../../src/jobs/steps';
import { StoreUnavailable } from '../../src/store';

const go = { aborted: false };

describe('the steps of a job', () => {
  it('go on after one that fails, whose name and reason are thrown at the end', async () => {
    const done: string[] = [];
    const steps: JobStep[] = [
      ['customers', () => Promise.reject(new Error('too many'))],
      ['accounts', () => Promise.resolve(void done.push('accounts'))],
    ];

    await expect(runSteps(go, steps)).rejects.toThrow('customers: too many');
    expect(done).toEqual(['accounts']);
  });

  it('end at once when the store is away', async () => {
    const done: string[] = [];
    const steps: JobStep[] = [
      ['customers', () => Promise.reject(new StoreUnavailable('away', 'wait'))],
      ['accounts', () => Promise.resolve(void done.push('accounts'))],
    ];

    await expect(runSteps(go, steps)).rejects.toThrow(StoreUnavailable);
    expect(done).toEqual([]);
  });
});
