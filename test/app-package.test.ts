import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import Ajv from 'ajv-draft-04';
import { PNG } from 'pngjs';
import { commandLists, composeCommands, languageFile, languages } from '../scripts/manifest';
import { fillIn, packageFiles, writeZip } from '../scripts/package';
import { commandTable, listedCommands } from '../src/commands/table';
import { understand } from '../src/commands/understand';
import { chooseShown } from '../src/config/shown';
import { variableNames, variables } from '../src/config/variables';
import { CONTAINER, CONTAINER_DEFINITION } from '../src/stores/cosmos/container';

const root = join(__dirname, '..');
const folder = join(root, 'appPackage');
const GUID = '22222222-2222-4222-8222-222222222222';
const values = {
  ...parseEnv(readFileSync(join(root, 'env', '.env.dev'), 'utf8')),
  TEAMS_APP_ID: GUID,
  BOT_ID: GUID,
};

function bytes(data: Buffer): string {
  return data.toString('base64');
}

function json(path: string): any {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const files = packageFiles(folder, values);
const manifest: ReturnType<typeof json> = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '');

function schema(name: string): object {
  const version = `v${String(manifest.manifestVersion)}`;
  return json(join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams', version, name));
}

/** What Microsoft 365 Agents Toolkit finds wrong with a manifest. Its library needs modules that jest does not load. */
function validatedByToolkit(given: object): unknown {
  const script = `
    const { AppManifestUtils } = require('@microsoft/app-manifest');
    const manifest = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    AppManifestUtils.validateAgainstSchema(manifest).then((found) => process.stdout.write(JSON.stringify(found)));`;
  const found = execFileSync(process.execPath, ['-e', script], {
    cwd: root,
    input: JSON.stringify(given),
    stdio: ['pipe', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return JSON.parse(found);
}

describe('the manifest', () => {
  it("fits Microsoft's schema of its version", () => {
    const check = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
      schema('MicrosoftTeams.schema.json'),
    );
    check(manifest);
    expect(check.errors ?? []).toEqual([]);
    expect(manifest.$schema).toContain(`/v${String(manifest.manifestVersion)}/`);
  });

  it("passes the toolkit's own validation, which refuses what Teams would refuse", () => {
    expect(validatedByToolkit(manifest)).toEqual([]);
    expect(validatedByToolkit({ ...manifest, accentColor: 'red' })).toEqual([expect.stringContaining('/accentColor')]);
  });

  it('keeps the rules that the schema does not hold', () => {
    expect(manifest.supportsChannelFeatures).toBe('tier1');
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.short).not.toMatch(/\bapp\b/i);
    expect([...manifest.bots[0].scopes].sort()).toEqual(['groupChat', 'personal', 'team']);
    for (const { commands, scopes } of manifest.bots[0].commandLists) {
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(new Set(commands.map((command: { title: string }) => command.title)).size).toBe(commands.length);
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(title).toMatch(/^[\p{L}¿]/u);
        expect(description.length).toBeLessThanOrEqual(128);
      }
      expect(scopes.length).toBeGreaterThan(0);
    }
  });

  it('has the version of the package', () => {
    expect(manifest.version).toBe(json(join(root, 'package.json')).version);
  });

  it('lists the commands of the command table; otherwise run `npm run app-package`', () => {
    expect(manifest.bots[0].commandLists).toEqual(commandLists(root, 'en'));
    expect(manifest.composeExtensions[0].commands).toEqual(composeCommands('en'));
  });

  it('offers what the door answers, in compose boxes and on messages, and unfolds no foreign links', () => {
    const [composing] = manifest.composeExtensions;
    expect(composing.botId).toBe(manifest.bots[0].botId);
    const shapes = composing.commands.map(({ id, type, context, fetchTask, initialRun }: any) => ({
      ...{ id, type, context },
      ...(fetchTask === undefined ? {} : { fetchTask }),
      ...(initialRun === undefined ? {} : { initialRun }),
    }));
    expect(shapes).toEqual([
      { id: 'find', type: 'query', context: ['compose', 'commandBox'], initialRun: true },
      { id: 'who', type: 'action', context: ['message'], fetchTask: true },
    ]);
    for (const { title, description, semanticDescription } of composing.commands) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
      expect(semanticDescription?.length ?? 0).toBeLessThanOrEqual(5000);
    }
    const [{ value }] = composing.messageHandlers;
    expect(value.domains.slice(0, 2)).toEqual(readConfigured().links.partnerCenter);
    expect(value.domains).toHaveLength(3);
    expect(value.domains.filter((domain: string) => domain.includes('*'))).toEqual([]);
    expect(value.supportsAnonymizedPayloads ?? false).toBe(false);
  });
});

/** What the bot takes for a page of Partner Center where no setting says otherwise. */
function readConfigured(): ReturnType<typeof chooseShown> {
  return chooseShown(variables.parse({}), 'production', undefined);
}

describe.each(languages)('the texts in %s', (language) => {
  const texts = json(join(folder, `${language}.json`)) as Record<string, string>;

  it("fit Microsoft's schema", () => {
    const check = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
      schema('MicrosoftTeams.Localization.schema.json'),
    );
    check(texts);
    expect(check.errors ?? []).toEqual([]);
  });

  it('list the same commands; otherwise run `npm run app-package`', () => {
    expect(texts).toEqual(languageFile(root, language, texts));
    const english = commandLists(root, 'en').map((list) => list.commands.length);
    const titles = Object.keys(texts).filter((key) => key.startsWith('bots[') && key.endsWith('.title'));
    const composing = Object.keys(texts).filter((key) => /^composeExtensions.*commands\[\d\]\.title$/.test(key));
    expect(composing).toHaveLength(manifest.composeExtensions[0].commands.length);
    expect(titles).toHaveLength(english.reduce((sum, count) => sum + count, 0));
  });
});

describe('a prompt starter', () => {
  const cases = (['en', ...languages] as const).flatMap((language) =>
    commandLists(root, language)
      .filter(({ scopes }) => scopes.includes('personal'))
      .flatMap(({ commands }) =>
        commands.flatMap(({ title, prompt }) => (prompt === undefined ? [] : [{ language, title, prompt }])),
      ),
  );

  it('stands in the chat of one person in every language', () => {
    expect(cases.map(({ language }) => language)).toEqual(
      ['en', ...languages].flatMap((language) => Array(4).fill(language)),
    );
  });

  it.each(cases)('$language: "$prompt" is shown whole, and understood', ({ title, prompt }) => {
    expect(title).toBe(prompt);
    expect(['list', 'review', 'invite_link', 'undo']).toContain(asked(prompt));
  });
});

function asked(text: string): string {
  const heard = understand(text);
  return heard.outcome === 'understood' ? heard.intent.name : heard.outcome;
}

describe('a command of the list', () => {
  const cases = (['en', ...languages] as const).flatMap((language) =>
    listedCommands('personal', language).map(({ name }) => ({ language, name })),
  );

  it.each(cases)('$language: $name is understood as it is offered, with a company after it', ({ language, name }) => {
    const command = commandTable.find((entry) => entry.name === name);
    const example = command?.examples[language][0]?.replace('{name}', 'Contoso').replace('{other}', 'Fabrikam') ?? '';
    expect(understand(example)).toMatchObject({ intent: { name } });
  });
});

describe('the icons', () => {
  const read = (name: string): PNG => PNG.sync.read(readFileSync(join(folder, name)));

  it('have the sizes and colours that Teams asks for', () => {
    const colour = read('color.png');
    expect([colour.width, colour.height]).toEqual([192, 192]);
    expect(colour.data.every((byte, at) => at % 4 !== 3 || byte === 255)).toBe(true);
    const outline = read('outline.png');
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const seen = new Set<string>();
    let drawn = 0;
    for (let at = 0; at < outline.data.length; at += 4) {
      if (outline.data[at + 3] === 0) continue;
      drawn += 1;
      seen.add([...outline.data.subarray(at, at + 3)].join());
    }
    expect([...seen]).toEqual(['255,255,255']);
    expect(drawn).toBeGreaterThan(200);
    expect(outline.data[3]).toBe(0);
  });
});

describe('the package', () => {
  it('holds manifest, icons and languages, all at the top', async () => {
    const names = ['manifest.json', 'color.png', 'outline.png', 'de.json', 'fr.json', 'es.json', 'nl.json'];
    expect([...files.keys()]).toEqual(names);
    const target = await mkdtemp(join(tmpdir(), 'package-'));
    await writeZip(files, join(target, 'a.zip'));
    await writeZip(files, join(target, 'b.zip'));
    const zip = await readFile(join(target, 'a.zip'));
    expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(bytes(zip)).toBe(bytes(await readFile(join(target, 'b.zip'))));
    await rm(target, { recursive: true });
  });

  it('is not made while a value is missing, and says which', () => {
    const nothing = { ...values, BOT_ID: '', TEAMS_APP_ID: '' };
    expect(() => packageFiles(folder, nothing)).toThrow('The manifest needs TEAMS_APP_ID, BOT_ID.');
  });

  it('is made of what the guide of the set-up wrote: the id of the bot and the address of Dynamics', () => {
    const written = {
      BOT_ID: GUID,
      BOT_DOMAIN: 'bot.fabrikam.com',
      DATAVERSE_URL: 'https://fabrikam.crm4.dynamics.com',
    };
    const made = packageFiles(folder, written).get('manifest.json')?.toString('utf8') ?? '';
    expect(JSON.parse(made)).toMatchObject({ id: GUID, name: { short: 'Handshake' } });
    expect(made).toContain('"fabrikam.crm4.dynamics.com"');
    expect(made).not.toContain('${{');
  });

  it('fills values in as JSON texts', () => {
    expect(fillIn('{"a":"${{A}} ${{ B }}"}', { A: 'x"y' })).toEqual({ text: '{"a":"x\\"y "}', missing: ['B'] });
  });
});

describe('the files of the toolkit', () => {
  it('explain every setting once, in env/.env.example', () => {
    const text = readFileSync(join(root, 'env', '.env.example'), 'utf8');
    const names = text.split('\n').flatMap((line) => /^([A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
    expect([...names].sort()).toEqual([...variableNames].sort());
    expect(text).not.toMatch(/^[A-Z0-9_]+=\n\n[A-Z0-9_]+=/m);
  });

  it('make the Cosmos container that the bot expects', () => {
    const bicep = readFileSync(join(root, 'infra', 'azure.bicep'), 'utf8');
    const { partitionKey, indexingPolicy } = CONTAINER_DEFINITION;
    expect(bicep).toContain(`id: '${CONTAINER}'`);
    for (const path of partitionKey?.paths ?? ['none']) expect(bicep).toContain(`paths: ['${path}']`);
    for (const { path } of indexingPolicy?.includedPaths ?? []) expect(bicep).toContain(`{ path: '${path}' }`);
    for (const composite of indexingPolicy?.compositeIndexes ?? []) {
      const inside = composite.map(({ path, order }) => `{ path: '${path}', order: '${order}' }`).join(', ');
      expect(bicep).toContain(`[${inside}]`);
    }
  });

  it('give the bot no setting that it does not know', () => {
    const bicep = readFileSync(join(root, 'infra', 'azure.bicep'), 'utf8');
    const host = new Set([
      'WEBSITE_RUN_FROM_PACKAGE',
      'SCM_DO_BUILD_DURING_DEPLOYMENT',
      'RUNNING_ON_AZURE',
      'AZURE_CLIENT_ID',
      'NODE_OPTIONS',
    ]);
    const set = [...bicep.matchAll(/\{ name: '([A-Z0-9_]+)', value:/g)].map((match) => match[1] ?? '');
    expect(set.filter((name) => !variableNames.includes(name) && !host.has(name))).toEqual([]);
    expect(set).toContain('BOT_ID');
  });
});
