/** One kind of error answer. */
export interface ProblemRow {
  readonly status: number;
  readonly title: string;
}

/**
 * Every error that the server answers with. A code is public: never renamed, never reused; docs/errors/<code>.md says what to do.
 * `not-found` is one code on purpose: what is missing and what this caller may not see must look alike.
 */
export const PROBLEMS = {
  'not-found': { status: 404, title: 'There is nothing here' },
  internal: { status: 500, title: 'The registry made a mistake' },
  unavailable: { status: 503, title: 'The registry cannot do this now' },
  'rate-limited': { status: 429, title: 'Too many requests' },

  'request/invalid': { status: 400, title: 'The request is not what this route takes' },
  'request/not-json': { status: 400, title: 'The body is not JSON' },
  'request/unsupported-type': { status: 415, title: 'The body has a content type that this route does not take' },
  'request/too-large': { status: 413, title: 'The body is too large' },

  'auth/token-missing': { status: 401, title: 'A token is needed' },
  'auth/token-invalid': { status: 401, title: 'The token is not known' },
  'auth/token-expired': { status: 401, title: 'The token has expired' },
  'auth/role-missing': { status: 403, title: "The token's role does not allow this" },
  'auth/source-missing': { status: 403, title: 'The token publishes for no source' },
  'auth/body-not-bound': { status: 403, title: 'The token is good for another request' },
  'auth/code-invalid': { status: 404, title: 'The sign-in link is used up, too old or unknown' },

  'oidc/malformed': { status: 401, title: 'The identity token cannot be read' },
  'oidc/algorithm': { status: 401, title: 'The identity token is signed with an algorithm that is not accepted' },
  'oidc/unknown-key': {
    status: 401,
    title: 'The identity token is signed with a key that its issuer does not publish',
  },
  'oidc/signature': { status: 401, title: "The identity token's signature is wrong" },
  'oidc/issuer': { status: 401, title: 'The identity token is from another issuer' },
  'oidc/audience': { status: 401, title: 'The identity token is meant for something else' },
  'oidc/expired': { status: 401, title: 'The identity token has expired' },
  'oidc/not-yet': { status: 401, title: 'The identity token is not valid yet' },
  'oidc/claims': { status: 401, title: 'The identity token lacks a claim' },
  'oidc/replayed': { status: 401, title: 'The identity token was used before' },
  'oidc/event': { status: 403, title: 'The workflow was started by an event that is not accepted' },
  'oidc/not-bound': { status: 403, title: 'This workflow is not bound to the scope' },
  'oidc/repository-changed': { status: 403, title: 'A repository of this name is bound, but it is another one' },
  'oidc/issuer-unreachable': { status: 503, title: 'The keys of the token issuer cannot be fetched' },

  'revision/unreadable': { status: 422, title: 'The body is not a revision' },
  'revision/digest-mismatch': { status: 422, title: 'The revision has another digest' },
  'revision/rejected': { status: 422, title: 'The revision breaks rules' },

  'release/parent-needed': { status: 428, title: 'The release must name its parent' },
  'release/parent-moved': { status: 412, title: 'Somebody published meanwhile' },
  'release/name-taken': { status: 409, title: 'A name belongs to another source' },
  'release/held': { status: 409, title: 'A rollback rejected this' },
  'release/draft': { status: 422, title: 'Drafts are not published' },
  'release/revision-missing': { status: 422, title: 'A revision has not been uploaded' },
} as const satisfies Readonly<Record<string, ProblemRow>>;

export type ProblemCode = keyof typeof PROBLEMS;
