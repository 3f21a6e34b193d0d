import { dump } from 'js-yaml';
import { arrayMember, entriesOf, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { sourceDocument } from '../../fix/source-document.ts';
import { isSameJson } from '../../fix/same-json.ts';
import { rewrite } from '../../way-out/rewrite.ts';
import type { Answers } from './answers.ts';
import { pollingPolicies, withTriggers } from './apply-triggers.ts';
import { changeAt } from './change-at.ts';
import { clientSecretName, connectionFor } from './connection.ts';
import { withMetadata } from './connector-metadata.ts';
import type { Draft, DraftDocument } from './draft.ts';
import { operationsOf } from '../../domain/operation.ts';
import { authenticationOf, sameAuthentication } from './authentication.ts';
import { publishedView } from './published-view.ts';
import { secured } from './secure.ts';
import { serviceUrlOf, withServiceUrl } from './service-url.ts';

/** The draft as the answers want it. What they do not change stays as its author wrote it, comments and order included. */
export function applyAnswers(draft: Draft, name: string, answers: Answers): Draft {
  const value = answeredDocument(draft.document, answers);
  return { ...draft, document: withValue(draft.document, value), native: answeredNative(draft, name, answers, value) };
}

/** A document with another value, its text edited where that can be done and written anew otherwise. */
export function withValue(document: DraftDocument, value: JsonObject): DraftDocument {
  if (isSameJson(document.value, value)) return document;
  const text = rewrite(sourceDocument(document.file, document.text), value) ?? writtenAnew(document.file, value);
  return { ...document, text, value };
}

export function writtenAnew(file: string, value: JsonObject): string {
  if (file.endsWith('.json')) return `${JSON.stringify(value, null, 2)}\n`;
  return dump(value, { lineWidth: -1, noRefs: true, quoteStyle: 'double' });
}

function answeredDocument({ value: document, files }: DraftDocument, answers: Answers): JsonObject {
  const { title, description } = answers;
  const info = answeredInfo(objectMember(document, 'info') ?? {}, title, description);
  // Places are those of the document that the answers are about.
  const view = publishedView(document, files);
  const { pointerOf } = view;
  const isMoved = answers.serviceUrl !== undefined && answers.serviceUrl !== serviceUrlOf(view.document);
  let next: JsonObject = { ...document, info };
  if (isMoved) next = withServiceUrl(next, answers.serviceUrl);
  for (const { at, value } of answers.dynamicValues) {
    next = changeAt(next, pointerOf(at), (parameter) =>
      '$ref' in parameter ? parameter : { ...parameter, 'x-ms-dynamic-values': value },
    );
  }
  next = withTriggers(next, answers.triggers, pointerOf);
  return withMetadata(secured(next, answers.authentication), answers);
}

/** A description that is new belongs behind the title; what is there keeps its place, and its comments with it. */
function answeredInfo(info: JsonObject, title: string, description: string): JsonObject {
  if (Object.hasOwn(info, 'description')) return { ...info, title, description };
  const entries = entriesOf({ ...info, title });
  return Object.fromEntries(
    entries.flatMap((entry) => (entry[0] === 'title' ? [entry, ['description', description]] : [entry])),
  );
}

function answeredNative(draft: Draft, name: string, answers: Answers, document: JsonObject): JsonObject {
  const { native } = draft;
  const { connection, ...rest } = native;
  const before = authenticationOf(publishedView(draft.document.value, draft.document.files).document);
  const isKept = connection !== undefined && sameAuthentication(before, answers.authentication);
  const asked = isKept ? connection : connectionFor(answers.authentication, answers.title, clientSecretName(name));
  const policies = pollingPolicies(native, answers.triggers);
  // Keys that are there keep their place.
  return {
    ...(asked === undefined ? rest : native),
    publisher: answers.publisher,
    stackOwner: native['stackOwner'] ?? answers.publisher,
    iconBrandColor: answers.brandColor,
    capabilities: capabilitiesFor(
      arrayMember(native, 'capabilities'),
      publishedView(document, draft.document.files).document,
    ),
    ...(asked === undefined ? {} : { connection: asked }),
    ...(policies.length === 0 ? {} : { policies }),
  };
}

function capabilitiesFor(before: readonly Json[] | undefined, published: JsonObject): Json {
  const kinds = new Set(operationsOf(published).map(({ kind }) => kind));
  if (!kinds.has('trigger')) return before ?? ['actions'];
  const known = before ?? ['actions'];
  return known.some((one) => /^triggers$/i.test(typeof one === 'string' ? one : '')) ? known : [...known, 'triggers'];
}
