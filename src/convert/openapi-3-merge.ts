import { isArray, type Json } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import { GATHERED, type Choice } from './openapi-3-choices.ts';
import type { Conversion, Sourced } from './openapi-3-conversion.ts';
import { sameTree } from './openapi-3-same-tree.ts';
import { oneTypeOf, simpleTypeOf, type SimpleType } from './openapi-3-type-of.ts';
import { quoted } from './openapi-3-wording.ts';

/** A schema as its keys, its fields and the names of those that are required, each with its place. */
export interface FlatSchema {
  readonly from: Pointer;
  /** All but `properties`, `required` and what was folded in. */
  readonly keys: ReadonlyMap<string, Sourced>;
  readonly properties: ReadonlyMap<string, Sourced>;
  /** The names of required fields, with the places that say so. */
  readonly required: ReadonlyMap<string, Pointer>;
}

/** Alternatives as one schema; `said`: what that leaves unsaid, undefined when nothing. */
export interface Merged extends FlatSchema {
  readonly said: string | undefined;
}

/**
 * One schema that takes what any of the alternatives takes: the values of all lists, the fields of all objects, of which only those are
 * required that all require, one type where one covers all.
 */
export function mergedAlternatives(conversion: Conversion, choice: Choice, flats: readonly FlatSchema[]): Merged {
  const from = flats[0]?.from ?? choice.from;
  const types = [...new Set(flats.map((flat) => simpleTypeOf(flat)))];
  const type = types.includes(undefined) ? undefined : oneTypeOf(types.filter((one) => one !== undefined));
  const properties = mergedProperties(conversion, flats);
  const values = choice.conditional ? undefined : mergedValues(flats);
  const keys = choice.conditional ? new Map<string, Sourced>() : mergedKeys(conversion, flats, values !== undefined);
  if (type !== undefined && !choice.conditional)
    keys.set('type', { value: type, from: flats[0]?.keys.get('type')?.from ?? from });
  if (values !== undefined) for (const [key, sourced] of values) keys.set(key, sourced);
  const required = choice.conditional ? new Map<string, Pointer>() : mergedRequired(flats);
  const said = words({ choice, flats, types, type, fields: properties.size, listed: values !== undefined });
  return { from, keys, properties, required, said };
}

/** The fields of all alternatives; one that several describe differently has alternatives itself. */
function mergedProperties(conversion: Conversion, flats: readonly FlatSchema[]): Map<string, Sourced> {
  const found = new Map<string, Sourced[]>();
  for (const { properties } of flats)
    for (const [name, property] of properties) {
      const known = found.get(name) ?? [];
      if (!known.some(({ value }) => sameTree(value, property.value))) known.push(property);
      found.set(name, known);
    }
  return new Map(
    [...found].flatMap(([name, parts]) =>
      parts[0] === undefined ? [] : [[name, together(conversion, parts, parts[0])]],
    ),
  );
}

function together(conversion: Conversion, parts: readonly Sourced[], first: Sourced): Sourced {
  return parts.length === 1 ? first : { value: conversion.union(parts), from: first.from };
}

function mergedRequired(flats: readonly FlatSchema[]): Map<string, Pointer> {
  const [first, ...others] = flats;
  return new Map([...(first?.required ?? [])].filter(([name]) => others.every(({ required }) => required.has(name))));
}

/** The values of alternatives each of which lists its own, with the names that makers see for them. */
function mergedValues(flats: readonly FlatSchema[]): Map<string, Sourced> | undefined {
  const [first] = flats;
  const lists = flats.map(({ keys }) => listOf(keys));
  const values = lists.flatMap((list) => list ?? []);
  if (first === undefined || lists.includes(undefined) || values.length === 0) return undefined;
  const at = (first.keys.get('enum') ?? first.keys.get('const'))?.from ?? first.from;
  const names = flats.map((flat) => nameOf(flat));
  const named = names.every((name) => name !== undefined);
  return new Map<string, Sourced>([
    ['enum', { value: [...new Set(values)], from: at }],
    ...(named && !first.keys.has('x-ms-enum-values')
      ? [['x-ms-enum-values', { value: names, from: at }] as const]
      : []),
  ]);
}

function listOf(keys: ReadonlyMap<string, Sourced>): readonly Json[] | undefined {
  const list = keys.get('enum')?.value;
  const constant = keys.get('const')?.value;
  if (isArray(list)) return list;
  return constant === undefined ? undefined : [constant];
}

/** An alternative that is one value with a title: the title is what makers choose. */
function nameOf({ keys }: FlatSchema): Json | undefined {
  const [value, ...others] = listOf(keys) ?? [];
  const title = keys.get('title')?.value;
  return value === undefined || others.length > 0 || typeof title !== 'string'
    ? undefined
    : { value, displayName: title };
}

/** What all alternatives say alike, what their entries are, and what any of them allows. */
function mergedKeys(conversion: Conversion, flats: readonly FlatSchema[], listed: boolean): Map<string, Sourced> {
  const [first, ...others] = flats;
  const alike = [...(first?.keys ?? [])].filter(
    ([key, { value }]) =>
      !(key === 'title' && listed) && others.every((other) => sameTree(other.keys.get(key)?.value, value)),
  );
  const keys = new Map(alike);
  const items = flats.flatMap((flat) => flat.keys.get('items') ?? []);
  const [item] = items;
  const distinct = items.filter((one, index) => items.findIndex(({ value }) => sameTree(value, one.value)) === index);
  if (item !== undefined) keys.set('items', together(conversion, distinct, item));
  const example = flats.find((flat) => flat.keys.has('example'))?.keys.get('example');
  if (example !== undefined) keys.set('example', example);
  const nullable = flats.map((flat) => nullOf(flat)).find((place) => place !== undefined);
  if (nullable !== undefined) keys.set('nullable', { value: true, from: nullable });
  return keys;
}

/** Where a schema says that null is allowed. */
function nullOf({ keys }: FlatSchema): Pointer | undefined {
  const type = keys.get('type');
  if (isArray(type?.value) && type.value.includes('null')) return type.from;
  const nullable = keys.get('nullable');
  return nullable?.value === true ? nullable.from : undefined;
}

interface Outcome {
  readonly choice: Choice;
  readonly flats: readonly FlatSchema[];
  readonly types: readonly (SimpleType | undefined)[];
  readonly type: SimpleType | undefined;
  readonly fields: number;
  readonly listed: boolean;
}

function words({ choice, flats, types, type, fields, listed }: Outcome): string | undefined {
  if (flats.length === 1 && !choice.conditional) return undefined;
  const number = flats.length;
  const what =
    choice.key === GATHERED
      ? `What is described in ${number} ways`
      : `${quoted(choice.key)} with ${number} alternatives`;
  if (choice.conditional)
    return `OpenAPI 2.0 has no conditions, so the fields that ${quoted(choice.key)} adds may always be there`;
  if (listed) return onlyValues(flats) ? undefined : `${what} becomes one list of values`;
  if (flats.every((flat) => isLimit(flat)) && flats.some(({ required }) => required.size > 0))
    return `${what} limits combinations of fields, which OpenAPI 2.0 cannot say`;
  if (fields > 0 && types.every((one) => one === 'object' || one === undefined))
    return `${what} becomes one object with the fields of all, of which only those are required that all require`;
  if (fields > 0) return `${what} of several types may be anything; the fields are those of the objects among them`;
  if (type !== undefined && types.length > 1)
    return `${what}, of the types ${types.map((one) => quoted(one ?? 'any')).join(', ')}, becomes a ${type}`;
  if (type !== undefined) return `${what} becomes one ${type} that any of them fits`;
  return `${what} of several types may be anything, as OpenAPI 2.0 takes one type`;
}

/** Nothing is lost of alternatives that are values with titles only. */
function onlyValues(flats: readonly FlatSchema[]): boolean {
  return flats.every(({ keys }) => [...keys.keys()].every((key) => ['type', 'enum', 'const', 'title'].includes(key)));
}

/** Whether an alternative only says which fields must be there together. */
function isLimit({ keys, properties }: FlatSchema): boolean {
  return (
    properties.size === 0 && [...keys.keys()].every((key) => ['title', 'description', 'type', 'not'].includes(key))
  );
}
