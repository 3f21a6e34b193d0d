import type { JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import { metadataEntriesOf } from './connector-metadata.ts';

/** What certification sorts connectors by. */
export const CATEGORIES = [
  'AI',
  'Business Management',
  'Business Intelligence',
  'Collaboration',
  'Commerce',
  'Communication',
  'Content and Files',
  'Finance',
  'Data',
  'Human Resources',
  'Internet of Things',
  'IT Operations',
  'Lifestyle and Entertainment',
  'Marketing',
  'Productivity',
  'Sales and CRM',
  'Security',
  'Social Media',
  'Website',
] as const;

/** The categories of each "Categories" entry, without spaces around them, and the place of the text that holds them. */
export function categoriesOf(document: JsonObject): { readonly names: readonly string[]; readonly pointer: Pointer }[] {
  return metadataEntriesOf(document).flatMap(({ means, value, pointer }) => {
    if (means !== 'Categories' || typeof value !== 'string') return [];
    const names = value.split(';').map((name) => name.trim());
    return [{ names: names.filter((name) => name !== ''), pointer: child(pointer, 'propertyValue') }];
  });
}
