/** What is told of a rule: where its page is, and for our own rules what is on it. */
export interface RulePage {
  readonly link: string;
  /** The page's Markdown, from our own docs; its first line is the rule's code. */
  readonly markdown?: string;
  /** How severe a finding is where nothing says otherwise, in SARIF's words. */
  readonly level?: string;
  readonly tags?: readonly string[];
}

/** A rule's entry in a SARIF log. */
export function sarifRule(id: string, { link, markdown = '', level, tags = [] }: RulePage): object {
  const paragraphs = markdown.split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' ').trim());
  const summary = paragraphs[1] ?? id;
  const why = paragraphs.find((paragraph) => paragraph.startsWith('**Why.** '))?.slice('**Why.** '.length) ?? summary;
  return {
    id,
    shortDescription: { text: plain(summary) },
    fullDescription: { text: plain(why) },
    helpUri: link,
    ...(markdown === '' ? {} : { help: { text: `${plain(why)} ${link}`, markdown } }),
    ...(level === undefined ? {} : { defaultConfiguration: { level } }),
    ...(tags.length === 0 ? {} : { properties: { tags } }),
  };
}

/** One paragraph of Markdown without its marks. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
}
