import { createHash } from 'node:crypto';
import type { Answer, Asked } from './wire';

/** Somebody on the way through Entra's pages: what they will get for their code. */
interface Way {
  readonly clientId: string;
  readonly scope: string;
  readonly challenge?: string;
  readonly redirectUri?: string;
}

export interface ConsentPages {
  /** The pages that a person sees in a browser: who they are, the second factor, what they consent to. */
  page(asked: Asked): Answer;
  /** A code for another browser. */
  device(form: URLSearchParams, origin: string): Answer;
  /** What a code was given for; it is good once. */
  redeem(code: string, verifier: string | null): Way | undefined;
  /** - `waiting`: nobody has typed the code yet */
  redeemDevice(code: string): Way | 'waiting' | undefined;
}

export function createConsentPages(): ConsentPages {
  const ways = new Map<string, Way>();
  const devices = new Map<string, { readonly way: Way; readonly userCode: string; isDone: boolean }>();
  let codes = 0;
  return {
    page(asked) {
      const { query } = asked;
      const typed = query.get('user_code');
      if (typed !== null) {
        const device = [...devices.values()].find(({ userCode }) => userCode === typed.toUpperCase());
        if (device !== undefined) device.isDone = true;
        return page(device === undefined ? 'That code is not known.' : 'You have signed in. You may close this page.');
      }
      const redirectUri = query.get('redirect_uri') ?? '';
      if (!/^http:\/\/(localhost|127\.0\.0\.1):\d+\/?$/.test(redirectUri)) {
        return page('AADSTS50011: The redirect URI does not match those of the application.');
      }
      const state = query.get('state') ?? '';
      if (query.get('consent') === 'no')
        return back(redirectUri, {
          error: 'access_denied',
          error_description: 'AADSTS65004: User declined to consent.',
          state,
        });
      if (query.get('consent') !== 'yes') return page(form(query));
      const code = `sandbox-code-${(codes += 1)}`;
      const challenge = query.get('code_challenge');
      ways.set(code, {
        clientId: query.get('client_id') ?? '',
        scope: query.get('scope') ?? '',
        redirectUri,
        ...(challenge === null ? {} : { challenge }),
      });
      return back(redirectUri, { code, state });
    },
    device(asked, origin) {
      const deviceCode = `sandbox-device-${(codes += 1)}`;
      const userCode = `SAND${String(codes).padStart(4, '0')}`;
      const way = { clientId: asked.get('client_id') ?? '', scope: asked.get('scope') ?? '' };
      devices.set(deviceCode, { way, userCode, isDone: false });
      const verification_uri = `${origin}/devicelogin`;
      const body = { device_code: deviceCode, user_code: userCode, verification_uri, expires_in: 900, interval: 1 };
      return { status: 200, body: { ...body, message: `Open ${verification_uri} and type ${userCode}.` } };
    },
    redeem(code, verifier) {
      const way = ways.get(code);
      ways.delete(code);
      if (way?.challenge === undefined) return way;
      const shown = createHash('sha256')
        .update(verifier ?? '')
        .digest('base64url');
      return shown === way.challenge ? way : undefined;
    },
    redeemDevice(code) {
      const device = devices.get(code);
      if (device === undefined) return undefined;
      return device.isDone ? device.way : 'waiting';
    },
  };
}

function back(redirectUri: string, fields: Readonly<Record<string, string>>): Answer {
  return { status: 302, headers: { location: `${redirectUri}?${new URLSearchParams(fields).toString()}` } };
}

function form(query: URLSearchParams): string {
  const kept = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  return `<h1>Sandbox Entra</h1><p>megan.bowen@partner.example, signed in with a second factor.</p>
<p>The app asks for: access Partner Center in your name, and keep that access.</p>
<form method="get">${kept.join('')}<button name="consent" value="yes">Accept</button> <button name="consent" value="no">Cancel</button></form>`;
}

function page(content: string): Answer {
  return { status: 200, raw: `<!doctype html><meta charset="utf-8"><title>Sandbox Entra</title>${content}` };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
