import { ofDocument, ofScheme, type Planted } from './planted.ts';

const flow = {
  authorizationUrl: 'https://a.example/auth',
  tokenUrl: 'https://a.example/token',
  scopes: { read: 'Read' },
};

const key = (name: string): { type: string; name: string; in: string } => ({ type: 'apiKey', name, in: 'header' });

export const security: readonly Planted[] = [
  ofScheme(
    'basic authentication is carried',
    { type: 'http', scheme: 'Basic', description: 'D' },
    [],
    [['', { type: 'basic', description: 'D' }]],
  ),
  ofScheme(
    'a bearer token is a key in the header Authorization',
    { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    [['', 'bearer token', 'must start with "Bearer "']],
    [['', key('Authorization')]],
  ),
  ofScheme(
    'so is whatever else HTTP calls a scheme',
    { type: 'http', scheme: 'digest' },
    [['', 'HTTP scheme', 'all that "digest" sends there']],
    [['', key('Authorization')]],
  ),
  ofScheme(
    'so is OpenID Connect, whose configuration is never fetched',
    { type: 'openIdConnect', openIdConnectUrl: 'https://a.example/.well-known/openid-configuration' },
    [['', 'OpenID Connect', 'nothing is fetched']],
    [['', key('Authorization')]],
  ),
  ofScheme(
    'a key in a cookie is one in the header Cookie',
    { type: 'apiKey', in: 'cookie', name: 'sid' },
    [['', 'cookie', 'must start with "sid="']],
    [['', key('Cookie')]],
  ),
  ofScheme(
    'of several flows the one that connectors take is kept',
    {
      type: 'oauth2',
      flows: {
        clientCredentials: flow,
        implicit: flow,
        authorizationCode: { ...flow, refreshUrl: 'https://a.example/refresh' },
      },
    },
    [
      ['/flows/clientCredentials', 'OAuth flow', 'takes one flow'],
      ['/flows/implicit', 'OAuth flow', 'takes one flow'],
      ['/flows/authorizationCode/refreshUrl', 'refreshUrl', 'no address to refresh'],
    ],
    [['', { type: 'oauth2', flow: 'accessCode', ...flow }]],
  ),
  ofScheme(
    'addresses of a flow begin with their scheme',
    { type: 'oauth2', flows: { password: { tokenUrl: 'token', scopes: {} } } },
    [],
    [['', { type: 'oauth2', flow: 'password', tokenUrl: 'https://a.example/v1/token', scopes: {} }]],
  ),
  ofScheme(
    'a scheme that 2.0 does not have is lost, and nothing asks for it',
    { type: 'mutualTLS' },
    [
      ['//security/0/s', 'security', 'nothing asks for it'],
      ['', 'security scheme', '"mutualTLS", has no counterpart'],
    ],
    [
      ['', undefined],
      ['//security', [{}]],
    ],
  ),
  ofScheme(
    'misspelt keys say what was meant',
    {
      type: 'oauth2',
      flows: { implicit: { authorizationUrl: 'https://a.example/auth', scope: {}, scopes: {} } },
      desciption: 'x',
    },
    [
      ['/flows/implicit/scope', 'scope', 'Did you mean "scopes"?'],
      ['/desciption', 'desciption', 'Did you mean "description"?'],
    ],
    [],
  ),
  ofDocument(
    'roles of a key are lost',
    {
      security: [{ k: ['admin'] }, { k: [] }],
      components: { securitySchemes: { k: { type: 'apiKey', in: 'query', name: 'k' } } },
    },
    [['/security/0/k', 'scopes', 'no scopes or roles']],
    [['/security', [{ k: [] }]]],
  ),
];
