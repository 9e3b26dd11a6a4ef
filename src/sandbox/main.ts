import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox';

/** Runs the sandbox alone: prints its addresses and the settings that point the bot at it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'seed': { type: 'string' },
      'state': { type: 'string' },
      'several': { type: 'boolean', default: false },
      'still': { type: 'boolean', default: false },
      'crowd': { type: 'string', default: '0' },
      'control-port': { type: 'string', default: '0' },
    },
  });
  const crowd = Number(values.crowd);
  const sandbox = await startSandbox({
    moves: !values.still,
    several: values.several,
    crowd: { tenants: crowd, customers: crowd },
    told: (sentence) => process.stdout.write(`${sentence}\n`),
    controlPort: Number(values['control-port']),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  });
  const settings = Object.entries(sandbox.settings).map(([name, value]) => `${name}=${value}`);
  process.stdout.write(`${settings.join('\n')}\n# control: ${sandbox.urls.control}/control/world\n`);
  const stop = (): void => {
    void sandbox.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

void main();
