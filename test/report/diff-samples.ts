import type { Change } from '../../src/domain/change.ts';
import { diffReport, reportedChange, type DiffReport } from '../../src/report/diff-report.ts';
import type { Locate } from '../../src/report/validate-report.ts';

/** Line = length of the pointer, so that the place can be seen. */
const locate: Locate = ({ pointer = '' }) => ({ start: { line: pointer.length + 1, column: 3 } });

const ALL = ['logic-apps', 'power-automate', 'power-apps'] as const;

export function changed(more: Partial<Change>): Change {
  const pointer = more.pointer ?? '/paths/~1send/post';
  return {
    kind: 'operation-added',
    class: 'safe',
    connector: 'mail',
    pointer,
    part: 'openapi',
    removed: false,
    message: 'Action "Send" is added',
    products: ALL,
    fingerprint: 'aaaaaaaaaaaaaaaa',
    at: { file: 'connectors/mail/openapi.yaml', pointer },
    ...more,
  };
}

export const HOSTILE = '\u001b[2J<b>@all</b> | `x`\n::error::y [a](https://evil.example) \u202e#1';

/** One of everything that a report can show. */
export const SAMPLES: readonly Change[] = [
  changed({ operationId: 'Send_V2', pointer: '/paths/~1v2~1send/post', message: 'Action "Send_V2" is added' }),
  changed({
    kind: 'parameter-type-changed',
    class: 'breaking',
    effect: 'flow-fails',
    operationId: 'Send',
    pointer: '/paths/~1send/post/parameters/0/type',
    message: 'Parameter "to" of "Send" changes its type from "string" to "integer"',
    before: 'string',
    after: 'integer',
    fingerprint: 'bbbbbbbbbbbbbbbb',
  }),
  changed({
    kind: 'dynamic-value-path-changed',
    class: 'breaking',
    effect: 'designer-breaks',
    operationId: 'Send',
    message: 'Parameter "folder" of "Send" stores another part of the chosen entry',
    before: { operationId: 'Folders', 'value-path': 'id' },
    after: { operationId: 'Folders', 'value-path': 'name' },
    fingerprint: 'cccccccccccccccc',
    acknowledged: true,
  }),
  changed({
    kind: 'output-field-removed',
    class: 'breaking',
    effect: 'flow-fails',
    operations: ['Get', 'List', 'Find'],
    probable: true,
    pointer: '/definitions/Message/properties/sent',
    removed: true,
    message: 'Output field "sent" of "Get" and 2 other operations is probably removed',
    fingerprint: 'dddddddddddddddd',
    at: { file: 'connectors/mail/openapi.yaml', pointer: '/definitions/Message/properties' },
  }),
  changed({
    kind: 'description-changed',
    operationId: 'Send',
    message: `Operation "Send" has another description`,
    before: `${'Sends a message. '.repeat(30)}It is slow.`,
    after: `${'Sends a message. '.repeat(30)}It is fast.`,
  }),
  changed({
    kind: 'oauth-setting-changed',
    class: 'warning',
    part: 'properties',
    message: `Connection parameter "token" changes "key" from "" to "ghp_Zx8Kq2Lm9Rt4Vw7Yb3Nc6Hd1Jf5Gs0PaQeUi"`,
    before: '',
    after: 'ghp_Zx8Kq2Lm9Rt4Vw7Yb3Nc6Hd1Jf5Gs0PaQeUi',
  }),
  changed({
    kind: 'auth-type-changed',
    class: 'forbidden',
    effect: 'connection-breaks',
    connector: 'wiki',
    part: 'properties',
    message: 'Authentication type changes from "basic" to "oauth2"',
    at: { file: 'connectors/wiki/connector.yaml', pointer: '/connection' },
  }),
  changed({ kind: 'title-changed', class: 'warning', connector: 'wiki', message: HOSTILE, before: HOSTILE, after: '' }),
];

export function reportOf(changes: readonly Change[]): DiffReport {
  const reported = changes.map((change) => reportedChange(change, locate));
  return diffReport(reported, 2, { update: 'major', semver: 'major' });
}
