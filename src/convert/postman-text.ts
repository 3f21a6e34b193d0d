const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);
/** Far more than a description has; what follows is cut before any pattern looks at it. */
const LONGEST = 20_000;

/** Text as a person reads it: without HTML tags and without the marks of Markdown. Line ends become spaces. */
export function plainWords(text: string): string {
  return oneLine(withoutMarkdown(withoutHtml(text.slice(0, LONGEST)))).trim();
}

function withoutHtml(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<(script|style)\b[^<>]{0,200}>[^<]{0,5000}<\/\1>/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,500}>|<!--[^<>]{0,500}-->/gi, (tag) =>
      /^<\/?(?:b|i|em|strong|code|a|span)\b/i.test(tag) ? '' : ' ',
    )
    .replace(
      /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,5}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return code > 31 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
      },
    );
}

function withoutMarkdown(text: string): string {
  if (!/[#*_`[\]>|~\\+-]|\d[.)]/.test(text)) return text;
  return text
    .replace(/^\s{0,3}(?:```|~~~).{0,40}$/gm, ' ')
    .replace(/^\s{0,3}#{1,6}[ \t]+(.{1,200}?)[ \t#]*$/gm, (_, title: string) =>
      /[.:!?]$/.test(title) ? title : `${title}:`,
    )
    .replace(/^\s{0,3}(?:[-*_][ \t]?){3,}$/gm, ' ')
    .replace(/^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$/gm, ' ')
    .replace(/^[ \t]*\|(.{1,500})\|[ \t]*$/gm, (_, cells: string) => cells.replace(/\s*\|\s*/g, ', '))
    .replace(/^\s{0,6}(?:[-*+]|\d{1,3}[.)])[ \t]+/gm, '')
    .replace(/^\s{0,3}(?:>[ \t]?)+/gm, '')
    .replace(/!?\[([^[\]\n]{0,300})\]\(([^()\s]{0,500})(?:\s"[^"\n]{0,200}")?\)/g, '$1')
    .replace(/\*{1,3}([^*\n]{1,300})\*{1,3}/g, '$1')
    .replace(/(?<![\w])_{1,2}([^_\n]{1,300})_{1,2}(?!\w)/g, '$1')
    .replace(/`{1,2}([^`\n]{1,300})`{1,2}/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1');
}

/** Control characters and what turns the direction of text around have no place in a description. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').replace(/ {2,}/g, ' ');
}

/** At most so many UTF-16 units: whole sentences if they fit, else whole words. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '));
  if (sentence > most / 3) return cut.slice(0, sentence + 1);
  const word = cut.lastIndexOf(' ');
  return cut
    .slice(0, word > most / 3 ? word : most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

/** The first letter as a capital one, and a full stop at the end. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const started = /^[a-z]+(?:[\s,.]|$)/.test(trimmed) ? trimmed.slice(0, 1).toUpperCase() + trimmed.slice(1) : trimmed;
  return /[.!?:)"'\]]$/.test(started) ? started : `${started}.`;
}
