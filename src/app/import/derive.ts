import { objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { categoriesOf } from '../../rules/facts/categories.ts';
import { metadataEntriesOf } from '../../rules/facts/connector-metadata.ts';
import type { Derived, Question } from './answers.ts';
import { authenticationOf } from './authentication.ts';
import { brandColorFor } from './brand-color.ts';
import type { Draft } from './draft.ts';
import { findDynamicValues } from './dynamic-values.ts';
import { guessCategories } from './guess-categories.ts';
import { pictureColor } from './picture-color.ts';
import { plainText } from './plain-text.ts';
import { findPollingTriggers } from './polling-triggers.ts';
import { publishedView } from './published-view.ts';
import { writtenOperations } from './operation-values.ts';
import { serviceUrlOf } from './service-url.ts';
import { findWebhookTriggers } from './webhook-triggers.ts';

/** What a draft lets one think of for each question. Nothing is asked, and nothing changed. */
export function derive(draft: Draft): Derived {
  const { document, isHere } = publishedView(draft.document.value, draft.document.files);
  const info = objectMember(document, 'info');
  const title = titleFor(stringMember(info, 'title') ?? '');
  const serviceUrl = serviceUrlOf(document);
  const host = serviceUrl === undefined ? '' : (stringMember(document, 'host') ?? '');
  // Only one document is edited.
  const dynamicValues = findDynamicValues(document).filter(({ at }) => isHere(at));
  const triggers = [...findWebhookTriggers(document), ...findPollingTriggers(document)].filter(({ operationAt }) =>
    isHere(operationAt),
  );
  const native = (key: string): string | undefined => stringMember(draft.native, key);
  const publisher = native('publisher') ?? organizationIn(objectMember(info, 'contact'));
  const authentication = authenticationOf(document);
  return {
    proposed: {
      serviceUrl,
      title,
      description: descriptionFor(stringMember(info, 'description') ?? '', title),
      publisher: publisher ?? title,
      brandColor: native('iconBrandColor') ?? pictureColor(draft.icon) ?? brandColorFor(host === '' ? title : host),
      authentication,
      categories: categoriesIn(document) ?? guessCategories(textsOf(document)),
      website: websiteIn(document) ?? websiteOf(host),
      triggers: [],
      dynamicValues,
    },
    unsure: [
      ...(host === '' ? (['serviceUrl'] satisfies Question[]) : []),
      ...(publisher === undefined ? (['publisher'] satisfies Question[]) : []),
      ...(authentication.kind === 'none' && draft.native['connection'] === undefined
        ? (['authentication'] satisfies Question[])
        : []),
    ],
    triggers,
    dynamicValues,
  };
}

/** The name of a contact, unless it is a department that everybody has. */
function organizationIn(contact: JsonObject | undefined): string | undefined {
  const name = plainText(stringMember(contact, 'name') ?? '');
  const isDesk =
    /^(?:(?:api|customer|technical|developer|product|the)\s)*(?:support|contact|team|help|helpdesk|developers?|admin|info)(?:\s(?:team|desk|us))?$/i;
  return name === '' || isDesk.test(name) ? undefined : name;
}

/** Without the words that certification refuses at the end, and within the 30 characters that it takes. */
export function titleFor(authored: string): string {
  const plain = plainText(authored);
  const bare = withoutKind(plain);
  const title = bare.length <= 30 ? bare : withoutKind(withoutAsides(bare));
  const cut =
    title.length <= 30
      ? title
      : title
          .slice(0, 31)
          .replace(/\s\S*$/, '')
          .slice(0, 30);
  return withoutKind(cut).replace(/[^\p{L}\p{N})]+$/u, '') || 'Connector';
}

/** Without what kind of thing it is; as it is when nothing else would be left. */
function withoutKind(title: string): string {
  const bare = title.replace(
    /(?:[\s:–-]+(?:(?:rest|web|public|http|open)?\s?api|connector|openapi|specification|spec|v?\d+(?:\.\d+)*))+$/i,
    '',
  );
  return bare === '' ? title : bare;
}

/** Without what stands in brackets, and behind a dash or a bar. */
function withoutAsides(title: string): string {
  const bare = title
    .replace(/\s*[([][^)\]]*(?:[)\]]|$)/g, '')
    .replace(/\s+[–|-]\s.*$/, '')
    .trim();
  return bare === '' ? title : bare;
}

/** One paragraph of 30 to 500 characters: the first of the author's own, without Markdown. */
function descriptionFor(authored: string, title: string): string {
  const plain = authored
    .split(/\n\s*\n/)
    .map((part) =>
      plainText(
        part
          .replace(/^#+\s.*$/gm, '')
          .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/<[^>]{0,200}>|[*_`]/g, ''),
      ),
    )
    .find((part) => part.length >= 30);
  if (plain === undefined) return `Calls the operations of ${title} from flows and apps.`;
  return plain.length <= 500 ? plain : `${plain.slice(0, 490).replace(/\s\S*$/, '')} ...`;
}

function categoriesIn(document: JsonObject): readonly string[] | undefined {
  const names = categoriesOf(document).flatMap((one) => one.names);
  return names.length === 0 ? undefined : names;
}

function websiteIn(document: JsonObject): string | undefined {
  const entry = metadataEntriesOf(document).find(({ means }) => means === 'Website');
  return typeof entry?.value === 'string' ? entry.value : stringMember(objectMember(document, 'externalDocs'), 'url');
}

function websiteOf(host: string): string | undefined {
  const name = host.split(':')[0]?.replace(/^(?:api|www|rest|gateway)\./i, '') ?? '';
  return /^[\w-]+(?:\.[\w-]+)+$/.test(name) && !/^[\d.]+$/.test(name) ? `https://${name}` : undefined;
}

function textsOf(document: JsonObject): string {
  const info = objectMember(document, 'info');
  const summaries = writtenOperations(document).flatMap(({ value }) => stringMember(value, 'summary') ?? []);
  return [stringMember(info, 'title'), stringMember(info, 'description'), ...summaries].join('\n');
}
