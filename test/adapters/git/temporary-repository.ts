import { execFileSync } from 'node:child_process';
import { inTemporaryFolder, type TemporaryFolder } from '../../load/temporary-folder.ts';

export interface TemporaryRepository extends TemporaryFolder {
  /** Output of git, trimmed. */
  readonly git: (...args: string[]) => string;
  /** Commits everything; gives the hash. */
  readonly commit: (message?: string) => string;
}

// Whatever the machine's git is set to must not matter.
const ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

/** Runs with a git repository in a temporary folder, nothing committed yet. */
export function inTemporaryRepository(
  files: Readonly<Record<string, string | Uint8Array>>,
  run: (repository: TemporaryRepository) => void,
): void {
  inTemporaryFolder(files, (folder) => {
    const git = (...args: string[]): string =>
      execFileSync('git', args, {
        cwd: folder.root,
        env: ENVIRONMENT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }).trim();
    git('init', '--quiet', '--initial-branch=main');
    const commit = (message = 'x'): string => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    };
    run({ ...folder, git, commit });
  });
}
