import { styleText } from 'node:util';
import type { Severity } from '../domain/finding.ts';

/** Gives a text the look of its part; the text must be printable already. */
export type Paint = (part: Severity | 'faint' | 'strong', text: string) => string;

export const PLAIN: Paint = (_, text) => text;

const STYLES = { error: 'red', warning: 'yellow', info: 'blue', faint: 'dim', strong: 'bold' } as const;

/** For a terminal. Whether it wants colours was asked before. */
export const COLOURED: Paint = (part, text) => styleText(STYLES[part], text, { validateStream: false });
