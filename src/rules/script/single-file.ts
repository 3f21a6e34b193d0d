import { quoteChoice } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const singleFile: Rule = {
  code: 'script/single-file',
  connector: ({ files, folder }) => {
    const scripts = files.filter((file) => /\.(csx|cs)$/i.test(file)).map((file) => nameIn(folder, file));
    const here = scripts.filter((name) => !name.includes('/'));
    if (here.length < 2) return undefined;
    const message = `The folder has ${here.length} scripts, ${quoteChoice(here, 'and')}, and only one can be published`;
    return [{ at: { part: 'script', pointer: '' }, message, hint: 'Put all code into "script.csx"' }];
  },
};

function nameIn(folder: string, file: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
