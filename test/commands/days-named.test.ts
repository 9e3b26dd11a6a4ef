import { hear } from '../../src/commands/matters';
import { routingSaid } from '../../src/commands/routing-said';
import { daysOffMeant } from '../../src/domain/days-off';
import { dayMeant } from '../../src/domain/day-asked';

/** Days that have a name or a number: as quiet days, and as the end of a snooze. */

const intentOf = (text: string) => {
  const [heard] = hear(text).heard;
  return heard?.outcome === 'understood' ? heard.intent : undefined;
};
const CHRISTMAS = { from: { day: 25, month: 12 }, to: { day: 26, month: 12 } };
const EASTER = { from: { feast: 'good-friday' }, to: { feast: 'easter-monday' } };
const TURN = { from: { day: 25, month: 12 }, to: { day: 1, month: 1 } };

it.each([
  ['no news over xmas', CHRISTMAS],
  ['an Weihnachten bitte Ruhe', { ...CHRISTMAS, from: { day: 24, month: 12 } }],
  ['pas de messages à Noël', CHRISTMAS],
  ['sin mensajes en Navidad', CHRISTMAS],
  ['geen berichten met kerst', CHRISTMAS],
  ['no messages between Christmas and New Year', TURN],
  ['zwischen den Jahren Ruhe', TURN],
  ['geen berichten tussen kerst en oud en nieuw', TURN],
  ["no messages on New Year's Eve", { from: { day: 31, month: 12 } }],
  ['Heiligabend keine Nachrichten', { from: { day: 24, month: 12 } }],
  ['heute bitte keine Nachrichten mehr, ist Feiertag', {}],
  ["no more messages today please, it's a holiday", {}],
  ["pas de messages aujourd'hui, c'est férié", {}],
  ['vandaag geen berichten meer, het is een feestdag', {}],
  ['quiet today', {}],
  ['no messages over Easter', EASTER],
  ['über Ostern bitte keine Nachrichten', EASTER],
  ['pas de messages à Pâques', EASTER],
  ['sin mensajes en Semana Santa', { ...EASTER, from: { feast: 'maundy-thursday' } }],
  ['geen berichten met Pasen', EASTER],
])('%s', (text, off) => {
  expect(intentOf(text)).toEqual({ name: 'settings', topic: 'quiet', quiet: { on: true, off: [off] } });
});

it.each(['mute at night', "silence jusqu'à lundi", 'mute overnight'])('mutes nobody: %s', (text) => {
  expect(intentOf(text)?.name).not.toBe('mute');
});

it.each([
  ['snooze Contoso until week 50', { week: 50 }],
  ['stell Contoso bis KW 50 zurück', { week: 50 }],
  ['Contoso erst übernächste Woche', { named: 'week-after-next' }],
  ['stell Contoso bis Heiligabend zurück', { day: 24, month: 12 }],
  ['zet Contoso maar weg tot maandag', { weekday: 'monday' }],
  ['snooze Contoso until after Easter', { after: 'easter' }],
  ['stelle Contoso bis nach Ostern zurück', { after: 'easter' }],
  ['stell Contoso bis nach dem Osterwochenende zurück', { after: 'easter' }],
  ['repousse Contoso après Pâques', { after: 'easter' }],
  ['pospón Contoso hasta después de Semana Santa', { after: 'easter' }],
  ['stel Contoso uit tot na Pasen', { after: 'easter' }],
  ['park Contoso until after Thanksgiving', { after: 'thanksgiving' }],
  ['Contoso erst nach Pfingsten wieder', { after: 'pentecost' }],
  ['zet Contoso weg tot na Hemelvaart', { after: 'ascension' }],
  ['snooze Contoso until after Labor Day', { after: 'labor-day' }],
  ['mets Contoso en veille jusqu’après la Toussaint', { after: 'all-saints' }],
  ['pospón Contoso hasta después de Reyes', { after: 'epiphany' }],
  ['stel Contoso uit tot na Koningsdag', { after: 'kings-day' }],
  ['snooze Contoso until after the bank holiday', { after: 'holiday' }],
  ['snooze Contoso until after Christmas', { after: 'christmas' }],
  ['stelle Contoso bis Karfreitag zurück', { feast: 'good-friday' }],
])('%s', (text, until) => {
  expect(intentOf(text)).toEqual({ name: 'snooze', companies: ['Contoso'], until });
});

it('finds the Monday of a week, of this year or the next', () => {
  const today = { year: 2026, month: 12, day: 9 };
  const monday = (week: number) => dayMeant({ week }, today);
  expect(monday(51)).toEqual({ meant: 'day', day: { year: 2026, month: 12, day: 14 } });
  expect(monday(2)).toEqual({ meant: 'day', day: { year: 2027, month: 1, day: 11 } });
  expect([monday(50).meant, monday(54).meant]).toEqual(['past', 'no-such-day']);
});

it('knows that a day may be today, and that days which have begun go on', () => {
  const turn = { from: { day: 25, month: 12 }, to: { day: 1, month: 1 } };
  expect(daysOffMeant({ from: { day: 24, month: 12 } }, { year: 2026, month: 12, day: 24 })?.from).toBe('2026-12-24');
  expect(daysOffMeant(turn, { year: 2026, month: 12, day: 28 })).toEqual({ from: '2026-12-28', to: '2027-01-01' });
});

it.each([
  ['nothing from Switzerland here', 'not', ['CH']],
  ['rien que la France ici', 'only', ['FR']],
  ['nothing but France here', 'only', ['FR']],
])('%s', (text, what, countries) => {
  expect(routingSaid(text, [])).toMatchObject({ what, countries });
});
