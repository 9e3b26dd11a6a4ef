import type { Message } from '../../courier';
import type { AccountLine } from '../../domain/answers';
import type { SameAnswer } from '../../domain/same-answer';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { lineName, identityOf } from '../parts/rows';
import { clean, shortName } from '../words/escape';
import { reasonsFor } from '../words/evidence-words';
import { actorName } from '../words/mapping-words';
import type { Speech } from '../words/speech';

interface Said {
  readonly title: string;
  readonly lines: readonly string[];
  readonly accounts: readonly AccountLine[];
}

/** Whether two names are one company's: what the lists say of it, with the reasons where it is only likely. */
export function sameView(answer: SameAnswer, speech: Speech): Message {
  const { title, lines, accounts } = said(answer, speech);
  return noteView(
    {
      kicker: speech.say('same.kicker'),
      title,
      lines,
      actions: accounts.map((account) =>
        button(
          accounts.length === 1 ? speech.say('show.button') : `${speech.say('show.button')}: ${lineName(account)}`,
          {
            verb: 'account',
            accountId: account.accountId,
            from: { view: 'status' },
          },
        ),
      ),
      hint: speech.say('type.help'),
    },
    speech,
  );
}

function said(answer: SameAnswer, speech: Speech): Said {
  switch (answer.same) {
    case 'one-account': {
      const { account } = answer;
      const title = speech.say('same.one-account', { name: lineName(account) });
      return { title, lines: [identityOf(account, speech), speech.say('same.one-account.body')], accounts: [account] };
    }
    case 'two-accounts': {
      const { accounts } = answer;
      const [first, second] = accounts.map(({ name }) => shortName(name));
      const title = speech.say('same.two-accounts', { first: first ?? '', second: second ?? '' });
      return { title, lines: accounts.map((one) => `${shortName(one.name)}: ${identityOf(one, speech)}`), accounts };
    }
    case 'cannot-tell': {
      const [first, second] = answer.names.map((name) => clean(name, 80));
      const title = speech.say('same.cannot-tell', { first: first ?? '', second: second ?? '' });
      return { title, lines: [speech.say('same.cannot-tell.body')], accounts: [] };
    }
    default:
      return { ...ofCustomer(answer, speech), accounts: [answer.account] };
  }
}

type OfCustomer = Extract<SameAnswer, { readonly same: 'mapped' | 'mapped-else' | 'ignored' | 'fits' | 'no-sign' }>;

function ofCustomer(answer: OfCustomer, speech: Speech): Pick<Said, 'title' | 'lines'> {
  const names = { name: lineName(answer.account), customer: shortName(answer.customer) };
  switch (answer.same) {
    case 'mapped':
      return { title: speech.say('same.mapped', names), lines: [] };
    case 'mapped-else':
      return { title: speech.say('same.mapped-else', { ...names, to: shortName(answer.to) }), lines: [] };
    case 'ignored':
      return { title: speech.say('who.ignored', { ...names, who: actorName(answer.by, speech) }), lines: [] };
    case 'no-sign':
      return { title: speech.say('same.no-sign', names), lines: [] };
    case 'fits': {
      const { reasons, against } = reasonsFor(answer.evidence, speech);
      const lines = [
        reasons.join('; '),
        against === undefined ? '' : speech.say('candidate.against', { reason: against }),
      ].filter((line) => line !== '');
      return { title: speech.say(answer.verdict === 'this-one' ? 'same.fits.this-one' : 'same.fits', names), lines };
    }
  }
}
