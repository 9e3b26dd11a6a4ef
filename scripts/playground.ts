// `npm run playground`: the Playground alone, for a bot that runs already on PORT of this machine.
import { join } from 'node:path';
import { Processes } from './processes';
import { root } from './root';
import { choosePort, startPlayground } from './stack';
import { onSignals } from './signals';

async function main(): Promise<void> {
  const processes = new Processes();
  onSignals(() => void processes.stopAll().then(() => process.exit(0)));
  const port = await startPlayground(processes, {
    port: await choosePort('the Playground', Number(process.env['TEAMSAPPTESTER_PORT'] ?? 56150), console.log),
    botPort: Number(process.env['PORT'] ?? 3978),
    workDir: join(root, 'devTools'),
    onExit: (code) => process.exit(code ?? 1),
  });
  // The toolkit's task waits for this very line.
  console.log(`Listening on ${port}: http://localhost:${port}`);
}

void main();
