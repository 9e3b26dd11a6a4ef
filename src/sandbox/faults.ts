import type { Answer } from './wire';

export const SERVICES = ['entra', 'partner-center', 'graph', 'dataverse'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Something that goes wrong on purpose. */
export interface FaultOrder {
  readonly service: ServiceName;
  /** Only requests whose `METHOD /path?query` holds this text; all without it. */
  readonly match?: string;
  /** So many times; until healed without it. */
  readonly times?: number;
  readonly fault:
    | { readonly kind: 'fail'; readonly status?: number }
    | { readonly kind: 'throttle'; readonly retryAfterS?: number }
    | { readonly kind: 'html'; readonly status?: number }
    | { readonly kind: 'slow'; readonly ms: number }
    | { readonly kind: 'hang' }
    | { readonly kind: 'drop' }
    | { readonly kind: 'answer'; readonly answer: Answer };
}

export type Fault =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'slow'; readonly until: Promise<void> }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' };

export interface Faults {
  order(order: FaultOrder): void;
  /** Takes back what was ordered: for one service, or for all. */
  heal(service?: ServiceName): void;
  readonly ordered: readonly FaultOrder[];
  /** The fault for this request, if one is ordered; counts it. */
  take(service: ServiceName, request: string): Fault | undefined;
}

export function createFaults(sleep: (ms: number) => Promise<void>): Faults {
  let orders: { readonly order: FaultOrder; left: number }[] = [];
  return {
    order(order) {
      orders.push({ order, left: order.times ?? Infinity });
    },
    heal(service) {
      orders = orders.filter(({ order }) => service !== undefined && order.service !== service);
    },
    get ordered() {
      return orders.map(({ order }) => order);
    },
    take(service, request) {
      const found = orders.find(({ order }) => order.service === service && request.includes(order.match ?? ''));
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) orders = orders.filter((other) => other !== found);
      return faultOf(found.order, sleep);
    },
  };
}

function faultOf({ fault, service }: FaultOrder, sleep: (ms: number) => Promise<void>): Fault {
  switch (fault.kind) {
    case 'fail': {
      const status = fault.status ?? 503;
      return {
        kind: 'answer',
        answer: { status, body: { code: status, description: 'The service is not available.' } },
      };
    }
    case 'throttle':
      return { kind: 'answer', answer: throttled(service, fault.retryAfterS ?? 30) };
    case 'html':
      return { kind: 'answer', answer: { status: fault.status ?? 502, raw: GATEWAY } };
    case 'slow':
      return { kind: 'slow', until: sleep(fault.ms) };
    case 'answer':
      return { kind: 'answer', answer: fault.answer };
    case 'hang':
    case 'drop':
      return fault;
  }
}

/** Each service has a throttling answer of its own shape. */
function throttled(service: ServiceName, seconds: number): Answer {
  const headers = { 'retry-after': String(seconds) };
  const text = `Rate limit is exceeded. Try again in ${seconds} seconds.`;
  if (service === 'dataverse') {
    return { status: 429, headers, body: { error: { code: '0x80072322', message: text } } };
  }
  return { status: 429, headers, body: { statusCode: 429, message: text } };
}

const GATEWAY =
  '<html><head><title>502 Bad Gateway</title></head><body><h2>Our services aren’t available right now</h2></body></html>';
