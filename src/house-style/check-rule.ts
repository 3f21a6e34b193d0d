import { entriesOf, isArray, isObject, member, type Json } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { refusalOfPath } from './check-path.ts';
import { notAllowed, notValid, type RulesetProblem } from './ruleset-problem.ts';
import { FORMATS, FUNCTIONS, isOneOf } from './words.ts';

/**
 * What in a rule could run code, reach out, or name something that is not there. Whether it has the right shape is the engine's to say;
 * whatever is no text where a text belongs is left to it.
 */
export function problemsOfRule(rule: Json, at: Pointer): RulesetProblem[] {
  if (!isObject(rule)) return [];
  return [
    ...problemsOfPaths(member(rule, 'given'), child(at, 'given')),
    ...problemsOfFormats(member(rule, 'formats'), child(at, 'formats')),
    ...problemsOfMessage(member(rule, 'message'), child(at, 'message')),
    ...problemsOfUrl(member(rule, 'documentationUrl'), child(at, 'documentationUrl')),
    ...listed(member(rule, 'then'), child(at, 'then')).flatMap(([then, place]) => problemsOfThen(then, place)),
  ];
}

export function problemsOfPaths(given: Json | undefined, at: Pointer): RulesetProblem[] {
  return listed(given, at).flatMap(([path, place]) => {
    const refused = typeof path === 'string' ? refusalOfPath(path, { conditions: true }) : undefined;
    if (refused === undefined) return [];
    const hint = 'Conditions compare: @, @property and their members, texts, numbers, .match(/…/), &&, || and !';
    return [notAllowed(place, `This path is not read: it has ${refused}`, hint)];
  });
}

export function problemsOfFormats(formats: Json | undefined, at: Pointer): RulesetProblem[] {
  return listed(formats, at).flatMap(([format, place]) =>
    typeof format !== 'string' || isOneOf(FORMATS, format)
      ? []
      : [notValid(place, `There is no format "${format}"`, `A connector's document is one of ${FORMATS.join(', ')}`)],
  );
}

export function problemsOfUrl(url: Json | undefined, at: Pointer): RulesetProblem[] {
  if (typeof url !== 'string' || /^https?:\/\/[^\s\p{C}]+$/iu.test(url)) return [];
  return [notValid(at, `"${url}" is no web address`, 'Write one that begins with https://')];
}

function problemsOfMessage(message: Json | undefined, at: Pointer): RulesetProblem[] {
  if (typeof message !== 'string' || !message.includes('#{{')) return [];
  const hint = 'Use {{property}}, {{value}}, {{path}}, {{error}} and {{description}}';
  return [notAllowed(at, 'The message holds an expression, "#{{…}}", and expressions are not run here', hint)];
}

function problemsOfThen(then: Json, at: Pointer): RulesetProblem[] {
  const field = member(then, 'field');
  const refused =
    typeof field === 'string' && field.startsWith('$') ? refusalOfPath(field, { conditions: false }) : undefined;
  const hint = 'Put conditions into "given"';
  return [
    ...(refused === undefined
      ? []
      : [notAllowed(child(at, 'field'), `This field is not read: it has ${refused}`, hint)]),
    ...problemsOfFunction(then, at),
  ];
}

function problemsOfFunction(then: Json, at: Pointer): RulesetProblem[] {
  const name = member(then, 'function');
  if (typeof name !== 'string') return [];
  if (!isOneOf(FUNCTIONS, name)) {
    const hint = `A ruleset may use ${FUNCTIONS.join(', ')}`;
    return [notValid(child(at, 'function'), `There is no function "${name}"`, hint)];
  }
  const options = member(then, 'functionOptions');
  const place = child(at, 'functionOptions');
  return [...(name === 'pattern' ? problemsOfPattern(options, place) : []), ...problemsOfReferences(options, place)];
}

function problemsOfPattern(options: Json | undefined, at: Pointer): RulesetProblem[] {
  return ['match', 'notMatch'].flatMap((key) => {
    const pattern = member(options, key);
    if (typeof pattern !== 'string' || isRegularExpression(pattern)) return [];
    return [notValid(child(at, key), `"${pattern}" is no regular expression`, 'Write it as JavaScript has them')];
  });
}

/** As the function reads it: with flags between slashes, or the bare expression. */
function isRegularExpression(text: string): boolean {
  const [, source = text, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? [];
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A schema's references stay within it, or name one of the published meta schemas, which the engine has with it. */
function problemsOfReferences(value: Json | undefined, at: Pointer): RulesetProblem[] {
  if (isArray(value)) return value.flatMap((one, index) => problemsOfReferences(one, child(at, index)));
  return entriesOf(value).flatMap(([key, one]) => {
    const place = child(at, key);
    if (key !== '$ref' || typeof one !== 'string' || isWithin(one)) return problemsOfReferences(one, place);
    return [notAllowed(place, `"$ref" leads to "${one}", and nothing is fetched`, 'Write the schema out here')];
  });
}

function isWithin(reference: string): boolean {
  return reference.startsWith('#') || /^https?:\/\/json-schema\.org\//.test(reference);
}

/** A value that may be one or a list of them, each with its place. */
export function listed(value: Json | undefined, at: Pointer): [Json, Pointer][] {
  if (value === undefined) return [];
  return isArray(value) ? value.map((one, index): [Json, Pointer] => [one, child(at, index)]) : [[value, at]];
}
