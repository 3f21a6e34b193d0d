import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseGitHubRemote } from '../../src/domain/github-remote.ts';

const test = suite('domain/github-remote');

const FOUND: readonly (readonly [url: string, host: string, isHttps: boolean])[] = [
  ['https://github.com/contoso/connectors.git', 'github.com', true],
  ['https://github.com/contoso/connectors', 'github.com', true],
  ['https://github.com/contoso/connectors/', 'github.com', true],
  ['https://ada:secret@github.com/contoso/connectors.git', 'github.com', true],
  ['git@github.com:contoso/connectors.git', 'github.com', false],
  ['github.com:contoso/connectors', 'github.com', false],
  ['ssh://git@github.com/contoso/connectors.git', 'github.com', false],
  ['ssh://git@ssh.github.com:443/contoso/connectors.git', 'github.com', false],
  ['https://git.contoso.example/contoso/connectors', 'git.contoso.example', true],
];

for (const [url, host, isHttps] of FOUND) {
  test(`${url} names a repository`, () => {
    assert.equal(parseGitHubRemote(url), { host, owner: 'contoso', repository: 'connectors', isHttps });
  });
}

const NONE = [
  '',
  '/srv/git/connectors.git',
  '../connectors',
  'file:///srv/contoso/connectors',
  'http://github.com/contoso/connectors',
  'https://github.com/contoso',
  'https://github.com/contoso/connectors/tree/main',
  'https://github.com/con toso/connectors',
  'C:\\git\\connectors',
  'ext::sh -c touch% /tmp/pwned/x',
];

for (const url of NONE) {
  test(`"${url}" names none`, () => {
    assert.is(parseGitHubRemote(url), undefined);
  });
}

test.run();
