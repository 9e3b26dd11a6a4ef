import readXlsxFile from 'read-excel-file/node';
import { ALICE, BOB, button, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { AccountRecord } from '../../src/domain/account';
import { startDrive } from '../doubles/drive';
import type { DriveDouble } from '../doubles/drive';
import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

/** Files by Teams' file consent, from the words to the bytes in a person's drive. */

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

let stage: Stage;
let drive: DriveDouble;
beforeEach(async () => {
  drive = await startDrive();
  stage = await setStage({ env: { MAPPERS: ALICE.aadObjectId, READERS: `${ALICE.aadObjectId},${BOB.aadObjectId}` } });
  await stage.install(PERSONAL);
}, 60_000);
afterEach(async () => {
  await stage.close();
  await drive.close();
});

const attachmentOf = (message: Recorded | undefined): any => message?.body.attachments?.[0];

/** What Teams sends when the person clicks on Allow, or on Decline. */
async function answer(offer: any, action: 'accept' | 'decline', who: Someone = ALICE, uploadUrl = drive.uploadUrl) {
  const { acceptContext, declineContext } = offer.content;
  const uploadInfo = {
    contentUrl: 'https://contoso-my.sharepoint.com/personal/alice/Documents/Applications/Handshake/file.xlsx',
    name: offer.name,
    uploadUrl,
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C8C',
    fileType: 'xlsx',
    etag: '123',
  };
  const value =
    action === 'accept'
      ? { type: 'fileUpload', action, context: acceptContext, uploadInfo }
      : { type: 'fileUpload', action, context: declineContext };
  const before = stage.connector.messages().length;
  const response = await stage.send({ type: 'invoke', name: 'fileConsent/invoke', from: who, ...PERSONAL, value });
  expect(response.status).toBe(200);
  return stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find((m) => m.kind === 'post'),
  );
}

async function mapContoso(): Promise<void> {
  const [said] = await stage.say(ALICE, PERSONAL, 'map "Contoso Ltd" to "Contoso Limited"');
  const confirm = buttonsOf(cardOf(said!)).find(({ data }) => data.verb === 'confirm-map');
  await stage.click(ALICE, PERSONAL, messageIdOf(stage, said!), confirm!.data);
}

/** Until what is stored is as wanted; each look reads the store anew. */
async function untilKept(wanted: (records: readonly AccountRecord[]) => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  await stage.hurry(async () => {
    while (Date.now() < deadline) {
      if (wanted(await stage.kept('account'))) return;
      // Reading leaves no time for the bot, which is in this very process.
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    throw new Error('the store never came to hold it');
  });
}

it('offers the mappings, and puts them into the drive of who takes them', async () => {
  const [offered, below] = await stage.say(ALICE, PERSONAL, 'export the mappings');
  const offer = attachmentOf(offered);
  expect(offer).toMatchObject({ contentType: CONSENT, name: expect.stringMatching(/^handshake-mappings-.*\.xlsx$/) });
  expect(offer.content.sizeInBytes).toBeGreaterThan(1_000);
  expect(textOf(cardOf(below!))).toContain('It goes into your OneDrive');

  const saved = await answer(offer, 'accept');

  expect(attachmentOf(saved)).toEqual({
    contentType: INFO,
    contentUrl: expect.stringContaining('contoso-my.sharepoint.com'),
    name: offer.name,
    content: { uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C8C', fileType: 'xlsx' },
  });
  const sheets = await readXlsxFile(drive.content());
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Mappings', 'Decisions']);
  const [titles = [], ...rows] = sheets[0]!.data;
  const contoso = rows.find((row) => row[titles.indexOf('Account')] === 'Contoso Ltd');
  expect(contoso?.[titles.indexOf('State')]).toBe('open');
  expect(contoso?.[titles.indexOf('First seen')]).toBeInstanceOf(Date);
  expect(drive.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
});

it('tells of every decision who, when, why and what was written when', async () => {
  await mapContoso();
  const exported = async (): Promise<readonly string[]> => {
    const [offered] = await stage.say(ALICE, PERSONAL, 'export the history as csv');
    await answer(attachmentOf(offered), 'accept');
    return drive.content().toString('utf8').split('\r\n');
  };
  const lineIn = (lines: readonly string[]): string => lines.find((one) => one.includes(',Contoso Ltd,')) ?? '';

  let lines = await exported();
  expect(lines[0]?.startsWith('\ufeffAt,Time is of,Account')).toBe(true);
  expect(lineIn(lines)).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ,decision,Contoso Ltd,/);
  expect(lineIn(lines)).toContain('mapped,Contoso Limited,');
  expect(lineIn(lines)).toContain('Alice Example,Handshake,');
  expect(lineIn(lines)).toContain(',yes,');

  const { tenantId } = stage.sandbox.world.findTenant('Contoso Ltd')!;
  await stage.until(() => stage.sandbox.world.rowOf(tenantId)?.customerId);
  for (let asked = 0; asked < 20 && lineIn(lines).endsWith(','); asked++) lines = await exported();
  expect(lineIn(lines)).toMatch(/,yes,20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

it('makes formulas in names harmless', async () => {
  stage.sandbox.world.accept('=HYPERLINK("https://evil.example","Contoso")');
  await untilKept((all) => all.some(({ tenant }) => tenant.name.startsWith('=HYPERLINK')));
  const [said] = await stage.say(ALICE, PERSONAL, 'export the mappings as csv');

  await answer(attachmentOf(said), 'accept');

  expect(drive.content().toString('utf8')).toContain(`\n"'=HYPERLINK(""https://evil.example"",""Contoso"")",`);
});

it('says kindly in a channel that it comes in the chat, and puts it there', async () => {
  await stage.install(CHANNEL);
  const before = stage.connector.messages().length;
  await stage.say(ALICE, CHANNEL, 'export the mappings');
  const said = stage.connector.messages().slice(before);
  expect(
    said.filter((m) => m.conversationId === PERSONAL.conversation.id).map((m) => attachmentOf(m)?.contentType),
  ).toContain(CONSENT);
  const inChannel = said.filter((m) => m.conversationId.startsWith(CHANNEL.conversation.id));
  expect(inChannel.map((m) => textOf(cardOf(m))).join('')).toContain('The file is in your chat with me');
  expect(inChannel.some((m) => JSON.stringify(m.body).includes(CONSENT))).toBe(false);
});

it('asks for a chat where there is none', async () => {
  await stage.install(CHANNEL);
  const said = await stage.say(BOB, CHANNEL, 'export the mappings');
  expect(said.map((m) => textOf(cardOf(m))).join('')).toContain('For a file I need a chat with you');
});

it('makes none for who declines', async () => {
  const [offered] = await stage.say(ALICE, PERSONAL, 'export the mappings');
  expect(textOf(cardOf(await answer(attachmentOf(offered), 'decline')))).toContain('no file was made');
  expect(drive.requests).toEqual([]);
});

it('offers to try again when the drive does not take it, and sends nothing to another place', async () => {
  const [offered] = await stage.say(ALICE, PERSONAL, 'export the mappings as csv');
  drive.script(404);
  const failed = await answer(attachmentOf(offered), 'accept');
  expect(button(failed, 'Try again')).toMatchObject({ verb: 'export', what: 'mappings', format: 'csv' });

  const elsewhere = await answer(attachmentOf(offered), 'accept', ALICE, 'https://evil.example/upload');
  expect(textOf(cardOf(elsewhere))).toContain('a place that no files may be sent to');
});

it('is nothing for somebody who may not read, whatever context they send', async () => {
  const carol: Someone = { id: '29:carol', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000077', name: 'Carol' };
  const hers: Where = { ...PERSONAL, conversation: { id: 'a:carol', conversationType: 'personal' } };
  const [said] = await stage.say(carol, hers, 'export the mappings');
  expect(JSON.stringify(said!.body)).not.toContain(CONSENT);
  const [offered] = await stage.say(ALICE, PERSONAL, 'export the mappings');
  await answer(attachmentOf(offered), 'accept', carol);
  expect(drive.requests).toEqual([]);
});

it('has a button on the history of all, for the same period', async () => {
  await mapContoso();
  const [said] = await stage.say(ALICE, PERSONAL, 'what was done today?');
  const { data } = buttonsOf(cardOf(said!)).find(({ title }) => title === 'Export')!;
  const before = stage.connector.messages().length;
  await stage.click(ALICE, PERSONAL, 'history', data);
  const offered = await stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find((m) => attachmentOf(m)?.contentType === CONSENT),
  );
  expect(attachmentOf(offered).content.description).toMatch(/^1 decision, with who, when and why\. /);
});

it('says so when nothing was decided in the time', async () => {
  const [said] = await stage.say(ALICE, PERSONAL, 'export the history of last month');
  expect(textOf(cardOf(said!))).toContain('Nothing was decided in that time');
});
