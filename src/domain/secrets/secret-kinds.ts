import { isIssuedToken } from './json-web-token.ts';
import { isPlaceholder } from './placeholder.ts';
import type { SecretKind } from './secret-kind.ts';

/** Forms that those who issue secrets have published. A kind that only looks random is none: it would cry wolf. */
export const SECRET_KINDS: readonly SecretKind[] = [
  kind('a GitHub token', 'gh[oprsu]_', /(?<!\w)gh[oprsu]_[A-Za-z0-9]{36,251}/g),
  kind('a GitHub token', 'github_pat_', /(?<!\w)github_pat_\w{36,251}/g),
  kind('a GitLab token', 'glpat-', /(?<![\w-])glpat-[\w-]{20,60}/g),
  kind('an AWS access key id', 'A[KS]IA[A-Z2-7]{8}', /(?<![A-Za-z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9])/g),
  kind(
    'an AWS secret access key',
    '[aA][cC][cC][eE][sS][sS]_?[kK][eE][yY]|^[A-Za-z0-9/+]{40}$',
    /secret_?access_?key\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/dgi,
  ),
  kind('an Azure storage key', '==', /(?<![\w+/=-])[A-Za-z0-9+/]{86}==(?![\w+/=])/g),
  kind('an Azure storage connection string', 'AccountKey=', /AccountKey=([A-Za-z0-9+/]{40,120}={0,2})/dg),
  kind('an Azure connection string', 'SharedAccessKey=', /SharedAccessKey=([A-Za-z0-9+/]{40,120}={0,2})/dg),
  kind('a shared access signature', 'sig=', /(?<=[?&;]|\\u0026)sig=([A-Za-z0-9%+/_-]{40,140}={0,2})/dg),
  kind('an Azure function key', 'AzFu', /(?<![\w-])[\w-]{44}AzFu[\w-]{6}==/g),
  kind(
    'an Azure function key',
    '^(?:u0026)?code=',
    /(?<=azurewebsites\.net\/[^\s"']{0,60}(?:[?&;]|\\u0026))code=([\w+/%~-]{20,120}={0,2})/dgi,
    isRandom,
  ),
  kind(
    'an Azure function key',
    '^(?:u0026)?code=',
    /(?<=[?&;]|\\u0026)code=([A-Za-z0-9+/%-]{40,120}(?:==|%3D%3D))/dg,
    isRandom,
  ),
  kind('an Azure search key', 'AzSe', /(?<!\w)[A-Za-z0-9]{42}AzSe[A-Za-z0-9]{6}(?!\w)/g),
  kind('an Azure DevOps token', 'AZDO', /(?<!\w)[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?!\w)/g),
  kind('a Microsoft Entra client secret', '\\dQ~', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g),
  kind('a Slack token', 'xox[a-z]-|xapp-', /(?<![\w-])(?:xox[abeoprs]|xapp)-\d[A-Za-z0-9-]{18,250}/g),
  kind(
    'a Slack webhook',
    'hooks\\.slack\\.com/',
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/\w{6,20}\/\w{6,20}\/\w{20,80}/g,
  ),
  kind('a Stripe live key', '[rs]k_live_', /(?<!\w)[rs]k_live_[A-Za-z0-9]{16,250}/g),
  kind('a webhook signing secret', 'whsec_', /(?<!\w)whsec_[A-Za-z0-9+/]{24,100}/g),
  kind('a Google API key', 'AIza', /(?<![\w-])AIza[\w-]{35}(?![\w-])/g),
  kind('a Google client secret', 'GOCSPX-', /(?<![\w-])GOCSPX-[\w-]{20,40}/g),
  kind('a Google access token', 'ya29\\.', /(?<!\w)ya29\.[\w-]{30,500}/g),
  kind('an OpenAI-like key', 'sk-', /(?<![\w-])sk-[\w-]{32,250}/g, isMixed),
  kind('a Twilio API key', 'SK[0-9a-f]{8}', /(?<!\w)SK[0-9a-f]{32}(?!\w)/g),
  kind('a Twilio account with its token', 'AC[0-9a-f]{8}', /(?<!\w)AC[0-9a-f]{32}:([0-9a-f]{32})(?!\w)/dg),
  kind('a SendGrid key', 'SG\\.', /(?<!\w)SG\.[\w-]{16,32}\.[\w-]{16,64}/g),
  kind('a Mailgun key', 'key-[0-9a-f]{8}', /(?<![\w-])key-[0-9a-f]{32}(?!\w)/g),
  kind('a Mailchimp key', '-us\\d', /(?<!\w)[0-9a-f]{32}-us\d{1,2}(?!\w)/g),
  kind(
    'a HubSpot token',
    'pat-[a-z]{2}\\d-',
    /(?<![\w-])pat-[a-z]{2}\d-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
  ),
  kind('a Shopify token', 'shp(?:at|ca|pa|ss)_', /(?<!\w)shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}(?!\w)/g),
  kind('a DigitalOcean token', 'do[opr]_v1_', /(?<!\w)do[opr]_v1_[0-9a-f]{64}/g),
  kind('a Databricks token', 'dapi[0-9a-f]{8}', /(?<!\w)dapi[0-9a-f]{32}/g),
  kind('a Postman key', 'PMAK-', /(?<![\w-])PMAK-[0-9a-f]{24}-[0-9a-f]{34}/g),
  kind('a Linear key', 'lin_api_', /(?<!\w)lin_api_[A-Za-z0-9]{40}/g),
  kind('a Notion token', 'ntn_|secret_', /(?<!\w)(?:ntn_[A-Za-z0-9]{46}|secret_[A-Za-z0-9]{43})(?!\w)/g),
  kind('an Airtable token', 'pat[A-Za-z0-9]{14}\\.', /(?<!\w)pat[A-Za-z0-9]{14}\.[0-9a-f]{64}/g),
  kind('an Atlassian token', 'ATATT3', /(?<!\w)ATATT3[\w=-]{60,250}/g),
  kind('a Hugging Face token', 'hf_', /(?<!\w)hf_[A-Za-z]{34}(?!\w)/g),
  kind('an npm token', 'npm_', /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g),
  kind('an npm token', '_authToken=', /:_authToken=([\w./+=-]{20,200})/dg),
  kind('a PyPI token', 'pypi-', /(?<![\w-])pypi-[\w-]{50,250}/g),
  kind('a Docker token', 'dckr_pat_', /(?<!\w)dckr_pat_[\w-]{27}/g),
  kind('a Telegram bot token', '^AA', /(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])/g),
  kind('a Discord webhook', 'api/webhooks/', /discord(?:app)?\.com\/api\/webhooks\/\d{16,20}\/([\w-]{60,80})/dg),
  kind('a Teams webhook', 'IncomingWebhook/', /IncomingWebhook\/([0-9a-f]{32})\//dg),
  kind(
    'a secret in a URL',
    '^(?:u0026)?(?:[cC]lient_?[sS]ecret|(?:x-)?[aA][pP][iI][_-]?[kK][eE][yY]|[aA]ccess_?(?:[kK]ey|[tT]oken)|(?:[oO]cp-[aA]pim-)?[sS]ubscription-[kK]ey|x-functions-key)=',
    /(?<=[?&;]|\\u0026)(?:client_?secret|(?:x-)?api[_-]?key|access_?(?:key|token)|(?:ocp-apim-)?subscription-key|x-functions-key)=([\w.~+/%=-]{16,400})/dgi,
    isRandom,
  ),
  kind('a signed token (JWT)', 'eyJ', /(?<![\w-])eyJ[\w-]{10,1000}\.eyJ[\w-]{10,3000}\.[\w-]{20,700}/g, isIssuedToken),
];

function kind(name: string, anchor: string, pattern: RegExp, isReal?: SecretKind['isReal']): SecretKind {
  return isReal === undefined ? { name, anchor, pattern } : { name, anchor, pattern, isReal };
}

function isMixed(token: string): boolean {
  return /\d/.test(token) && /[A-Z]/.test(token) && /[a-z]/.test(token.slice(3));
}

/** What a place gives away, and no form. Tokens of a form have a kind of their own, which knows those of textbooks. */
function isRandom(secret: string): boolean {
  const isOther = /^(?:eyJ|[prs]k_test_)/.test(secret) || isPlaceholder(secret);
  return !isOther && /\d/.test(secret) && /[A-Za-z]/.test(secret);
}

/** Words for a user or a password in an explanation. */
export function isStandIn(word: string): boolean {
  return /^(?:user(?:name)?|pass(?:word|wd)?|pwd|api[_-]?key|token|x|open sesame)$/i.test(word) || isPlaceholder(word);
}
