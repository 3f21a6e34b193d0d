import { lineBreakAt } from '../edits/lines.ts';
import type { Fix } from '../fix.ts';

/** The line by which editors find the schema, where the tree holds one. */
export const schemaHeaderMissing: Fix = {
  code: 'metadata/schema-header-missing',
  mend: ({ document: { file, text }, schema }) => {
    if (schema === undefined) return undefined;
    const way = `${'../'.repeat(file.split('/').length - 1)}${schema}`;
    const header = `# yaml-language-server: $schema=${way}${lineBreakAt(text, 0)}`;
    return { kind: 'text', edits: [{ start: 0, end: 0, text: header }], touches: [] };
  },
};
