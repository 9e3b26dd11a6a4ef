import type { Document, JobRecord } from '../domain/documents';

/** How the bot's own jobs fare, by their names. */
export class JobMemory {
  private readonly jobs = new Map<string, JobRecord>();

  /** The tail may tell of a run that is older than the last one of our own. */
  apply(news: Document): void {
    if (news.kind !== 'job') return;
    const known = this.jobs.get(news.name);
    if (known === undefined || ranAt(known) <= ranAt(news)) this.jobs.set(news.name, news);
  }

  get(name: string): JobRecord | undefined {
    return this.jobs.get(name);
  }

  all(): IterableIterator<JobRecord> {
    return this.jobs.values();
  }
}

function ranAt({ succeededAt = 0, failedAt = 0 }: JobRecord): number {
  return Math.max(succeededAt, failedAt);
}
