import type { Fix } from '../fix.ts';

export const byteOrderMark: Fix = { code: 'file/byte-order-mark', mend: () => ({ kind: 'drop-mark' }) };
