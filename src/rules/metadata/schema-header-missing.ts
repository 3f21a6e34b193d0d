import type { Rule } from '../rule.ts';

/** Where editors look for the schema of a YAML file. */
const HEADER = /^#[ \t]*yaml-language-server[ \t]*:.*\$schema=/m;

export const schemaHeaderMissing: Rule = {
  code: 'metadata/schema-header-missing',
  connector: ({ manifestPart, texts }) => {
    const text = manifestPart && texts.get(manifestPart.file);
    if (manifestPart === undefined || text === undefined || HEADER.test(text)) return undefined;
    return [
      {
        at: { file: manifestPart.file, offset: 0 },
        message: 'The file does not name its schema, by which an editor completes and checks it',
        hint: 'Begin it with "# yaml-language-server: $schema=../../schemas/connector.schema.json"',
      },
    ];
  },
};
