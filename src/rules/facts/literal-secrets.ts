import type { Connector } from '../../domain/connector.ts';
import { stringMember, type Json } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isMadeUp } from '../../domain/secrets/made-up.ts';
import { isPlaceholder } from '../../domain/secrets/placeholder.ts';
import { inProperties } from '../rule.ts';
import type { ConnectionParameter, Policy, Subject } from '../subject.ts';
import { policyValuesOf } from './policies.ts';
import type { SecretPlace } from './secret-places.ts';

/** Secrets of no known form that their place gives away: what a maker should fill in, what a policy sends, what code is given. */
export function literalSecretsOf(connector: Connector, { connectionParameters, policies }: Subject): SecretPlace[] {
  return [
    ...connectionParameters.flatMap(inSecureDefault),
    ...policies.flatMap(inPolicy),
    ...textsOf(connector).flatMap(([file, text]) => inText(file, text)),
  ];
}

function textsOf({ layout, texts, script }: Connector): readonly (readonly [file: string, text: string])[] {
  // A revision has no files; its code is all there is.
  return layout === 'published' && script !== undefined ? [[script.file, script.text]] : [...texts];
}

function inSecureDefault({ value, pointer }: ConnectionParameter): SecretPlace[] {
  const secret = stringMember(value, 'defaultValue');
  if (stringMember(value, 'type') !== 'securestring' || secret === undefined || isPlaceholder(secret)) return [];
  return [{ kind: 'a default of a secure parameter', secret, at: inProperties(child(pointer, 'defaultValue')) }];
}

const SECRET_NAME =
  /authorization|api[_-]?key|access[_-]?key|subscription[_-]?key|functions?[_-]?key|secret|password|passwd|token/i;
const NAMES = new Set(['name', 'newPropertySubPathTemplate']);
const VALUES = new Set(['value', 'propertyValuePathTemplate']);

function inPolicy(policy: Policy): SecretPlace[] {
  const values = policyValuesOf(policy);
  const names = values.filter(({ name }) => NAMES.has(name)).map(({ value }) => value);
  if (!names.some((name) => typeof name === 'string' && SECRET_NAME.test(name))) return [];
  return values.flatMap(({ name, value, pointer }) =>
    VALUES.has(name) && isLiteralSecret(value)
      ? [
          {
            kind: 'a secret in a policy',
            secret: value.replace(/^(?:Bearer|Basic|Token|ApiKey) +/i, ''),
            at: inProperties(pointer),
          },
        ]
      : [],
  );
}

/** A long word of letters and digits. An expression (`@...`) or a template (`{...}`) is filled in later. */
function isLiteralSecret(value: Json): value is string {
  if (typeof value !== 'string' || /[@{}<>[\]$]/.test(value)) return false;
  const [word = ''] = value.trim().split(/\s+/).slice(-1);
  return word.length >= 16 && isRandom(word) && !isPlaceholder(value);
}

function isRandom(word: string): boolean {
  return /\d/.test(word) && /[A-Za-z]/.test(word) && !isMadeUp(word);
}

// `apiKey = "..."` in code, and what paconn is given in settings.json.
const IN_CODE = /(?:api_?key|secret|password|passwd|token)\w{0,30}\s{0,3}=\s{0,3}@?"([\w+/=.~-]{20,200})"/dgi;
const IN_SETTINGS = /"(?:clientSecret|secret|password)"\s{0,20}:\s{0,20}"([^"\\\n]{1,200})"/dgi;

function inText(file: string, text: string): SecretPlace[] {
  if (/\.csx?$/i.test(file)) return matchesIn(file, text, IN_CODE, 'a secret in code', isRandom);
  if (!/(?:^|\/)settings\.json$/i.test(file)) return [];
  return matchesIn(file, text, IN_SETTINGS, 'a secret for publishing', (secret) => !isPlaceholder(secret));
}

function matchesIn(
  file: string,
  text: string,
  pattern: RegExp,
  kind: string,
  isReal: (secret: string) => boolean,
): SecretPlace[] {
  return [...text.matchAll(pattern)].flatMap(({ 1: secret = '', indices }) =>
    isReal(secret) ? [{ kind, secret, at: { file, offset: indices?.[1]?.[0] ?? 0 } }] : [],
  );
}
