import { listOf, mapOf, YES_NO, type Form } from './native-form.ts';
import { CUSTOM_PARAMETER } from './native-custom-parameter.ts';
import { group, word } from './native-member.ts';
import { objectOf } from './native-shape.ts';
import {
  ANY,
  CHOICES,
  DEPENDENCIES,
  LIST,
  SCALARS,
  TEXT,
  TEXT_OR_SECRET,
  TEXTS,
  TRUE_FALSE,
  WHOLE_NUMBER,
} from './native-values.ts';

// Microsoft's keys on the left, in the order they are published in; ours, and how the value is written, on the right.

const TITLE_AND_DESCRIPTION = { displayName: word('displayName', TEXT), description: word('description', TEXT) };

const ALLOWED_VALUE = objectOf({
  value: word('value', ANY),
  uiDefinition: group(TITLE_AND_DESCRIPTION),
});

const CONDITION = objectOf({ parameter: word('parameter', TEXT), oneOf: word('oneOf', LIST) });

const ADDITIONAL_PARAMETER = objectOf({
  type: word('type', TEXT),
  applicableWhen: word('applicableWhen', listOf(CONDITION)),
});

const OAUTH = objectOf({
  identityProvider: word('identityProvider', TEXT),
  clientId: word('clientId', TEXT_OR_SECRET),
  // A literal has this word too: the schema refuses it there, where the author looks.
  clientSecret: word('clientSecret', TEXT_OR_SECRET),
  scopes: word('scopes', TEXTS),
  redirectMode: word('redirectMode', TEXT),
  redirectUrl: word('redirectUrl', TEXT),
  properties: word('properties', SCALARS),
  customParameters: word('customParameters', mapOf(CUSTOM_PARAMETER)),
  additionalParameters: word('additionalParameters', mapOf(ADDITIONAL_PARAMETER)),
});

const GATEWAY = objectOf({
  dataSourceType: word('dataSourceType', TEXT),
  connectionDetails: word('connectionDetails', LIST),
});

const UI_DEFINITION = group({
  ...TITLE_AND_DESCRIPTION,
  tooltip: word('tooltip', TEXT),
  constraints: group({
    required: word('required', YES_NO),
    hidden: word('hidden', YES_NO),
    clearText: word('clearText', TRUE_FALSE),
    tabIndex: word('tabIndex', WHOLE_NUMBER),
    allowedValues: word('choices', CHOICES),
    capability: word('capability', TEXTS),
    dependencies: word('dependencies', DEPENDENCIES),
  }),
});

/** What the person who makes a connection fills in, or what the platform does for them. */
const CONNECTION_PARAMETER = objectOf({
  type: word('type', TEXT),
  allowedValues: word('allowedValues', listOf(ALLOWED_VALUE)),
  defaultValue: word('default', ANY),
  oAuthSettings: word('oauth', OAUTH),
  gatewaySettings: word('gateway', GATEWAY),
  metadata: group({ sourceType: word('sourceType', TEXT) }),
  uiDefinition: UI_DEFINITION,
});

/** `connectionParameters` of the published form, `connection.parameters` in connector.yaml. */
export const CONNECTION_PARAMETERS: Form = mapOf(CONNECTION_PARAMETER);

const PARAMETER_SET = objectOf({
  name: word('name', TEXT),
  uiDefinition: group(TITLE_AND_DESCRIPTION),
  metadata: group({ allowSharing: word('allowSharing', TRUE_FALSE) }),
  parameters: word('parameters', CONNECTION_PARAMETERS),
});

/** Several ways to connect, of which the maker picks one. */
export const PARAMETER_SETS: Form = objectOf({
  uiDefinition: group(TITLE_AND_DESCRIPTION),
  values: word('sets', listOf(PARAMETER_SET)),
});
