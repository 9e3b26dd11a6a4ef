import type { Stage } from './stage';

/** Two full rounds of the sync have gone by. */
export async function synced(stage: Stage): Promise<void> {
  const lists = (): number => stage.sandbox.visits.last.filter((v) => v.path.endsWith('/v1/customers')).length;
  stage.sandbox.visits.clear();
  await stage.until(() => lists() >= 3);
}
