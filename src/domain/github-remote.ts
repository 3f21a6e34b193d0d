/** A repository of GitHub, as the address of a git remote names it. */
export interface GitHubRemote {
  readonly host: string;
  readonly owner: string;
  readonly repository: string;
  /** Whether git speaks to it by https, so that a token signs in. */
  readonly isHttps: boolean;
}

/** The repository behind `https://github.com/owner/name.git` or `git@github.com:owner/name`; undefined for any other address. */
export function parseGitHubRemote(url: string): GitHubRemote | undefined {
  const short = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/.exec(url);
  const long = URL.canParse(url) && /^(?:https|ssh|git\+ssh):$/.test(new URL(url).protocol) ? new URL(url) : undefined;
  const host = long?.hostname ?? short?.[1];
  const path = long?.pathname ?? short?.[2];
  const names = /^\/?([\w.-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?\/?$/.exec(path ?? '');
  const [, owner, repository] = names ?? [];
  if (host === undefined || host === '' || owner === undefined || repository === undefined) return undefined;
  // GitHub answers ssh on port 443 under this name.
  const plain = host.toLowerCase().replace(/^(?:ssh|www)\.github\.com$/, 'github.com');
  return { host: plain, owner, repository, isHttps: long?.protocol === 'https:' };
}
