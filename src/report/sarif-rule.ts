/** What is told of a rule: where its page is, and for our own rules what is on it. */
export interface RulePage {
  readonly link: string;
  /** The page's Markdown, from our own docs; its first line is the rule's code. */
  readonly markdown?: string;
  /** One line for what has no page at hand. */
  readonly summary?: string;
  /** How severe a finding is where nothing says otherwise, in SARIF's words. */
  readonly level?: string;
  readonly tags?: readonly string[];
}

/** A rule's entry in a SARIF log. */
export function sarifRule(id: string, { link, markdown = '', summary = id, level, tags = [] }: RulePage): object {
  const paragraphs = markdown.split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' ').trim());
  const first = paragraphs[1] ?? summary;
  const why = paragraphs.find((paragraph) => paragraph.startsWith('**Why.** '))?.slice('**Why.** '.length) ?? first;
  return {
    id,
    shortDescription: { text: plain(first) },
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
