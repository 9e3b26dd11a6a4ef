import { actionData, parseAction } from '../actions/action';
import type { Action } from '../actions/action';
import { exportedLines, exportRange, WORKBOOK_LINES } from '../domain/export';
import type { ExportAsked, ExportFormat, ExportWanted } from '../domain/export';
import { allProviders } from '../records/all-providers';
import { personalChatOf } from '../records/where-to-tell';
import { gatherExport } from '../tasks/gather-export';
import type { Input, Reply } from '../turn';
import { exportFile } from '../views/export/export-file';
import {
  exportDeclinedView,
  exportElsewhereView,
  exportFailedView,
  exportOfferView,
  exportSavedView,
  nothingToExportView,
} from '../views/export/export';
import type { ExportOffer } from '../views/export/export';
import type { Speech } from '../views/words/speech';
import { providerAt } from './at-provider';
import { refusalOf, refuse } from './gate';
import { say, speechTo, zoneOf } from './here';
import type { Here } from './here';

type Wanted = Omit<ExportWanted, 'format'> & { readonly format?: ExportFormat };

export async function exportAsked(here: Here, { what, format, span, at }: ExportAsked): Promise<Reply> {
  const place = providerAt(here, at);
  if ('reply' in place) return place;
  const range = span === undefined ? undefined : exportRange(span, here.ports.clock.now(), zoneOf(here));
  return offerExport(here, {
    what,
    ...(format === undefined ? {} : { format }),
    ...(range === undefined ? {} : { range }),
    ...place,
  });
}

/** Offers a file. Teams hands files over in personal chats only, so it is offered there wherever somebody asks. */
export async function offerExport(here: Here, wanted: Wanted): Promise<Reply> {
  const { ports, conversation, person, speech, turn } = here;
  if (conversation.type === 'personal') {
    const offer = await prepare(here, wanted, speech);
    if (offer === undefined) return say(nothingToExportView(wanted, speech));
    const [file, ...more] = exportOfferView(offer, speech);
    return { reply: 'message', message: file, more: more.map((message) => ({ message })) };
  }
  const own = personalChatOf(ports, person.id);
  if (own === undefined) return say(exportElsewhereView('no-chat', speech));
  const theirs = speechTo(own, own.settings.language ?? turn.locale);
  const offer = await prepare(here, wanted, theirs);
  if (offer === undefined) return say(nothingToExportView(wanted, speech));
  for (const message of exportOfferView(offer, theirs)) {
    const { sent } = await ports.courier.post(own, message);
    if (sent !== 'sent') return say(exportElsewhereView('not-posted', speech));
  }
  return say(exportElsewhereView('in-chat', speech));
}

/** The person consented, or did not. The file is made anew: nothing of it was kept. */
export async function takeFile(
  here: Here,
  { context, upload }: Extract<Input, { readonly kind: 'file' }>,
): Promise<Reply> {
  const refusal = refusalOf(here, ['take a file']);
  if (refusal !== undefined) return refuse(here, refusal);
  const { ports, speech } = here;
  const parsed = parseAction(context);
  if (parsed.parsed !== 'action' || parsed.action.verb !== 'export') return { reply: 'nothing' };
  if (upload === undefined) return say(exportDeclinedView(speech));
  const wanted = { format: 'xlsx', ...parsed.action } as const;
  const { content } = await make(here, wanted, speech);
  const { uploaded } = await ports.uploads.put(upload.uploadUrl, content);
  return say(uploaded === 'there' ? exportSavedView(upload, speech) : exportFailedView(uploaded, wanted, speech));
}

async function prepare(here: Here, wanted: Wanted, speech: Speech): Promise<ExportOffer | undefined> {
  const asked = { ...wanted, format: wanted.format ?? 'xlsx' };
  const made = await make(here, asked, speech);
  if (made.lines === 0) return undefined;
  const action: Action = { verb: 'export', ...made.wanted };
  return {
    wanted: made.wanted,
    lines: made.counted,
    name: made.name,
    bytes: made.content.length,
    context: actionData(action),
    ...providerNameOf(here, wanted),
    tooLong: asked.format !== made.wanted.format,
  };
}

function providerNameOf({ ports }: Here, { provider }: Pick<Wanted, 'provider'>): Pick<ExportOffer, 'providerName'> {
  const name = allProviders(ports).find(({ id }) => id === provider)?.name;
  return name === undefined ? {} : { providerName: name };
}

/** A workbook that would be too long becomes CSV. */
async function make({ ports }: Here, asked: ExportWanted, speech: Speech) {
  const accounts = await gatherExport(ports, asked);
  const lines = exportedLines(accounts, asked);
  const wanted: ExportWanted = lines > WORKBOOK_LINES ? { ...asked, format: 'csv' } : asked;
  const file = await exportFile(accounts, wanted, ports.clock.now(), speech);
  const counted = wanted.what === 'mappings' ? accounts.length : lines;
  return { ...file, wanted, lines, counted };
}
