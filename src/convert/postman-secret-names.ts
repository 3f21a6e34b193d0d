const SECRET =
  /authori[sz]ation|api[_-]?key|app[_-]?key|access[_-]?key|account[_-]?key|subscription[_-]?key|secret|passw|passphrase|pwd|token|signature|cookie|credential|private[_-]?key|session|jwt|bearer|^auth$|^sig$|^x-.*-key$|^key$/i;
const HARMLESS =
  /token[_-]?(?:type|name|url|endpoint|expir)|tokens|(?:page|next|continuation|sync|skip|postman)[_-]?token|secret[_-]?(?:name|id)$|session[_-]?(?:count|type|name|date|title)|sessions|passw.*(?:hint|policy|expir)|key[_-]?(?:id|name)$/i;

/** Whether a value of this name is kept from others: of a header, a query parameter, a variable, a field. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name) && !HARMLESS.test(name);
}

// Of the helpers' parameters those that everybody may read; any other may be a secret.
const OPEN = new Set(
  `username user realm algorithm key in addtokento authurl accesstokenurl scope granttype grant_type redirecturi redirect_uri callbackurl
  tokenname tokentype headerprefix region service servicename signaturemethod version timestamp usebrowser clientauthentication clientauth
  client_authentication addparamstoheader addemptyparamstosign disableheaderencoding includebodyhash encodesignature encodeoauthsign
  challengealgorithm noncecount qop disableretryrequest queryparamkey addjwtto advancedparams isbase64encoded issecretbase64encoded domain
  workstation user_type id time autorefreshtoken state header auto includeempty saverequest savetorequest showpassword hostname
  refreshtokenurl refreshrequestparams tokenrequestparams authrequestparams`.split(/\s+/),
);

/** Whether a parameter of an authentication helper holds a secret. */
export function isSecretAuthValue(key: string): boolean {
  return !OPEN.has(key.toLowerCase());
}

/** `X-Api-Key` is `X_API_KEY`: the name of a reference. */
export function referenceName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[^A-Za-z]+|_+$/g, '')
    .toUpperCase()
    .slice(0, 60);
  return name === '' ? 'SECRET' : name;
}
