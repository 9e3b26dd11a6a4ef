import type { Message } from '../../courier';
import type { ExportWanted } from '../../domain/export';
import type { Action } from '../../actions/action';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import { clean, shortName } from '../words/escape';
import type { Speech } from '../words/speech';
import { happenedOn } from '../words/times';

/** A file that is ready to be taken. `lines`: accounts, or decisions. */
export interface ExportOffer {
  readonly wanted: ExportWanted;
  readonly lines: number;
  readonly name: string;
  readonly bytes: number;
  /** What comes back when the person takes it. */
  readonly context: object;
  /** Whose accounts it is of, where it is one provider's alone. */
  readonly providerName?: string;
  /** It is CSV because it would be too long for a workbook. */
  readonly tooLong: boolean;
}

type Asked = Omit<ExportWanted, 'format'>;

/** The question whether the file is wanted, which Teams draws, and what else it can be. */
export function exportOfferView(offer: ExportOffer, speech: Speech): readonly [Message, Message] {
  const { wanted, lines, name, bytes, context, tooLong } = offer;
  const { what, range } = wanted;
  const { providerName } = offer;
  const place =
    providerName === undefined ? undefined : speech.say('export.provider', { provider: shortName(providerName) });
  const description = [speech.say(`export.holds.${what}`, { count: lines }), place, periodWords(range, speech)]
    .filter((part) => part !== undefined)
    .join(' ');
  const text = `${name}: ${description}`;
  const below = noteView(
    {
      kicker: speech.say('export.kicker'),
      title: speech.say('export.take'),
      lines: [speech.say('export.only-you'), ...(tooLong ? [speech.say('export.too-long')] : [])],
      actions: otherButtons(offer, speech),
    },
    speech,
  );
  return [{ file: { file: 'offered', name, description, bytes, context }, text, summary: text }, below];
}

function otherButtons({ wanted, tooLong }: ExportOffer, speech: Speech): readonly Button[] {
  const { what, format, ...of } = wanted;
  const otherFormat = format === 'csv' ? 'xlsx' : 'csv';
  const otherWhat = what === 'mappings' ? 'history' : 'mappings';
  return [
    ...(tooLong
      ? []
      : [button(speech.say(`export.as.${otherFormat}`), { verb: 'export', what, format: otherFormat, ...of })]),
    button(speech.say(`export.rather.${otherWhat}`), { verb: 'export', what: otherWhat, ...of }),
  ];
}

function periodWords(range: ExportWanted['range'], speech: Speech): string | undefined {
  if (range === undefined) return undefined;
  return speech.say('export.period', { from: happenedOn(range.from, speech), to: happenedOn(range.to - 1, speech) });
}

export function nothingToExportView({ what, range, provider }: Asked, speech: Speech): Message {
  const place = provider === undefined ? {} : { provider };
  const title = speech.say(range === undefined ? 'export.nothing' : 'export.nothing-period');
  const period = periodWords(range, speech);
  return noteView(
    {
      kicker: speech.say('export.kicker'),
      title,
      lines: period === undefined ? [] : [period],
      actions: range === undefined ? [] : [button(speech.say('export.all'), { verb: 'export', what, ...place })],
    },
    speech,
  );
}

/** Said where files cannot be handed over. */
export function exportElsewhereView(where: 'in-chat' | 'no-chat' | 'not-posted', speech: Speech): Message {
  return noteView(
    {
      kicker: speech.say('export.kicker'),
      title: speech.say(`export.${where}.title`),
      lines: [speech.say(`export.${where}.body`)],
    },
    speech,
  );
}

/** The file as Teams shows it, among the person's own files. */
export function exportSavedView(
  at: { readonly name: string; readonly contentUrl: string; readonly uniqueId: string; readonly fileType: string },
  speech: Speech,
): Message {
  const text = speech.say('export.saved', { name: clean(at.name, 120) });
  const { name, contentUrl, uniqueId, fileType } = at;
  return { file: { file: 'there', name, contentUrl, uniqueId, fileType }, text, summary: text };
}

export function exportDeclinedView(speech: Speech): Message {
  return noteView({ kicker: speech.say('export.kicker'), title: speech.say('export.declined') }, speech);
}

export function exportFailedView(why: 'failed' | 'not-allowed', wanted: ExportWanted, speech: Speech): Message {
  const again: Action = { verb: 'export', ...wanted };
  return noteView(
    {
      kicker: speech.say('export.kicker'),
      title: speech.say('export.failed'),
      lines: [speech.say(`export.failed.${why}`)],
      actions: why === 'failed' ? [button(speech.say('export.again'), again)] : [],
    },
    speech,
  );
}
