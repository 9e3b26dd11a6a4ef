import type { Language } from '../../src/domain/language';
import { intentChanges } from '../../src/commands/intent';
import { frame } from '../../src/commands/frame';
import { commandTable, listedCommands } from '../../src/commands/table';
import { understand } from '../../src/commands/understand';

const LANGUAGES: readonly Language[] = ['en', 'de', 'fr', 'es', 'nl'];

describe('the table of commands', () => {
  const examples = commandTable.flatMap((command) =>
    LANGUAGES.flatMap((language) => command.examples[language].map((text) => [command.name, language, text] as const)),
  );

  it.each(examples)('reads the example of %s in %s: %s', (name, language, text) => {
    const typed = text.replace('{name}', 'Contoso').replace('{other}', 'Fabrikam');
    expect(understand(typed, { locale: language })).toMatchObject({ outcome: 'understood', intent: { name } });
  });

  it.each(LANGUAGES)('lists commands for the manifest that fit it and are understood in %s', (language) => {
    const listed = listedCommands('team', language);
    expect(listed.length).toBeGreaterThan(4);
    expect(listed.length).toBeLessThanOrEqual(10);
    for (const { title } of listed) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(title).not.toMatch(/[{}]/);
    }
  });

  it('has a help key for each command', () => {
    expect(new Set(commandTable.map((command) => command.help)).size).toBe(commandTable.length);
  });
});

describe('changes', () => {
  it('tells settings that are asked for from settings that are set', () => {
    expect(intentChanges({ name: 'settings', topic: 'digest' })).toBe(false);
    expect(intentChanges({ name: 'settings', topic: 'digest', value: 'off' })).toBe(true);
    expect(intentChanges({ name: 'settings', topic: 'digest', time: '08:00' })).toBe(true);
    expect(intentChanges({ name: 'undo' })).toBe(true);
    expect(intentChanges({ name: 'status', companies: ['Contoso'] })).toBe(false);
  });
});

describe('a frame', () => {
  it('cannot name a concept that does not exist', () => {
    expect(() => frame('acept NAME')).toThrow('There is no concept "acept".');
  });
});
