import { Secret } from '../../src/runtime/secret';
import { startCosmosGateway } from '../doubles/cosmos-gateway';
import { setStage } from './stage';
import type { Stage, StageOptions } from './stage';

export const STORES = ['embedded', 'cosmos'] as const;

/** A stage whose bot keeps its documents there. */
export async function stageOn(
  store: (typeof STORES)[number],
  { config, ...options }: StageOptions = {},
): Promise<{ readonly stage: Stage; readonly close: () => Promise<void> }> {
  if (store === 'embedded') {
    const stage = await setStage({ ...options, ...(config === undefined ? {} : { config }) });
    return { stage, close: () => stage.close() };
  }
  const gateway = await startCosmosGateway();
  const key = new Secret(Buffer.from('stage').toString('base64'));
  const stage = await setStage({
    ...options,
    config: { ...config, store: { kind: 'cosmos', endpoint: gateway.endpoint, database: 'handshake', key } },
  });
  return {
    stage,
    async close() {
      await stage.close();
      await gateway.close();
    },
  };
}
