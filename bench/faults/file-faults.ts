import type { Draft } from './draft.ts';
import type { Fault, FaultTable, Spot } from './fault.ts';

/** The definition's text with a change in it, reported where a text stands, or at its start. */
const onText = (change: (text: string) => string | Uint8Array, text?: string): Fault['inject'] => {
  return (draft) => {
    draft.edit(draft.names.definition, change);
    return text === undefined ? { file: draft.names.definition } : { file: draft.names.definition, text };
  };
};

/** Behind the last member of the document. */
const atEnd = (more: string) => (text: string) => text.replace(/\r?\n\}\r?\n$/, `${more}\n}\n`);

/** The definition padded to so many bytes. */
const ofSize =
  (bytes: number): Fault['inject'] =>
  (draft) => {
    const description = 'x'.repeat(bytes - draft.size);
    draft.doc.set('/definitions/FaultPadding', { type: 'object', description });
    return { file: draft.names.definition };
  };

/** The second line of the definition, changed. */
const onSecondLine =
  (change: (line: string) => string, text: (draft: Draft) => string): Fault['inject'] =>
  (draft) => {
    if (draft.isTabbed) return undefined;
    draft.edit(draft.names.definition, (whole) => {
      const [first = '', second = '', ...rest] = whole.split('\n');
      return [first, change(second), ...rest].join('\n');
    });
    return { file: draft.names.definition, text: text(draft) };
  };

/** Something in the folder, or missing from it, that is told at a file or at the folder itself. */
const inFolder =
  (change: (draft: Draft) => Spot): Fault['inject'] =>
  (draft) =>
    change(draft);

const native = (inject: Fault['inject']): Fault => ({ form: 'native', inject });

/** connector.yaml with lines behind it. */
const onYaml = (lines: string, text?: string): Fault =>
  native((draft) => {
    draft.edit(draft.names.properties, (before) => before + lines);
    return text === undefined ? { file: draft.names.properties } : { file: draft.names.properties, text };
  });

const ALIASES = Array.from(
  { length: 8 },
  (_, level) => `  l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}1]\n`,
);
const DEEP = `,\n  "x-fault": ${'['.repeat(250)}${']'.repeat(250)}`;
const REGISTRY = `version: 1
targets:
  - name: main
    tenant: 11111111-1111-4111-8111-111111111111
    subscription: 22222222-2222-4222-8222-222222222222
    region: westeurope
    registry: https://registry.fault.example
    connectors: ["*"]
    stage: draft
`;
const giveRegistry = (draft: Draft): void => draft.put('registry.yaml', REGISTRY);

export const FILE_FAULTS: FaultTable = {
  'file/missing-api-definition': inFolder((draft) => {
    draft.drop(draft.names.definition);
    return { file: draft.folder };
  }),
  'file/missing-api-properties': inFolder((draft) => {
    draft.drop(draft.names.properties);
    return { file: draft.folder };
  }),
  'file/two-api-definitions': inFolder((draft) => {
    draft.put('second.swagger.json', '{"swagger": "2.0"}');
    return { file: 'second.swagger.json' };
  }),
  'file/name-not-standard': inFolder((draft) => {
    draft.renameFile(draft.names.definition, 'apidefinition.swagger.json');
    return { file: draft.names.definition };
  }),
  'file/folder-name-not-valid': native((draft) => {
    draft.folder = 'connectors/Sample';
    return { file: draft.folder };
  }),
  'file/connector-id-collision': {
    given: giveRegistry,
    inject: (draft) => {
      draft.put('others/Sample/apiDefinition.swagger.json', '{"swagger": "2.0"}');
      return { file: draft.folder };
    },
  },
  'file/registry-not-valid': {
    given: giveRegistry,
    inject: (draft) => {
      draft.put('registry.yaml', REGISTRY.replace('stage: draft', 'stage: drafted'));
      return { file: 'registry.yaml', text: 'drafted' };
    },
  },
  'file/not-readable': inFolder((draft) => {
    draft.make('notes.pipe', 'other');
    return { file: 'notes.pipe' };
  }),
  'file/symbolic-link': inFolder((draft) => {
    draft.make('notes.md', 'link');
    return { file: 'notes.md' };
  }),
  'file/case-collision': inFolder((draft) => {
    draft.put(`${draft.folder}/tests/Probe.yaml`, 'a: 1\n');
    draft.put(`${draft.folder}/tests/probe.yaml`, 'a: 1\n');
    return { file: `${draft.folder}/tests/probe.yaml` };
  }),
  'file/not-utf8': onText((text) => {
    const [before = '', after = ''] = text.split(/(?<="swagg)(?=er")/);
    return Buffer.concat([Buffer.from(before), Buffer.from([0xe9]), Buffer.from(after)]);
  }, '"swagg\u{fffd}er"'),
  'file/byte-order-mark': onText((text) => `\u{feff}${text}`),
  'file/json-not-valid': onText((text) => text.replace('"swagger":', '"swagger"'), '"swagger" '),
  'file/json-trailing-comma': onText(atEnd(','), ',\n}\n'),
  'file/json-comments': onText((text) => text.replace('\n', '\n  // a probe\n'), '// a probe'),
  'file/json-duplicate-keys': onText(atEnd(',\n  "swagger": "2.0"'), '"swagger": "2.0"\n}'),
  'file/yaml-not-valid': onYaml('labels: [*nowhere]\n', '*nowhere'),
  'file/yaml-duplicate-keys': onYaml('labels: [a]\nlabels: [b]\n', 'labels: [b]'),
  'file/too-large': inFolder((draft) => {
    draft.put('README.md', 'x'.repeat(16 * 1024 * 1024 + 1));
    return { file: 'README.md' };
  }),
  'file/too-deep': onText(atEnd(DEEP)),
  'file/too-many-aliases': onYaml(`labels:\n  l0: &l0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n${ALIASES.join('')}`),
  'file/reserved-key': onText(atEnd(',\n  "__proto__": {}'), '"__proto__"'),
  'file/definition-too-large': ofSize(1024 * 1024 + 1),
  'file/definition-nearly-too-large': ofSize(900 * 1024),
  'file/hard-tabs': onSecondLine(
    (line) => line.replace(/^\s+/, '\t'),
    () => '\t',
  ),
  'file/trailing-space': onSecondLine(
    (line) => line.replace(/(\r?)$/, '  $1'),
    ({ lineEnd }) => `  ${lineEnd}`,
  ),
  'file/unexpected': inFolder((draft) => {
    draft.put('notes.docx', 'A probe');
    return { file: 'notes.docx' };
  }),
  'file/settings-committed': inFolder((draft) => {
    draft.put(
      'settings.json',
      '{\n  "connectorId": null,\n  "environment": "Default-9f1c2b7e-0d43-4c55-8a61-3e7f5d2b9a10"\n}\n',
    );
    return { file: 'settings.json', text: '"environment"' };
  }),
};
