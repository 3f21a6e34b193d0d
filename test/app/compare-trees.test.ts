import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareWithBase } from '../../src/app/compare-with-base.ts';
import { blockingChanges, type DiffReport } from '../../src/report/diff-report.ts';
import { missingAcknowledgements } from '../../src/report/missing-acknowledgements.ts';
import { inTemporaryRepository, type TemporaryRepository } from '../adapters/git/temporary-repository.ts';

const test = suite('app/compare-trees');

const NATIVE = 'connectors/weather';
const operation = (id: string, more = ''): string =>
  `  /${id}:\n    get: {operationId: ${id}, ${more}responses: {"200": {description: .}}}\n`;
const openapi = (...operations: readonly string[]): string =>
  `swagger: "2.0"\ninfo: {title: Weather, version: "1.0"}\npaths:\n${operations.join('') || '  {}\n'}`;
const NOW = operation('Now');
const OLD = operation('Old', 'deprecated: true, ');

const compared = ({ root }: TemporaryRepository, now = '2030-01-01'): DiffReport =>
  compareWithBase(root, [], { base: 'main', now });
const kinds = (report: DiffReport): string[] => report.changes.map((change) => change.kind);
const states = ({ acknowledgements = [] }: DiffReport): string[] => acknowledgements.map(({ state }) => state);

/** Writes the entry that the report offers to where it says. */
function acknowledgeAll({ write }: TemporaryRepository, report: DiffReport): void {
  for (const { lines, inRegistryFile } of missingAcknowledgements(report)) {
    const file = inRegistryFile ? 'registry.yaml' : `${NATIVE}/connector.yaml`;
    write(file, `${inRegistryFile ? 'version: 1\n' : ''}${lines.join('\n')}\n`);
  }
}

test('what the report offers lets exactly these changes pass, until there is one more or the base moves on', () => {
  const files = { [`${NATIVE}/connector.yaml`]: '', [`${NATIVE}/openapi.yaml`]: openapi(NOW, operation('Then')) };
  inTemporaryRepository({ ...files, [`${NATIVE}/connector.yaml`]: 'publisher: A\n' }, (repository) => {
    repository.commit();
    repository.write(`${NATIVE}/openapi.yaml`, openapi(NOW));
    const first = compared(repository);
    assert.equal(kinds(first), ['operation-removed', 'version-not-moved']);
    assert.is(blockingChanges(first).length, 1);

    acknowledgeAll(repository, first);
    const passed = compared(repository);
    assert.equal([blockingChanges(passed).length, states(passed)], [0, ['counts']]);
    assert.is(passed.bases, undefined);

    repository.write(`${NATIVE}/openapi.yaml`, openapi());
    const again = compared(repository);
    assert.equal(
      blockingChanges(again).map(({ operationId }) => operationId),
      ['Now'],
    );

    repository.commit();
    repository.write(`${NATIVE}/openapi.yaml`, openapi(NOW));
    assert.equal(states(compared(repository)), ['inert']);
  });
});

test("what breaks in Microsoft's layout is acknowledged in registry.yaml", () => {
  const swagger = (paths: object): string =>
    JSON.stringify({ swagger: '2.0', info: { title: 'Mail', version: '1' }, paths });
  const get = { get: { operationId: 'Get', responses: { '200': { description: '.' } } } };
  const files = {
    'custom/Mail (old)/apiDefinition.swagger.json': swagger({ '/a': get }),
    'custom/Mail (old)/apiProperties.json': '{"properties": {}}',
  };
  inTemporaryRepository(files, (repository) => {
    repository.commit();
    repository.write('custom/Mail (old)/apiDefinition.swagger.json', swagger({}));
    const first = compared(repository);
    assert.equal(first.registryFolders, { 'mail-old': 'custom/Mail (old)' });
    acknowledgeAll(repository, first);
    assert.equal([blockingChanges(compared(repository)).length, states(compared(repository))], [0, ['counts']]);
  });
});

test('a certified connector must not change how it authenticates, and losing the profile does not help', () => {
  const signing = (type: string): string => `connection: {parameters: {key: {type: ${type}}}}\n`;
  const registry = (profile: string): string => `version: 1\nprofiles: [{folder: connectors, profile: ${profile}}]\n`;
  const files = { [`${NATIVE}/connector.yaml`]: signing('securestring'), [`${NATIVE}/openapi.yaml`]: openapi(NOW) };
  inTemporaryRepository({ ...files, 'registry.yaml': registry('certified') }, (repository) => {
    repository.commit();
    repository.write(`${NATIVE}/connector.yaml`, signing('oauthSetting'));
    const classOfIt = (): string | undefined =>
      compared(repository).changes.find(({ kind }) => kind === 'auth-type-changed')?.class;
    assert.is(classOfIt(), 'forbidden');
    repository.write('registry.yaml', registry('base'));
    assert.is(classOfIt(), 'forbidden');
    repository.commit();
    repository.write(`${NATIVE}/connector.yaml`, signing('securestring'));
    assert.is(classOfIt(), 'breaking');
  });
});

test('the removal of a connector is acknowledged in registry.yaml, by the folder it had', () => {
  const files = {
    [`${NATIVE}/connector.yaml`]: 'publisher: A\n',
    [`${NATIVE}/openapi.yaml`]: openapi(NOW),
    'a.txt': '',
  };
  inTemporaryRepository(files, (repository) => {
    repository.commit();
    repository.git('rm', '-r', '--quiet', 'connectors');
    const first = compared(repository);
    assert.equal([kinds(first), blockingChanges(first).length], [['connector-removed'], 1]);
    acknowledgeAll(repository, first);
    assert.is(blockingChanges(compared(repository)).length, 0);
  });
});

test('an acknowledgement goes with a connector to its new name', () => {
  const files = { [`${NATIVE}/connector.yaml`]: 'publisher: A\n', [`${NATIVE}/openapi.yaml`]: openapi(NOW) };
  inTemporaryRepository(files, (repository) => {
    repository.commit();
    repository.git('mv', NATIVE, 'connectors/sky');
    const sky = (more: readonly string[]): void =>
      repository.write(
        'connectors/sky/connector.yaml',
        ['publisher: A', 'formerNames: [weather]', ...more, ''].join('\n'),
      );
    sky([]);
    const first = compared(repository);
    assert.equal(kinds(first), ['connector-renamed']);
    sky(missingAcknowledgements(first).flatMap(({ lines }) => lines));
    assert.is(blockingChanges(compared(repository)).length, 0);
  });
});

test('a removal is judged by the day on which the base got the deprecation', () => {
  const files = { [`${NATIVE}/connector.yaml`]: 'publisher: A\n', [`${NATIVE}/openapi.yaml`]: openapi(NOW, OLD) };
  inTemporaryRepository(files, (repository) => {
    const { git, write } = repository;
    repository.commit();
    const days = Number(git('log', '-1', '--format=%ct')) * 1000;
    const after = (count: number): string => new Date(days + count * 86_400_000).toISOString().slice(0, 10);
    write(`${NATIVE}/openapi.yaml`, openapi(NOW));
    assert.equal(kinds(compared(repository, after(29))), ['operation-removed', 'version-not-moved']);
    assert.equal(kinds(compared(repository, after(30))), ['operation-removed-after-notice']);
    assert.is(compared(repository, after(30)).semver, 'major');
    // The number that counts is the one that the base has.
    write('registry.yaml', 'version: 1\nnoticeDays: 0\n');
    assert.is(blockingChanges(compared(repository, after(1))).length, 1);
  });
});

test.run();
