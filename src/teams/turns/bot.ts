import { Application, type TurnState } from '@microsoft/teams-ai';
import type { Activity, TurnContext } from 'botbuilder';
import type { Clock } from '../../domain/time';
import type { Ids } from '../../runtime/ids';
import type { Log } from '../../runtime/log';
import type { Desk, Input, Turn } from '../../turn';
import type { Adapter, Admission } from '../adapter';
import { createConductor } from './conduct';
import type { Voice } from '../sending/courier';
import { conversationInput, installationInput, messageInput } from './input';
import { otherAnswer, type InvokeAnswer } from './invoke';
import { invokeKind } from './invokes';
import { localeOf, personOf, placeOf, timeZoneOf } from './place';
import { createRedelivery } from './redelivery';
import { isObject, sdkActivity, type IncomingActivity } from '../schema';
import type { Timer } from '../timer';

export interface Bot {
  /** Checks the token and runs the turn; `policy` is asked once the sender is known to be genuine. */
  receive(request: {
    readonly authorization: string;
    readonly raw: unknown;
    readonly activity: IncomingActivity;
    readonly policy: (activity: IncomingActivity) => boolean;
  }): Promise<Admission | { readonly admission: 'forbidden' }>;
  /** Resolves when no turn is under way any more. */
  idle(): Promise<void>;
}

export interface BotDeps {
  readonly adapter: Adapter;
  /** In local mode people need no Entra object id. */
  readonly local: boolean;
  readonly desk: Desk;
  readonly voice: Voice;
  readonly log: Log;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly timer: Timer;
}

const INCOMING = Symbol('incoming activity');
const REMEMBERED_MESSAGES = 20_000;
/** Fewer, because each keeps the card that it was answered with. */
const REMEMBERED_INVOKES = 1_000;

type Selector = (context: TurnContext) => Promise<boolean>;

export function createBot(deps: BotDeps): Bot {
  const { timer } = deps;
  const conductor = createConductor(deps);
  const messages = createRedelivery<undefined>(timer, REMEMBERED_MESSAGES);
  const invokes = createRedelivery<InvokeAnswer>(timer, REMEMBERED_INVOKES);
  const app = new Application<TurnState>({
    startTypingTimer: false,
    longRunningMessages: false,
    removeRecipientMention: false,
  });

  function turnOf(activity: IncomingActivity, input: Input): Turn {
    const now = deps.clock.now();
    const at = Date.parse(activity.timestamp ?? '');
    const person = personOf(activity, deps.local);
    const locale = localeOf(activity);
    const timeZone = timeZoneOf(activity);
    return {
      id: activity.id ?? deps.ids.next(),
      at: Number.isNaN(at) ? now : at,
      place: placeOf(activity),
      input,
      ...(person === undefined ? {} : { person }),
      ...(locale === undefined ? {} : { locale }),
      ...(timeZone === undefined ? {} : { timeZone }),
    };
  }

  /** Messages and events: what there is to say is said in the conversation. */
  function said(inputOf: (activity: IncomingActivity) => Input | undefined) {
    return async (context: TurnContext): Promise<void> => {
      const activity = incoming(context);
      const input = inputOf(activity);
      if (input === undefined) return;
      await messages.once(deliveryOf(activity), async () => {
        const turn = turnOf(activity, input);
        const work = conductor.converse(turn).then(() => undefined);
        return conductor.inTime(turn, work, () => undefined);
      });
    };
  }

  /** Clicks, searches, links and dialogs: the answer goes back in the same request. */
  async function invoked(context: TurnContext): Promise<void> {
    const activity = incoming(context);
    const kind = invokeKind(activity.name);
    if (kind === undefined) {
      await respond(context, otherAnswer(activity.name ?? ''));
      return;
    }
    const answer = await invokes.once(deliveryOf(activity), () => {
      const turn = turnOf(activity, kind.input(activity));
      if (kind.afterwards === true) {
        conductor.goOn(turn);
        return Promise.resolve(kind.answer({ reply: 'nothing' }));
      }
      const work = async (): Promise<InvokeAnswer> => {
        const reply = await conductor.askAtOnce(turn);
        if (reply.reply === 'message') void conductor.say(turn, reply);
        return kind.answer(reply);
      };
      return conductor.inTime(turn, work(), (apology) => kind.answer(apology()), kind.withinMs);
    });
    await respond(context, answer);
  }

  app.addRoute(isType('invoke'), invoked, true);
  app.addRoute(isType('message'), said(messageInput));
  app.addRoute(isType('installationUpdate'), said(installationInput));
  app.addRoute(isType('conversationUpdate'), said(conversationInput));

  return {
    async receive({ authorization, raw, activity, policy }) {
      const state = { forbidden: false };
      const result = await deps.adapter.admit(authorization, forSdk(raw, activity), async (context) => {
        if (!policy(activity)) {
          state.forbidden = true;
          return;
        }
        context.turnState.set(INCOMING, activity);
        await app.run(context);
      });
      return state.forbidden ? { admission: 'forbidden' } : result;
    },
    idle: () => conductor.idle(),
  };
}

function isType(type: string): Selector {
  return (context) => Promise.resolve(context.activity.type === type);
}

async function respond(context: TurnContext, answer: InvokeAnswer): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: answer });
}

function incoming(context: TurnContext): IncomingActivity {
  return context.turnState.get<IncomingActivity>(INCOMING);
}

/** Conversation and activity, by which Teams' repeated deliveries are known; `undefined` where there is no id. */
function deliveryOf(activity: IncomingActivity): string | undefined {
  if (activity.id === undefined) return undefined;
  return [activity.type, activity.name ?? '', activity.conversation.id, activity.id].join(' ');
}

/**
 * The activity as the SDK wants it. It refuses activities without `from`, which real events can be; nothing of ours
 * reads the stand-in. It also may write to what it gets, so it gets a copy.
 */
function forSdk(raw: unknown, activity: IncomingActivity): Activity {
  const from = activity.from ?? { id: activity.conversation.id };
  return sdkActivity({ ...(isObject(raw) ? raw : {}), from });
}
