import type { PostmanCollection, PostmanRequest } from './postman-model.ts';
import type { SecretVault } from './postman-vault.ts';

/** A collection whose names and descriptions hold no secret: ids, summaries, tags and messages are made of them. */
export function cleanTexts(collection: PostmanCollection, vault: SecretVault): PostmanCollection {
  const clean = (text: string): string => vault.clean(text);
  return {
    ...collection,
    name: clean(collection.name),
    description: clean(collection.description),
    folders: collection.folders.map(({ path, description }) => {
      return { path: path.map(clean), description: clean(description) };
    }),
    requests: collection.requests.map((request): PostmanRequest => {
      return {
        ...request,
        name: clean(request.name),
        description: clean(request.description),
        folders: request.folders.map(clean),
        examples: request.examples.map((example) => ({ ...example, name: clean(example.name) })),
      };
    }),
  };
}
