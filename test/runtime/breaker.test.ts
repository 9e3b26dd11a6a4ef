import { createBreaker } from '../../src/runtime/breaker';
import { turnedClock } from '../sandbox/stand';

const BREAK = { breakAfter: 4, breakMs: 10_000 };

function stand() {
  const clock = turnedClock();
  const breaker = createBreaker(BREAK, clock);
  const matter = (customer: string, what = 'subscriptions') => ({
    call: `GET /${customer}/${what}`,
    subject: customer,
  });
  const fails = (customer: string, times: number, what?: string) => {
    for (let i = 0; i < times; i++) breaker.failed(matter(customer, what));
  };
  const refused = (customer: string, what?: string) => breaker.refusal(matter(customer, what)) !== undefined;
  return { clock, breaker, matter, fails, refused };
}

describe('a call that keeps failing', () => {
  it('is left alone by itself, whatever else is asked of the same service', () => {
    const { fails, refused } = stand();
    fails('contoso', 8);

    expect(refused('contoso')).toBe(true);
    expect(refused('contoso', 'users')).toBe(false);
    expect(refused('fabrikam')).toBe(false);
  });

  it('is a matter of one customer, however many of that customer’s calls fail', () => {
    const { fails, refused } = stand();
    for (const what of ['customer', 'agreements', 'subscriptions', 'licences', 'users']) fails('contoso', 8, what);

    expect(refused('fabrikam')).toBe(false);
  });

  it('is tried again after the pause, by one at first', () => {
    const { clock, breaker, matter, fails, refused } = stand();
    fails('contoso', 4);
    clock.turn(BREAK.breakMs);

    expect(refused('contoso')).toBe(false);
    expect(refused('contoso')).toBe(true);
    breaker.succeeded(matter('contoso'));
    expect(refused('contoso')).toBe(false);
  });

  it('is not left alone for longer when the clock is set back', () => {
    const { clock, fails, refused } = stand();
    fails('contoso', 4);
    clock.turn(-3_600_000);

    expect(refused('contoso')).toBe(false);
  });
});

describe('a service', () => {
  it('is left alone when what is asked about several customers failed in a row', () => {
    const { clock, breaker, matter, fails } = stand();
    fails('contoso', 2);
    fails('fabrikam', 1);
    fails('litware', 1);

    expect(breaker.refusal(matter('proseware'))).toBe(clock.now() + BREAK.breakMs);
  });

  it('that answered in between is well', () => {
    const { breaker, matter, fails, refused } = stand();
    fails('contoso', 2);
    fails('fabrikam', 2);
    breaker.succeeded(matter('proseware'));
    fails('litware', 3);

    expect(refused('proseware')).toBe(false);
  });
});
