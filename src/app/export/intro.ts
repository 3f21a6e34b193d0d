import { objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { headingsOf } from '../../rules/facts/headings.ts';
import { markdownSections } from './markdown-sections.ts';

/** What the page about a connector tells makers, and the words by which a heading is recognised. `intro.md` is where it comes from. */
const PARTS: readonly (readonly [heading: string, word: RegExp, isNeeded: boolean])[] = [
  ['Prerequisites', /pre-?requisite|requirement|before you/i, true],
  ['How to get credentials', /credential|authenticat|api key/i, true],
  ['Get started with your connector', /get(?:ting)? started|quick ?start/i, false],
  ['Known issues and limitations', /known issue|limitation/i, true],
  ['Common errors and remedies', /common error|troubleshoot/i, false],
  ['FAQ', /\bfaq\b|frequently asked/i, false],
];

/** The needed sections that an `intro.md` of somebody's own has not. */
export function lackingInIntro(intro: string): string[] {
  const headings = headingsOf(intro);
  return PARTS.flatMap(([heading, word, isNeeded]) =>
    isNeeded && !headings.some((one) => word.test(one)) ? [heading] : [],
  );
}

/** An `intro.md` from a readme with the sections of Microsoft's template, and the description of the OpenAPI document. */
export function introFrom(openapi: JsonObject, readme: string): string {
  const info = objectMember(openapi, 'info');
  // The first heading is the title, whatever it says.
  const [, ...sections] = markdownSections(readme);
  const parts = PARTS.flatMap(([heading, word]) => {
    const text = sections.find((one) => word.test(one.heading) && one.text !== '')?.text ?? '';
    return text === '' ? [] : [`## ${heading}\n\n${text}`];
  });
  return `${[oneLine(stringMember(info, 'description') ?? ''), ...parts].join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
