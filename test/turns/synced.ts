import type { Stage } from './stage';

/** Two full rounds of the sync have gone by. */
export async function synced(stage: Stage): Promise<void> {
  const lists = (): number => stage.sandbox.visits.last.filter((v) => v.path.endsWith('/v1/customers')).length;
  stage.sandbox.visits.clear();
  await stage.until(() => lists() >= 3);
}

/** Three readings of the rows that are not Partner Center's have begun. */
export async function rowsRead(stage: Stage): Promise<void> {
  const others = (): number =>
    stage.sandbox.visits.last.filter(({ query }) => /provider_value(\+|%20| )ne/.test(query)).length;
  stage.sandbox.visits.clear();
  await stage.until(() => others() >= 3);
}
