import { child } from '../../src/domain/pointer.ts';
import { PARAMETERS, UI, hasSets, inParameters, oauthIn } from './auth-fragments.ts';
import type { Draft } from './draft.ts';
import type { Fault, FaultTable, Inject } from './fault.ts';
import { probe, sender } from './fragments.ts';
import { inProperties } from './spots.ts';

const FILE = 'script.csx';
const OPERATIONS = '/properties/scriptOperations';
const SEND = '        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);';
const CODE = `public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
${SEND}
    }
}
`;

/** Sound custom code for every operation: the copies of real connectors come without. */
function given(draft: Draft): void {
  draft.put(FILE, CODE);
  draft.about.set(OPERATIONS, []);
}

/** The sound code, changed; reported where a text of it stands, or at its start. */
const onCode = (change: (code: string) => string, text?: string): Fault => ({
  given,
  inject: (draft) => {
    draft.put(FILE, change(CODE));
    return text === undefined ? { file: FILE } : { file: FILE, text };
  },
});

const onLine = (line: string): Fault => onCode((code) => code.replace(SEND, `        ${line}\n${SEND}`), line);
const onFirst = (line: string): Fault => onCode((code) => `// A probe\n${line}\n${code}`, line);
const hasNoCode = (draft: Draft): boolean => !draft.has(FILE) && draft.about.at(OPERATIONS) === undefined;

const onNewCode =
  (spot: (draft: Draft) => ReturnType<Inject>): Inject =>
  (draft) =>
    hasNoCode(draft) ? spot(draft) : undefined;

export const SCRIPT_FAULTS: FaultTable = {
  'script/class-missing': onCode((code) => code.replace('class Script', 'class Probe')),
  'script/too-large': onCode((code) => `${code}//${'x'.repeat(1024 * 1024)}`),
  'script/single-file': {
    given,
    inject: (draft) => {
      draft.put('second.csx', CODE);
      return { file: FILE };
    },
  },
  'script/namespace-not-supported': onFirst('using System.Runtime.Remoting.Contexts;'),
  'script/namespace-declared': onCode((code) => `// A probe\nnamespace Faults\n{\n${code}}\n`, 'namespace Faults'),
  'script/directives': onFirst('#r "Faults.dll"'),
  'script/http-client': onLine('var client = new HttpClient();'),
  'script/execution-time': onLine('await Task.Delay(1000);'),
  'script/operation-not-found': {
    given,
    inject: (draft) => {
      draft.about.set(OPERATIONS, ['NowhereToBeFound']);
      return inProperties(draft, '/scriptOperations/0');
    },
  },
  'script/operations-without-file': onNewCode((draft) => {
    draft.about.set(OPERATIONS, []);
    return inProperties(draft, '/scriptOperations');
  }),
  'script/file-without-operations': {
    given,
    inject: (draft) => {
      draft.about.remove(OPERATIONS);
      return { file: FILE };
    },
  },
  'script/operation-switch': {
    given: (draft) => {
      given(draft);
      probe(draft);
      sender(draft, {}, undefined, '/fault-probe/of/the/bench/another');
    },
    inject: (draft) => {
      draft.put(
        FILE,
        CODE.replace(SEND, `        if (this.Context.OperationId != "ProbeFault") return null;\n${SEND}`),
      );
      draft.about.set(OPERATIONS, ['ProbeFault', 'SendFault']);
      return inProperties(draft, '/scriptOperations/1');
    },
  },
  'script/with-gateway': {
    given,
    inject: (draft) => {
      const isOther = JSON.stringify(draft.about.at(PARAMETERS) ?? '').includes('gatewaySetting') || hasSets(draft);
      if (isOther || oauthIn(draft) !== undefined) return undefined;
      const place = child(PARAMETERS, 'gateway');
      return inParameters(draft, draft.about.set(place, { type: 'gatewaySetting', uiDefinition: UI }));
    },
  },
  'script/not-in-logic-apps': onNewCode((draft) => {
    given(draft);
    return { file: FILE };
  }),
};
