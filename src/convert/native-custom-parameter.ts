import { isObject, member, type Json } from '../domain/json.ts';
import { existing, type Form } from './native-form.ts';
import { word } from './native-member.ts';
import { objectOf } from './native-shape.ts';
import { ANY, isSecretRef, OBJECT } from './native-values.ts';

const LONG = objectOf({
  value: word('value', ANY),
  uiDefinition: word('uiDefinition', OBJECT),
});

/** One of the provider's own settings: `{value: "https://..."}` is short for itself in connector.yaml, a string or a secretRef. */
export const CUSTOM_PARAMETER: Form = {
  toNative: (published) => shortOf(published) ?? LONG.toNative(published),
  toPublished: (native) => (isShort(native) ? { value: native } : LONG.toPublished(native)),
  placeOf: (native, tokens) => (isShort(native) ? existing(native, tokens.slice(1)) : LONG.placeOf(native, tokens)),
};

function shortOf(published: Json): Json | undefined {
  const value = isObject(published) && Object.keys(published).length === 1 ? member(published, 'value') : undefined;
  return value !== undefined && isShort(value) ? value : undefined;
}

function isShort(value: Json): boolean {
  return typeof value === 'string' || isSecretRef(value);
}
