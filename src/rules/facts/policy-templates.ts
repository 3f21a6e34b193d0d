/** The parameters of one policy template, without their long prefix. */
export interface PolicyTemplate {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/**
 * Templates by id, in lower case: the platform ignores its case. From Microsoft's schema for connector properties; the last three
 * are in no schema and in real connectors.
 */
export const POLICY_TEMPLATES: ReadonlyMap<string, PolicyTemplate> = new Map([
  ['setheader', template(['name', 'value'], ['existsAction'])],
  ['setqueryparameter', template(['name', 'value'], ['existsAction'])],
  ['dynamichosturl', template(['urlTemplate'])],
  ['routerequesttoendpoint', template(['newPath'], ['httpMethod'])],
  [
    'setproperty',
    template(['newPropertyParentPathTemplate', 'newPropertySubPathTemplate', 'propertyValuePathTemplate']),
  ],
  ['pollingtrigger', template(['triggerConfig', 'triggerDataPath'])],
  [
    'stringreplace',
    template(['propertyParentPath', 'sourceString', 'replacementString', 'newPropertyPath'], ['propertySubPath']),
  ],
  ['updatenextlink', template(['nextLinkPropertyName'], ['nextLinkParentPropertyPath'])],
  [
    'convertobjecttoarray',
    template(['propertyParentPath', 'newPropertyPath'], ['propertySubPath', 'keyName', 'valueName']),
  ],
  [
    'setvaluefromurl',
    template(['parameterTemplate', 'parameterValueUrl', 'parameterValuePathTemplate'], ['httpMethod']),
  ],
  [
    'convertarraytoobject',
    template(['propertyParentPath', 'keyWithinCollectionPath', 'newPropertyPath'], ['propertySubPath', 'retainKey']),
  ],
  [
    'stringtoarray',
    template(['propertyParentPath', 'delimiterList', 'childPropertyName', 'newPropertyPath'], ['propertySubPath']),
  ],
  ['encodepropertyvalue', template(['propertyParentPath', 'newPropertyPath'], ['propertySubPath'])],
  ['dynamicsubdomain', template([], ['urlTemplate'])],
  [
    'moveproperties',
    template([], ['srcParentPath', 'srcSubPath', 'dstParentPath', 'dstSubPath', 'copyOnlySubProperties']),
  ],
  ['setconnectionstatustounauthenticated', template([], ['statusCode'])],
]);

function template(required: readonly string[], optional: readonly string[] = []): PolicyTemplate {
  return { required, optional };
}
