import { LANGUAGE_NAMES, WEEKDAYS_SAID } from '../../../src/commands/intent';
import type { Intent } from '../../../src/commands/intent';
import { typedLine } from '../../../src/commands/typed-line';
import { understand } from '../../../src/commands/understand';
import { LANGUAGES } from '../../../src/domain/language';

const digests: readonly Intent[] = (['on', 'off', 'daily', 'weekly', ...WEEKDAYS_SAID] as const).flatMap((value) => {
  const plain: Intent = { name: 'settings', topic: 'digest', value };
  return value === 'on' || value === 'off' ? [plain] : [plain, { ...plain, time: '16:30' }];
});

const CHANGES: readonly Intent[] = [
  { name: 'watch', companies: ['Ferrow Care'] },
  { name: 'watch', companies: ['Ferrow Care', 'Bell & Co', 'Undo Ltd'] },
  { name: 'unwatch', companies: ['Digest Off'] },
  { name: 'unwatch', all: true },
  { name: 'map', account: 'FC-3', customer: 'Ferrow to Care' },
  { name: 'unmap', companies: ['Ferrow Care'] },
  { name: 'undo' },
  { name: 'settings', topic: 'notifications', value: 'on' },
  { name: 'settings', topic: 'notifications', value: 'off' },
  { name: 'settings', topic: 'digest', time: '07:05' },
  ...LANGUAGE_NAMES.map((value): Intent => ({ name: 'settings', topic: 'language', value })),
  ...digests,
];

describe('the line that stands for a change', () => {
  it.each(LANGUAGES)('is read in %s as that change, and done at once', (language) => {
    for (const intent of CHANGES) {
      const heard = understand(typedLine(intent, language) ?? '', { locale: language });
      expect(heard).toEqual(expect.objectContaining({ outcome: 'understood', intent }));
      expect(heard).not.toHaveProperty('proposed');
    }
  });

  it('is none where nothing changes', () => {
    expect(typedLine({ name: 'status', companies: ['Contoso'] }, 'en')).toBeUndefined();
    expect(typedLine({ name: 'settings' }, 'en')).toBeUndefined();
  });
});
