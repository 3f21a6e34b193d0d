import { didYouMean } from '../did-you-mean.ts';
import { scriptSourceOf } from '../facts/script-source.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

const NAMESPACES = [
  'System',
  'System.Collections',
  'System.Collections.Generic',
  'System.Diagnostics',
  'System.IO',
  'System.IO.Compression',
  'System.Linq',
  'System.Net',
  'System.Net.Http',
  'System.Net.Http.Headers',
  'System.Net.Security',
  'System.Security.Authentication',
  'System.Security.Cryptography',
  'System.Text',
  'System.Text.RegularExpressions',
  'System.Threading',
  'System.Threading.Tasks',
  'System.Web',
  'System.Xml',
  'System.Xml.Linq',
  'System.Drawing',
  'System.Drawing.Drawing2D',
  'System.Drawing.Imaging',
  'Microsoft.Extensions.Logging',
  'Newtonsoft.Json',
  'Newtonsoft.Json.Linq',
];

// A directive, not the statement `using var x = ...` or `using (...)`. An alias or `static` names a type in a namespace.
const USING =
  /^[ \t]{0,200}(?:global )?using[ \t]{1,20}(static[ \t]{1,20}|\w{1,100}[ \t]{0,20}=[ \t]{0,20})?([\w.]{1,300})[ \t]{0,20};/gm;

export const namespaceNotSupported: Rule = {
  code: 'script/namespace-not-supported',
  connector: (connector) => {
    const source = scriptSourceOf(connector);
    return [...(source?.code ?? '').matchAll(USING)].flatMap((match) => {
      const [directive, typed, name = ''] = match;
      if (source === undefined || isSupported(name, typed !== undefined)) return [];
      return [
        {
          at: source.placeAt(match.index + directive.lastIndexOf(name)),
          message: `The script uses the namespace ${quote(name)}, which is not among those that the platform supports`,
          hint: didYouMean(name, NAMESPACES, 'Write what you need of it yourself, or let the service do it'),
        },
      ];
    });
  },
};

function isSupported(name: string, isTyped: boolean): boolean {
  return NAMESPACES.includes(name) || (isTyped && NAMESPACES.includes(name.slice(0, name.lastIndexOf('.'))));
}
