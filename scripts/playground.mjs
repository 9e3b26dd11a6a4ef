// `npm run playground`: the Playground alone, for a bot that runs already on PORT of this machine.
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { Processes, root } from './processes.mjs';
import { choosePort, startPlayground } from './stack.mjs';

ensureInstalled(root);
const processes = new Processes();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void processes.stopAll().then(() => process.exit(0)));
}
const port = await startPlayground(processes, {
  port: await choosePort('the Playground', Number(process.env.TEAMSAPPTESTER_PORT ?? 56150), (line) =>
    console.log(line),
  ),
  botPort: Number(process.env.PORT ?? 3978),
  workDir: join(root, 'devTools'),
  onExit: (code) => process.exit(code ?? 1),
});
// The toolkit's task waits for this very line.
console.log(`Listening on ${port}: http://localhost:${port}`);
