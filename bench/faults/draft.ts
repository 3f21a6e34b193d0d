import { dump } from 'js-yaml';
import { nativeFromProperties } from '../../src/convert/native.ts';
import { isObject } from '../../src/domain/json.ts';
import { Editable } from './editable.ts';
import type { Form, Spot } from './fault.ts';
import { lineInJson, lineOfText } from './lines.ts';
import { openApi3Of } from './openapi-3.ts';
import type { Sample } from './samples.ts';
import type { Entries } from './tree.ts';

/** Names of the two files that describe a connector. */
export interface Names {
  readonly definition: string;
  readonly properties: string;
}

const NAMES: Readonly<Record<Form, Names>> = {
  microsoft: { definition: 'apiDefinition.swagger.json', properties: 'apiProperties.json' },
  native: { definition: 'openapi.json', properties: 'connector.yaml' },
  'openapi-3': { definition: 'openapi.json', properties: 'connector.yaml' },
};

const FOLDER = 'connectors/sample';
const HEADER = '# yaml-language-server: $schema=../../schemas/connector.schema.json\n';

type Edit = (text: string) => string | Uint8Array;

/** A real connector that is about to be written with a change in it. */
export class Draft {
  readonly doc: Editable;
  /** The whole of apiProperties.json, or of connector.yaml. */
  readonly about: Editable;
  readonly names: Names;
  folder = FOLDER;
  readonly #form: Form;
  readonly #sample: Sample;
  /** By path from the root, or by name in the connector's folder when there is no "/" in it. */
  readonly #others = new Map<string, string | Uint8Array>();
  readonly #edits = new Map<string, Edit>();
  readonly #newNames = new Map<string, string>();
  readonly #dropped = new Set<string>();
  readonly #kinds = new Map<string, 'link' | 'other'>();

  constructor(sample: Sample, form: Form) {
    this.#sample = sample;
    this.#form = form;
    this.names = NAMES[form];
    this.doc = new Editable(form === 'openapi-3' ? openApi3Of(sample.openapi) : sample.openapi);
    const properties = sample.properties['properties'];
    this.about = new Editable(
      form === 'microsoft' ? sample.properties : nativeFromProperties(isObject(properties) ? properties : {}),
    );
    for (const [name, bytes] of sample.others) this.#others.set(name, bytes);
  }

  /** How many bytes the definition has, as it stands now. */
  get size(): number {
    return Buffer.byteLength(this.#json(this.doc));
  }

  get lineEnd(): string {
    return this.#sample.lineEnd;
  }

  /** Whether the author indents with tabs. */
  get isTabbed(): boolean {
    return this.#sample.indent.includes('\t');
  }

  has(name: string): boolean {
    return this.#others.has(name);
  }

  put(name: string, content: string | Uint8Array): void {
    this.#dropped.delete(name);
    this.#others.set(name, content);
  }

  drop(name: string): void {
    this.#dropped.add(name);
  }

  renameFile(name: string, to: string): void {
    this.#newNames.set(name, to);
  }

  /** Changes the text of a file after it was written. */
  edit(name: string, edit: Edit): void {
    this.#edits.set(name, edit);
  }

  /** Makes something else than a file of a name. */
  make(name: string, kind: 'link' | 'other'): void {
    this.#others.set(name, '');
    this.#kinds.set(name, kind);
  }

  entries(): Entries {
    const files = new Map([...this.#texts(), ...this.#others]);
    const content: Record<string, string | Uint8Array> = {};
    for (const [name, before] of files) {
      if (this.#dropped.has(name)) continue;
      const edit = this.#edits.get(name);
      const text = edit === undefined || typeof before !== 'string' ? before : edit(before);
      content[this.pathOf(this.#newNames.get(name) ?? name)] = text;
    }
    return { content, kinds: new Map([...this.#kinds].map(([name, kind]) => [this.pathOf(name), kind])) };
  }

  pathOf(name: string): string {
    return name.includes('/') || name === 'registry.yaml' || name === '.spectral.yaml'
      ? name
      : `${this.folder}/${name}`;
  }

  /** The path and line of a spot in what is written; undefined when the text that it names is not there. */
  resolve(spot: Spot, { content }: Entries): { readonly file: string; readonly line: number } | undefined {
    const file = this.pathOf(this.#newNames.get(spot.file) ?? spot.file);
    if ('pointer' in spot) {
      const root = spot.file === this.names.definition ? this.doc.value : this.about.value;
      return { file, line: lineInJson(root, spot.pointer) };
    }
    if (spot.text === undefined) return { file, line: 1 };
    const text = content[file];
    const line = lineOfText(typeof text === 'string' ? text : new TextDecoder().decode(text), spot.text);
    return line === undefined ? undefined : { file, line };
  }

  #texts(): readonly (readonly [string, string])[] {
    const about = this.#form === 'microsoft' ? this.#json(this.about) : HEADER + yamlOf(this.about);
    return [
      [this.names.definition, this.#json(this.doc)],
      [this.names.properties, about],
    ];
  }

  #json({ value }: Editable): string {
    const { indent, lineEnd } = this.#sample;
    return `${JSON.stringify(value, null, indent)}\n`.replaceAll('\n', lineEnd);
  }
}

function yamlOf({ value }: Editable): string {
  return dump(value, { lineWidth: -1, noRefs: true });
}
