import type { Readiness } from '../domain/operations';
import { StoreUnavailable } from '../store';
import type { UnreadDocument } from '../store';
import { syncJob } from '../records/note-job';
import { sourceDocumentId } from '../records/note-source';
import { expectedParts, failingJobs } from '../records/source-health';
import { unreadDocuments } from '../records/unread-documents';
import type { Ports } from '../ports';

/**
 * Ready when the store can be reached and each provider's list was read to its end once, or could not be read for a
 * reason of the source's own or of ours: then restarting would not help. What is missing is said all the same.
 */
export async function readiness(ports: Ports, filled: boolean): Promise<Readiness> {
  const { store, register, providers } = ports;
  const missing: string[] = [];
  try {
    await store.check();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    missing.push(`The store cannot be reached. ${error.remedy}`);
  }
  if (!filled) missing.push('The memory is being filled from the store.');
  for (const provider of providers) {
    const source = register.source(sourceDocumentId(`accounts:${provider.id}`));
    const hasFailed = source?.trouble !== undefined || register.jobs.get(syncJob(provider.id))?.failure !== undefined;
    if (source?.firstCompleteAt === undefined && !hasFailed) {
      missing.push(`The first reading of all customers of ${provider.name} in Partner Center is under way.`);
    }
  }
  const unread = await unreadDocuments(ports);
  return { ready: missing.length === 0, missing: [...missing, ...troubles(ports), ...unreadLines(unread)] };
}

const UNREAD_NAMED = 5;

function unreadLines(unread: readonly UnreadDocument[]): readonly string[] {
  const lines = unread.slice(0, UNREAD_NAMED).map(({ reason, remedy }) => `${reason} ${remedy}`);
  const more = unread.length - lines.length;
  return more > 0 ? [...lines, `${more} more stored documents cannot be read.`] : lines;
}

/** What keeps nobody from sending requests here, and is missing all the same. */
function troubles(ports: Ports): readonly string[] {
  const { register } = ports;
  const ofSources = expectedParts(ports).flatMap((part) => {
    const source = register.source(sourceDocumentId(part));
    if (source?.trouble === undefined) return [];
    const { trouble, lastCompleteAt: at } = source;
    const read = at === undefined ? 'It was never read completely.' : `Last read ${new Date(at).toISOString()}.`;
    return [[`${part} cannot be read: ${trouble.detail}.`, read, trouble.remedy ?? ''].join(' ').trim()];
  });
  const ofJobs = failingJobs(ports).map(({ job, reason, remedy = '' }) => `"${job}" fails: ${reason} ${remedy}`.trim());
  return [...ofSources, ...ofJobs];
}
