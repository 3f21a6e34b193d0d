import { tokensOf } from '../../domain/pointer.ts';
import { renameKey } from '../edits/rename-key.ts';
import type { Fix } from '../fix.ts';

/** Not after a base path that ends with the slash: who wrote that may have meant it. */
export const pathMustStartWithSlash: Fix = {
  code: 'operation/path-must-start-with-slash',
  mend: ({ document, pointer }) => {
    const [section, path = '', ...deeper] = tokensOf(pointer);
    const base = document.valueAt('/basePath');
    const isClear = base === undefined || (typeof base === 'string' && (base === '/' || !base.endsWith('/')));
    if (section !== 'paths' || deeper.length > 0 || path === '' || path.startsWith('/') || !isClear) return undefined;
    return renameKey(document, pointer, `/${path}`);
  },
};
