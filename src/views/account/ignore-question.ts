import type { Action, CardAsker } from '../../actions/action';
import type { Message } from '../../courier';
import type { AccountRecord } from '../../domain/account';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { shortName } from '../words/escape';
import type { Speech } from '../words/speech';

/** Typed "ignore it": what was understood, to be confirmed by a click. */
export function ignoreQuestionView(
  { id, tenant }: AccountRecord,
  ignore: Extract<Action, { readonly verb: 'ignore' }>,
  speech: Speech,
  asker?: CardAsker,
): Message {
  const whose = asker === undefined ? {} : { asker };
  return noteView(
    {
      kicker: speech.say('map.kicker'),
      title: speech.say('ignore.title', { name: shortName(tenant.name) }),
      lines: [speech.say('ignored.body'), speech.say('map.nothing-yet')],
      actions: [
        button(speech.say('choose.ignore'), { ...ignore, ...whose }),
        button(speech.say('show.button'), { verb: 'account', accountId: id }),
        button(speech.say('cancel.button'), { verb: 'cancel', ...whose }),
      ],
    },
    speech,
  );
}
