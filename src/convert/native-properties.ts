import { listOf, type Form } from './native-form.ts';
import { CONNECTION_PARAMETERS, PARAMETER_SETS } from './native-parameter.ts';
import { group, word } from './native-member.ts';
import { objectOf } from './native-shape.ts';
import { TEXT, TEXTS } from './native-values.ts';

const POLICY = objectOf({
  templateId: word('template', TEXT),
  title: word('title', TEXT),
  type: word('type', TEXT),
  parameters: group(
    {
      'x-ms-apimTemplate-operationName': word('operations', TEXTS),
      'x-ms-apimTemplate-policySection': word('section', TEXT),
    },
    { word: 'parameters', prefix: 'x-ms-apimTemplateParameter.' },
  ),
});

/** Everything that apiProperties.json calls `properties`, and its words in connector.yaml. */
export const PROPERTIES: Form = objectOf({
  connectionParameters: word('connection.parameters', CONNECTION_PARAMETERS),
  connectionParameterSets: word('connection.parameterSets', PARAMETER_SETS),
  iconBrandColor: word('iconBrandColor', TEXT),
  capabilities: word('capabilities', TEXTS),
  policyTemplateInstances: word('policies', listOf(POLICY)),
  scriptOperations: word('script.operations', TEXTS),
  publisher: word('publisher', TEXT),
  stackOwner: word('stackOwner', TEXT),
});
