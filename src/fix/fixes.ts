import type { RuleCode } from '../domain/finding.ts';
import { connectionParameterType } from './auth/connection-parameter-type.ts';
import { rootSecurityRequirementUndefined } from './auth/root-security-requirement-undefined.ts';
import { securityRequirementUndefined } from './auth/security-requirement-undefined.ts';
import { securityRequirementValue } from './auth/security-requirement-value.ts';
import { securitySchemeProperty } from './auth/security-scheme-property.ts';
import { uiDefinition } from './auth/ui-definition.ts';
import { basePathNotValid } from './document/base-path-not-valid.ts';
import { hostNameNotValid } from './document/host-name-not-valid.ts';
import { jsonTypeIncorrect } from './document/json-type-incorrect.ts';
import { jsonValueNotInEnum } from './document/json-value-not-in-enum.ts';
import { jsonValueNotValid } from './document/json-value-not-valid.ts';
import { schemeNotValid } from './document/scheme-not-valid.ts';
import { specificationVersion } from './document/specification-version.ts';
import { tagRedefined } from './document/tag-redefined.ts';
import { dynamicOperationIdNotFound } from './extension/dynamic-operation-id-not-found.ts';
import { dynamicSourceParameterUsesDots } from './extension/dynamic-source-parameter-uses-dots.ts';
import { visibilityNotValid } from './extension/visibility-not-valid.ts';
import { byteOrderMark } from './file/byte-order-mark.ts';
import { jsonDuplicateKeys, yamlDuplicateKeys } from './file/duplicate-keys.ts';
import { hardTabs } from './file/hard-tabs.ts';
import { jsonComments } from './file/json-comments.ts';
import { jsonNotValid } from './file/json-not-valid.ts';
import { jsonTrailingComma } from './file/json-trailing-comma.ts';
import { nameNotStandard } from './file/name-not-standard.ts';
import { trailingSpace } from './file/trailing-space.ts';
import { brandColorIndependentPublisher } from './icon/brand-color-independent-publisher.ts';
import { brandColorNotHex } from './icon/brand-color-not-hex.ts';
import { acknowledgementInert } from './metadata/acknowledgement-inert.ts';
import { connectorCategoryInvalid } from './metadata/connector-category-invalid.ts';
import { connectorFileNotValid } from './metadata/connector-file-not-valid.ts';
import { connectorPropertyName } from './metadata/connector-property-name.ts';
import { contactEmailNotValid } from './metadata/contact-email-not-valid.ts';
import { propertiesNotValid } from './metadata/properties-not-valid.ts';
import { schemaHeaderMissing } from './metadata/schema-header-missing.ts';
import { suppressionUnused } from './metadata/suppression-unused.ts';
import { descriptionEndPunctuation } from './operation/description-end-punctuation.ts';
import { parametersContainDuplicate } from './operation/parameters-contain-duplicate.ts';
import { pathMustStartWithSlash } from './operation/path-must-start-with-slash.ts';
import { summaryMustEndWithAlphanumeric } from './operation/summary-must-end-with-alphanumeric.ts';
import { allowEmptyValueOnlyQueryForm } from './parameter/allow-empty-value-only-query-form.ts';
import { pathMissingEncoding } from './parameter/path-missing-encoding.ts';
import { pathMustBeRequired } from './parameter/path-must-be-required.ts';
import { queryEncodingNotSupported } from './parameter/query-encoding-not-supported.ts';
import { urlEncodingValue } from './parameter/url-encoding-value.ts';
import { connectionParameterNotFound } from './policy/connection-parameter-not-found.ts';
import { existsAction } from './policy/exists-action.ts';
import { policyOperationNotFound } from './policy/operation-not-found.ts';
import { policySection } from './policy/section.ts';
import { defaultValueMustMatchType } from './schema/default-value-must-match-type.ts';
import { enumDuplicate } from './schema/enum-duplicate.ts';
import { invalidEnumValue } from './schema/invalid-enum-value.ts';
import { mediaKind } from './schema/media-kind.ts';
import { nullable } from './schema/nullable.ts';
import { requiredArrayEmpty } from './schema/required-array-empty.ts';
import { unrecognizedTypeFormat } from './schema/unrecognized-type-format.ts';
import { scriptOperationNotFound } from './script/operation-not-found.ts';
import { notificationUrlNotInternal } from './trigger/notification-url-not-internal.ts';
import { triggerValue } from './trigger/value.ts';
import { annotationStatus } from './version/annotation-status.ts';
import { deprecatedSuffixMissing } from './version/deprecated-suffix-missing.ts';
import type { Fix } from './fix.ts';

/** Every mend there is: for the codes whose row in src/domain/rule-codes.ts says `fixable`. */
export const FIXES: ReadonlyMap<RuleCode, Fix> = new Map(
  [
    connectionParameterType,
    rootSecurityRequirementUndefined,
    securityRequirementUndefined,
    securityRequirementValue,
    securitySchemeProperty,
    uiDefinition,
    basePathNotValid,
    hostNameNotValid,
    jsonTypeIncorrect,
    jsonValueNotInEnum,
    jsonValueNotValid,
    schemeNotValid,
    specificationVersion,
    tagRedefined,
    dynamicOperationIdNotFound,
    dynamicSourceParameterUsesDots,
    visibilityNotValid,
    byteOrderMark,
    jsonDuplicateKeys,
    yamlDuplicateKeys,
    hardTabs,
    jsonComments,
    jsonNotValid,
    jsonTrailingComma,
    nameNotStandard,
    trailingSpace,
    brandColorIndependentPublisher,
    brandColorNotHex,
    acknowledgementInert,
    connectorCategoryInvalid,
    connectorFileNotValid,
    connectorPropertyName,
    contactEmailNotValid,
    propertiesNotValid,
    schemaHeaderMissing,
    suppressionUnused,
    descriptionEndPunctuation,
    parametersContainDuplicate,
    pathMustStartWithSlash,
    summaryMustEndWithAlphanumeric,
    allowEmptyValueOnlyQueryForm,
    pathMissingEncoding,
    pathMustBeRequired,
    queryEncodingNotSupported,
    urlEncodingValue,
    connectionParameterNotFound,
    existsAction,
    policyOperationNotFound,
    policySection,
    defaultValueMustMatchType,
    enumDuplicate,
    invalidEnumValue,
    mediaKind,
    nullable,
    requiredArrayEmpty,
    unrecognizedTypeFormat,
    scriptOperationNotFound,
    notificationUrlNotInternal,
    triggerValue,
    annotationStatus,
    deprecatedSuffixMissing,
  ].map((fix: Fix) => [fix.code, fix]),
);
