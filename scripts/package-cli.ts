import { main } from './package';

main(process.env['HANDSHAKE_ROOT'] ?? '.', process.argv[2] ?? 'dev').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
