import type { Freshness } from '../domain/answers';
import type { HealthAnswer } from '../domain/health-answer';
import { MINUTE, SECOND } from '../domain/time';
import { freshness } from './draw-account';
import { sourceDocumentId } from './note-source';
import type { Ports } from '../ports';

/** A source that was not read completely for so many intervals is not well, whatever it says. */
const INTERVALS = 3;

type Deps = Pick<Ports, 'register' | 'providers' | 'directory' | 'clock'>;

/** The parts of all sources that are to be read again and again, as `SourceRecord.part`. */
export function expectedParts({ providers, directory }: Pick<Deps, 'providers' | 'directory'>): readonly string[] {
  const ofDirectory = directory.writesBack ? ['customers', 'rows'] : ['customers@file'];
  return [...providers.map(({ id }) => `accounts:${id}`), ...ofDirectory];
}

/** The age and state of each source that is to be read, also of those of which nothing was ever written down. */
export function sourceHealth(deps: Deps): readonly Freshness[] {
  const { register, directory, clock } = deps;
  const oldest = clock.now() - INTERVALS * syncInterval(deps) - MINUTE;
  const unheard = expectedParts(deps)
    .filter((part) => register.source(sourceDocumentId(part)) === undefined)
    .map((part): Freshness => {
      const isAccounts = part.startsWith('accounts:');
      return { source: isAccounts ? 'partner-center' : directory.source, part: part.split(/[:@]/)[0] ?? part };
    });
  const known = freshness(deps).map((part): Freshness => {
    const isOverdue = part.trouble === undefined && part.asOf !== undefined && part.asOf < oldest;
    return isOverdue ? { ...part, overdue: true } : part;
  });
  return [...known, ...unheard];
}

/** How often the sources are to be read, as the job that reads them says; 0 before it has run. */
function syncInterval({ register }: Deps): number {
  const jobs = [...register.jobs.all()].filter(({ name }) => name.startsWith('sync '));
  return Math.max(0, ...jobs.map(({ everyMs }) => everyMs));
}

/** No list of accounts was ever read to its end: then there is nothing to say about who accepted. */
export function nothingReadYet({ register }: Pick<Deps, 'register'>): boolean {
  return ![...register.allSources()].some((s) => s.part.startsWith('accounts:') && s.firstCompleteAt !== undefined);
}

/** The jobs whose last run failed, the longest failing first. */
export function failingJobs({ register, clock }: Pick<Deps, 'register' | 'clock'>): HealthAnswer['failing'] {
  const now = clock.now();
  return [...register.jobs.all()]
    .filter(({ failedAt = 0, succeededAt = 0, ttl = Infinity }) => Math.max(failedAt, succeededAt) + ttl * SECOND > now)
    .flatMap(({ name, failure }) => (failure === undefined ? [] : [{ job: name, ...failure }]))
    .sort((a, b) => a.since - b.since);
}
