import type { AccountPicture } from '../../domain/answers';
import type { Decision, Mapping } from '../../domain/decision';
import type { Evidence } from '../../domain/evidence';
import { accountState } from './account-state';
import type { AccountState } from './account-state';
import type { StateParts } from './account';
import { sistersLine, undoAllButton } from './sisters';
import { NO_SNOOZE } from './snooze';
import { shortName } from '../words/escape';
import { fullStop, reasonsFor, reasonsLine } from '../words/evidence-words';
import { decidedBy, mappingName, theirName, writeBackWords } from '../words/mapping-words';
import { button, maybe } from '../parts/parts';
import type { Button, Fact } from '../parts/parts';
import { sentenceCase } from '../words/source-words';
import type { Speech } from '../words/speech';

/** The parts of the card once somebody has decided, or when Work 365 disagrees: who, when, on what evidence, and undo. */
export function decidedParts(picture: AccountPicture, state: AccountState, speech: Speech): StateParts {
  const { mapping, tenant } = picture.record;
  const name = shortName(tenant.name);
  const toCheck = state === 'mapped' && picture.record.writeBack.state !== 'not-applicable';
  const items = [speech.say('check.contract'), speech.say('check.logs')];
  const notes = mapping.state === 'ignored' ? [speech.say('ignored.body')] : [];
  const elsewhere = sistersLine(picture, speech);
  return {
    ...decisionLine(picture, state, speech),
    verdict: maybe(elsewhere === undefined ? undefined : { text: elsewhere }),
    best: [],
    actions: state === 'conflict' ? conflictActions(picture, speech) : decidedActions(picture, speech),
    others: [],
    asked: [],
    ...NO_SNOOZE,
    chosen: chosenFacts(picture, speech),
    notes: notes.map((text) => ({ text })),
    check: toCheck ? [{ title: speech.say('check.title'), items: items.map((text) => ({ text })) }] : [],
    hint: mapping.state === 'mapped' ? speech.say('type.unmap', { name }) : speech.say('type.show', { name }),
    text: [
      ...(elsewhere === undefined ? [] : [elsewhere]),
      ...notes,
      ...(toCheck ? [`${speech.say('check.title')}:`, ...items.map((item) => `- ${item}`)] : []),
    ],
  };
}

/**
 * "Ana Kovač, 12 May 2026, 11:29 CEST · Work 365: Written"; when it was written stands among the details. Where there are
 * several providers, its provider is named first, unless it stands above already.
 */
function decisionLine(
  { record, providerName }: AccountPicture,
  state: AccountState,
  speech: Speech,
): Pick<StateParts, 'by'> {
  const { mapping, writeBack } = record;
  if (mapping.state === 'open') return {};
  const isNamed = providerName !== undefined && (state === 'mapped' || state === 'ignored');
  const at = isNamed ? `${shortName(providerName)} · ` : '';
  const by = `${at}${decidedBy(mapping, record.firstSeenAt, speech)}`;
  if (mapping.state === 'ignored') return { by };
  const { at: _at, ...written } = writeBack;
  const words = writeBackWords({ ...record, writeBack: written }, speech);
  return { by: `${by} · ${speech.say('fact.work365')}: ${words}` };
}

function chosenFacts(picture: AccountPicture, speech: Speech): readonly Fact[] {
  const { record } = picture;
  const { mapping } = record;
  if (mapping.state === 'open') return [];
  const by: Fact = { title: speech.say('fact.by'), value: decidedBy(mapping, record.firstSeenAt, speech) };
  if (mapping.state === 'ignored') return [by];
  const decision = decisionOf(picture, mapping);
  return [
    { title: speech.say('fact.customer'), value: customerValue(mapping, speech) },
    by,
    { title: speech.say('fact.because'), value: evidenceNow(picture, decision, speech) },
    { title: speech.say('fact.work365'), value: writeBackWords(record, speech) },
  ];
}

export function decisionOf(picture: AccountPicture, mapping: Mapping): Decision | undefined {
  if (mapping.state === 'open') return undefined;
  return picture.record.decisions.find((decision) => decision.id === mapping.decisionId);
}

/** The customer as it is called now, and what it was called when it was chosen. */
function customerValue(mapping: Extract<Mapping, { state: 'mapped' }>, speech: Speech): string {
  const name = shortName(mapping.customer.name);
  const { chosenAs } = mapping;
  return chosenAs === undefined ? name : speech.say('mapped.chosen-as', { name, former: shortName(chosenAs) });
}

/** On what evidence a decision was made, with what spoke against it. */
export function evidenceValue(decision: Decision | undefined, speech: Speech): string {
  if (decision?.by.kind === 'work365') return speech.say('evidence.work365');
  const line = evidenceLine(decision?.evidence ?? [], speech.say('evidence.none'), speech);
  if (decision?.despite === undefined) return line;
  return `${fullStop(line)} ${speech.say('evidence.despite', { customer: shortName(decision.despite.name) })}`;
}

/** The same as it is now, when a name has changed since: what is no longer so is not shown as if it were. */
function evidenceNow({ support }: AccountPicture, decision: Decision | undefined, speech: Speech): string {
  const then = evidenceValue(decision, speech);
  if (support === undefined || decision?.by.kind === 'work365') return then;
  const now = evidenceLine(support.evidence, sentenceCase(speech.say('evidence.none-now')), speech);
  const nothing = ![...support.evidence, ...(decision?.evidence ?? [])].some(({ side }) => side === 'for');
  return nothing || now === then ? then : speech.say('evidence.now', { now, then });
}

function evidenceLine(evidence: readonly Evidence[], none: string, speech: Speech): string {
  const { reasons, against } = reasonsFor(evidence, speech);
  const line = reasons.length === 0 ? none : reasonsLine(reasons);
  if (against === undefined) return line;
  return `${fullStop(line)} ${speech.say('candidate.against', { reason: against })}`;
}

function decidedActions(picture: AccountPicture, speech: Speech): readonly Button[] {
  const { record } = picture;
  const { mapping, id: accountId, mappingVersion: asOf } = record;
  if (mapping.state === 'open') return [];
  const name = shortName(record.tenant.name);
  const seen = mapping.decisionId;
  const before = decisionOf(picture, mapping)?.before;
  const undo = button(
    speech.say('undo.button'),
    { verb: 'undo', accountId, seen, asOf },
    { tooltip: undoTooltip(before, name, speech) },
  );
  const reopen = button(
    speech.say('reopen.button'),
    { verb: 'reopen', accountId, seen, asOf },
    { tooltip: speech.say('reopen.tooltip', { name }) },
  );
  const isGone = mapping.state === 'mapped' && accountState(picture) === 'customer-gone';
  if (isGone) return [button(speech.say('gone.choose'), { verb: 'reopen', accountId, seen, asOf })];
  const all = undoAllButton(picture, speech);
  return [...(all === undefined ? [] : [all]), undo, reopen];
}

function undoTooltip(before: Mapping | undefined, name: string, speech: Speech): string {
  if (before === undefined || before.state === 'open') return speech.say('undo.tooltip-open', { name });
  return speech.say('undo.tooltip-back', { before: mappingName(before, speech) });
}

function conflictActions(picture: AccountPicture, speech: Speech): readonly Button[] {
  const { record } = picture;
  const { mapping, id: accountId, mappingVersion: asOf } = record;
  const { theirs } = record.writeBack;
  const isNobody = theirs?.customer === undefined;
  const tooltip = isNobody
    ? speech.say('reopen.tooltip', { name: shortName(record.tenant.name) })
    : speech.say('conflict.take-tooltip', { theirs: theirName(theirs, speech) });
  const ours = mappingName(mapping, speech);
  const seen = mapping.state === 'open' ? {} : { seen: mapping.decisionId };
  return [
    button(
      speech.say('conflict.keep'),
      { verb: 'conflict', accountId, keep: 'ours', ...seen, asOf },
      { tooltip: speech.say('conflict.keep-tooltip', { ours }) },
    ),
    button(
      speech.say(isNobody ? 'conflict.take-none' : 'conflict.take'),
      { verb: 'conflict', accountId, keep: 'theirs', ...seen, asOf },
      { tooltip },
    ),
  ];
}
