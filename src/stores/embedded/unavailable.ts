import { StoreUnavailable } from '../../store';
import { codeOf, messageOf } from './error-code';

/** What an operator can do about each cause. Numbers are lmdb's return codes and errno, texts are Node's codes. */
const REMEDIES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ...entries(['ENOSPC', 28, 'EDQUOT', 122, 'EFBIG', 27], 'Free some space on the disk of DATA_DIR, or move DATA_DIR.'),
  ...entries(
    ['EACCES', 13, 'EPERM', 1, 'EROFS', 30],
    'Give the user that runs the bot the right to read and write the folder DATA_DIR.',
  ),
  ...entries(['EEXIST', 'ENOTDIR', 20], 'DATA_DIR must name a folder, not a file.'),
  ...entries(['ENOENT', 2], 'The folder DATA_DIR was taken away: put it back, then restart the bot.'),
  ...entries(
    ['damaged', -30793, -30796, -30794, -30797],
    'The database in DATA_DIR is damaged or was made by something else: restore DATA_DIR from a backup, or move it away.',
  ),
  ...entries(
    ['replaced'],
    'Restart the bot, and stop it first the next time: files in DATA_DIR are not exchanged while it runs.',
  ),
  ...entries(
    ['no-address-space', 'ENOMEM', 12, -30785],
    'Allow the process more address space (ulimit -v, LimitAS of its service), or move to STORE=cosmos.',
  ),
  ...entries([-30792], 'The database in DATA_DIR has reached its largest size: move to STORE=cosmos.'),
  ...entries(['closed'], 'The bot is stopping; nothing needs to be done.'),
]);

function entries(codes: readonly (string | number)[], remedy: string): [unknown, string][] {
  return codes.map((code) => [code, remedy]);
}

/** Every failure of the database or its folder becomes this one error, with a remedy that names `DATA_DIR`. */
export function environmentUnavailable(error: unknown, dir: string): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const remedy = REMEDIES.get(codeOf(error)) ?? 'Check that DATA_DIR is a folder on a local disk that can be written.';
  return new StoreUnavailable(`The embedded store in ${dir} cannot be used: ${messageOf(error)}`, remedy, {
    cause: error,
  });
}
