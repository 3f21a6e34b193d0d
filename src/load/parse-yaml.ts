import { constructFromEvents, CORE_SCHEMA, EVENT_ID, load, YAMLException } from 'js-yaml';
import type { Finding } from '../domain/finding.ts';
import type { Json } from '../domain/json.ts';
import { readYamlTree, YAML_MAX_DEPTH, type YamlProblem, type YamlTree } from '../places/yaml-tree.ts';
import { checkShape, MAX_EXPANDED_NODES, tooDeep } from './check-shape.ts';
import { duplicateKey } from './json-findings.ts';
import type { ParsedTree } from './parse-json.ts';

/**
 * Reads a YAML 1.2 text (core schema: `yes` is a word, dates are words, `<<` is a key). Aliases may be used as long as they do not make the
 * document huge or endless. After a repeated key the last one counts, so that the rules can judge the rest.
 */
export function parseYaml(file: string, text: string): ParsedTree {
  try {
    const plain = readPlain(text);
    if (plain === undefined) return constructed(file, readYamlTree(text));
    const { value, findings } = checkShape(file, plain, 'file/yaml-not-valid');
    return { value, findings };
  } catch (cause) {
    if (cause instanceof YAMLException) return { value: undefined, findings: [refusal(file, cause)] };
    throw cause;
  }
}

/** Nearly all texts are one document without repeated keys and aliases, and take a third less time this way; undefined for any other. */
function readPlain(text: string): Json | undefined {
  try {
    return load(text, { schema: CORE_SCHEMA, maxDepth: YAML_MAX_DEPTH, maxAliases: 0 }) as Json;
  } catch (cause) {
    if (cause instanceof YAMLException) return undefined;
    throw cause;
  }
}

function constructed(file: string, tree: YamlTree): ParsedTree {
  const findings = tree.problems.map((problem) => yamlFinding(file, problem));
  if (tree.documents !== 1) return { value: undefined, findings: [...findings, documentCount(file, tree.documents)] };
  if (tree.problems.some((problem) => problem.kind === 'cycle')) return { value: undefined, findings };
  // Its own search for repeated keys stays on for spellings of one key that only the schema knows to be equal (`~` and `null`).
  const json = tree.problems.length > 0;
  const [value] = constructFromEvents([...tree.events], { source: tree.text, schema: CORE_SCHEMA, json }) as Json[];
  const hasAlias = tree.events.some((event) => event.type === EVENT_ID.ALIAS);
  const limit = hasAlias ? MAX_EXPANDED_NODES : Infinity;
  const checked = checkShape(file, value ?? null, 'file/yaml-not-valid', limit);
  return { value: checked.value, findings: [...findings, ...checked.findings] };
}

function yamlFinding(file: string, problem: YamlProblem): Finding {
  if (problem.kind === 'duplicate-key') return duplicateKey('file/yaml-duplicate-keys', file, problem);
  return {
    code: 'file/yaml-not-valid',
    at: { file, offset: problem.start },
    message: `Alias "*${problem.name}" stands inside the value that it names`,
    hint: 'Use "$ref" for what refers to itself',
  };
}

function documentCount(file: string, documents: number): Finding {
  return {
    code: 'file/yaml-not-valid',
    at: { file, offset: 0 },
    message:
      documents === 0 ? 'The file holds nothing but comments or white space' : `The file holds ${documents} documents`,
    hint: 'Write one document into the file',
  };
}

function refusal(file: string, { reason, mark }: YAMLException): Finding {
  const offset = mark?.position ?? 0;
  if (reason.startsWith('nesting exceeded')) return tooDeep(file, offset);
  const at = { file, offset };
  if (reason === 'duplicated mapping key') {
    return { code: 'file/yaml-duplicate-keys', at, message: 'A key is used twice in one object, in two spellings' };
  }
  return { code: 'file/yaml-not-valid', at, message: `The YAML cannot be read here: ${reason}`, ...hintFor(reason) };
}

/** The parser's reasons are terse; these are the mistakes behind them that people make. */
function hintFor(reason: string): { readonly hint?: string } {
  if (reason.includes('tab')) return { hint: 'Indent with spaces' };
  if (/indentation|multiline key|mapping/.test(reason)) {
    return { hint: 'Compare the indentation with the lines above, and quote text that contains ": " or " #"' };
  }
  return reason.includes('tag') ? { hint: 'Delete the tag: only plain YAML is read' } : {};
}
