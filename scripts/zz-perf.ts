import { statusView } from '../src/views/status';
import { accountView } from '../src/views/account';
import { createSpeech } from '../src/views/speech';
import * as p from '../test/views/pictures';
const pic = p.picture(p.mapped());
function bench(name: string, f: () => unknown, n = 3000) {
  for (let i = 0; i < 500; i++) f();
  const c = process.cpuUsage(); const t = performance.now();
  for (let i = 0; i < n; i++) f();
  const u = process.cpuUsage(c);
  console.log(name, 'wall', ((performance.now() - t) / n).toFixed(4), 'cpu ms', ((u.user + u.system) / 1000 / n).toFixed(4));
}
const s0 = createSpeech('en', { utcOffsetMinutes: 60 });
bench('status incl. speech', () => statusView({ answer: 'account', query: 'c', picture: pic }, createSpeech('en', { utcOffsetMinutes: 60 })));
bench('status', () => statusView({ answer: 'account', query: 'c', picture: pic }, s0));
bench('say', () => s0.say('reseller.accepted.event', { since: 'x' }), 20000);
bench('date', () => s0.date(p.NOW), 20000);
bench('ago', () => s0.ago(p.NOW - 5000, p.NOW), 20000);
bench('account open', () => accountView(p.picture(), s0), 1000);
