import type { Authentication } from '../app/import/authentication.ts';
import { httpsFault, keyNameFault } from './answer-faults.ts';
import { askOne, askText } from './prompts.ts';

/** Asks how connections sign in, and what that kind needs to know. */
export async function askAuthentication(before: Authentication): Promise<Authentication> {
  const kind = await askOne<Authentication['kind']>(
    'How does a connection sign in?',
    'Decides what makers are asked for when they make a connection',
    [
      { value: 'none', label: 'Not at all', hint: 'the service is open' },
      { value: 'api-key', label: 'API key', hint: 'a header or query parameter' },
      { value: 'basic', label: 'User name and password' },
      { value: 'oauth2', label: 'OAuth 2.0', hint: 'people sign in on a page of the service' },
    ],
    before.kind,
  );
  if (kind === 'api-key') return askKey(before.kind === 'api-key' ? before : undefined);
  if (kind === 'oauth2') return askSignIn(before.kind === 'oauth2' ? before : undefined);
  return { kind };
}

type Key = Extract<Authentication, { readonly kind: 'api-key' }>;
type SignIn = Extract<Authentication, { readonly kind: 'oauth2' }>;

async function askKey(before: Key | undefined): Promise<Key> {
  const location = await askOne<Key['location']>(
    'Where does the key go?',
    'A header is safer: addresses end up in logs',
    [
      { value: 'header', label: 'Header' },
      { value: 'query', label: 'Query parameter' },
    ],
    before?.location ?? 'header',
  );
  const name = await askText(
    'What is it called?',
    'As the service wants it',
    before?.name ?? 'X-API-Key',
    keyNameFault,
  );
  return { kind: 'api-key', name, location };
}

async function askSignIn(before: SignIn | undefined): Promise<SignIn> {
  const authorizationUrl = await askText(
    'Authorization URL',
    'The page of the service on which people sign in',
    before?.authorizationUrl ?? 'https://',
    httpsFault,
  );
  const tokenUrl = await askText(
    'Token URL',
    'Where the service gives out tokens',
    before?.tokenUrl ?? 'https://',
    httpsFault,
  );
  const scopes = await askText(
    'Scopes',
    'What is asked for, with spaces between; - for none',
    before?.scopes.join(' ') || '-',
  );
  return { kind: 'oauth2', authorizationUrl, tokenUrl, scopes: scopes === '-' ? [] : scopes.split(/[\s,]+/) };
}
